import type { Container } from 'inversify';
import { statementKey } from '../../application/payment-notices/fetch-notice-statement.js';
import { businessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import { isCuredByConfirming } from '../../domain/payment-notices/abnormal-notice.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { dayNamed, runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';
import { abnormalLine, noteLine, noticeLines, operateWords, statementLine } from './notice-words.js';

const by = { operator: 'notices-command', address: undefined };
const usage = [
  '用法：notices --show <缴款码、订单号或缴款书编号>       一份缴款书：进度、异常、通知日志',
  '      notices --abnormal <异常编号>                     一条异常及其处理说明（编号见 --show，或 lists abnormal-notices）',
  '      notices --confirm <缴款书编号>                    立即再次确认（或再次开具、推送）',
  '      notices --void <缴款书编号>                       作废没有订单的缴款书',
  '      notices --handle <异常编号> <处理说明>            异常处理完毕；可由再次确认消除的，先再次确认',
  '      notices --follow <异常编号> <处理说明>            异常跟踪',
  '      notices --statement <非税区划编码> <日期>         重新下载并核对一天的非税对账单（日期为 yyyyMMdd）',
  '      notices --region <区域编码> <区域名称> <非税区划编码> <非税区划名称> <票据区划编码> <票据区划名称>   区域非税配置',
].join('\n');

/** The commands of whoever looks after payment notices until the console has them (1.1.5.1, 1.1.5.2). The running processes do the work. */
async function main(): Promise<readonly string[]> {
  const [command, ...given] = process.argv.slice(2);
  if (command === undefined) throw new ConfigError(usage);
  return withProduct((container) => done(container, command, given));
}

async function done(container: Container, command: string, given: readonly string[]): Promise<readonly string[]> {
  const [first, second] = given;
  switch (command) {
    case '--show': return shown(container, named(first));
    case '--abnormal': return abnormal(container, named(first));
    case '--confirm': case '--void': {
      const operate = container.get(tokens.operateNotice);
      const changed = await (command === '--confirm' ? operate.confirmAgain(named(first), by) : operate.void(named(first), by));
      if (!changed.ok) throw new ConfigError(operateWords[changed.refusal]);
      return ['已列入办理，由运行中的平台进程执行'];
    }
    case '--handle': case '--follow': return handled(container, command === '--handle' ? 'handle' : 'follow', named(first), second ?? '');
    case '--statement': return statement(container, named(first), dayNamed(second));
    case '--region': return region(container, given);
    default: throw new ConfigError(usage);
  }
}

async function shown(container: Container, name: string): Promise<readonly string[]> {
  const regions = [...container.get(tokens.provinces).keys()];
  return container.get(tokens.unitOfWork).read(async ({ notices }) => {
    let record: NoticeRecord | undefined = await notices.byNo(name) ?? await notices.byOrder(name);
    for (const one of regions) record ??= await notices.byPayCode(one, name);
    if (record === undefined) throw new ConfigError('没有这份缴款书');
    return noticeLines(record, await notices.abnormalOf(record.noticeNo), await notices.logOf(record.noticeNo));
  });
}

async function abnormal(container: Container, no: string): Promise<readonly string[]> {
  return container.get(tokens.unitOfWork).read(async ({ notices, reconciliation }) => {
    const record = await notices.abnormal(no);
    if (record === undefined) throw new ConfigError('没有这条异常');
    return [abnormalLine(record), ...(await reconciliation.notesOf('notice', no)).map(noteLine)];
  });
}

/** 处理 (1.1.5.2.3-b): the confirmation is repeated first where that is the cure. */
async function handled(container: Container, action: 'handle' | 'follow', no: string, note: string): Promise<readonly string[]> {
  const record = await container.get(tokens.unitOfWork).read(({ notices }) => notices.abnormal(no));
  const written = await container.get(tokens.writeNote).run({ about: { kind: 'notice', no }, action, note, ...by });
  if (!written.ok) throw new ConfigError({ 'no-such-case': '没有这条异常', 'note-missing': '请写明处理说明', 'note-too-long': '处理说明过长', handled: '该异常已处理或已自行消除', 'refund-asked': '已申请退回款项，等待审批' }[written.refusal]);
  if (action === 'follow') return ['已记为跟踪中'];
  const isRepeated = record?.noticeNo !== undefined && isCuredByConfirming(record) && (await container.get(tokens.operateNotice).confirmAgain(record.noticeNo, by)).ok;
  return [isRepeated ? '已记为已处理，并已再次确认' : '已记为已处理'];
}

async function statement(container: Container, regionCode: string, day: BusinessDay): Promise<readonly string[]> {
  const [unitOfWork, now] = [container.get(tokens.unitOfWork), container.get(tokens.clock).now()];
  if (container.get(tokens.provinces).get(regionCode)?.statements === undefined) throw new ConfigError('该区划没有接入非税对账单');
  if (day >= businessDay(now)) throw new ConfigError('只能核对今天以前的对账单');
  const known = await unitOfWork.read(({ notices }) => notices.statementDay(regionCode, day));
  await unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'fetch-notice-statement', key: statementKey(regionCode, day), dueAt: now }));
  return [...(known === undefined ? [] : [statementLine(known)]), '已列入重新下载和核对，由运行中的平台进程执行'];
}

async function region(container: Container, [code, name, nontaxCode, nontaxName, billCode, billName]: readonly string[]): Promise<readonly string[]> {
  const codes = { nontaxRegionCode: nontaxCode ?? '', nontaxRegionName: nontaxName ?? '', eBillRegionCode: billCode ?? '', eBillRegionName: billName ?? '' };
  const saved = await container.get(tokens.editNontaxRegion).run(named(code), named(name), codes, { kind: 'operator', code: by.operator, address: undefined });
  if (!saved.ok) throw new ConfigError(`${saved.refusal.field}：${{ 'value-missing': '四个值都要填写', 'value-malformed': '格式不正确', 'value-too-long': '过长' }[saved.refusal.code]}`);
  return [`${saved.value.regionName} 已保存`];
}

function named(given: string | undefined): string {
  if (given === undefined || given === '') throw new ConfigError(usage);
  return given;
}

runCommand(main);
