import type { SqlErrorKind } from '../sql/engine.js';

const kinds: Readonly<Record<string, SqlErrorKind>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'UNIQUE', SQLITE_CONSTRAINT_PRIMARYKEY: 'UNIQUE',
  SQLITE_BUSY: 'LOCK_TIMEOUT', SQLITE_BUSY_SNAPSHOT: 'LOCK_TIMEOUT', SQLITE_BUSY_RECOVERY: 'LOCK_TIMEOUT', SQLITE_LOCKED: 'LOCK_TIMEOUT',
  SQLITE_TOOBIG: 'TOO_LONG', SQLITE_CANTOPEN: 'CONNECTION_LOST', SQLITE_IOERR: 'CONNECTION_LOST',
};

/** By the driver's code; an unknown code is OTHER, never a guess. */
export function classifySqlite(error: unknown): SqlErrorKind {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && Object.hasOwn(kinds, code) ? kinds[code] ?? 'OTHER' : 'OTHER';
}
