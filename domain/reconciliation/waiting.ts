import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import { minuteMs } from '../kernel/china-time.js';
import type { Trade } from '../settlement/trade.js';
import { addDays, daysBetween, endOfClearingDay } from './clearing-day.js';

/** How long something near the cut of a day may stand in another day's bill. */
export interface WaitingRule {
  /** Bills of how many later days are awaited; 0 switches waiting off. At most 3. */
  readonly days: number;
  /** How near to either end of the clearing day counts as near. */
  readonly nearCutMinutes: number;
}
export const defaultWaiting: WaitingRule = { days: 3, nearCutMinutes: 120 };
export const maxWaitingDays = 3;

/**
 * A trade of which the bills up to `billDay` say nothing: wait for a later bill, or is it a difference now? Refunds wait wherever they fall,
 * because no channel tells the clearing day of a refund beforehand.
 */
export function mayStillCome(trade: Pick<Trade, 'kind' | 'tradeAt' | 'clearingDay'>, billDay: BusinessDay, cutMinute: number, rule: WaitingRule): boolean {
  if (daysBetween(trade.clearingDay, billDay) >= Math.min(rule.days, maxWaitingDays)) return false;
  return trade.kind === 'refund' || isNearCut(trade.tradeAt, trade.clearingDay, cutMinute, rule.nearCutMinutes);
}

function isNearCut(at: EpochMs, day: BusinessDay, cutMinute: number, nearMinutes: number): boolean {
  const nearMs = nearMinutes * minuteMs;
  return at < endOfClearingDay(addDays(day, -1), cutMinute) + nearMs || at >= endOfClearingDay(day, cutMinute) - nearMs;
}
