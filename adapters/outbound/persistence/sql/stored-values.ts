import { randomBytes } from 'node:crypto';
import { UnreadableValue, type Codec, type Stored } from './codecs.js';

/** Most items of one IN (databases.md 4). */
export const maxInList = 500;

/** Lengths of lists of values: between them the last value is said again, which changes no answer, so that a statement has few texts. */
const listLengths = [1, 8, 64, 256, maxInList] as const;

/** The values, as many as one of these lengths. */
export function filledUp(values: readonly Stored[]): readonly Stored[] {
  const [last] = values.slice(-1);
  const length = listLengths.find((one) => one >= values.length) ?? maxInList;
  return last === undefined ? values : [...values, ...Array.from({ length: length - values.length }, () => last)];
}

/** Equals no row: nobody has ever stored it. */
export const nowhere = randomBytes(16).toString('hex');

/**
 * A text that could never be stored equals no row; it is not sent, because servers refuse some (NUL) and convert the whole column for others
 * (Chinese compared with an ASCII column). Everything else must pass its codec.
 */
export function conditionValue(codec: Codec<unknown>, value: unknown): Stored {
  if (typeof value === 'string') return storedText(codec, value);
  const bound = value === undefined || value === null ? null : codec.encode(value);
  if (bound === null) throw new UnreadableValue('a condition without a value');
  return bound;
}

function storedText(codec: Codec<unknown>, value: string): Stored {
  try {
    // What would be stored cut is not what was asked for.
    return codec.encode(value) === value ? value : nowhere;
  } catch (error) {
    if (error instanceof UnreadableValue) return nowhere;
    throw error;
  }
}
