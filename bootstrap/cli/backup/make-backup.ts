import { existsSync, readFileSync, statSync } from 'node:fs';
import { BackupError } from '../../../adapters/outbound/crypto/backup/backup-error.js';
import type { BackupFacts } from '../../../adapters/outbound/crypto/backup/backup-format.js';
import { writeKeyStoreCopy } from '../../../adapters/outbound/crypto/backup/key-store-copy.js';
import { writeBackup } from '../../../adapters/outbound/crypto/backup/write-backup.js';
import { takeStock } from '../../../adapters/outbound/persistence/sql/stock.js';
import { snapshotSqlite } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Config } from '../../config.js';
import { backupPassphrase, existingKeyStore, keyStoreFile } from '../../secrets.js';
import { databaseFile, removeDatabase, sweepWorkingFiles, workingFile } from './database-file.js';
import { examineAudit, fingerprintOf, withDatabase } from './examine.js';

/** Where an installation is and what opens it. */
export interface Installation { readonly config: Config; readonly environment: Readonly<Record<string, string | undefined>>; readonly clock: Clock }
export interface MadeBackup { readonly facts: BackupFacts; readonly bytes: number; readonly audit: string }

/** Backs the data up while the platform runs: a snapshot of one moment, counted and looked through, then encrypted (BAK-01). No key is inside. */
export async function makeBackup({ config, environment, clock }: Installation, file: string, despiteAudit: boolean): Promise<MadeBackup> {
  const database = databaseFile(config);
  if (!existsSync(database)) throw new BackupError('数据库文件不存在');
  const passphrase = backupPassphrase(config, environment);
  const store = await existingKeyStore(config, environment);
  sweepWorkingFiles(database);
  const snapshot = workingFile(database, 'snapshot');
  try {
    // Before the snapshot: what happens from now on may be missing in it.
    const createdAt = clock.now();
    snapshotSqlite(database, snapshot);
    const { stock, audit } = await withDatabase(snapshot, config, store, clock, async (stored) => ({ audit: await examineAudit(stored, despiteAudit), stock: await takeStock(stored.engine) }));
    const facts: BackupFacts = {
      content: 'sqlite', createdAt, product: productVersion(), steps: stock.steps, keyStore: fingerprintOf(store), counts: stock.counts, charged: stock.charged.toString(), refunded: stock.refunded.toString(),
    };
    await writeBackup(file, snapshot, facts, passphrase);
    return { facts, bytes: statSync(file).size, audit };
  } finally {
    removeDatabase(snapshot);
  }
}

/** Encrypts what a server database's own tool has dumped, as our own backups are; the dump itself is left to whoever made it. */
export async function sealDump({ config, environment }: Installation, dump: string, file: string): Promise<{ readonly createdAt: number; readonly bytes: number }> {
  if (!existsSync(dump)) throw new BackupError('转储文件不存在');
  const store = await existingKeyStore(config, environment);
  // The tool began before this: what it may have missed is on the safe side once the operator says when.
  const createdAt = Math.trunc(statSync(dump).birthtimeMs);
  await writeBackup(file, dump, { content: 'dump', createdAt, product: productVersion(), steps: [], keyStore: fingerprintOf(store), counts: {}, charged: '0', refunded: '0' }, backupPassphrase(config, environment));
  return { createdAt, bytes: statSync(file).size };
}

/** Puts a copy of the key store away, apart from the data (BAK-02). The store is opened first: a copy that nobody could open is no backup. */
export async function backUpKeys({ config, environment, clock }: Installation, file: string): Promise<{ readonly fingerprint: string; readonly check: string }> {
  const fingerprint = fingerprintOf(await existingKeyStore(config, environment));
  return { fingerprint, check: await writeKeyStoreCopy(file, keyStoreFile(config), fingerprint, clock.now()) };
}

function productVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return manifest.version;
}
