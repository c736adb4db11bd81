import { createRequire } from 'node:module';
import type { Answer, UpperCaseConnection } from '../sql/upper-case/upper-case-client.js';
import { UnusableDatabase } from '../sql/unusable-database.js';

/** The part of `dmdb` that is used here; a test compares it with the package. */
export interface DmDriver {
  readonly OUT_FORMAT_OBJECT: number;
  readonly CLOB: number;
  /** Kinds of columns that arrive as text; otherwise a CLOB is a stream. */
  fetchAsString: number[];
  /** Whether the driver reads JSON columns by itself: it must not, the codecs do. */
  parseJson: boolean;
  getConnection(attributes: DmAttributes): Promise<DmConnection>;
}

export interface DmConnection extends UpperCaseConnection {
  execute(sql: string, values: unknown[], options: DmExecuteOptions): Promise<Answer>;
}

export interface DmExecuteOptions {
  readonly autoCommit: boolean;
  readonly outFormat: number;
  /** 0: all. */
  readonly maxRows: number;
}

/** How a connection is opened; names and units are the driver's. */
export interface DmAttributes {
  readonly connectString: string;
  readonly user: string;
  readonly password: string;
  readonly schema?: string;
  readonly appName: string;
  readonly autoCommit: boolean;
  readonly alwaysAllowCommit: boolean;
  /** Milliseconds. */
  readonly connectTimeout: number;
  readonly socketTimeout: number;
  readonly doSwitch: number;
  readonly rwSeparate: number;
  readonly sslPath?: string;
}

/** The driver is not there; says what to do. */
export class DmDriverMissing extends UnusableDatabase {
  override readonly name = 'DmDriverMissing';
}

const version = '1.0.48286';
const missing = `DM (达梦) needs its maker's driver, which may not be passed on with this product: run \`npm install --no-save dmdb@${version}\` in the installation, or put the package from the DM server's own disk into node_modules/dmdb`;

/** Loads `dmdb` the first time somebody wants DM: everybody else runs without it. */
export function loadDmDriver(): DmDriver {
  const load = createRequire(import.meta.url);
  try {
    return load('dmdb') as DmDriver;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') throw new DmDriverMissing(missing, { cause: error });
    throw error;
  }
}
