import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foreignLine, type ForeignLine } from '../../../adapters/outbound/persistence/sql/foreign-line.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { FrontBase } from '../../../adapters/simulators/data-sharing/front-base.js';
import { sharedTables } from '../../../domain/sharing/shared-tables.js';
import { ownDatabase } from '../../support/servers.js';

type Row = Readonly<Record<string, unknown>>;

/** A front database of a test's own, as the city would have made it, and a look into it past our adapter. */
export interface OpenFront {
  readonly line: ForeignLine;
  rows(table: string): Promise<readonly Row[]>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

export async function sqliteFront(): Promise<OpenFront> {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-front-'));
  const base = new FrontBase(join(folder, 'front.db'), 'char');
  const engine = openSqlite({ file: join(folder, 'front.db') });
  const line = foreignLine(engine);
  return {
    line, rows: async (table) => engine.reader(table), run: async (sql) => { await engine.writer.raw(sql); },
    close: async () => { await line.close(); base.close(); rmSync(folder, { recursive: true, force: true }); },
  };
}

/** The tables of the document in the types of a server; table 7-16 has no key, as in the document. */
export async function serverFront(address: string): Promise<OpenFront> {
  const database = await ownDatabase(address, 'tj_front');
  const engine = database.open();
  const quote = engine.name === 'mysql' ? '`' : '"';
  const moment = engine.name === 'mysql' ? 'datetime' : 'timestamp';
  for (const { usualTarget, key, columns, tableNo } of sharedTables) {
    const defined = columns.map(({ name, type }) => `${quote}${name}${quote} ${type.kind === 'datetime' ? moment : 'length' in type ? `${type.kind}(${type.length})` : type.kind}`);
    await engine.writer.raw(`create table ${usualTarget} (${[...defined, ...tableNo === '7-16' ? [] : [`primary key (${quote}${key}${quote})`]].join(', ')})`);
  }
  return {
    line: foreignLine(database.open()), rows: async (table) => engine.reader(table), run: async (sql) => { await engine.writer.raw(sql); },
    close: async () => { await engine.close(); await database.drop(); },
  };
}
