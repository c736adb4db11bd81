import { boundValues, shapedAnswer, type Answer, type DriverSettings, type Options } from './answers.js';
import type { Backend } from './backend.js';
import { asDmError, FakeDmError, lineIsLost } from './dm-errors.js';
import { isDdl, toPostgres } from './to-postgres.js';

/** As `dmdb` takes them; what is left out has the driver's default. */
export interface Attributes { readonly connectString?: string; readonly user?: string; readonly password?: string; readonly schema?: string; readonly autoCommit?: boolean; readonly alwaysAllowCommit?: boolean }

/** What happens to one connection's line. */
export type Fault = 'lost-before-commit' | 'lost-after-commit' | 'lost-at-statement';

/** The module that a connection came from. */
export interface DriverSide extends DriverSettings {
  takeFault(fault: Fault): boolean;
  heard(schema: string, sql: string, values: readonly unknown[]): void;
  closed(): void;
}

/** A connection with the edges of the real one: it commits by itself, DDL commits, errors undo one statement, missing values are OUT parameters. */
export class FakeDmConnection {
  readonly #driver: DriverSide;
  readonly #backend: Backend;
  readonly #attributes: Attributes;
  readonly #schema: string;
  #giveBack: (() => void) | undefined;
  #busy = false;
  #dead = false;

  constructor(driver: DriverSide, backend: Backend, attributes: Attributes, schema: string) {
    this.#driver = driver;
    this.#backend = backend;
    this.#attributes = attributes;
    this.#schema = schema;
  }

  execute(sql: string, values: unknown[] = [], options: Options = {}): Promise<Answer> {
    return this.#alone(async () => {
      this.#driver.heard(this.#schema, sql, values);
      if (this.#driver.takeFault('lost-at-statement')) await this.#lose();
      const { sql: postgres, placeholders } = toPostgres(sql);
      const bound = boundValues(values, placeholders);
      const ddl = isDdl(sql);
      if (ddl) await this.#end('COMMIT');
      await this.#begin();
      try {
        return shapedAnswer(await this.#backend.statement(postgres, bound), this.#driver, options, placeholders - values.length);
      } catch (error) {
        throw asDmError(error);
      } finally {
        if (ddl || this.#commitsBy(options)) await this.#end('COMMIT');
      }
    });
  }

  commit(): Promise<void> {
    return this.#alone(async () => {
      this.#refuseInAutoCommit();
      if (this.#driver.takeFault('lost-before-commit')) await this.#lose();
      await this.#end('COMMIT');
      if (this.#driver.takeFault('lost-after-commit')) await this.#lose();
    });
  }

  rollback(): Promise<void> {
    return this.#alone(async () => {
      this.#refuseInAutoCommit();
      await this.#end('ROLLBACK');
    });
  }

  async close(): Promise<void> {
    if (this.#dead) throw lineIsLost();
    await this.#end('ROLLBACK');
    this.#dead = true;
    this.#driver.closed();
  }

  #commitsBy(options: Options): boolean { return options.autoCommit ?? this.#driver.autoCommit ?? this.#attributes.autoCommit ?? true; }

  #refuseInAutoCommit(): void {
    const byDefault = this.#driver.autoCommit ?? this.#attributes.autoCommit ?? true;
    if (byDefault && this.#attributes.alwaysAllowCommit === false) throw new FakeDmError(20002, '自动提交模式下不允许手动提交回滚');
  }

  async #begin(): Promise<void> {
    if (this.#giveBack) return;
    this.#giveBack = await this.#backend.turn();
    await this.#backend.begin(this.#schema);
  }

  async #end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (!this.#giveBack) return;
    const giveBack = this.#giveBack;
    this.#giveBack = undefined;
    try {
      await this.#backend.command(how);
    } finally {
      giveBack();
    }
  }

  async #lose(): Promise<never> {
    await this.#end('ROLLBACK');
    this.#dead = true;
    this.#driver.closed();
    throw lineIsLost();
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#dead) throw lineIsLost();
    if (this.#busy) throw new FakeDmError(20026, '连接正在使用');
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
