import { Duplex } from 'node:stream';
import { PlayedAccounts } from './accounts.js';
import { sharedBackend, type Backend, type Result } from './backend.js';
import { oracleSchema, systemSchema } from './catalogue.js';
import { Line } from './line.js';
import { isDdl, toPostgres } from './to-postgres.js';

/** An error as `oracledb` throws it. */
class FakeOracleError extends Error {
  readonly errorNum: number;
  readonly code: string;
  constructor(errorNum: number, code = `ORA-${String(errorNum).padStart(5, '0')}`) {
    super(`${code}: played`);
    this.errorNum = errorNum;
    this.code = code;
  }
}

const driverError = (code: string): FakeOracleError => new FakeOracleError(0, code);
/** Oracle's number for what PostgreSQL said; an error that is none of these is a fault of the fake and stays as it is. */
const numbers: Readonly<Record<string, number>> = { '23505': 1, '23514': 12899, '23502': 1400, '42P01': 942, '42703': 904, '42P07': 955, '42601': 900, '40P01': 60, '55P03': 54 };

interface Column { readonly dbType: unknown }
interface Options { readonly autoCommit?: boolean; readonly outFormat?: number; readonly fetchTypeHandler?: (column: Column) => { readonly type: unknown } | undefined }
interface Answer { rows?: Record<string, unknown>[]; rowsAffected?: number }

const clob = { name: 'DB_TYPE_CLOB' };
const varchar = { name: 'DB_TYPE_VARCHAR' };
/** Longest text that is bound as a VARCHAR2 beside others. */
const mostVarcharBytes = 4000;

/**
 * `oracledb` for tests, on the same base as the played DM: nothing is committed by itself, DDL commits, '' is nothing, as many values as
 * placeholders, long texts bound as what they are and handed out as streams unless asked for as text.
 */
export class FakeOracleDriver extends PlayedAccounts {
  readonly OUT_FORMAT_OBJECT = 4002;
  readonly DB_TYPE_CLOB = clob;
  readonly STRING = varchar;

  static async start(): Promise<FakeOracleDriver> { return new FakeOracleDriver(await sharedBackend()); }

  getConnection({ user, password }: { readonly user: string; readonly password: string }): Promise<FakeOracleConnection> {
    if (!this.letsIn(user.toUpperCase(), password)) return Promise.reject(new FakeOracleError(1017));
    this.opened();
    return Promise.resolve(new FakeOracleConnection(this, this.backend, user.toUpperCase()));
  }
}

class FakeOracleConnection {
  callTimeout = 0;
  readonly #driver: FakeOracleDriver;
  readonly #user: string;
  readonly #line: Line;
  #schema: string;

  constructor(driver: FakeOracleDriver, backend: Backend, user: string) {
    this.#driver = driver;
    this.#user = user;
    this.#schema = user;
    this.#line = new Line(backend, driver, { lost: () => driverError('NJS-500'), busy: () => driverError('NJS-081') });
  }

  execute(sql: string, values: unknown[], options: Options): Promise<Answer> {
    return this.#line.alone(async () => {
      const [, schema] = /^alter session set current_schema = "(\w+)"$/.exec(sql) ?? [];
      if (schema !== undefined) {
        this.#schema = schema;
        return {};
      }
      this.#driver.heard(this.#user, sql, values);
      await this.#line.breakAt('lost-at-statement');
      return this.#run(sql, values, options);
    });
  }

  async #run(sql: string, values: readonly unknown[], options: Options): Promise<Answer> {
    const { sql: postgres, placeholders } = toPostgres(sql);
    if (values.length !== placeholders) throw driverError('NJS-098');
    const bound = values.map(boundValue);
    const ddl = isDdl(sql);
    if (ddl) await this.#line.end('COMMIT');
    try {
      return shaped(await this.#line.run([this.#schema, oracleSchema, systemSchema], ddl || options.autoCommit === true, postgres, bound), options);
    } catch (error) {
      const number = error instanceof Error && 'code' in error ? numbers[String(error.code)] : undefined;
      throw number === undefined ? error : new FakeOracleError(number);
    }
  }

  commit(): Promise<void> { return this.#line.alone(() => this.#line.commit()); }
  rollback(): Promise<void> { return this.#line.alone(() => this.#line.end('ROLLBACK')); }
  close(): Promise<void> { return this.#line.close(); }
}

function boundValue(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'val' in value && 'type' in value && value.type === clob) return value.val;
  if (value === '' || value === null) return null;
  if (typeof value === 'string' && Buffer.byteLength(value) > mostVarcharBytes) throw new FakeOracleError(24816);
  if (typeof value === 'string' || typeof value === 'bigint' || (typeof value === 'number' && !Number.isNaN(value))) return value;
  throw driverError('NJS-012');
}

function shaped({ columns, rows, affected }: Result, { outFormat, fetchTypeHandler }: Options): Answer {
  if (columns.length === 0) return { rowsAffected: affected };
  const asText = columns.map(({ isClob }) => !isClob || fetchTypeHandler?.({ dbType: clob })?.type === varchar);
  const seen = rows.map((row) => row.map((value, index) => (asText[index] === true || value === null ? value : Duplex.from([value]))));
  const given = outFormat === 4002 ? seen.map((row) => Object.fromEntries(row.map((value, index) => [columns[index]?.name ?? '', value]))) : seen;
  return { rows: given as Record<string, unknown>[] };
}
