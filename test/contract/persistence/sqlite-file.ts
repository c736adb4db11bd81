import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { foldLog } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import { openOn, type Opened, type OpenedEngine } from './opened.js';

/** A folder for one database file, and its removal. */
export function temporaryFile(): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-sqlite-'));
  return { file: join(folder, 'data', 'tongjiao.db'), remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}

/** A database with the whole schema and nothing in it, as bytes: to make the schema takes longer than most cases that want it. */
let emptyDatabase: Promise<Buffer> | undefined;

async function makeEmptyDatabase(): Promise<Buffer> {
  const { file, remove } = temporaryFile();
  await (await openOn(openSqlite({ file }))).close();
  foldLog(file);
  const bytes = readFileSync(file);
  remove();
  return bytes;
}

/** An engine on a file of its own that has the whole schema. */
export async function openEmptyFile(): Promise<OpenedEngine> {
  const { file, remove } = temporaryFile();
  emptyDatabase ??= makeEmptyDatabase();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, await emptyDatabase, { mode: 0o600 });
  return { engine: openSqlite({ file }), remove };
}

export async function openSqliteFile(): Promise<Opened> {
  const { engine, remove } = await openEmptyFile();
  const opened = await openOn(engine);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      remove();
    },
  };
}
