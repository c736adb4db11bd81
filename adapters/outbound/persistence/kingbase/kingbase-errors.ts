import type { SqlErrorKind } from '../sql/engine.js';
import { errorField, socketErrors } from '../sql/server-address.js';

/** By SQLSTATE (databases.md 5). */
const kinds: Readonly<Record<string, SqlErrorKind>> = {
  23505: 'UNIQUE', '40P01': 'DEADLOCK', '55P03': 'LOCK_TIMEOUT', 40001: 'SERIALIZATION', 22001: 'TOO_LONG',
  // The server is going away, is full, or is no longer the one that may write: another connection may reach the one that is.
  '57P01': 'CONNECTION_LOST', '57P02': 'CONNECTION_LOST', '57P03': 'CONNECTION_LOST', 53300: 'CONNECTION_LOST', 25006: 'CONNECTION_LOST',
};

/** The driver says these without a code. */
const lostWords: readonly string[] = ['Connection terminated', 'Client has encountered a connection error', 'Query read timeout', 'timeout expired', 'Client was closed', 'Connection ended unexpectedly'];

/** By the server's code; an unknown one is OTHER, never a guess. */
export function classifyKingbase(error: unknown): SqlErrorKind {
  const code = errorField(error, 'code') ?? '';
  const known = kinds[code];
  if (known !== undefined) return known;
  if (code.startsWith('08') || socketErrors.has(code)) return 'CONNECTION_LOST';
  return code === '' && error instanceof Error && lostWords.some((words) => saidBy(error).startsWith(words)) ? 'CONNECTION_LOST' : 'OTHER';
}

/** The driver's own words: knex puts the statement and a dash before them. */
const saidBy = ({ message }: Error): string => message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /, '');
