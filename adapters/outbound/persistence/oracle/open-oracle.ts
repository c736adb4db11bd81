import type { SqlEngine } from '../sql/engine.js';
import type { ColumnSpec } from '../sql/migrations/steps.js';
import { defaultAnswerMs, defaultWaitMs, openUpperCase, type UpperCaseAddress } from '../sql/upper-case/upper-case-engine.js';
import { OracleClient } from './oracle-client.js';
import { loadOracleDriver, type OracleAttributes, type OracleDriver } from './oracle-driver.js';
import { classifyOracle } from './oracle-errors.js';
import { oracleFacts } from './oracle-facts.js';

export interface OracleOptions extends UpperCaseAddress {
  /** Service name, e.g. `ORCLPDB1`. */
  readonly database: string;
  /** TLS with a checked certificate; `caPem` names the authority when it is not a public one. */
  readonly tls?: { readonly caPem: string | undefined } | undefined;
}

/** Oracle's usual port. */
export const oraclePort = 1521;

/** Oracle 12.2 and newer. Connects at the first use; throws OracleDriverMissing where the driver is not installed. */
export function openOracle(options: OracleOptions, driver: OracleDriver = loadOracleDriver()): SqlEngine {
  const { schema, connections, waitMs = defaultWaitMs, answerMs = defaultAnswerMs } = options;
  return openUpperCase({
    name: 'oracle', client: OracleClient, config: { connection: attributesOf(options, waitMs), driver, answerMs },
    schema, connections, waitMs, classify: classifyOracle, columnType: oracleType, facts: oracleFacts,
  });
}

function attributesOf({ host, port, user, password, database, tls }: OracleOptions, waitMs: number): OracleAttributes {
  if (user === '' || password === undefined || password === '') throw new Error('an Oracle account needs a name and a password');
  // The description is a language of brackets: nothing else may get into it.
  if (!/^[\w.:-]+$/.test(host) || !/^[\w.$-]+$/.test(database)) throw new Error('host and service name of an Oracle database are letters, digits, dots and dashes');
  const seconds = Math.max(1, Math.round(waitMs / 1000));
  const connectString = `(DESCRIPTION=(CONNECT_TIMEOUT=${seconds})(TRANSPORT_CONNECT_TIMEOUT=${seconds})(RETRY_COUNT=0)`
    + `(ADDRESS=(PROTOCOL=${tls ? 'tcps' : 'tcp'})(HOST=${host})(PORT=${port}))(CONNECT_DATA=(SERVICE_NAME=${database}))`
    + `${tls ? '(SECURITY=(SSL_SERVER_DN_MATCH=yes))' : ''})`;
  return { user, password, connectString, ...(tls?.caPem === undefined ? {} : { walletContent: tls.caPem }) };
}

/** Counted in bytes whatever the server's NLS_LENGTH_SEMANTICS; a character of UTF-8 has four at most. */
const bytesPerCharacter = 4;
/** Longest VARCHAR2 unless the server was told otherwise. */
const mostBytes = 4000;
const numbers = { bigint: 'number(19)', int: 'number(10)', smallint: 'number(5)' } as const;

function oracleType(spec: ColumnSpec): string {
  if (spec.kind === 'long-text') return 'clob';
  if (spec.kind !== 'text') return numbers[spec.kind];
  const bytes = spec.ascii ? spec.chars : spec.chars * bytesPerCharacter;
  if (bytes > mostBytes) throw new RangeError(`${spec.name}: a text of ${bytes} bytes is too long for a column of Oracle`);
  return `varchar2(${bytes} byte)`;
}
