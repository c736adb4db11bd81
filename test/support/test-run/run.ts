import { chmodSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from './beside.js';
import { secondsTable, type FileSeconds } from './file-seconds.js';
import { testFiles } from './found-files.js';
import { closingLine } from './outcome.js';
import { PortionProcess } from './portion-process.js';
import { portionsOf, type Portion } from './portions.js';
import { judge, type Verdict } from './verdict.js';
import { memoryFolder } from './memory-folder.js';
import { weights } from './weights.js';

/**
 * `npm run mocha [-- folder or file …]`: the test files divided over two mocha processes more than the machine has cores, because most of them
 * wait half of their time (`TEST_LANES` says otherwise).
 * `--beside lint` runs that script of package.json as well, as one more part that must go well. What a process says is shown whole when it has
 * ended; the last line is the sum of all.
 */
const limits = { portionMs: 1_200_000, outputMs: 10_000 };
const mostLanes = 4;
const lanes = Math.min(mostLanes, Math.max(1, Number(process.env['TEST_LANES']) || availableParallelism() + 2));

// What the tests put down lies in memory where there is room: they wait for no disk, and all of it is gone in the end. Keys are made once a run: making them takes longer than the rest of a start.
const scratch = mkdtempSync(join(memoryFolder() ?? tmpdir(), 'tongjiao-run-'));
// Servers of a test's own run as somebody else: they go through to what is theirs, and see nothing on the way.
chmodSync(scratch, 0o711);
[process.env['TMPDIR'], process.env['TEST_KEYS']] = [scratch, scratch];
// Most of what tests make is gone at once: room for it spares a tenth of the processor time, which went into looking it through.
process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'] ?? '', `--import ${new URL('../known-derivations.js', import.meta.url).href}`, '--max-semi-space-size=32'].join(' ').trim();
process.once('exit', () => { rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }); });

const verdicts: Verdict[] = [];
const seconds: FileSeconds[] = [];
const ran: string[] = [];
const running = new Set<PortionProcess>();

async function runPortion({ files }: Portion, lane: number): Promise<void> {
  const portion = new PortionProcess(files);
  running.add(portion);
  const finished = await portion.run(lane, limits);
  running.delete(portion);
  process.stdout.write(finished.said);
  seconds.push(...finished.outcome?.files ?? []);
  verdicts.push(judge(files, finished));
  ran.push(...files);
}

async function runBeside(name: string): Promise<void> {
  const { said, ...verdict } = await runScript(name);
  process.stdout.write(said);
  verdicts.push(verdict);
}

async function runTogether(tasks: readonly ((lane: number) => Promise<void>)[]): Promise<void> {
  const queue = [...tasks];
  const work = async (lane: number): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next(lane);
  };
  await Promise.all(Array.from({ length: lanes }, (_unused, lane) => work(lane)));
}

/** Whoever ends the run early sees how far it came. */
function endEarly(signal: NodeJS.Signals): void {
  for (const portion of running) {
    portion.kill();
    writeSync(1, `${portion.said}\n${portion.files.join(', ')}: ended by ${signal}\n`);
  }
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endEarly);

const { values: { beside }, positionals } = parseArgs({ options: { beside: { type: 'string', multiple: true, default: [] } }, allowPositionals: true });
const files = testFiles(positionals);
const plan = portionsOf(files, weights);
await runTogether([...beside.map((name) => () => runBeside(name)), ...plan.together.map((portion) => (lane: number) => runPortion(portion, lane))]);
for (const portion of plan.alone) await runPortion(portion, 0);

const lost = files.filter((file) => ran.filter((one) => one === file).length !== 1);
const troubles = [...verdicts.flatMap((verdict) => verdict.troubles), ...lost.map((file) => `${file}: not run exactly once`)];
const sum = (pick: (verdict: Verdict) => number): number => verdicts.reduce((total, verdict) => total + pick(verdict), 0);
const secondsInto = process.env['TEST_SECONDS'];
if (secondsInto !== undefined) writeFileSync(secondsInto, secondsTable(seconds));
process.stdout.write(`\n${troubles.map((trouble) => `${trouble}\n`).join('')}${closingLine({ passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) + lost.length, skipped: sum(({ skipped }) => skipped) })}\n`);
process.exitCode = troubles.length > 0 ? 1 : 0;
