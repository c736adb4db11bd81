import type { SqlErrorKind } from '../sql/engine.js';
import { errorField, socketErrors } from '../sql/server-address.js';

/** By error number: MySQL and MariaDB, then what TiDB (8xxx, 9xxx) and OceanBase (6xxx) add on the same wire (databases.md 5). */
const kinds: Readonly<Record<string, SqlErrorKind>> = {
  1062: 'UNIQUE', 1586: 'UNIQUE', 1213: 'DEADLOCK', 1205: 'LOCK_TIMEOUT', 3572: 'LOCK_TIMEOUT', 1406: 'TOO_LONG',
  8002: 'SERIALIZATION', 8028: 'SERIALIZATION', 9007: 'SERIALIZATION', 6002: 'SERIALIZATION', 6004: 'LOCK_TIMEOUT', 8022: 'COMMIT_UNKNOWN',
  // The server is going away, or is no longer the one that may write: another connection may reach the one that is.
  1053: 'CONNECTION_LOST', 1927: 'CONNECTION_LOST', 4031: 'CONNECTION_LOST', 1040: 'CONNECTION_LOST', 1290: 'CONNECTION_LOST', 1836: 'CONNECTION_LOST',
};
const lostCodes: ReadonlySet<string> = new Set(['PROTOCOL_CONNECTION_LOST', 'PROTOCOL_SEQUENCE_TIMEOUT', 'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR', 'ER_SERVER_SHUTDOWN']);

/** By the driver's number or code; an unknown one is OTHER, never a guess. */
export function classifyMySql(error: unknown): SqlErrorKind {
  const known = kinds[errorField(error, 'errno') ?? ''];
  if (known !== undefined) return known;
  const code = errorField(error, 'code') ?? '';
  const fatal = typeof error === 'object' && error !== null && 'fatal' in error && error.fatal === true;
  return fatal || lostCodes.has(code) || socketErrors.has(code) || isClosedState(error) ? 'CONNECTION_LOST' : 'OTHER';
}

/** The driver says this without a code, of a connection that died while nobody used it. */
const isClosedState = (error: unknown): boolean => error instanceof Error && error.message.includes('connection is in closed state');
