import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { MarkRecovered } from '../../application/recovery/mark-recovered.js';
import { readLongTime } from '../../domain/kernel/china-time.js';
import { ConfigError, readConfig } from '../config.js';
import { lockDataFolder } from '../data-folder-lock.js';
import { openResources } from '../resources.js';
import { existingKeyStore } from '../secrets.js';
import { examineAudit, examineSealed } from './backup/examine.js';
import type { Installation } from './backup/make-backup.js';
import { restoreActor, restoreBackup, restoreKeys, unsealDump, verifyBackup, type Examined } from './backup/restore-backup.js';
import { runCommand, timeOf, yuanOf } from './backup/words.js';

const usage = [
  '用法：restore <文件>                     恢复数据到没有数据库的目录', '      restore --keys <文件>              先恢复密钥库',
  '      restore --check <文件>             只校验，不恢复', '      restore --unseal <文件> <转储>      解开服务器数据库的转储', '      restore --recovered [备份时间]      数据库已用自带工具恢复：登记恢复标记，备份时间形如 20261124030000', '选项 --despite-audit',
].join('\n');
const whatNow = '平台启动后，恢复前已有订单的支付、退款和回调暂扣。请按 docs/operate/backup.md 与渠道账单核对，再用 recovery 逐项放行';

/** `npm run restore -- <file>`, `--keys <file>`, `--check <file>`, `--recovered [when the backup was taken]` (BAK-01 to BAK-03). */
async function main(): Promise<readonly string[]> {
  const [despiteAudit, given] = [process.argv.includes('--despite-audit'), process.argv.slice(2).filter((word) => word !== '--despite-audit')];
  const installation: Installation = { config: readConfig(process.env), environment: process.env, clock: new WallClock() };
  const [first, second, third] = given;
  if (first === '--unseal' && second !== undefined && third !== undefined && given.length === 3) {
    const facts = await unsealDump(installation, second, third);
    return [`转储已解开：${third}，转储开始于 ${timeOf(facts.createdAt)}；用数据库自带的工具恢复后，请执行 restore --recovered`];
  }
  if (given.length > 2) throw new ConfigError(usage);
  if (first === '--recovered') return markRecovered(installation, second, despiteAudit);
  if (first === '--keys' && second !== undefined) return [`密钥库已恢复，指纹 ${await restoreKeys(installation, second)}`];
  if (first === '--check' && second !== undefined) return ['校验通过，未改动任何数据', ...told(await verifyBackup(installation, { file: second, despiteAudit }))];
  if (first === undefined || first.startsWith('--') || second !== undefined) throw new ConfigError(usage);
  return ['恢复完成', ...told(await restoreBackup(installation, { file: first, despiteAudit })), whatNow];
}

const told = ({ facts, stock, audit, sealedOrders }: Examined): readonly string[] => [
  `  备份时间    ${timeOf(facts.createdAt)}，版本 ${facts.product}`, `  收款合计    ${yuanOf(stock.charged)}，退款合计 ${yuanOf(stock.refunded)}`,
  `  订单 ${stock.counts['pay_order'] ?? 0}，支付尝试 ${stock.counts['pay_attempt'] ?? 0}，退款 ${stock.counts['pay_refund'] ?? 0}，行数与备份一致`,
  `  ${audit}；${sealedOrders} 个订单的个人信息均可用密钥库打开`,
];

/** For a database on whatever engine that its own tools have put back. No process of the platform may run. */
async function markRecovered({ config, environment, clock }: Installation, takenAt: string | undefined, despiteAudit: boolean): Promise<readonly string[]> {
  const read = takenAt === undefined ? undefined : readLongTime(takenAt);
  if (read?.ok === false) throw new ConfigError('备份时间须为北京时间 yyyyMMddHHmmss');
  const unlock = lockDataFolder(config);
  try {
    // A start would make new keys where none are, and these open nothing of what was put back.
    await existingKeyStore(config, environment);
    const resources = await openResources(config, clock, { journal: new PinoJournal('warn'), trail: new AsyncRequestTrail() }, environment, 'command');
    try {
      const audit = await examineAudit(resources, despiteAudit);
      const sealedOrders = await examineSealed(resources);
      const mark = await new MarkRecovered(resources).run(read?.ok === true ? read.value : undefined, restoreActor);
      return [`已登记恢复标记，恢复时间 ${timeOf(mark.restoredAt)}，备份时间 ${timeOf(mark.backupTakenAt)}`, `  ${audit}；${sealedOrders} 个订单的个人信息均可用密钥库打开`, whatNow];
    } finally {
      await resources.close();
    }
  } finally {
    unlock();
  }
}

runCommand(main);
