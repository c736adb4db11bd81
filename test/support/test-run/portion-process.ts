import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from './outcome.js';
import type { Ended } from './verdict.js';

export interface Finished extends Ended { readonly said: string }

export interface Limits {
  /** Longest life of one process. */
  readonly portionMs: number;
  /** How long its output may stay open after its end: longer means that it left a process behind. */
  readonly outputMs: number;
}

/** One mocha process on some files. What it says is kept until it has ended, so that no two portions mix. */
export class PortionProcess {
  readonly files: readonly string[];
  readonly #folder: string;
  #said = '';
  #pid: number | undefined;

  constructor(files: readonly string[], folder = process.cwd()) {
    this.files = files;
    this.#folder = folder;
  }

  /** What it has said until now. */
  get said(): string { return this.#said; }

  async run(lane: number, limits: Limits): Promise<Finished> {
    const scratch = mkdtempSync(join(tmpdir(), 'tongjiao-test-run-'));
    const outcomeFile = join(scratch, 'outcome.json');
    const { TEST_SECONDS: _, ...environment } = process.env;
    // A group of its own: what it started falls with it.
    const child = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', ...this.files], {
      cwd: this.#folder, env: { ...environment, TEST_OUTCOME: outcomeFile, TEST_LANE: String(lane) }, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
    });
    this.#pid = child.pid;
    const take = (text: string): void => { this.#said += text; };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    let late: string | undefined;
    const clock = setTimeout(() => {
      late = `${this.files.join(', ')}: not at its end after ${limits.portionMs / 1000} s`;
      this.kill();
    }, limits.portionMs);
    const closed = new Promise<void>((resolve) => { child.once('close', () => resolve()); });
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
      child.once('exit', (...how) => resolve(how)).once('error', reject);
    });
    clearTimeout(clock);
    const isClosed = await Promise.race([closed.then(() => true), pause(limits.outputMs, false, { ref: false })]);
    if (!isClosed) {
      late ??= `${this.files.join(', ')}: it left a process behind that holds its output open`;
      this.kill();
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
    }
    const outcome = existsSync(outcomeFile) ? JSON.parse(readFileSync(outcomeFile, 'utf8')) as Outcome : undefined;
    rmSync(scratch, { recursive: true, force: true });
    return { code, signal, outcome, late, said: this.#said };
  }

  kill(): void {
    try {
      if (this.#pid !== undefined) process.kill(-this.#pid, 'SIGKILL');
    } catch { /* it is gone already */ }
  }
}
