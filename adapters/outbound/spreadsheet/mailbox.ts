import type { Worker } from 'node:worker_threads';
import type { FromThread } from './sheet-words.js';

/** Messages of a thread, one at a time; what ended the thread is thrown at whoever waits. */
export class Mailbox {
  readonly #waiting: FromThread[] = [];
  #fault: { readonly error: unknown } | undefined;
  #wake: (() => void) | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = (): void => { this.#fail(this.#signal?.reason); };

  constructor(worker: Worker, signal: AbortSignal | undefined) {
    this.#signal = signal;
    worker.on('message', (message: FromThread) => {
      this.#waiting.push(message);
      this.#wake?.();
    });
    worker.on('error', (error) => { this.#fail(error); });
    worker.on('exit', (code) => { this.#fail(new Error(`the writing thread ended with ${code}`)); });
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (signal?.aborted) this.#onAbort();
  }

  async next(): Promise<FromThread> {
    for (;;) {
      if (this.#signal?.aborted && this.#fault) throw this.#fault.error;
      const message = this.#waiting.shift();
      if (message) return message;
      if (this.#fault) throw this.#fault.error;
      await new Promise<void>((wake) => { this.#wake = wake; });
    }
  }

  close(): void { this.#signal?.removeEventListener('abort', this.#onAbort); }

  #fail(error: unknown): void {
    this.#fault ??= { error };
    this.#wake?.();
  }
}
