import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { openOn, type Opened } from './opened.js';

/** A folder for one database file, and its removal. */
export function temporaryFile(): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-sqlite-'));
  return { file: join(folder, 'data', 'tongjiao.db'), remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}

export async function openSqliteFile(): Promise<Opened> {
  const { file, remove } = temporaryFile();
  const opened = await openOn(openSqlite({ file }));
  return {
    ...opened,
    close: async () => {
      await opened.close();
      remove();
    },
  };
}
