import type { Backend } from './backend.js';
import type { Fault } from './accounts.js';

/** What a line needs of the driver it belongs to. */
export interface LineOwner { takeFault(fault: Fault): boolean; closed(): void }

/** One connection's line and the transaction on it: begun by the first statement, ended by commit, rollback or a broken line. */
export class Line {
  readonly #backend: Backend;
  readonly #owner: LineOwner;
  /** What a driver throws when its line is gone, and when it is used twice at once. */
  readonly #errors: { readonly lost: () => Error; readonly busy: () => Error };
  #giveBack: (() => void) | undefined;
  #busy = false;
  #dead = false;

  constructor(backend: Backend, owner: LineOwner, errors: { readonly lost: () => Error; readonly busy: () => Error }) {
    this.#backend = backend;
    this.#owner = owner;
    this.#errors = errors;
  }

  async begin(schema: string, systems: readonly string[]): Promise<void> {
    if (this.#giveBack) return;
    this.#giveBack = await this.#backend.turn();
    await this.#backend.begin(schema, systems);
  }

  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (!this.#giveBack) return;
    const giveBack = this.#giveBack;
    this.#giveBack = undefined;
    try {
      await this.#backend.command(how);
    } finally {
      giveBack();
    }
  }

  async commit(): Promise<void> {
    await this.breakAt('lost-before-commit');
    await this.end('COMMIT');
    await this.breakAt('lost-after-commit');
  }

  /** Breaks the line when that was asked for. */
  async breakAt(fault: Fault): Promise<void> {
    if (!this.#owner.takeFault(fault)) return;
    await this.end('ROLLBACK');
    this.#dead = true;
    this.#owner.closed();
    throw this.#errors.lost();
  }

  async close(): Promise<void> {
    if (this.#dead) throw this.#errors.lost();
    await this.end('ROLLBACK');
    this.#dead = true;
    this.#owner.closed();
  }

  /** One call at a time, and none on a broken line. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#dead) throw this.#errors.lost();
    if (this.#busy) throw this.#errors.busy();
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
