import { UpperCaseQueryCompiler } from '../sql/upper-case/compilers.js';
import { numberPlaceholders, quoted } from '../sql/upper-case/statements.js';
import { UpperCaseClient, type Answer, type UpperCaseConnection } from '../sql/upper-case/upper-case-client.js';
import type { OracleAttributes, OracleConnection, OracleDriver } from './oracle-driver.js';
import { classifyOracle } from './oracle-errors.js';

/** Oracle has no LIMIT. */
class OracleQueryCompiler extends UpperCaseQueryCompiler {
  override limit(): string {
    const { limit, offset } = this.single;
    const skipped = offset === undefined || offset === 0 ? '' : `offset ${this._getValueOrParameterFromAttribute('offset')} rows `;
    if (limit === undefined || limit === null) return skipped.trimEnd();
    return `${skipped}fetch ${skipped === '' ? 'first' : 'next'} ${this._getValueOrParameterFromAttribute('limit')} rows only`;
  }
  /** Said before the limit already. */
  override offset(): string { return ''; }
}

/** Longest VARCHAR2; what is longer can only be meant for a CLOB. */
const mostVarcharBytes = 4000;

/** knex on `oracledb` (databases.md 5). */
export class OracleClient extends UpperCaseClient {
  _driver(): OracleDriver { return (this.config as { driver: OracleDriver }).driver; }

  override queryCompiler(builder: unknown, formatter: unknown): unknown { return new OracleQueryCompiler(this, builder, formatter); }
  override positionBindings(sql: string): string { return numberPlaceholders(sql); }

  override async acquireRawConnection(): Promise<OracleConnection> {
    const { answerMs } = this.config as { answerMs: number };
    const connection = await this.#driver.getConnection(this.connectionSettings as unknown as OracleAttributes);
    connection.callTimeout = answerMs;
    if (this.schemaName !== undefined) await connection.execute(`alter session set current_schema = ${quoted(this.schemaName)}`, [], this.#options(false));
    return connection;
  }

  protected override run(connection: UpperCaseConnection, sql: string, values: readonly unknown[], commits: boolean): Promise<Answer> {
    return (connection as OracleConnection).execute(sql, values.map((value) => this.#bound(value)), this.#options(commits));
  }

  protected override isLost(error: unknown): boolean { return classifyOracle(error) === 'CONNECTION_LOST'; }
  protected override placeholdersOf(sql: string): number { return sql.match(numbered)?.filter((piece) => piece.startsWith(':')).length ?? 0; }

  /** A long text before a short one in the same statement is refused (ORA-24816) unless it is bound as what it is. */
  #bound(value: unknown): unknown {
    return typeof value === 'string' && Buffer.byteLength(value) > mostVarcharBytes ? { val: value, type: this.#driver.DB_TYPE_CLOB } : value;
  }

  #options(autoCommit: boolean) {
    const { OUT_FORMAT_OBJECT, DB_TYPE_CLOB, STRING } = this.#driver;
    return {
      autoCommit, outFormat: OUT_FORMAT_OBJECT, maxRows: 0,
      fetchTypeHandler: (column: { readonly dbType?: unknown }) => (column.dbType === DB_TYPE_CLOB ? { type: STRING } : undefined),
    };
  }

  get #driver(): OracleDriver { return this.driver as OracleDriver; }
}
OracleClient.prototype.driverName = 'oracledb';

/** Quoted names and texts, and the placeholders between them. */
const numbered = /"(?:[^"]|"")*"|'(?:[^']|'')*'|:\d+/g;
