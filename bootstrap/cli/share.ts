import type { Container } from 'inversify';
import { hasPolicy, sharedTables, tableNamed, type SharedTable } from '../../domain/sharing/shared-tables.js';
import type { QuarantinedRow } from '../../domain/sharing/share-records.js';
import { ConfigError } from '../config.js';
import type { Sharing } from '../sharing-desk.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';
import { batchLine, policyLines, policyRefusals, quarantineLine, releaseWords, statusLine, type TableStatus } from './share-words.js';

const by = { operator: 'share-command', address: undefined };
const page = 500;
const usage = [
  '用法：share --status                                  各表送到哪里、失败次数、隔离行数',
  '      share --test                                    测试线路：逐表查询对方行数，不写入',
  '      share --run                                     立即送一轮',
  '      share --log [表]                                最近 50 个批次',
  '      share --reload <表>                             全量重送一张表，完成后核对行数',
  '      share --backfill                                把启用共享之前已支付的订单补入待共享清单',
  '      share --quarantine                              被隔离的行',
  '      share --release <隔离编号>                      原因消除后重发一行',
  '      share --policies                                已授权共享完整值的列',
  '      share --policy <表> <列> full|masked <依据>     授权或取消授权共享完整值',
  `表：${sharedTables.map(({ name, tableNo, zh }) => `${name}（${tableNo} ${zh}）`).join('、')}`,
].join('\n');

/** Operators' commands for the city's data sharing platform until the console has them (1.1.7.2.5). May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const [command, ...given] = process.argv.slice(2);
  if (command === undefined) throw new ConfigError(usage);
  return withProduct((container) => done(container, command, given));
}

async function done(container: Container, command: string, [first, second, third, ...rest]: readonly string[]): Promise<readonly string[]> {
  const { on, authorise } = container.get(tokens.sharing);
  const unitOfWork = container.get(tokens.unitOfWork);
  if (command === '--policies') return policyLines(await unitOfWork.read(({ sharing }) => sharing.policies()));
  if (command === '--policy') {
    if (third !== 'full' && third !== 'masked') throw new ConfigError(usage);
    const table = tableOf(first);
    const decided = await authorise.run({ table, column: second ?? '', isFull: third === 'full', basis: rest.join(' ') }, by);
    if (!decided.ok) throw new ConfigError(`${policyRefusals[decided.refusal]}；可授权的列：${table.columns.filter(hasPolicy).map(({ name }) => name).join('、')}`);
    return [...policyLines([decided.value]), '已送出的行不会改变；需要时用 --reload 全量重送'];
  }
  if (on === undefined) throw new ConfigError('没有配置数据共享平台（外部系统文件的 dataSharing 一节）');
  return connected(container, on, command, first);
}

async function connected(container: Container, on: Sharing, command: string, first: string | undefined): Promise<readonly string[]> {
  const unitOfWork = container.get(tokens.unitOfWork);
  const { target } = on.parts.writer;
  switch (command) {
    case '--status': return status(container, on);
    case '--test': return tested(on);
    case '--run': return [`送出 ${await on.round.run()} 个批次`, ...await status(container, on)];
    case '--log': {
      const table = first === undefined ? undefined : tableOf(first).name;
      const batches = await unitOfWork.read(({ sharing }) => sharing.batches(target, table, 50));
      return batches.length === 0 ? ['还没有批次'] : batches.map(batchLine);
    }
    case '--reload': {
      const table = tableOf(first);
      const ordered = await on.reload.run(table, by);
      if (!ordered.ok) throw new ConfigError({ 'not-shared': '该表当前没有共享', 'under-way': '正在全量重送' }[ordered.refusal]);
      return [`已安排全量重送${table.zh}；由运行中的平台进程执行，完成后核对行数`];
    }
    case '--backfill': return [`补入 ${await on.backfill.run()} 笔已支付订单`];
    case '--quarantine': {
      const all: QuarantinedRow[] = [];
      for (let rows = await unitOfWork.read(({ sharing }) => sharing.openQuarantine(target, undefined, page)); rows.length > 0;) {
        all.push(...rows);
        rows = rows.length < page ? [] : await unitOfWork.read(({ sharing }) => sharing.openQuarantine(target, all.at(-1)?.quarantineNo, page));
      }
      return all.length === 0 ? ['没有被隔离的行'] : all.map(quarantineLine);
    }
    case '--release': {
      const released = await on.release.run(first ?? '', by);
      if (!released.ok) throw new ConfigError(releaseWords(released.refusal));
      return ['已送出'];
    }
    default: throw new ConfigError(usage);
  }
}

async function status(container: Container, { parts, sources }: Sharing): Promise<readonly string[]> {
  const { target } = parts.writer;
  const all = await container.get(tokens.unitOfWork).read(async ({ sharing }) => {
    const found: TableStatus[] = [];
    for (const { table } of sources) {
      found.push({
        table, progress: await sharing.progress(target, table.name), last: (await sharing.batches(target, table.name, 1))[0],
        aside: await sharing.openQuarantineCount(target, table.name),
      });
    }
    return found;
  });
  return [`共享目标 ${target}`, ...all.map((one) => statusLine(one, parts.clock.now()))];
}

async function tested({ parts: { writer, timeoutMs }, sources }: Sharing): Promise<readonly string[]> {
  const { looking } = writer;
  if (looking === undefined) return [`${writer.target} 方式不能查询对方数据；请看送出的文件或批次日志`];
  const lines: string[] = [];
  for (const { table } of sources) {
    const seen = await looking.count(table, timeoutMs);
    lines.push(`${table.tableNo} ${table.zh}：${seen.kind === 'seen' ? `连通，对方 ${seen.value} 行` : `不通（${seen.why}）`}`);
  }
  return lines;
}

function tableOf(given: string | undefined): SharedTable {
  const table = given === undefined ? undefined : tableNamed(given);
  if (table === undefined) throw new ConfigError(usage);
  return table;
}

runCommand(main);
