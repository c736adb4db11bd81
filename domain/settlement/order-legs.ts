import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen, FenSum } from '../kernel/money.js';

/** The other three that must agree with a paid order: 渠道账单, 缴款书, 电子票据. */
export const legs = ['channel', 'payment-notice', 'e-bill'] as const;
export type Leg = (typeof legs)[number];

/** One paid order of a clearing day with what is known of its legs (四方核对). */
export interface OrderLegs {
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly bizOrderNo: string;
  readonly charged: Fen;
  /** What the channel's bill has; undefined while no bill has it. */
  readonly inBill: Fen | undefined;
  /** Undefined: the order has no payment notice. `confirmed`: what the province has booked, undefined while it has not. */
  readonly notice: { readonly confirmed: Fen | undefined } | undefined;
  /** Undefined: no e-bill is wanted. `due`: what one must be for by now, nothing where all went back; `standing`: amounts of those that are neither reversed nor void. */
  readonly eBills: { readonly due: Fen; readonly standing: readonly Fen[] } | undefined;
}

/** `missing`: nothing there. `differs`: there, with another amount. `too-many`: more than one e-bill stands, or one for money that went back whole. */
export const gapKinds = ['missing', 'differs', 'too-many'] as const;
export type GapKind = (typeof gapKinds)[number];

/** One leg of one order that is not as the order says. */
export interface LegGap {
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly bizOrderNo: string;
  readonly leg: Leg;
  readonly kind: GapKind;
  readonly expected: Fen;
  /** Sum of what was found. */
  readonly found: FenSum | undefined;
}

/** Exactly which legs are missing or differ, at most one gap of each leg; empty where all four agree. */
export function gapsOf(order: OrderLegs): readonly LegGap[] {
  const { platformOrderNo, merchantNo, bizOrderNo, charged, inBill, notice, eBills } = order;
  const gap = (leg: Leg, kind: GapKind, expected: bigint, found?: bigint): LegGap =>
    ({ platformOrderNo, merchantNo, bizOrderNo, leg, kind, expected: expected as Fen, found: found as FenSum | undefined });
  const gaps: LegGap[] = [];
  if (inBill === undefined) gaps.push(gap('channel', 'missing', charged));
  else if (inBill !== charged) gaps.push(gap('channel', 'differs', charged, inBill));
  // The province books what was paid; money that went back later is a matter of its own there.
  if (notice !== undefined && notice.confirmed === undefined) gaps.push(gap('payment-notice', 'missing', charged));
  else if (notice?.confirmed !== undefined && notice.confirmed !== charged) gaps.push(gap('payment-notice', 'differs', charged, notice.confirmed));
  if (eBills !== undefined) gaps.push(...eBillGap(eBills.due, eBills.standing, gap));
  return gaps;
}

function eBillGap(due: bigint, standing: readonly Fen[], gap: (leg: Leg, kind: GapKind, expected: bigint, found?: bigint) => LegGap): readonly LegGap[] {
  const found = standing.reduce((sum, amount) => sum + amount, 0n);
  if (standing.length > (due === 0n ? 0 : 1)) return [gap('e-bill', 'too-many', due, found)];
  if (due === 0n) return [];
  if (standing.length === 0) return [gap('e-bill', 'missing', due)];
  return found === due ? [] : [gap('e-bill', 'differs', due, found)];
}

/**
 * A gap as it is kept. It is never changed except closed: what turned into another gap is closed and another one is added, so that what a day's
 * certificate said of it can be looked up for ever.
 */
export interface KeptGap extends LegGap {
  readonly gapNo: string;
  readonly day: BusinessDay;
  /** 1 for the first gap of this leg of the order on this day. */
  readonly seq: number;
  readonly channelMerchantId: string;
  readonly firstSeenAt: EpochMs;
  /** When the leg was found to agree, or to differ otherwise. */
  readonly closedAt: EpochMs | undefined;
  readonly version: number;
}

/** What of the kept gaps of some orders is over, and what is new: `seq` is the number that each new one gets. */
export function compareGaps(kept: readonly KeptGap[], found: readonly LegGap[]): { readonly over: readonly KeptGap[]; readonly fresh: readonly (LegGap & { readonly seq: number })[] } {
  const place = ({ platformOrderNo, leg }: LegGap): string => `${platformOrderNo}:${leg}`;
  const says = (gap: LegGap): string => `${place(gap)}:${gap.kind}:${gap.expected}:${gap.found ?? '-'}`;
  const open = kept.filter(({ closedAt }) => closedAt === undefined);
  const [known, now] = [new Set(open.map(says)), new Set(found.map(says))];
  const last = new Map<string, number>();
  for (const gap of kept) last.set(place(gap), Math.max(gap.seq, last.get(place(gap)) ?? 0));
  return {
    over: open.filter((gap) => !now.has(says(gap))),
    fresh: found.filter((gap) => !known.has(says(gap))).map((gap) => ({ ...gap, seq: (last.get(place(gap)) ?? 0) + 1 })),
  };
}

/** A gap in the list of which a certificate holds the digest. */
export const gapLine = ({ platformOrderNo, leg, kind, expected, found }: LegGap): string => `${platformOrderNo}:${leg}:${kind}:${expected}:${found ?? '-'}\n`;

/** How many orders have all their legs, and how many gaps there are of each kind; part of the day certificate. */
export interface LegFigures {
  readonly orders: number;
  readonly complete: number;
  /** `<leg>:<kind>` → number of gaps; what does not occur is left out. */
  readonly gaps: Readonly<Record<string, number>>;
}

export const noLegs: LegFigures = { orders: 0, complete: 0, gaps: {} };

/** The figures with more orders, each complete until its gaps are counted. */
export const addOrders = (figures: LegFigures, orders: number): LegFigures => ({ ...figures, orders: figures.orders + orders, complete: figures.complete + orders });

/** The figures with the gaps of some of these orders. */
export function addGaps(figures: LegFigures, found: readonly LegGap[]): LegFigures {
  const gaps: Record<string, number> = { ...figures.gaps };
  for (const { leg, kind } of found) gaps[`${leg}:${kind}`] = (gaps[`${leg}:${kind}`] ?? 0) + 1;
  return { ...figures, gaps, complete: figures.complete - new Set(found.map(({ platformOrderNo }) => platformOrderNo)).size };
}

export const forgetGaps = ({ orders }: LegFigures): LegFigures => ({ orders, complete: orders, gaps: {} });

export function sumFigures(all: readonly LegFigures[]): LegFigures {
  const gaps: Record<string, number> = {};
  for (const [name, count] of all.flatMap((one) => Object.entries(one.gaps))) gaps[name] = (gaps[name] ?? 0) + count;
  return { orders: all.reduce((sum, one) => sum + one.orders, 0), complete: all.reduce((sum, one) => sum + one.complete, 0), gaps };
}

/** Gaps of one leg, of whatever kind. */
export const gapsOfLeg = ({ gaps }: LegFigures, leg: Leg): number => gapKinds.reduce((sum, kind) => sum + (gaps[`${leg}:${kind}`] ?? 0), 0);
