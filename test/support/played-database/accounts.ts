import type { Backend } from './backend.js';

/** One statement as a server got it, for whoever wants to judge it. */
export type Listener = (sql: string, values: readonly unknown[]) => void;

/** An account of the played server; its schema has its name. */
export interface PlayedAccount { readonly user: string; readonly password: string }

/** What happens to one connection's line. */
export type Fault = 'lost-before-commit' | 'lost-after-commit' | 'lost-at-statement';

let accountsMade = 0;

/** What the two played drivers have beside what the real ones have. */
export class PlayedAccounts {
  protected readonly backend: Backend;
  readonly #accounts = new Map<string, { readonly password: string; readonly listener: Listener | undefined }>();
  readonly #faults: Fault[] = [];
  #open = 0;

  protected constructor(backend: Backend) { this.backend = backend; }

  /** A new account with an empty schema. */
  newAccount(listener?: Listener): PlayedAccount {
    const user = `T${++accountsMade}`;
    const password = `Pw-${user}`;
    this.#accounts.set(user, { password, listener });
    return { user, password };
  }

  /** Empties the account's tables but the record of schema steps: the next store on it starts as on a new one, without making its schema again. */
  async empty({ user }: PlayedAccount): Promise<void> {
    const giveBack = await this.backend.turn([user]);
    try {
      await this.backend.emptySchema(user, 'SCHEMA_STEP');
    } finally {
      giveBack();
    }
  }

  /** Happens once, to whichever connection comes next. */
  fail(fault: Fault): void { this.#faults.push(fault); }
  get openConnections(): number { return this.#open; }

  /** For its connections. */
  takeFault(fault: Fault): boolean {
    const at = this.#faults.indexOf(fault);
    if (at >= 0) this.#faults.splice(at, 1);
    return at >= 0;
  }
  heard(user: string, sql: string, values: readonly unknown[]): void { this.#accounts.get(user)?.listener?.(sql, values); }
  opened(): void { this.#open++; }
  closed(): void { this.#open--; }

  protected letsIn(user: string, password: string): boolean { return this.#accounts.get(user)?.password === password; }
}
