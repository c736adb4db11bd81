import { BackupError } from '../../../adapters/outbound/crypto/backup/backup-error.js';
import type { BackupFacts } from '../../../adapters/outbound/crypto/backup/backup-format.js';
import type { KeyStore } from '../../../adapters/outbound/crypto/keystore/key-store.js';
import { SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { openAllSealed, takeStock, type Stock } from '../../../adapters/outbound/persistence/sql/stock.js';
import { sqlPersistence, type Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { sqliteFlaws } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import { NumberMaker, type NumberRange } from '../../../adapters/outbound/system/number-maker.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Config } from '../../config.js';

/** Names a key store by keys that never change, without giving anything of them away. */
export const fingerprintOf = (store: KeyStore): string => new SoftwareVault(store).fingerprint();

export interface Stored extends Persistence { readonly engine: SqlEngine; readonly vault: SoftwareVault; readonly ids: NumberMaker; readonly clock: Clock }

/** Numbers for entries in a file that nobody else has open: the last node number, which a process takes only when 999 others live. */
const numbersOfCommand = (clock: Clock): NumberRange => ({ nodeNo: 999, from: clock.now(), until: Number.MAX_SAFE_INTEGER });

/** Works on a database file that nobody else has open, and closes it. */
export async function withDatabase<T>(file: string, config: Config, store: KeyStore, clock: Clock, work: (stored: Stored) => Promise<T>): Promise<T> {
  const flaws = sqliteFlaws(file);
  if (flaws.length > 0) throw new BackupError(`数据库未通过 SQLite 完整性检查：${flaws.join('；')}`);
  const engine = openSqlite({ file });
  try {
    const [vault, ids] = [new SoftwareVault(store), new NumberMaker(clock, numbersOfCommand(clock))];
    return await work({ engine, vault, ids, clock, ...sqlPersistence(engine, { vault, ids, clock, wallNow: () => performance.now() }) });
  } finally {
    await engine.close();
  }
}

/** Rows, totals and schema are what the backup says of itself. */
export async function compareStock(engine: SqlEngine, facts: BackupFacts): Promise<Stock> {
  const stock = await takeStock(engine);
  const tables = new Set([...Object.keys(facts.counts), ...Object.keys(stock.counts)]);
  const differing = [...tables].filter((table) => facts.counts[table] !== stock.counts[table]);
  if (differing.length > 0) throw new BackupError(`行数与备份记录不符：${differing.map((table) => `${table} 应为 ${facts.counts[table] ?? 0}，实为 ${stock.counts[table] ?? 0}`).join('；')}`);
  if (stock.charged.toString() !== facts.charged || stock.refunded.toString() !== facts.refunded) throw new BackupError('收款或退款合计与备份记录不符');
  if (stock.steps.join() !== facts.steps.join()) throw new BackupError('数据库结构与备份记录不符');
  return stock;
}

/** Every audit row and link is as it was written. `tolerated`: said, not refused, where an operator has decided so. */
export async function examineAudit({ auditChain }: Pick<Stored, 'auditChain'>, tolerated: boolean): Promise<string> {
  const verdict = await auditChain.verify();
  if (verdict.ok) return `审计链完整，${verdict.count} 条`;
  const flaw = `审计链自第 ${verdict.badSeq} 条起不符（${verdict.why}）`;
  if (!tolerated) throw new BackupError(`${flaw}；确需继续请加 --despite-audit`);
  return `注意：${flaw}，已按 --despite-audit 继续`;
}

/** Every payer's data opens with this key store; answers of how many orders. */
export async function examineSealed({ engine, vault }: Pick<Stored, 'engine' | 'vault'>): Promise<number> {
  try {
    return await openAllSealed(engine, vault);
  } catch (error) {
    if (error instanceof Error && error.name === 'TamperedError') throw new BackupError('已加密的个人信息无法用当前密钥库打开，或数据已被改动');
    throw error;
  }
}
