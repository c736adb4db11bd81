import type { SqlEngine } from '../engine.js';

/** The few statements that every family says in its own way. undefined: the family has no such thing, or none that an ordinary account may use. */
export interface FamilyWords {
  /** Gives the number of this session as `v`. */
  readonly sessionId: string | undefined;
  /** Ends a session, as an operator or a fail-over would. */
  readonly endSession: ((id: string) => string) | undefined;
  /** Takes a lock that belongs to no row. */
  readonly advisoryLock: string | undefined;
  /** Questions for the isolation of a session that nobody sets, as `v`; the first that is answered counts. */
  readonly defaultIsolation: readonly string[];
  /** How the family goes back to a savepoint. */
  readonly rollbackTo: string;
  /** How a transaction begins, for the report. */
  readonly begins: string;
  /** Driver of the family, a package in node_modules. */
  readonly driver: string;
}

const words: Readonly<Record<string, FamilyWords>> = {
  sqlite: { sessionId: undefined, endSession: undefined, advisoryLock: undefined, defaultIsolation: [], rollbackTo: 'ROLLBACK TO', begins: 'BEGIN IMMEDIATE', driver: 'libsql' },
  mysql: {
    sessionId: 'select connection_id() as v', endSession: (id) => `kill ${id}`, advisoryLock: "select get_lock('tjprobe', 0) as v",
    defaultIsolation: ['select @@global.transaction_isolation as v', 'select @@global.tx_isolation as v'], rollbackTo: 'ROLLBACK TO SAVEPOINT', begins: 'START TRANSACTION', driver: 'mysql2',
  },
  kingbase: {
    sessionId: 'select pg_backend_pid() as v', endSession: (id) => `select pg_terminate_backend(${id}) as v`, advisoryLock: 'select pg_try_advisory_xact_lock(4711) as v',
    defaultIsolation: ["select reset_val as v from pg_settings where name = 'default_transaction_isolation'"], rollbackTo: 'ROLLBACK TO SAVEPOINT', begins: 'BEGIN', driver: 'pg',
  },
  dm: {
    sessionId: 'select sessid() as "V" from "DUAL"', endSession: (id) => `call sp_close_session(${id})`, advisoryLock: undefined,
    defaultIsolation: ['select "VALUE" as "V" from "V$PARAMETER" where "NAME" = \'ISOLATION_LEVEL\''], rollbackTo: 'ROLLBACK TO SAVEPOINT', begins: '第一条语句自动开始', driver: 'dmdb',
  },
  oracle: {
    sessionId: 'select sys_context(\'USERENV\', \'SID\') || \',\' || (select "SERIAL#" from "V$SESSION" where "SID" = sys_context(\'USERENV\', \'SID\')) as "V" from "DUAL"',
    endSession: (id) => `alter system disconnect session '${id}' immediate`, advisoryLock: undefined,
    defaultIsolation: [], rollbackTo: 'ROLLBACK TO SAVEPOINT', begins: '第一条语句自动开始', driver: 'oracledb',
  },
};

export function wordsOf(engine: SqlEngine): FamilyWords {
  const known = words[engine.name];
  if (known === undefined) throw new Error(`no experiments for ${engine.name}`);
  return known;
}
