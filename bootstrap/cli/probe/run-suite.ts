import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuitePlace } from './suite-place.js';

/** What is needed beside the product: a production installation has no test tools (docs/operate/README.md). */
export interface SuiteTools { readonly mocha: string; readonly suite: string }

export type SuiteOutcome =
  | { readonly run: false; readonly why: string; readonly byWish: boolean }
  | { readonly run: true; readonly passed: number; readonly failed: readonly FailedTest[]; readonly pending: readonly string[]; readonly part: string | undefined; readonly tookMs: number };
export interface FailedTest { readonly title: string; readonly said: string }

/** The installation: dist/bootstrap/cli/probe is four folders below it. */
const installation = fileURLToPath(new URL('../../../../', import.meta.url));
const mostMs = 30 * 60_000;
const howToInstall = '请在装有开发依赖的目录（npm ci 后执行 npm run build，不做 npm prune）中对同一地址再运行一次本命令';

/** The tools in an installation, or what is missing and how to run the suite, in Chinese. */
export function findTools(root = installation): SuiteTools | string {
  const [mocha, suite] = [join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), join(root, 'dist', 'test', 'contract', 'persistence', 'probed-database.js')];
  if (!existsSync(mocha) || !existsSync(join(root, 'node_modules', 'chai'))) return `本机没有安装开发依赖（mocha、chai）。${howToInstall}`;
  return existsSync(suite) ? { mocha, suite } : `本机没有编译测试（dist/test）。${howToInstall}`;
}

interface MochaResults {
  readonly passes: readonly unknown[];
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
  readonly pending: readonly { readonly fullTitle: string }[];
}

/** Runs the contracts of persistence in a mocha of their own. The address goes by environment: a command line can be read by everybody on the machine. */
export async function runSuite({ mocha, suite }: SuiteTools, place: SuitePlace, part: string | undefined, signal: AbortSignal): Promise<SuiteOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tjprobe-'));
  const results = join(folder, 'results.json');
  const began = performance.now();
  try {
    const words = [mocha, '--no-config', '--timeout', '120000', '--exit', '--reporter', 'json', '--reporter-option', `output=${results}`, ...(part === undefined ? [] : ['--fgrep', part]), suite];
    await ended(words, { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], TONGJIAO_PROBE_SUITE: place.addressText, TONGJIAO_DATABASE_PASSWORD: place.password }, signal);
    if (!existsSync(results)) return { run: false, byWish: false, why: signal.aborted ? '检查被中断' : '契约进程没有给出结果就结束了' };
    const { passes, failures, pending } = JSON.parse(readFileSync(results, 'utf8')) as MochaResults;
    if (passes.length + failures.length === 0) return { run: false, byWish: false, why: part === undefined ? '契约进程没有运行任何测试' : '没有标题含所给文字的契约' };
    return {
      run: true, passed: passes.length, pending: pending.map(({ fullTitle }) => fullTitle), part, tookMs: performance.now() - began,
      failed: failures.map(({ fullTitle, err }) => ({ title: fullTitle, said: err.message?.split('\n')[0] ?? '' })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ended(words: readonly string[], given: Readonly<Record<string, string | undefined>>, signal: AbortSignal): Promise<void> {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  // What it prints may hold the server's words; only its results are read.
  const child = spawn(process.execPath, [...words], { env, cwd: dirname(installation), stdio: 'ignore', signal: AbortSignal.any([signal, AbortSignal.timeout(mostMs)]) });
  return new Promise((resolve) => {
    child.once('close', () => { resolve(); });
    // Ended by the signal, or not started: there are no results then.
    child.once('error', () => { resolve(); });
  });
}
