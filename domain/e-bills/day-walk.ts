import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import { mostDifferences, type EBillDifference } from './bill-difference.js';

/**
 * Where the comparison of a day's bills one by one stands, between two stretches of it. `theirs`: the pages of the bill system, each compared with our
 * bills under the same numbers. `ours`: our own bills, to find the minutes in which one of them was on no page. `missing`: the bills of these minutes are
 * asked for one by one. `again`: whatever was found different is looked at once more, because bills are issued and reversed meanwhile.
 */
export interface DayWalk {
  readonly phase: 'theirs' | 'ours' | 'missing' | 'again';
  /** Pages, regions, minutes of regions or differences that are done with, as the phase has it. */
  readonly done: number;
  /** The last of our bills that is done with, in `ours` and `missing`. */
  readonly after: BillPlace | undefined;
  /** By the minute in which we have them as issued: marks of our bills that were on a page, less those that we have. What is not 0 has a gap. */
  readonly minutes: Readonly<Record<string, number>>;
  readonly differences: readonly EBillDifference[];
  /** Differences that were found and are not kept. */
  readonly beyond: number;
  /** Answers in vain since the last that said something. */
  readonly tries: number;
}
export interface BillPlace { readonly issuedAt: EpochMs; readonly platformOrderNo: string; readonly round: number }

export const newWalk: DayWalk = { phase: 'theirs', done: 0, after: undefined, minutes: {}, differences: [], beyond: 0, tries: 0 };

export const minuteOf = (issuedAt: EpochMs, fromAt: EpochMs): number => Math.floor((issuedAt - fromAt) / minuteMs);

interface Named { readonly eBillCode: string; readonly eBillNo: string }
const marks = 2 ** 32;

/** A bill by its numbers, nearly unique (FNV-1a): a sum of these stays away from 0 where one bill was read twice and another one never. */
export function markOf({ eBillCode, eBillNo }: Named): number {
  let mark = 0x811c9dc5;
  for (const sign of `${eBillCode}|${eBillNo}`) mark = Math.imul(mark ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mark;
}

/** With one of our bills added to those that were on a page, or taken off them. */
export function marked(minutes: DayWalk['minutes'], changes: readonly { readonly minute: number; readonly mark: number; readonly sign: 1 | -1 }[]): DayWalk['minutes'] {
  const sums = new Map(Object.entries(minutes));
  for (const { minute, mark, sign } of changes) sums.set(String(minute), ((sums.get(String(minute)) ?? 0) + sign * mark + marks) % marks);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}

/** Minutes with a gap, the earliest first. */
export const gapsIn = ({ minutes }: DayWalk): readonly number[] => Object.keys(minutes).map(Number).sort((a, b) => a - b);

const isSame = (a: Named, b: Named): boolean => a.eBillCode === b.eBillCode && a.eBillNo === b.eBillNo;

/** The walk with these differences, as many as are kept; one of a bill that is among them is known. */
export function noted(walk: DayWalk, found: readonly EBillDifference[]): DayWalk {
  const fresh = found.filter((one) => !walk.differences.some((known) => isSame(known, one)));
  const all = [...walk.differences, ...fresh];
  return { ...walk, differences: all.slice(0, mostDifferences), beyond: walk.beyond + Math.max(0, all.length - mostDifferences) };
}

/** Bills that only the other side has come last; within that by their numbers, which are given in order. */
export const inOrder = (differences: readonly EBillDifference[]): readonly EBillDifference[] => [...differences].sort((a, b) =>
  Number(a.kind === 'only-there') - Number(b.kind === 'only-there') || compared(a.eBillCode, b.eBillCode) || compared(a.eBillNo, b.eBillNo));

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
