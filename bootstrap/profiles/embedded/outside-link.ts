import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ConfigError, type Config } from '../../config.js';

/** The platform process's hold on the simulated outside. */
export class OutsideLink {
  readonly #config: Config;
  #child: ChildProcess | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Starts the outside unless it runs already; resolves when its simulators answer. */
  async start(): Promise<void> {
    if (this.#config.externalOutside) return;
    const child = fork(fileURLToPath(new URL('./outside-world.js', import.meta.url)), { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    this.#child = child;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString('utf8')).slice(-2000); });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new ConfigError(complaint.trim() === '' ? 'the simulators did not start' : complaint.trim())));
    });
  }

  get alipayUrl(): string { return `http://127.0.0.1:${this.#config.alipayPort}`; }
  get unionpayUrl(): string { return `http://127.0.0.1:${this.#config.unionpayPort}`; }
  get provinceUrl(): string { return `http://127.0.0.1:${this.#config.provincePort}`; }
  get eBillUrl(): string { return `http://127.0.0.1:${this.#config.eBillPort}`; }
  get textMessageUrl(): string { return `http://127.0.0.1:${this.#config.textMessagePort}`; }
  get cityAppUrl(): string { return `http://127.0.0.1:${this.#config.cityAppPort}`; }
  get dataSharingUrl(): string { return `http://127.0.0.1:${this.#config.dataSharingPort}`; }
  get businessUrl(): string { return `http://127.0.0.1:${this.#config.businessPort}`; }
  get serviceHallUrl(): string { return `http://127.0.0.1:${this.#config.serviceHallPort}`; }
  get realEstateUrl(): string { return `http://127.0.0.1:${this.#config.realEstatePort}`; }

  async clockOffsetMs(): Promise<number> {
    return (await this.#ask<{ offsetMs: number }>('GET', '/sim/clock')).offsetMs;
  }

  async advanceClock(ms: number): Promise<void> {
    await this.#ask('POST', '/sim/clock/advance', { ms });
  }

  /** The demo business systems. An outside that runs already has a business system of its own on the business port (the crash suite listens there itself). */
  async startBusiness(credentialsFile: string): Promise<void> {
    if (this.#config.externalOutside) return;
    await this.#ask('POST', '/sim/business', { credentialsFile }).catch((error: unknown) => {
      throw new ConfigError(`a demo business system did not start: ${error instanceof Error ? error.message : ''}; choose other ports with TONGJIAO_BUSINESS_PORT, TONGJIAO_CITY_APP_PORT, TONGJIAO_SERVICE_HALL_PORT, TONGJIAO_REAL_ESTATE_PORT`);
    });
  }

  stop(): void {
    this.#child?.removeAllListeners('exit');
    this.#child?.kill('SIGTERM');
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    return askJson<T>(method, `http://127.0.0.1:${this.#config.outsideControlPort}${path}`, body);
  }
}

/** A JSON call to a simulator's control. Throws when it is refused. */
export async function askJson<T>(method: string, url: string, body?: object): Promise<T> {
  const answer = await fetch(url, body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  return await answer.json() as T;
}
