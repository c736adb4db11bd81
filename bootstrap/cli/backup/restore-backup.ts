import { existsSync, linkSync, mkdirSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupError } from '../../../adapters/outbound/crypto/backup/backup-error.js';
import type { BackupFacts } from '../../../adapters/outbound/crypto/backup/backup-format.js';
import { readKeyStoreCopy } from '../../../adapters/outbound/crypto/backup/key-store-copy.js';
import { checkBackup, extractBackup } from '../../../adapters/outbound/crypto/backup/read-backup.js';
import { createKeyStoreFile, syncFolder } from '../../../adapters/outbound/crypto/keystore/key-store-file.js';
import type { KeyStore } from '../../../adapters/outbound/crypto/keystore/key-store.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import type { Stock } from '../../../adapters/outbound/persistence/sql/stock.js';
import { foldLog, sqliteBeside } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import { MarkRecovered } from '../../../application/recovery/mark-recovered.js';
import type { Config } from '../../config.js';
import { lockDataFolder } from '../../data-folder-lock.js';
import { backupPassphrase, existingKeyStore, keyStoreFile } from '../../secrets.js';
import { databaseFile, removeDatabase, sweepWorkingFiles, workingFile } from './database-file.js';
import { compareStock, examineAudit, examineSealed, fingerprintOf, withDatabase, type Stored } from './examine.js';
import type { Installation } from './make-backup.js';

export const restoreActor = { kind: 'operator', code: 'restore-command', address: undefined } as const;

export interface Examined { readonly facts: BackupFacts; readonly stock: Stock; readonly audit: string; readonly sealedOrders: number }
export interface RestoreOptions { readonly file: string; readonly despiteAudit: boolean }

/**
 * Puts a backup back where no database is. Every byte is found authentic before any is decrypted; the database is looked through beside its
 * place and appears in it whole and marked as recovered, or not at all (BAK-01, BAK-03).
 */
export async function restoreBackup(installation: Installation, options: RestoreOptions): Promise<Examined> {
  const { config, clock } = installation;
  const unlock = lockDataFolder(config);
  try {
    const database = databaseFile(config);
    if ([database, ...sqliteBeside(database)].some((file) => existsSync(file))) throw new BackupError(`${database} 已有数据库或其日志文件：只能恢复到没有数据库的目录，请先移走`);
    return await examined(installation, options, 'restore', async (stored, facts) => {
      await runMigrations(stored.engine, { owner: `restore-${process.pid}`, now: () => Date.now() });
      await new MarkRecovered({ unitOfWork: stored.unitOfWork, ids: stored.ids, clock }).run(facts.createdAt, restoreActor);
    }, async (file) => {
      foldLog(file);
      // link, unlike rename, fails where the name is taken, even by another process in this moment.
      linkSync(file, database);
      unlinkSync(file);
      await syncFolder(database);
    });
  } finally {
    unlock();
  }
}

/** Looks a backup through as a restore would, and leaves nothing. A platform may be running. */
export async function verifyBackup(installation: Installation, options: RestoreOptions): Promise<Examined> {
  return examined(installation, options, 'check', () => Promise.resolve(), () => Promise.resolve());
}

async function examined(
  { config, environment, clock }: Installation, { file, despiteAudit }: RestoreOptions, use: 'restore' | 'check',
  finish: (stored: Stored, facts: BackupFacts) => Promise<void>, place: (file: string) => Promise<void>,
): Promise<Examined> {
  const database = databaseFile(config);
  const passphrase = backupPassphrase(config, environment);
  const checked = await checkBackup(file, passphrase);
  const { facts } = checked.header;
  if (facts.content !== 'sqlite') throw new BackupError('备份内容是服务器数据库的转储：请用 restore --unseal 解开，再用数据库自带的工具恢复');
  refuseNewer(facts);
  const store = await matchingKeyStore(config, environment, facts);
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  sweepWorkingFiles(database);
  const working = workingFile(database, use);
  try {
    await extractBackup(file, checked, working);
    const found = await withDatabase(working, config, store, clock, async (stored) => {
      const stock = await compareStock(stored.engine, facts);
      const all = { facts, stock, audit: await examineAudit(stored, despiteAudit), sealedOrders: await examineSealed(stored) };
      await finish(stored, facts);
      return all;
    });
    await place(working);
    return found;
  } finally {
    removeDatabase(working);
  }
}

function refuseNewer({ steps, product }: BackupFacts): void {
  const known = new Set(allSteps.map((step) => step.id));
  const unknown = steps.find((id) => !known.has(id));
  if (unknown !== undefined) throw new BackupError(`备份来自更新的版本（${product}，结构步骤 ${unknown} 本版本不认识）：请用该版本或更新的版本恢复`);
}

async function matchingKeyStore(config: Config, environment: Installation['environment'], { keyStore }: BackupFacts): Promise<KeyStore> {
  if (!existsSync(keyStoreFile(config))) throw new BackupError('密钥库不存在：请先用 restore --keys 恢复该备份所属的密钥库');
  const store = await existingKeyStore(config, environment);
  if (fingerprintOf(store) !== keyStore) throw new BackupError(`备份属于另一个密钥库（指纹 ${keyStore.slice(0, 16)}…，当前 ${fingerprintOf(store).slice(0, 16)}…）：请恢复与之对应的密钥库`);
  return store;
}

/** Decrypts a sealed dump into a new file for its owner alone, after every byte was found authentic. */
export async function unsealDump({ config, environment }: Installation, file: string, target: string): Promise<BackupFacts> {
  const checked = await checkBackup(file, backupPassphrase(config, environment));
  const { facts } = checked.header;
  if (facts.content !== 'dump') throw new BackupError('备份内容是 SQLite 数据库：请用 restore <文件> 恢复');
  await matchingKeyStore(config, environment, facts);
  if (existsSync(target)) throw new BackupError('目标文件已存在，不会覆盖');
  await extractBackup(file, checked, target);
  return facts;
}

/** Puts a key store back where none is; it is opened, and its fingerprint compared, before it gets its name. */
export async function restoreKeys({ config, environment }: Installation, file: string): Promise<string> {
  const unlock = lockDataFolder(config);
  const working = `${keyStoreFile(config)}.restore-${process.pid}.tmp`;
  try {
    const { storeText, fingerprint } = await readKeyStoreCopy(file);
    if (existsSync(keyStoreFile(config))) throw new BackupError('密钥库已存在，不会覆盖');
    mkdirSync(dirname(working), { recursive: true, mode: 0o700 });
    await createKeyStoreFile(working, storeText);
    try {
      if (fingerprintOf(await existingKeyStore(config, environment, working)) !== fingerprint) throw new BackupError('密钥备份文件的指纹与其中的密钥库不符');
      await createKeyStoreFile(keyStoreFile(config), storeText);
    } finally {
      unlinkSync(working);
    }
    return fingerprint;
  } finally {
    unlock();
  }
}
