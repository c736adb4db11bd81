import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { ownDatabase } from '../../support/servers.js';
import { fill } from './fill.js';
import { measure, type ExportFigures } from './measure.js';

/** `npm run benchmark:export [-- <rows> <server address> …]`: Excel files of many rows from SQLite and from servers; prints Markdown, asserts nothing. */
const lists = ['unsettled-trades', 'payee-settlement-details', 'settlement-details'];
const inside = '--measure';
const say = (words: string): void => { process.stderr.write(`${new Date().toISOString()} ${words}\n`); };

/** Each export in a process of its own, so that the memory is its own. */
function measured(address: string, list: string, folder: string): ExportFigures {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), inside, address, list, join(folder, 'export.xlsx')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ExportFigures;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
function reportOf(database: string, all: readonly ExportFigures[]): string {
  return all.map((one) => row([
    database, one.list, one.rows, one.seconds.toFixed(1), one.cpuSeconds.toFixed(1), one.fileMb.toFixed(1), `${one.peakMb.toFixed(0)} (${one.restMb.toFixed(0)})`, one.stalls.ownP99Ms.toFixed(1), one.stalls.longestOwnMs.toFixed(0), one.stalls.longestMs.toFixed(0),
  ])).join('\n');
}

async function at(address: string, name: string, rows: number, folder: string): Promise<string> {
  const engine = openEngine(databaseAddress(address, { user: undefined, password: undefined }));
  say(`${name}: ${rows} rows go in`);
  await fill(engine, rows);
  await engine.close();
  return reportOf(name, lists.map((list) => {
    say(`${name}: ${list}`);
    return measured(address, list, folder);
  }));
}

async function main(): Promise<void> {
  const [first = '500000', ...servers] = process.argv.slice(2);
  if (first === inside) {
    const [, address = '', list = '', path = ''] = process.argv.slice(2);
    process.stdout.write(JSON.stringify(await measure(address, list, path)));
    return;
  }
  const rows = Number(first);
  if (!Number.isInteger(rows) || rows < 1) throw new Error('npm run benchmark:export [-- <rows> <server address> …]');
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const parts = [row(['database', 'list', 'rows', 's', 'CPU s', 'file MB', 'peak MB (before)', 'own p99 ms', 'longest own ms', 'longest stall ms']), row(Array<string>(10).fill('---'))];
  try {
    parts.push(await at(`sqlite:${join(folder, 'export.db')}`, 'SQLite', rows, folder));
    for (const server of servers) {
      const database = await ownDatabase(server, 'tj_export');
      try {
        parts.push(await at(database.address, new URL(server).protocol.slice(0, -1), rows, folder));
      } finally {
        await database.drop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${parts.join('\n')}\n`);
}

await main();
