import type { LogBuffer } from '../../../application/logs/log-buffer.js';
import type { KeepLogs } from '../../../application/logs/keep-logs.js';
import type { Journal } from '../../../application/ports/journal.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const writeEveryMs = 500;
const tidyEveryMs = 600_000;

export interface LogRoundsParts {
  readonly keep: Pick<KeepLogs, 'write' | 'tidy'>; readonly buffer: Pick<LogBuffer, 'takeDropped'>;
  /** One process of several tidies up behind all, or several in turn: rows are deleted once. */
  readonly tidies: boolean;
  readonly journal: Journal;
}

/** Copies the log to where it is looked up, and deletes what is old (PERF-3-a). */
export class LogRounds {
  readonly #parts: LogRoundsParts;
  readonly #loops: readonly LookLoop[];

  constructor(parts: LogRoundsParts, writeMs = writeEveryMs, tidyMs = tidyEveryMs) {
    this.#parts = parts;
    const { journal } = parts;
    this.#loops = [
      new LookLoop({ look: () => this.#write(), everyMs: writeMs, fault: 'log-rounds', journal }),
      ...parts.tidies ? [new LookLoop({ look: async () => { await parts.keep.tidy(); }, everyMs: tidyMs, fault: 'log-rounds', journal })] : [],
    ];
  }

  start(): void { for (const loop of this.#loops) loop.start(); }

  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
    await this.#parts.keep.write().catch(() => 0);
  }

  async #write(): Promise<void> {
    await this.#parts.keep.write();
    const dropped = this.#parts.buffer.takeDropped();
    if (dropped > 0) this.#parts.journal.alarm('log-lines-dropped', { dropped });
  }
}
