import { boundValues, shapedAnswer, type Answer, type DriverSettings, type Options } from './dm-answers.js';
import type { Backend } from './backend.js';
import { systemSchema } from './catalogue.js';
import { asDmError, FakeDmError, lineIsLost } from './dm-errors.js';
import { Line, type LineOwner } from './line.js';
import { isDdl, toPostgres } from './to-postgres.js';

/** As `dmdb` takes them; what is left out has the driver's default. */
export interface Attributes { readonly connectString?: string; readonly user?: string; readonly password?: string; readonly schema?: string; readonly autoCommit?: boolean; readonly alwaysAllowCommit?: boolean }

/** The module that a connection came from. */
export interface DriverSide extends DriverSettings, LineOwner { heard(user: string, sql: string, values: readonly unknown[]): void }

/** A connection with the edges of the real one: it commits by itself, DDL commits, errors undo one statement, missing values are OUT parameters. */
export class FakeDmConnection {
  readonly #driver: DriverSide;
  readonly #attributes: Attributes;
  readonly #user: string;
  readonly #line: Line;

  constructor(driver: DriverSide, backend: Backend, attributes: Attributes, user: string) {
    this.#driver = driver;
    this.#attributes = attributes;
    this.#user = user;
    this.#line = new Line(backend, driver, { lost: lineIsLost, busy: () => new FakeDmError(20026, '连接正在使用') });
  }

  execute(sql: string, values: unknown[] = [], options: Options = {}): Promise<Answer> {
    return this.#line.alone(async () => {
      this.#driver.heard(this.#user, sql, values);
      await this.#line.breakAt('lost-at-statement');
      const { sql: postgres, placeholders } = toPostgres(sql);
      const bound = boundValues(values, placeholders);
      const ddl = isDdl(sql);
      if (ddl) await this.#line.end('COMMIT');
      try {
        const result = await this.#line.run([this.#attributes.schema ?? this.#user, systemSchema], ddl || this.#commitsBy(options), postgres, bound);
        return shapedAnswer(result, this.#driver, options, placeholders - values.length);
      } catch (error) {
        throw asDmError(error);
      }
    });
  }

  commit(): Promise<void> {
    return this.#line.alone(() => {
      this.#refuseInAutoCommit();
      return this.#line.commit();
    });
  }

  rollback(): Promise<void> {
    return this.#line.alone(() => {
      this.#refuseInAutoCommit();
      return this.#line.end('ROLLBACK');
    });
  }

  close(): Promise<void> { return this.#line.close(); }

  #commitsBy(options: Options): boolean { return options.autoCommit ?? this.#driver.autoCommit ?? this.#attributes.autoCommit ?? true; }

  #refuseInAutoCommit(): void {
    const byDefault = this.#driver.autoCommit ?? this.#attributes.autoCommit ?? true;
    if (byDefault && this.#attributes.alwaysAllowCommit === false) throw new FakeDmError(20002, '自动提交模式下不允许手动提交回滚');
  }
}
