/** Bytes around the first one that differs. */
export interface Neighbours {
  /** Place of the first of these bytes. */
  readonly from: number;
  readonly bytes: readonly number[];
  /** Bytes of the whole text. */
  readonly length: number;
}
export interface Difference { /** Counted from 0. */ readonly at: number; readonly expected: Neighbours; readonly given: Neighbours }

const before = 12;
const behind = 12;

/** Where two texts part; undefined where they are the same. */
export function firstDifference(expected: Uint8Array, given: Uint8Array): Difference | undefined {
  const shorter = Math.min(expected.length, given.length);
  let at = 0;
  while (at < shorter && expected[at] === given[at]) at += 1;
  if (at === expected.length && at === given.length) return undefined;
  const around = (bytes: Uint8Array): Neighbours => { const from = Math.max(0, at - before); return { from, bytes: [...bytes.subarray(from, at + behind + 1)], length: bytes.length }; };
  return { at, expected: around(expected), given: around(given) };
}
