import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BackupError } from '../../../adapters/outbound/crypto/backup/backup-error.js';
import { sqliteBeside } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import type { Config } from '../../config.js';
import { configuredDatabase } from '../../open-engine.js';
import { isAlive } from '../../process-card.js';

/** The file of a SQLite installation. A server's database is backed up and put back by its own tools (docs/operate/backup.md). */
export function databaseFile(config: Config): string {
  const address = configuredDatabase(config, {});
  if (address.family !== 'sqlite') throw new BackupError('数据库不是 SQLite：请用数据库自带的工具备份和恢复（见 docs/operate/backup.md），恢复后执行 restore --recovered');
  return address.file;
}

/** A file in clear that lives only while this process works, beside the database and guarded as it is. */
export function workingFile(database: string, use: 'snapshot' | 'restore' | 'check'): string {
  return join(dirname(database), `${basename(database)}.${use}-${process.pid}.tmp`);
}

/** Removes such a file and what SQLite left beside it. */
export function removeDatabase(file: string): void {
  for (const one of [file, ...sqliteBeside(file)]) rmSync(one, { force: true });
}

/** Working files of processes that were killed: data in clear that nobody needs. */
export function sweepWorkingFiles(database: string): void {
  const folder = dirname(database);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const found = /\.(?:snapshot|restore|check)-(\d+)\.tmp(?:-wal|-shm|-journal)?$/.exec(name);
    if (found && name.startsWith(`${basename(database)}.`) && !isAlive(Number(found[1]))) rmSync(join(folder, name), { force: true });
  }
}
