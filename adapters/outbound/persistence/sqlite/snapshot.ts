import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { LibsqlConnection } from './libsql-connection.js';

const quoted = (path: string): string => `'${path.replaceAll('\'', '\'\'')}'`;

/**
 * Writes the database as it is at one moment into a new file, while others go on reading and writing: SQLite reads inside one transaction.
 * The file is for its owner alone from its first byte. Throws the driver's error; then no file is left.
 */
export function snapshotSqlite(file: string, target: string): void {
  if (!existsSync(file)) throw new Error('there is no database to take a snapshot of');
  closeSync(openSync(target, 'wx', 0o600));
  const connection = new LibsqlConnection(file, false);
  try {
    connection.execute(`VACUUM INTO ${quoted(target)}`);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  } finally {
    connection.close();
  }
}

/** What SQLite itself finds wrong with a file; empty when nothing is. */
export function sqliteFlaws(file: string): readonly string[] {
  try {
    const connection = new LibsqlConnection(file, false);
    try {
      const { rows = [] } = connection.query('PRAGMA integrity_check', []);
      const said = rows.map((row) => String(Object.values(row as Readonly<Record<string, unknown>>)[0]));
      return said.length === 1 && said[0] === 'ok' ? [] : said.slice(0, 5);
    } finally {
      connection.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : 'unreadable'];
  }
}

/** Brings everything from the log into the file itself, so that the file alone is the database. Nobody else may have it open. */
export function foldLog(file: string): void {
  const connection = new LibsqlConnection(file, false);
  try {
    connection.query('PRAGMA wal_checkpoint(TRUNCATE)', []);
  } finally {
    connection.close();
  }
  for (const beside of sqliteBeside(file)) rmSync(beside, { force: true });
}

/** Files SQLite keeps beside a database. */
export const sqliteBeside = (file: string): readonly string[] => [`${file}-wal`, `${file}-shm`, `${file}-journal`];
