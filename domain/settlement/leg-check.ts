import { dayMs, hourMs, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import type { ReconcileDay } from '../reconciliation/run.js';
import { forgetGaps, noLegs, type LegFigures } from './order-legs.js';

/** `settled`: trades that the day's bill had. `open`: trades expected in it that no bill had. `again`: orders that have an open gap. */
export type LegPhase = 'settled' | 'open' | 'again';

/** 四方核对 of one channel merchant and clearing day: how far it came, and what it came to. */
export interface LegCheck {
  readonly day: BusinessDay;
  readonly channelMerchantId: string;
  /** The run of reconciliation behind which the orders were walked; behind another one they are walked again. */
  readonly runNo: string;
  readonly state: 'running' | 'done';
  readonly phase: LegPhase;
  /** Key or order of the last page; one that was cut off goes on behind it. */
  readonly after: string | undefined;
  readonly figures: LegFigures;
  /** When the walk over the orders began. */
  readonly walkedAt: EpochMs;
  /** Grows with every change, whatever the clocks of the hosts say: no gap is opened or closed at a moment for which a certificate has been signed. */
  readonly changedAt: EpochMs;
  /** When open gaps are looked at again; undefined: there are none, or nobody looks by itself any more. */
  readonly lookAt: EpochMs | undefined;
  /** Oldest open gap that the present look has met. */
  readonly oldestAt: EpochMs | undefined;
  /** When people were called because of old gaps; once, until none is left. */
  readonly alarmedAt: EpochMs | undefined;
  readonly version: number;
}

export const newCheck = (day: BusinessDay, channelMerchantId: string, runNo: string, now: EpochMs): LegCheck => ({
  day, channelMerchantId, runNo, state: 'running', phase: 'settled', after: undefined, figures: noLegs, walkedAt: now, changedAt: now, lookAt: undefined, oldestAt: undefined,
  alarmedAt: undefined, version: 1,
});

/** The moment at which a change of the check, and of its gaps, is written. */
export const momentOf = ({ changedAt }: LegCheck, now: EpochMs): EpochMs => Math.max(now, changedAt + 1);

/** The orders are walked from the first: the day has been reconciled again. */
export const walkAgain = (check: LegCheck, runNo: string, now: EpochMs): LegCheck =>
  ({ ...newCheck(check.day, check.channelMerchantId, runNo, now), alarmedAt: check.alarmedAt, changedAt: momentOf(check, now), version: check.version });

/** Only what was not complete is looked at. */
export const lookAgain = (check: LegCheck, now: EpochMs): LegCheck => ({ ...atGaps(check), state: 'running', lookAt: undefined, changedAt: momentOf(check, now) });

/** The gaps are counted from none. */
const atGaps = (check: LegCheck): LegCheck => ({ ...check, phase: 'again', after: undefined, figures: forgetGaps(check.figures), oldestAt: undefined });

/** Behind a page: the next one, the next phase, or the end. */
export function afterPage(check: LegCheck, page: { readonly after: string | undefined; readonly isLast: boolean }): LegCheck {
  if (!page.isLast) return { ...check, after: page.after };
  if (check.phase === 'settled') return { ...check, phase: 'open', after: undefined };
  if (check.phase === 'open') return atGaps(check);
  return { ...check, state: 'done', after: undefined };
}

/** Gaps older than this are not systems that are slow. */
export const gapOverdueMs = dayMs;
const [hourlyMs, dailyMs] = [2 * dayMs, 31 * dayMs];

/** The end of a look: whether people are called, and when the next one is. */
export function settledCheck(check: LegCheck, now: EpochMs): { readonly check: LegCheck; readonly isOverdue: boolean } {
  if (Object.keys(check.figures.gaps).length === 0) return { check: { ...check, lookAt: undefined, alarmedAt: undefined }, isOverdue: false };
  const isOverdue = check.alarmedAt === undefined && check.oldestAt !== undefined && now - check.oldestAt >= gapOverdueMs;
  return { check: { ...check, lookAt: nextLookAt(check.walkedAt, now), alarmedAt: isOverdue ? now : check.alarmedAt }, isOverdue };
}

/** Every hour for two days, then every day for a month. */
function nextLookAt(walkedAt: EpochMs, now: EpochMs): EpochMs | undefined {
  if (now - walkedAt < hourlyMs) return now + hourMs;
  return now - walkedAt < dailyMs ? now + dayMs : undefined;
}

/** An account that has been compared and whose orders have not been checked since. */
export function uncheckedAccount(days: readonly Pick<ReconcileDay, 'channelMerchantId' | 'lastRunNo'>[], checks: readonly LegCheck[]): string | undefined {
  const checked = new Map(checks.map((check) => [check.channelMerchantId, check]));
  return days.find(({ channelMerchantId, lastRunNo }) => {
    const check = checked.get(channelMerchantId);
    return lastRunNo !== undefined && (check?.state !== 'done' || check.runNo !== lastRunNo);
  })?.channelMerchantId;
}
