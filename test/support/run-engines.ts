import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run test:engines`: the integration suite with every city on a server. Left out by name is what would run a second time without touching
 * that server; all of it runs in `npm test`.
 */
const leftOut: readonly (readonly [string, string])[] = [
  ['channels/', 'the channel adapters against the simulators: no database'],
  ['simulators/', 'the simulators alone: no database'],
  ['recovery/', 'backup and restore of an SQLite file; not yet tried on a server'],
  ['databases/', 'goes to each kind of server by itself'],
  ['processes/hosts.test.js', 'goes to each kind of server by itself'],
  ['processes/reload-of-one.test.js', 'signals of a single process: the database has no part in it'],
];

const folder = 'dist/test/integration';
const engines = (process.env['ENGINES'] ?? 'mysql,postgres').split(',');

/** Runs the suite on one engine; its last line, and whether all went well. */
async function runOn(engine: string, files: readonly string[]): Promise<{ readonly line: string; readonly isWell: boolean }> {
  const mocha = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', '--no-config', '--forbid-only', '--timeout', '60000', '--reporter', 'dist/test/support/plain-closing-reporter.js', ...files], {
    env: { ...process.env, CITY_DATABASE: engine }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  let tail = '';
  mocha.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    tail = (tail + chunk.toString('utf8')).slice(-2_000);
  });
  const code = await new Promise<number | null>((resolve) => { mocha.once('close', resolve); });
  const said = /^\d+ passed, \d+ failed, \d+ skipped$/m.exec(tail)?.[0];
  return { line: `${engine}: ${said ?? `the tests ended with code ${String(code)} before they were counted`}`, isWell: code === 0 && said !== undefined };
}

const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.js')).sort();
const unknown = leftOut.filter(([name]) => !all.some((file) => file.startsWith(name)));
if (unknown.length > 0) throw new Error(`left out, but not there: ${unknown.map(([name]) => name).join(', ')}`);
const files = all.filter((file) => !leftOut.some(([name]) => file.startsWith(name))).map((file) => join(folder, file));

const results = [];
for (const engine of engines) results.push(await runOn(engine, files));
process.stdout.write(`\nleft out:\n${leftOut.map(([name, why]) => `  ${name} (${why})`).join('\n')}\n\n${results.map(({ line }) => line).join('\n')}\n`);
process.exitCode = results.every(({ isWell }) => isWell) ? 0 : 1;
