import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlEngine } from '../../adapters/outbound/persistence/sql/engine.js';
import { wordsOf } from '../../adapters/outbound/persistence/sql/probe/families.js';
import { runExperiments } from '../../adapters/outbound/persistence/sql/probe/run-experiments.js';
import { seeServer } from '../../adapters/outbound/persistence/sql/start-checks.js';
import { UnusableDatabase } from '../../adapters/outbound/persistence/sql/unusable-database.js';
import { ConfigError } from '../config.js';
import type { DatabaseAddress } from '../database-address.js';
import { openEngine } from '../open-engine.js';
import { inChinese } from './probe/flaw-words.js';
import { readOptions, type ProbeOptions } from './probe/probe-options.js';
import { judge, judgementWords, obstacles, reportText, type Probed } from './probe/report.js';
import { findTools, runSuite, type SuiteOutcome } from './probe/run-suite.js';
import { scratchFolder, suitePlace } from './probe/suite-place.js';

const exitCodes = { fit: 0, unfit: 1, open: 1, wrongUse: 2 } as const;
const installation = fileURLToPath(new URL('../../../', import.meta.url));

/** Tries a database server out before a platform is trusted to it, and writes a dated report. 0: fit; 1: not, or not certain; 2: wrong use. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env, Date.now());
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { stopped.abort(); });
  const probed = await withScratch(options.address, async (address) => {
    const [engine, other] = [openEngine(address), openEngine(address)];
    try {
      return await probe(options, engine, other, stopped.signal);
    } finally {
      await engine.close();
      await other.close();
    }
  });
  const judgement = judge(probed);
  // A server's words may repeat what it was sent.
  const hide = (text: string): string => secretsOf(options).reduce((clean, secret) => clean.replaceAll(secret, '＊＊＊'), text);
  writeFileSync(options.out, hide(reportText(probed)), { flag: 'wx', mode: 0o644 });
  const { blocking, open, attention } = obstacles(probed);
  tell(hide([`结论：${judgementWords[judgement]}`, ...blocking.map((line) => `  阻碍：${line}`), ...open.map((line) => `  没有答案：${line}`), ...attention.map((line) => `  须留意：${line}`), `报告：${options.out}`].join('\n')));
  return exitCodes[judgement];
}

async function probe(options: ProbeOptions, engine: SqlEngine, other: SqlEngine, signal: AbortSignal): Promise<Probed> {
  const at = Date.now();
  const seen = await seeServer(engine, Date.now);
  tell(`${seen.facts.banner}：开始实验`);
  const answers = await runExperiments(engine, other, { signal });
  tell(`做完 ${answers.answers.length} 项实验`);
  const { suite, left } = await contracts(options, engine, signal);
  const { driver } = wordsOf(engine);
  return {
    addressText: options.addressText, at, release: versionOf(installation), driver: `${driver} ${versionOf(join(installation, 'node_modules', driver))}`, seen, answers, suite,
    left: [...answers.left.map((name) => `试验表 ${name}`), ...left], interrupted: signal.aborted,
  };
}

async function contracts(options: ProbeOptions, engine: SqlEngine, signal: AbortSignal): Promise<{ readonly suite: SuiteOutcome; readonly left: readonly string[] }> {
  if (!options.suite.wanted) return { suite: { run: false, why: '按 --no-suite 没有运行', byWish: true }, left: [] };
  const notRun = (why: string) => ({ suite: { run: false, why, byWish: false }, left: [] } as const);
  if (signal.aborted) return notRun('检查被中断');
  const tools = findTools();
  if (typeof tools === 'string') return notRun(tools);
  const place = await suitePlace(options, engine);
  if (typeof place === 'string') return notRun(place);
  tell('在专用的空库中运行存储契约，需要几分钟');
  let suite: SuiteOutcome | undefined;
  try {
    suite = await runSuite(tools, place, options.suite.part, signal);
  } finally {
    const left = await place.remove();
    if (suite) return { suite, left };
    for (const one of left) tell(`没能清除：${one}`);
  }
  throw new Error('the suite ended without an outcome');
}

/** A file is tried out in a folder of our own beside it: locks would hold up a platform that works on it. */
async function withScratch<T>(address: DatabaseAddress, work: (address: DatabaseAddress) => Promise<T>): Promise<T> {
  if (address.family !== 'sqlite') return work(address);
  const folder = scratchFolder(address.file);
  try {
    return await work({ ...address, file: join(folder, 'probe.db') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const versionOf = (folder: string): string => (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }).version;

/** Short ones hide nothing and would blot out half of the report. */
const secretsOf = ({ password, suite }: ProbeOptions): readonly string[] =>
  [password, suite.wanted ? suite.elsewhere?.password : undefined].filter((secret) => secret !== undefined && secret.length >= 4) as readonly string[];

const tell = (line: string): void => { process.stdout.write(`${line}\n`); };

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  const plain = error instanceof ConfigError || error instanceof UnusableDatabase;
  process.stderr.write(`${plain ? inChinese(error.message) : error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = error instanceof ConfigError ? exitCodes.wrongUse : exitCodes.unfit;
});
