import { createReadStream, createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Container } from 'inversify';
import { maxLegsAtOnce } from '../../application/ports/leg-books.js';
import type { UploadRefusal } from '../../application/reconciliation/upload-bill.js';
import type { StartRefusal } from '../../application/reconciliation/start-run.js';
import { businessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import type { Difference } from '../../domain/reconciliation/difference.js';
import type { KeptGap } from '../../domain/settlement/order-legs.js';
import type { Result } from '../../domain/kernel/result.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { dayNamed, runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';
import { legLines } from './leg-words.js';
import { dayLines, differenceLines, refusalWords, runLines } from './reconcile-words.js';

const by = 'reconcile-command';
/** More gaps than a screen is good for: the list has them all. */
const mostGaps = 5_000;
const usage = [
  '用法：reconcile --status [日期]                               一天的对账情况（默认昨天，日期为 yyyyMMdd）',
  '      reconcile --differences <渠道商户编号> <日期>           一天的差异和待对明细',
  '      reconcile --run <渠道商户编号> <日期>                   用最新账单再对一次账',
  '      reconcile --upload <渠道商户编号> <日期> <账单文件>     人工上传渠道账单并对账',
  '      reconcile --bill <渠道商户编号> <日期> <存为>           下载这一天用于对账的渠道账单原文',
  '      reconcile --log <渠道商户编号> <日期>                   对账日志：历次对账及其结果',
  '      reconcile --cancel <对账批次号>                         取消正在进行的对账',
  '      reconcile --note <差异编号> <处理说明>                  差异已处理完毕，写明如何处理',
  '      reconcile --legs <日期>                                 四方核对：一天的笔数和未消除的差异',
  '      reconcile --follow <四方核对差异编号> <说明>            跟踪四方核对差异，写明进展（差异由核对自行消除）',
  '      reconcile --lock-month <yyyyMM>                         月结锁定，此后的更正记入下月',
].join('\n');

/** Finance's commands until the console has them (1.1.4.2). May be used while the platform runs: its processes do the work. */
async function main(): Promise<readonly string[]> {
  const [command, ...given] = process.argv.slice(2);
  if (command === undefined) throw new ConfigError(usage);
  return withProduct((container) => done(container, command, given));
}

async function done(container: Container, command: string, [first, second, third]: readonly string[]): Promise<readonly string[]> {
  const unitOfWork = container.get(tokens.unitOfWork);
  switch (command) {
    case '--status': {
      const day = first === undefined ? addDays(businessDay(container.get(tokens.clock).now()), -1) : dayNamed(first);
      const [days, certificate] = await unitOfWork.read(async ({ reconciliation, settlement }) => [await reconciliation.daysOn(day), await settlement.certificate(day)] as const);
      return dayLines(day, days, certificate);
    }
    case '--differences': {
      await comparedOf(container, named(first), dayNamed(second));
      const query = { channelMerchantId: named(first), clearingDay: dayNamed(second), states: ['open', 'waiting', 'handled'], limit: 500 } as const;
      const all: Difference[] = [];
      for (let page = await unitOfWork.read(({ reconciliation }) => reconciliation.differencesOf({ ...query, after: undefined })); page.length > 0;) {
        all.push(...page);
        page = page.length < query.limit ? [] : await unitOfWork.read(({ reconciliation }) => reconciliation.differencesOf({ ...query, after: all.at(-1)?.differenceNo }));
      }
      return differenceLines(all);
    }
    case '--run': {
      const account = await accountOf(container, named(first));
      return started(await container.get(tokens.startRun).run(account, dayNamed(second), by));
    }
    case '--upload': {
      const file = named(third);
      const clearingDay = dayNamed(second);
      return started(await container.get(tokens.uploadBill).run({ channelMerchantId: named(first), clearingDay, fileName: basename(file).slice(0, 128), bytes: createReadStream(file), by }));
    }
    case '--bill': {
      const opened = await container.get(tokens.openBill).run(named(first), dayNamed(second), by);
      if (!opened.ok) throw new ConfigError('这一天没有用于对账的渠道账单');
      const { bill, bytes } = opened.value;
      await pipeline(bytes, createWriteStream(named(third), { flags: 'wx', mode: 0o600 }));
      return [`已存为 ${named(third)}：${bill.fileName}，${bill.byteSize} 字节，SM3 ${bill.digest}`];
    }
    case '--log': {
      const [channelMerchantId, clearingDay] = [named(first), dayNamed(second)];
      await accountOf(container, channelMerchantId);
      return runLines(await unitOfWork.read(({ reconciliation }) => reconciliation.runsOf(channelMerchantId, clearingDay, 50)));
    }
    case '--cancel': {
      const asked = await container.get(tokens.cancelRun).run(named(first), by);
      if (!asked.ok) throw new ConfigError(asked.refusal === 'ended' ? '该次对账已经结束' : '没有这个对账批次');
      return ['已要求取消，当前一页完成后停止'];
    }
    case '--note': {
      const written = await container.get(tokens.writeNote).run({ about: { kind: 'difference', no: named(first) }, action: 'handle', note: second ?? '', operator: by, address: undefined });
      if (!written.ok) throw new ConfigError({ 'no-such-case': '没有这条差异', 'note-missing': '请写明处理说明', 'note-too-long': '处理说明过长', handled: '该差异已处理或已自行消除', 'refund-asked': '已申请退回款项，等待审批' }[written.refusal]);
      return ['已记为已处理'];
    }
    case '--legs': {
      const day = dayNamed(first);
      const checks = await unitOfWork.read(({ legs }) => legs.checksOn(day));
      const gaps: KeptGap[] = [];
      for (let isMore = true; isMore;) {
        const page = await unitOfWork.read(({ legs }) => legs.openAt({ day, at: Number.MAX_SAFE_INTEGER, after: gaps.at(-1), limit: maxLegsAtOnce }));
        gaps.push(...page);
        isMore = page.length === maxLegsAtOnce && gaps.length < mostGaps;
      }
      return legLines(day, checks, gaps, mostGaps);
    }
    case '--follow': {
      const written = await container.get(tokens.writeNote).run({ about: { kind: 'leg-gap', no: named(first) }, action: 'follow', note: second ?? '', operator: by, address: undefined });
      if (!written.ok) throw new ConfigError({ 'no-such-case': '没有这条四方核对差异', 'note-missing': '请写明进展', 'note-too-long': '说明过长', handled: '该差异已消除', 'refund-asked': '已申请退回款项，等待审批' }[written.refusal]);
      return ['已记为跟踪'];
    }
    case '--lock-month': {
      const locked = await container.get(tokens.lockMonth).run(named(first), by);
      if (!locked.ok) throw new ConfigError({ 'not-a-month': '月份写作 yyyyMM', locked: '该月已锁定', 'not-certified': '该月最后一天还没有日对账证书' }[locked.refusal]);
      return [`${locked.value.month} 已月结锁定`];
    }
    default: throw new ConfigError(usage);
  }
}

function started(begun: Result<{ readonly runNo: string; readonly sequence: number; readonly isNewBill?: boolean }, UploadRefusal | StartRefusal>): readonly string[] {
  if (!begun.ok) throw new ConfigError(refusalWords(begun.refusal));
  const again = begun.value.isNewBill === false ? '该文件此前已收到，不算新账单。' : '';
  return [`${again}已发起第 ${begun.value.sequence} 次对账，批次号 ${begun.value.runNo}；由运行中的平台进程执行`];
}

async function accountOf(container: Container, channelMerchantId: string): Promise<ChannelMerchant> {
  const account = await container.get(tokens.directory).channelMerchant(channelMerchantId);
  if (!account) throw new ConfigError(refusalWords({ code: 'no-such-account' }));
  return account;
}

/** "No differences" of a day nobody has compared would read as an all clear. */
async function comparedOf(container: Container, channelMerchantId: string, clearingDay: BusinessDay): Promise<void> {
  await accountOf(container, channelMerchantId);
  const day = await container.get(tokens.unitOfWork).read(({ reconciliation }) => reconciliation.day(channelMerchantId, clearingDay));
  if (day?.lastRunNo === undefined) throw new ConfigError('这一天还没有对过账，还不知道有没有差异');
}

function named(given: string | undefined): string {
  if (given === undefined || given === '') throw new ConfigError(usage);
  return given;
}

runCommand(main);
