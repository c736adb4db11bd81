import type { SqlErrorKind } from '../sql/engine.js';

/** Oracle's own numbers. */
const kinds: ReadonlyMap<number, SqlErrorKind> = new Map<number, SqlErrorKind>([
  [1, 'UNIQUE'], [60, 'DEADLOCK'], [54, 'LOCK_TIMEOUT'], [30006, 'LOCK_TIMEOUT'], [8177, 'SERIALIZATION'], [12899, 'TOO_LONG'],
  // Killed, not connected, starting, stopping, gone, no listener, no service.
  ...[28, 1012, 1033, 1034, 1089, 1090, 1092, 3113, 3114, 3135, 12514, 12537, 12541, 12543, 12547, 12570, 12571].map((number) => [number, 'CONNECTION_LOST'] as const),
]);

/** The driver's own: closed, no answer in time, refused, host not found, broken. After an answer that was too late nobody knows what the server still does. */
const lostCodes: ReadonlySet<unknown> = new Set(['NJS-003', 'NJS-123', 'NJS-500', 'NJS-501', 'NJS-503', 'NJS-510', 'NJS-511', 'NJS-518', 'NJS-521']);

/** By the number that Oracle gave, else by the driver's code; an unknown one is OTHER, never a guess. */
export function classifyOracle(error: unknown): SqlErrorKind {
  if (!(error instanceof Error)) return 'OTHER';
  const kind = kinds.get(oracleErrorNumber(error) ?? 0);
  if (kind !== undefined) return kind;
  return 'code' in error && lostCodes.has(error.code) ? 'CONNECTION_LOST' : 'OTHER';
}

/** The number of an ORA error. */
export const oracleErrorNumber = (error: unknown): number | undefined =>
  error instanceof Error && 'errorNum' in error && typeof error.errorNum === 'number' && error.errorNum !== 0 ? error.errorNum : undefined;
