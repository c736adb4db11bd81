import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { windowAccounts } from '../../bootstrap/profiles/embedded/demo-city.js';
import type { DemoCredentials } from '../../bootstrap/profiles/embedded/provision.js';
import { freePorts } from '../support/city.js';
import { portNames } from '../support/ports.js';

const ownMain = fileURLToPath(new URL('../../bootstrap/main.js', import.meta.url));
const names = portNames;
const patienceMs = 120_000;
const lookEveryMs = 5;

/** One data folder and the ports of the product that lives in it. */
export interface Site {
  readonly dataFolder: string; readonly databaseFile: string; readonly environment: NodeJS.ProcessEnv;
  /** As the product's setting `database` has it. */
  readonly databaseAddress: string;
  /** The program: this build's, or another one's to compare with. */
  readonly main: string;
  readonly baseUrl: string; readonly managementUrl: string; readonly alipayUrl: string; readonly unionpayUrl: string;
}

/** `database`: an address on a server; the product's own SQLite file where there is none. */
export async function chooseSite(folder: string, database?: string, main = ownMain): Promise<Site> {
  const ports = await freePorts(names.length);
  const dataFolder = join(folder, 'product');
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TONGJIAO_')));
  const address = (index: number): string => `http://127.0.0.1:${ports[index] ?? 0}`;
  const databaseFile = join(dataFolder, 'data', 'tongjiao.db');
  return {
    dataFolder, databaseFile, databaseAddress: database ?? `sqlite:${databaseFile}`, main, baseUrl: address(0), managementUrl: address(1), alipayUrl: address(2), unionpayUrl: address(3),
    environment: {
      ...inherited, ...Object.fromEntries(names.map((name, index) => [`TONGJIAO_${name}`, String(ports[index])])), TONGJIAO_DATA_FOLDER: dataFolder, TONGJIAO_LOG_LEVEL: 'warn',
      TONGJIAO_GATEWAY_PER_ADDRESS_PER_SECOND: '1000000', ...(database === undefined ? {} : { TONGJIAO_DATABASE: database }),
    },
  };
}

/** The product as a process of its own, as `npm start` runs it. */
export interface Product {
  readonly pid: number;
  readonly site: Site;
  readonly credentials: DemoCredentials;
  /** From the start of the process to the first answer of /readyz. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** `settings` are further TONGJIAO_ variables; `options` and BENCHMARK_NODE_OPTIONS go to node (for a profile: `--cpu-prof --cpu-prof-dir=…`); `log`: an open file for its log lines. */
export async function startProduct(site: Site, settings: Readonly<Record<string, string>> = {}, options: readonly string[] = [], log: number | 'ignore' = 'ignore'): Promise<Product> {
  const nodeOptions = (process.env['BENCHMARK_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== '');
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, ...options, site.main], { env: { ...site.environment, ...settings }, stdio: ['ignore', log, 'pipe'] });
  endWithUs(child);
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString('utf8')).slice(-2000); });
  await answers(child, `${site.baseUrl}/readyz`, () => complaint);
  const readyMs = performance.now() - began;
  const file = join(site.dataFolder, 'demo', 'credentials.json');
  return {
    pid: child.pid ?? 0, site, readyMs, credentials: windowAccounts(JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials), stop: () => stopChild(child),
  };
}

/** A benchmark that fails half-way leaves nobody behind. */
export const endWithUs = (child: ChildProcess): void => { process.once('exit', () => { child.kill('SIGTERM'); }); };

/** Waits until a child's address answers 200. Throws with what the child complained of. */
export async function answers(child: ChildProcess, url: string, complaint: () => string): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    if (await fetch(url).then(async (answer) => { await answer.body?.cancel(); return answer.ok; }, () => false)) return;
    if (child.exitCode !== null || performance.now() > until) throw new Error(`a process of the benchmark did not start: ${complaint()}`);
    await pause(lookEveryMs);
  }
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  child.kill('SIGTERM');
  await ended;
}
