import type { Backend, Result } from './backend.js';
import type { Fault } from './accounts.js';

/** What a line needs of the driver it belongs to. */
export interface LineOwner { takeFault(fault: Fault): boolean; closed(): void }

/** A guard around a savepoint would take it away again. */
const isSavepoint = (sql: string): boolean => /^(savepoint|rollback to)\b/i.test(sql);

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

  /** Runs a statement; `commits`: and ends the transaction with it. */
  async run(path: readonly string[], commits: boolean, sql: string, values: readonly unknown[]): Promise<Result> {
    if (this.#giveBack === undefined && commits) return this.#single(path, sql, values);
    if (this.#giveBack === undefined) {
      this.#giveBack = await this.#backend.turn(path);
      await this.#backend.command('BEGIN');
    }
    try {
      return await (isSavepoint(sql) ? this.#backend.statement(sql, values) : this.#backend.guarded(sql, values));
    } finally {
      if (commits) await this.end('COMMIT');
    }
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

  async #single(path: readonly string[], sql: string, values: readonly unknown[]): Promise<Result> {
    const giveBack = await this.#backend.turn(path);
    try {
      return await this.#backend.statement(sql, values);
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
