import type { DueJob } from '../../../../application/ports/jobs.js';

/** One open unit over the memory tables, with the same rules as a transaction on a server. */
export class MemoryScope {
  #state: 'open' | 'read-only' | 'ended' = 'open';
  #written = false;
  readonly #due: DueJob[] = [];
  #doom: { readonly error: unknown } | undefined;

  get ended(): boolean { return this.#state === 'ended'; }
  get due(): readonly DueJob[] { return this.#due; }

  /** Before every read of a store. */
  reading(): void {
    if (this.#state === 'ended') throw new Error('this unit of work has ended');
  }

  /** Before every write. */
  writing(): void {
    if (this.#state !== 'open') throw new Error(`no write: this unit of work is ${this.#state}`);
    this.#written = true;
  }

  writingFirst(): void {
    if (this.#written) throw new Error('this insert must be the first write of its unit of work');
    this.writing();
  }

  refuseWrites(): void { this.#state = 'read-only'; }
  nudgeAfterCommit(job: DueJob): void { this.#due.push(job); }
  end(): void { this.#state = 'ended'; }

  async join<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#doom ??= { error };
      throw error;
    }
  }

  /** A nested unit failed: this one must not be stored, even if somebody caught the error. */
  checkDoom(): void {
    if (this.#doom) throw this.#doom.error;
  }
}
