import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pause } from './chance.js';
import type { Premises } from './premises.js';

const readyWithinMs = 60_000;
const mainFile = fileURLToPath(new URL('../../bootstrap/main.js', import.meta.url));

/** The platform as a process of its own that may be killed at any moment and started again over the same file. */
export class PlatformProcess {
  readonly #premises: Premises;
  readonly #logFile: string;
  #child: ChildProcess | undefined;
  #ended: Promise<string> = Promise.resolve('not started');
  #wantedDead = false;
  #tellKill: () => void = () => undefined;
  kills = 0;
  /** Ends that nobody asked for: a platform that falls over by itself. */
  readonly ownEnds: string[] = [];

  constructor(premises: Premises) {
    this.#premises = premises;
    this.#logFile = join(premises.dataFolder, 'platform.log');
  }

  start(): void {
    const log = openSync(this.#logFile, 'a');
    const child = spawn(process.execPath, [mainFile], { env: this.#premises.environment, stdio: ['ignore', log, log] });
    closeSync(log);
    this.#child = child;
    this.#wantedDead = false;
    this.#ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        const how = signal ?? `exit ${code ?? '?'}`;
        if (!this.#wantedDead) this.ownEnds.push(`${how}: ${this.lastWords()}`);
        resolve(how);
      });
    });
  }

  /** Resolves when the public port says that it is ready; starts it again if it fell over while starting. */
  async ready(): Promise<void> {
    const deadline = performance.now() + readyWithinMs;
    while (performance.now() < deadline) {
      const answer = await fetch(`${this.#premises.baseUrl}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
      if (!this.isAlive) this.start();
      await pause(50);
    }
    throw new Error(`the platform was not ready within ${readyWithinMs} ms: ${this.lastWords()}`);
  }

  /** Processes that it forked: those that answer callers. */
  members(): readonly number[] {
    const pid = this.#child?.pid;
    if (pid === undefined || !this.isAlive) return [];
    try {
      return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter((one) => one !== '').map(Number);
    } catch {
      return [];
    }
  }

  get isAlive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** `listener` hears of every kill. */
  onKill(listener: () => void): void { this.#tellKill = listener; }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.#wantedDead = true;
    this.#tellKill();
    this.#child?.kill('SIGKILL');
    await this.#ended;
    this.kills += 1;
  }

  /** An orderly end; how it ended, `exit 0` when all was well. */
  async stop(): Promise<string> {
    this.#wantedDead = true;
    this.#child?.kill('SIGTERM');
    return this.#ended;
  }

  /** How often its processes logged a fault of this name. */
  faultsOf(error: string): number {
    return readFileSync(this.#logFile, 'utf8').split(`"error":"${error}"`).length - 1;
  }

  /** Errors that nobody caught, in whatever process of the platform: it was ended by them. */
  uncaught(): readonly string[] {
    const lines = readFileSync(this.#logFile, 'utf8').split('\n');
    return lines.flatMap((line, index) => (/triggerUncaughtException|Uncaught|UnhandledPromiseRejection/.test(line) ? [lines.slice(index, index + 8).join(' | ')] : []));
  }

  lastWords(): string {
    return readFileSync(this.#logFile, 'utf8').slice(-1500);
  }
}
