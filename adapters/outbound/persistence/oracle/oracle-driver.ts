import { createRequire } from 'node:module';
import type { Answer, UpperCaseConnection } from '../sql/upper-case/upper-case-client.js';
import { UnusableDatabase } from '../sql/unusable-database.js';

/** The part of `oracledb` that is used here, in its thin mode: no client library of Oracle's. A test compares it with the package. */
export interface OracleDriver {
  readonly OUT_FORMAT_OBJECT: number;
  readonly DB_TYPE_CLOB: unknown;
  readonly STRING: unknown;
  getConnection(attributes: OracleAttributes): Promise<OracleConnection>;
}

export interface OracleConnection extends UpperCaseConnection {
  /** Longest answer to one call, ms. */
  callTimeout: number;
  execute(sql: string, values: unknown[], options: OracleExecuteOptions): Promise<Answer>;
}

export interface OracleExecuteOptions {
  readonly autoCommit: boolean;
  readonly outFormat: number;
  /** 0: all. */
  readonly maxRows: number;
  /** How a column arrives; undefined: as the driver does by itself. */
  readonly fetchTypeHandler: (column: { readonly dbType?: unknown }) => { readonly type: unknown } | undefined;
}

/** How a connection is opened; names are the driver's. */
export interface OracleAttributes {
  readonly user: string;
  readonly password: string;
  readonly connectString: string;
  /** Certificates as PEM, instead of a wallet on the disk. */
  readonly walletContent?: string;
}

/** The driver is not there; says what to do. */
export class OracleDriverMissing extends UnusableDatabase {
  override readonly name = 'OracleDriverMissing';
}

const version = '26.0.0';
const missing = `Oracle needs the package oracledb, which is left out because few installations use it: run \`npm install --no-save oracledb@${version}\` in the installation`;

/** Loads `oracledb` the first time somebody wants Oracle: everybody else runs without it. */
export function loadOracleDriver(): OracleDriver {
  const load = createRequire(import.meta.url);
  try {
    return load('oracledb') as OracleDriver;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') throw new OracleDriverMissing(missing, { cause: error });
    throw error;
  }
}
