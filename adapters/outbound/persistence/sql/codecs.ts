import { fen as toFen, type Fen, type FenSum } from '../../../../domain/kernel/money.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';

/** What a repository binds or reads back. Drivers answer BIGINT as number, string or bigint, so reading accepts all three. */
export type Stored = string | number | null;
/** One row as it is bound, by column. */
export type StoredRow = Record<string, Stored>;

/**
 * How one value of the core stands in one column. `encode` refuses what must not be bound (DB-01: an object bound by some drivers drops the
 * WHERE), `decode` refuses what a driver may have rounded.
 */
export interface Codec<T> { encode(value: T): Stored; decode(stored: unknown): T }

/** A stored value that the core cannot trust. Names the kind only, never the value: it may be personal. */
export class UnreadableValue extends Error {
  override readonly name = 'UnreadableValue';
}

/** Longest texts that one column may hold; a text column for more is `longText`. */
export const maxVarchar = 1000;
/** Longest long text, in UTF-16 units. */
export const maxLongText = 1_000_000;

function safeInteger(stored: unknown): number {
  const value = typeof stored === 'string' && /^-?[0-9]{1,19}$/.test(stored) ? BigInt(stored) : stored;
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new UnreadableValue('not a safe integer');
  if (typeof value === 'bigint' && BigInt(number) !== value) throw new UnreadableValue('not a safe integer');
  return number;
}

/** Whole number within ±(2^53 − 1). */
export const int: Codec<number> = { encode: (value) => safeInteger(checked(value, 'number')), decode: safeInteger };

/** Milliseconds since 1970 in a BIGINT. */
export const epochMs: Codec<EpochMs> = int;

/** Fen in a BIGINT; eleven digits at most, so a driver's number is exact. */
export const fen: Codec<Fen> = {
  encode: (value) => Number(toFen(checked(value, 'bigint'))),
  decode: (stored) => toFen(safeInteger(stored)),
};

/** A sum or difference of fen in a BIGINT; beyond ±9e13 yuan a driver's number would not be exact, and none of ours gets there. */
export const fenSum: Codec<FenSum> = {
  encode: (value) => safeInteger(checked(value, 'bigint')),
  decode: (stored) => BigInt(safeInteger(stored)) as FenSum,
};

/** SMALLINT 0 or 1. */
export const flag: Codec<boolean> = {
  encode: (value) => (checked(value, 'boolean') ? 1 : 0),
  decode: (stored) => {
    const number = safeInteger(stored);
    if (number !== 0 && number !== 1) throw new UnreadableValue('not a flag');
    return number === 1;
  },
};

/** Text that is never empty and at most `chars` code points; `ascii` columns are sized one byte a character. */
export function text(chars: number, alphabet: 'ascii' | 'any' = 'ascii'): Codec<string> {
  return {
    encode: (value) => {
      const given = checked(value, 'string');
      if (given === '') throw new UnreadableValue('an empty text is never stored');
      if (given.length > chars && Array.from(given).length > chars) throw new UnreadableValue(`a text of more than ${chars} characters`);
      if (alphabet === 'ascii' && !/^[\x20-\x7e]*$/.test(given)) throw new UnreadableValue('a text outside ASCII');
      if (alphabet === 'any' && !isStorable(given)) throw new UnreadableValue('a text with NUL or half a character');
      return given;
    },
    decode: (stored) => readText(stored),
  };
}

/** Words for people: may be empty (stored as NULL, because some engines make NULL of '' anyway) and are cut rather than refused. */
export function words(chars: number): Codec<string> {
  return {
    encode: (value) => cutWords(checked(value, 'string'), chars) || null,
    decode: (stored) => (stored === null ? '' : readText(stored)),
  };
}

/** The first `chars` code points, without what some servers cannot store: NUL and halves of characters. */
export function cutWords(value: string, chars: number): string {
  const storable = isStorable(value) ? value : value.replaceAll('\0', '').toWellFormed();
  return storable.length <= chars ? storable : Array.from(storable).slice(0, chars).join('');
}

/** PostgreSQL refuses NUL in a text; half of a surrogate pair would be stored as another character than was given. */
export const isStorable = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

/** Text of any length up to maxLongText, never empty; never compared or sorted by the database. */
export const longText: Codec<string> = {
  encode: (value) => {
    const given = checked(value, 'string');
    if (given === '' || given.length > maxLongText) throw new UnreadableValue('a long text that is empty or too long');
    return given;
  },
  decode: (stored) => readText(stored),
};

/** JSON as text, made and read by us. The shape is ours: whoever wrote the row wrote it from the same type. */
export function json<T>(revive: (parsed: unknown) => T, shape: (value: T) => unknown = (value) => value): Codec<T> {
  return {
    encode: (value) => longText.encode(JSON.stringify(shape(value))),
    decode: (stored) => revive(JSON.parse(readText(stored))),
  };
}

/** A word of a closed list; an unknown word in a row stops whoever reads it. */
export function oneOf<T extends string>(known: readonly T[]): Codec<T> {
  const find = (value: unknown): T => {
    const found = known.find((word) => word === value);
    if (found === undefined) throw new UnreadableValue('a word outside its list');
    return found;
  };
  return { encode: find, decode: find };
}

/** The same where there may be nothing; `''` is nothing too. */
export const optional = <T>(codec: Codec<T>): Codec<T | undefined> => ({
  encode: (value) => (value === undefined || value === '' ? null : codec.encode(value)),
  decode: (stored) => (stored === null || stored === undefined ? undefined : codec.decode(stored)),
});

/** A column that was added later: rows from before hold nothing, which means `before`. */
export const since = <T>(codec: Codec<T>, before: T): Codec<T> => ({
  encode: (value) => codec.encode(value),
  decode: (stored) => (stored === null || stored === undefined ? before : codec.decode(stored)),
});

/** The same in a column that must hold something: `word` stands there for nothing. */
export const orWord = <T extends string>(codec: Codec<T>, word: string): Codec<T | undefined> => ({
  encode: (value) => (value === undefined ? word : codec.encode(value)),
  decode: (stored) => (stored === word ? undefined : codec.decode(stored)),
});

function readText(stored: unknown): string {
  if (typeof stored !== 'string' || stored === '') throw new UnreadableValue('not a text');
  return stored;
}

interface Primitives { readonly string: string; readonly number: number; readonly bigint: bigint; readonly boolean: boolean }

function checked<K extends keyof Primitives>(value: Primitives[K], kind: K): Primitives[K] {
  if (typeof value !== kind) throw new UnreadableValue(`not a ${kind}`);
  return value;
}
