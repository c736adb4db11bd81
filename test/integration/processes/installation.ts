import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import type { DemoCredentials } from '../../../bootstrap/profiles/embedded/provision.js';
import { createGatewayClient, type GatewayClient } from '../../../contracts/sdk/client.js';
import { cityServer, freePorts } from '../../support/city.js';
import { keepKeys, layKeys } from '../../support/kept-keys.js';
import { fetchingBy } from '../../support/fetching.js';
import { ownDatabase, type OwnDatabase } from '../../support/servers.js';
import { portNames } from '../../support/ports.js';

const ports = portNames;
const program = (name: string): string => fileURLToPath(new URL(`../../../bootstrap/${name}`, import.meta.url));
/** Where a host itself listens; everything else is the outside, which hosts share. */
const ofEachHost: readonly string[] = ['PORT', 'MANAGEMENT_PORT', 'CONSOLE_PORT', 'PROVINCE_EAR_PORT'];
const waitMs = 60_000;

export interface LogLine { readonly event: string; readonly process?: number; readonly living?: number; readonly nodeNo?: number }

/** `main.js` as somebody would start it, in a folder and on ports of its own. */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'tongjiao-processes-'));
  #environment: NodeJS.ProcessEnv = {};
  #child: ChildProcess | undefined;
  #ports: readonly number[] = [];
  #agents: Agent[] = [];
  #database: OwnDatabase | undefined;
  output = '';
  /** `exit 0`, or how else the primary ended; all that it and its processes said is in `output` then. */
  ended: Promise<string> = Promise.resolve('not started');

  /** `beside`: another host of the same installation, with the same keys and the same outside. */
  async spawn(settings: Readonly<Record<string, string>>, beside?: Installation): Promise<void> {
    this.#ports = await freePorts(ports.length);
    if (beside) {
      this.#ports = this.#ports.map((own, index) => (ofEachHost.includes(ports[index] ?? '') ? own : beside.#ports[index] ?? own));
      for (const part of ['keys', 'demo']) cpSync(join(beside.folder, part), join(this.folder, part), { recursive: true });
    } else if (!existsSync(join(this.folder, 'keys'))) {
      layKeys(this.folder, settings);
    }
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TONGJIAO_') && name !== 'WORKERS'));
    const own = Object.fromEntries(ports.map((name, index) => [`TONGJIAO_${name}`, String(this.#ports[index])]));
    // As every city of the run: on the server that was asked for, unless the test names a database or joins another host's.
    if (cityServer !== undefined && settings['TONGJIAO_DATABASE'] === undefined && !beside) this.#database ??= await ownDatabase(cityServer);
    this.#environment = { ...inherited, ...own, TONGJIAO_DATA_FOLDER: this.folder, TONGJIAO_FETCH_BILLS: 'false', ...(beside ? { TONGJIAO_EXTERNAL_OUTSIDE: 'true' } : {}), ...(this.#database ? { TONGJIAO_DATABASE: this.#database.address } : {}), ...settings };
    const child = spawn(process.execPath, [program('main.js')], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { this.output += chunk.toString('utf8'); });
    this.#child = child;
    this.ended = new Promise((resolve) => { child.once('close', (code, signal) => { resolve(signal ?? `exit ${code ?? '?'}`); }); });
  }

  /** Started, and everybody told: the line with which a start ends was written. */
  async start(settings: Readonly<Record<string, string>>, beside?: Installation): Promise<void> {
    await this.spawn(settings, beside);
    await this.until('the start', () => this.output.includes('ready after') || undefined);
    keepKeys(this.folder, settings);
  }

  get baseUrl(): string { return this.urlOf('PORT'); }
  get managementUrl(): string { return this.urlOf('MANAGEMENT_PORT'); }
  /** Where something of it listens, by the name of its port. */
  urlOf(port: string): string { return `http://127.0.0.1:${this.#ports[ports.indexOf(port)] ?? 0}`; }

  lines(event: string): readonly LogLine[] {
    // What stands behind the last line end is not whole yet.
    return this.output.split('\n').slice(0, -1).filter((line) => line.includes(`"event":"${event}"`)).map((line) => JSON.parse(line) as LogLine);
  }

  async until<T>(what: string, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
    const deadline = performance.now() + waitMs;
    for (;;) {
      const value = await probe();
      if (value !== undefined) return value;
      if (performance.now() > deadline || this.#child?.exitCode !== null) throw new Error(`in vain waited for ${what}: ${this.output.slice(-2_000)}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  signal(name: 'SIGTERM' | 'SIGHUP' | 'SIGKILL'): void { this.#child?.kill(name); }

  /** A client of the first demo developer. `connections`: kept and used again, or a new one for each request. */
  client(connections: 'kept' | 'new', now: () => number = Date.now): GatewayClient {
    const credentials = JSON.parse(readFileSync(join(this.folder, 'demo', 'credentials.json'), 'utf8')) as DemoCredentials;
    const [developer] = credentials.developers;
    if (!developer) throw new Error('no developer');
    const agent = new Agent({ connections: 1, pipelining: connections === 'kept' ? 1 : 0 });
    this.#agents.push(agent);
    return createGatewayClient({ ...developer, gatewayUrl: `${this.baseUrl}/gateway`, timeoutMs: 5_000, now, fetch: fetchingBy(agent) });
  }

  /** Steps the clock of this host and of the outside. */
  async advance(ms: number): Promise<void> {
    const answer = await fetch(`${this.managementUrl}/control/clock/advance`, { method: 'POST', body: JSON.stringify({ ms }) });
    if (!answer.ok) throw new Error(`the clock was not stepped: ${answer.status}`);
  }

  /** Sum of a metric over its labels, as the management port tells it. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.managementUrl}/metrics`)).text();
    return [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce((sum, [, value]) => sum + Number(value), 0);
  }

  /** Runs a command of the product beside it; its exit code and output. */
  async command(name: string, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
    const child = spawn(process.execPath, [program(name), ...args], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString('utf8'); });
    return new Promise((resolve) => { child.once('close', (code) => { resolve({ code, output }); }); });
  }

  async remove(): Promise<void> {
    this.signal('SIGTERM');
    await this.ended;
    await Promise.all(this.#agents.map(async (agent) => agent.destroy()));
    rmSync(this.folder, { recursive: true, force: true });
    await this.#database?.drop();
  }
}
