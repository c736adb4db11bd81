import type { Journal } from '../../../application/ports/journal.js';

export interface LookLoopParts {
  readonly look: () => Promise<void>;
  /** Real time, from the end of one look to the next. */
  readonly everyMs: number;
  /** Under which word a look that threw is told; the next one comes all the same. */
  readonly fault: string;
  readonly journal: Pick<Journal, 'fault'>;
}

/** Looks again and again, one look at a time, until it is stopped. */
export class LookLoop {
  readonly #parts: LookLoopParts;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;

  constructor(parts: LookLoopParts) {
    this.#parts = parts;
  }

  get isRunning(): boolean { return this.#running; }

  start(): void {
    this.#running = true;
    this.#plan();
  }

  /** Returns when the look in hand has ended. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#work;
  }

  #plan(): void {
    if (!this.#running) return;
    this.#timer = setTimeout(() => { this.#work = this.#once().finally(() => { this.#plan(); }); }, this.#parts.everyMs);
    this.#timer.unref();
  }

  async #once(): Promise<void> {
    const { look, fault, journal } = this.#parts;
    try {
      await look();
    } catch (error) {
      journal.fault(fault, error);
    }
  }
}
