import type { SqlErrorKind } from '../sql/engine.js';

/** Numbers of the server (negative) and of the driver (positive). Taken from the driver's package and public code; to be confirmed on a server. */
const kinds: ReadonlyMap<number, SqlErrorKind> = new Map<number, SqlErrorKind>([
  [-6602, 'UNIQUE'], [-6610, 'UNIQUE'], [-6611, 'UNIQUE'], [-6612, 'UNIQUE'],
  [-6403, 'DEADLOCK'], [-6407, 'LOCK_TIMEOUT'],
  [-6169, 'TOO_LONG'], [-2665, 'TOO_LONG'], [6067, 'TOO_LONG'],
  ...[6001, 6002, 6060, 6091, 20010, 20013, 20014, -6001, -6007].map((code) => [code, 'CONNECTION_LOST'] as const),
]);

/** Lock errors go by several numbers in public reports; their words are the same in all. */
const words: readonly (readonly [RegExp, SqlErrorKind])[] = [
  [/死锁|deadlock/i, 'DEADLOCK'],
  [/锁超时|lock ?(wait )?time ?-?out/i, 'LOCK_TIMEOUT'],
];

const socketErrors: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** By the driver's number, which is not enumerable and so vanishes in most logs; an unknown one is OTHER, never a guess. */
export function classifyDm(error: unknown): SqlErrorKind {
  if (!(error instanceof Error)) return 'OTHER';
  const kind = kinds.get(dmErrorNumber(error) ?? 0);
  if (kind !== undefined) return kind;
  if ('code' in error && socketErrors.has(error.code)) return 'CONNECTION_LOST';
  // Only the server's own words: the statement stands before them and may hold any.
  const said = error.message.slice(error.message.lastIndexOf(' - ') + 1);
  return words.find(([pattern]) => pattern.test(said))?.[1] ?? 'OTHER';
}

/** The number of a DM error. */
export const dmErrorNumber = (error: unknown): number | undefined =>
  error instanceof Error && 'errCode' in error && typeof error.errCode === 'number' ? error.errCode : undefined;
