import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from '../../../bootstrap/cli/markdown-table.js';
import { engineNames, openServer, type BenchServer, type EngineName } from './bench-database.js';
import { compareBuilds, comparisonHead, comparisonRows } from './compare.js';
import { measureSize } from './database-size.js';
import { measureEngine } from './engine-figures.js';
import { figuresMarkdown, sizesMarkdown, statementsMarkdown, volumeMarkdown } from './engines-report.js';
import { watchStatements } from './statements.js';
import { measureVolume } from './volume.js';

/** `npm run benchmark -- --engine=…`: whole payments on servers, beside their floor. What each option does: docs/reference/performance.md. */
const option = (name: string): string | undefined => {
  const at = process.argv.findIndex((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  const given = process.argv[at];
  return at < 0 || given === undefined ? undefined : given.includes('=') ? given.slice(given.indexOf('=') + 1) : process.argv[at + 1];
};
const count = (name: string, otherwise: number): number => {
  const given = Number(option(name) ?? otherwise);
  if (!Number.isInteger(given) || given < 1) throw new Error(`--${name} wants a whole number`);
  return given;
};

const say = (words: string): void => { process.stdout.write(`${words}\n\n`); };

export async function runEngines(): Promise<void> {
  const named = option('engine') ?? 'all';
  const engines = engineNames.filter((name) => named === 'all' || named === name);
  if (engines.length === 0) throw new Error(`--engine is one of ${engineNames.join(', ')} or all`);
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-benchmark-'));
  const load = (): string => (loadavg()[0] ?? Number.NaN).toFixed(1);
  say(`${cpus().length} cores, ${cpus()[0]?.model.trim() ?? ''}, Node ${process.version}; load average before ${load()}`);
  try {
    for (const engine of engines) await onEngine(engine, join(folder, engine));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`load average after ${load()}`);
}

async function onEngine(engine: EngineName, folder: string): Promise<void> {
  const server = await openServer(engine);
  try {
    await measure(server, folder);
  } finally {
    await server.close();
  }
}

async function measure(server: BenchServer, folder: string): Promise<void> {
  const [only, against] = [option('only'), option('against')?.split(',')];
  const settings = { payers: count('payers', 8), rounds: count('rounds', 5), roundMs: count('round-ms', 5_000) };
  const workers = option('workers') === undefined ? [1, 2] : [count('workers', 1)];
  if (only === 'size') {
    say(sizesMarkdown([await measureSize(join(folder, 'size'), server, count('orders', 100_000))]));
  } else if (only === 'volume') {
    say(volumeMarkdown(await measureVolume(join(folder, 'volume'), server)));
  } else if (only === 'statements') {
    for (const build of [...against ?? [], undefined]) say(`${build ?? 'this build'}\n\n${statementsMarkdown(await watchStatements(join(folder, `watch${build?.length ?? ''}${build?.at(-1) ?? ''}`), server, build))}`);
  } else if (against) {
    for (const each of workers) say(markdownTable([...comparisonHead], comparisonRows(await compareBuilds({ ...settings, folder: join(folder, `compare${each}`), server, workers: each, against })).map((row) => [...row])));
  } else {
    for (const each of workers) say(figuresMarkdown([await measureEngine(join(folder, `figures${each}`), server, each, settings)]));
  }
}
