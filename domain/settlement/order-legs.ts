import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen, FenSum } from '../kernel/money.js';

/** The other three that must agree with a paid order: 渠道账单, 缴款书, 电子票据. */
export type Leg = 'channel' | 'payment-notice' | 'e-bill';

/** One paid order of a clearing day with what is known of its legs (四方核对). */
export interface OrderLegs {
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly charged: Fen;
  /** Refunds that are done. */
  readonly refunded: Fen;
  /** What the channel's bill has; undefined while no bill has it. */
  readonly inBill: Fen | undefined;
  /** Undefined: the order has no payment notice. `confirmed`: what the province has booked, undefined while it has not. */
  readonly notice: { readonly confirmed: Fen | undefined } | undefined;
  /** Undefined: no e-bill is due for the order. Amounts of those that stand, not reversed and not void. */
  readonly eBills: readonly Fen[] | undefined;
}

/** `missing`: nothing there. `differs`: there, with another amount. `too-many`: more than one e-bill stands, or one for money that went back whole. */
export type GapKind = 'missing' | 'differs' | 'too-many';

/** One leg of one order that is not as the order says. */
export interface LegGap {
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly leg: Leg;
  readonly kind: GapKind;
  readonly expected: Fen;
  /** Sum of what was found. */
  readonly found: FenSum | undefined;
}

/** Exactly which legs are missing or differ; empty where all four agree. */
export function gapsOf(order: OrderLegs): readonly LegGap[] {
  const { platformOrderNo, merchantNo, charged, refunded, inBill, notice, eBills } = order;
  const gap = (leg: Leg, kind: GapKind, expected: bigint, found?: bigint): LegGap =>
    ({ platformOrderNo, merchantNo, leg, kind, expected: expected as Fen, found: found as FenSum | undefined });
  const gaps: LegGap[] = [];
  if (inBill === undefined) gaps.push(gap('channel', 'missing', charged));
  else if (inBill !== charged) gaps.push(gap('channel', 'differs', charged, inBill));
  // The province books what was paid; money that went back later is a matter of its own there.
  if (notice !== undefined && notice.confirmed === undefined) gaps.push(gap('payment-notice', 'missing', charged));
  else if (notice?.confirmed !== undefined && notice.confirmed !== charged) gaps.push(gap('payment-notice', 'differs', charged, notice.confirmed));
  if (eBills !== undefined) gaps.push(...eBillGap(charged - refunded, eBills, gap));
  return gaps;
}

function eBillGap(rest: bigint, standing: readonly Fen[], gap: (leg: Leg, kind: GapKind, expected: bigint, found?: bigint) => LegGap): readonly LegGap[] {
  const found = standing.reduce((sum, amount) => sum + amount, 0n);
  if (standing.length > (rest === 0n ? 0 : 1)) return [gap('e-bill', 'too-many', rest, found)];
  if (rest === 0n) return [];
  if (standing.length === 0) return [gap('e-bill', 'missing', rest)];
  return found === rest ? [] : [gap('e-bill', 'differs', rest, found)];
}

/** A gap as it is kept: it is not forgotten when it closes. */
export interface KeptGap extends LegGap {
  readonly day: BusinessDay;
  readonly firstSeenAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  /** When the leg was found to agree. */
  readonly closedAt: EpochMs | undefined;
  readonly version: number;
}

/** How many orders of a day have all their legs, and how many gaps there are of each kind; part of the day certificate. */
export interface LegFigures {
  readonly orders: number;
  readonly complete: number;
  /** `<leg>:<kind>` → number of gaps; what does not occur is left out. */
  readonly gaps: Readonly<Record<string, number>>;
}

export const noLegs: LegFigures = { orders: 0, complete: 0, gaps: {} };

/** The figures with one more page of orders. */
export function addLegs(figures: LegFigures, page: readonly { readonly gaps: readonly LegGap[] }[]): LegFigures {
  const gaps: Record<string, number> = { ...figures.gaps };
  for (const { leg, kind } of page.flatMap((order) => order.gaps)) gaps[`${leg}:${kind}`] = (gaps[`${leg}:${kind}`] ?? 0) + 1;
  return { orders: figures.orders + page.length, complete: figures.complete + page.filter((order) => order.gaps.length === 0).length, gaps };
}
