import type { PayChannel } from '../directory/channel-merchant.js';
import type { BusinessDay } from '../kernel/china-time.js';
import type { Difference } from '../reconciliation/difference.js';
import type { RunFigures } from '../reconciliation/run.js';
import type { LegFigures } from './order-legs.js';

/** What the last run of one channel merchant's day came to. */
export interface CertifiedMerchant {
  readonly channelMerchantId: string;
  readonly payChannel: PayChannel;
  readonly runNo: string;
  /** Undefined: the channel has no bill of the day, and nothing of ours was expected in it. */
  readonly billNo: string | undefined;
  /** SM3 of the raw file. */
  readonly billDigest: string | undefined;
  readonly figures: RunFigures;
  readonly waiting: readonly Difference[];
  readonly open: readonly Difference[];
}

export interface CertifiedSum {
  readonly channelMerchantId: string; readonly merchantNo: string; readonly tradeCount: number;
  readonly tradeAmount: bigint; readonly settledAmount: bigint; readonly feeAmount: bigint;
}

/** 四方核对 of the day when it was certified. */
export interface CertifiedLegs extends LegFigures {
  /** SM3 over the sorted list of the gaps that were open at that moment. */
  readonly digest: string;
}

export interface CertifiedDay {
  readonly day: BusinessDay;
  readonly previousDay: BusinessDay | undefined;
  readonly previousDigest: string;
  readonly merchants: readonly CertifiedMerchant[];
  /** Of the entries of the day's bills. */
  readonly sums: readonly CertifiedSum[];
  readonly legs: CertifiedLegs;
}

/** The first form said nothing of the four-way check. */
export const [firstCertificateForm, certificateForm] = ['tongjiao-day-certificate-1', 'tongjiao-day-certificate-2'] as const;
export const noPreviousDigest = '0'.repeat(64);

/** The text that is signed: JSON with sorted names, amounts as strings in fen, lists in the order of their numbers. */
export function certificateText(certified: CertifiedDay): string {
  return sortedJson({
    form: certificateForm, day: certified.day, previousDay: certified.previousDay ?? null, previousDigest: certified.previousDigest,
    merchants: sorted(certified.merchants, ({ channelMerchantId }) => channelMerchantId).map((merchant) => ({
      ...merchant, billNo: merchant.billNo ?? null, billDigest: merchant.billDigest ?? null,
      waiting: sorted(merchant.waiting, ({ subject }) => subject).map(listed), open: sorted(merchant.open, ({ subject }) => subject).map(listed),
    })),
    legs: certified.legs,
    sums: sorted(certified.sums, ({ channelMerchantId, merchantNo }) => `${channelMerchantId}:${merchantNo}`),
  });
}

const listed = ({ differenceNo, subject, outcome, state, hereAmount, thereAmount, hereFee, thereFee }: Difference) =>
  ({ differenceNo, subject, outcome, state, here: hereAmount ?? null, there: thereAmount ?? null, agreedFee: hereFee ?? null, chargedFee: thereFee ?? null });

const sorted = <T>(list: readonly T[], by: (one: T) => string): readonly T[] => [...list].sort((a, b) => (by(a) < by(b) ? -1 : 1));

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
