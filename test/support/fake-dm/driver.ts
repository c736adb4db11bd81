import { sharedBackend, type Backend } from './backend.js';
import type { DmSetup } from './catalogue.js';
import { FakeDmConnection, type Attributes, type Fault } from './connection.js';
import { FakeDmError } from './dm-errors.js';

let accountsMade = 0;

/** What one statement was, for whoever wants to judge it. */
export type Listener = (sql: string, values: readonly unknown[]) => void;

/** An account of the pretended server; its schema has its name. */
export interface FakeDmAccount { readonly user: string; readonly password: string }

/**
 * `dmdb` for tests: the module's shape, and behind it PostgreSQL in this process. It shows that our code fits our reading of DM's driver and
 * documents, and nothing about DM itself.
 */
export class FakeDmDriver {
  readonly OUT_FORMAT_ARRAY = 4001;
  readonly OUT_FORMAT_OBJECT = 4002;
  readonly CLOB = 2017;
  fetchAsString: number[] = [];
  parseJson = true;
  outFormat = this.OUT_FORMAT_ARRAY;
  autoCommit: boolean | undefined = undefined;

  readonly #backend: Backend;
  readonly #accounts = new Map<string, { readonly password: string; readonly listener: Listener | undefined }>();
  readonly #faults: Fault[] = [];
  #open = 0;

  private constructor(backend: Backend) { this.#backend = backend; }

  static async start(): Promise<FakeDmDriver> { return new FakeDmDriver(await sharedBackend()); }

  async getConnection(attributes: Attributes): Promise<FakeDmConnection> {
    // Like the driver, which falls back to the account that DM is delivered with.
    const user = (attributes.user ?? 'SYSDBA').toUpperCase();
    const account = this.#accounts.get(user);
    if (account === undefined || account.password !== (attributes.password ?? 'SYSDBA')) throw new FakeDmError(-2501, '用户名或密码错误');
    this.#open++;
    return Promise.resolve(new FakeDmConnection(this, this.#backend, attributes, attributes.schema ?? user));
  }

  /** A new account with an empty schema. */
  newAccount(listener?: Listener): FakeDmAccount {
    const user = `T${++accountsMade}`;
    const password = `Pw-${user}`;
    this.#accounts.set(user, { password, listener });
    return { user, password };
  }

  /** Empties the account's tables but the record of schema steps: the next store on it starts as on a new one, without making its schema again. */
  async empty({ user }: FakeDmAccount): Promise<void> {
    const giveBack = await this.#backend.turn();
    try {
      await this.#backend.emptySchema(user, 'SCHEMA_STEP');
    } finally {
      giveBack();
    }
  }

  /** Happens once, to whichever connection comes next. */
  fail(fault: Fault): void { this.#faults.push(fault); }
  get openConnections(): number { return this.#open; }
  /** The server as if it had been set up so; for all drivers of this process, so it must be undone. */
  pretend(setup: DmSetup): Promise<void> { return this.#backend.pretend(setup); }

  /** For its connections. */
  takeFault(fault: Fault): boolean {
    const at = this.#faults.indexOf(fault);
    if (at >= 0) this.#faults.splice(at, 1);
    return at >= 0;
  }
  heard(schema: string, sql: string, values: readonly unknown[]): void { this.#accounts.get(schema)?.listener?.(sql, values); }
  closed(): void { this.#open--; }
}
