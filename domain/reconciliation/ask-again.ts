import { billTimeMs, type Channel } from '../directory/channel.js';
import { businessDay, hourMs, minuteMs, type EpochMs } from '../kernel/china-time.js';
import { addDays, endOfClearingDay } from './clearing-day.js';
import type { BusinessDay } from '../kernel/china-time.js';

/** Channels have a day's bill by 09:00 of the next day and may be late (alipay.md 8, unionpay.md 9); asked for the first time five minutes later. */
const readyAfterMidnightMs = 9 * hourMs + 5 * minuteMs;

/** When the bill of a clearing day is asked for first. A day that is cut early (UnionPay's test system) is ready the same evening at the earliest. */
export const firstAskAt = (day: BusinessDay): EpochMs => endOfClearingDay(addDays(day, 1), 0) + readyAfterMidnightMs;
/** The same of a channel that sets a time of its own (1.1.4.1.2-f). */
export const askedFirstAt = (day: BusinessDay, channel: Pick<Channel, 'billTime'>): EpochMs => Math.max(firstAskAt(day), endOfClearingDay(addDays(day, 1), 0) + billTimeMs(channel));

/** Waits between tries; the last repeats until the bill is there. */
export const billLadderMs: readonly number[] = [5 * minuteMs, 10 * minuteMs, 15 * minuteMs, 30 * minuteMs, 30 * minuteMs, hourMs];
export function nextBillTryAt(day: BusinessDay, tries: number, now: EpochMs): EpochMs {
  const next = now + (billLadderMs[Math.min(tries, billLadderMs.length) - 1] ?? hourMs);
  // A day without money shall not wait for a step of the ladder when its "no bill" may be believed.
  const believedAt = emptyDayBelievedAt(day);
  return now < believedAt && next > believedAt ? believedAt : next;
}

/** After this long a channel's "no bill" of a day without any trade of ours is believed: there was none. */
export const emptyDayBelievedAt = (day: BusinessDay): EpochMs => firstAskAt(day) + 4 * hourMs;
/** People are called when a bill that must exist has not come by noon of the second day. */
export const billOverdueAt = (day: BusinessDay): EpochMs => firstAskAt(day) + 27 * hourMs;

/** Days back for which bills are still asked for by themselves. */
export const maxDaysBack = 7;

/** The last clearing day whose bills may be asked for. */
export function newestReadyDay(now: EpochMs): BusinessDay {
  const yesterday = addDays(businessDay(now), -1);
  return now >= firstAskAt(yesterday) ? yesterday : addDays(yesterday, -1);
}

/** Yesterday's bills are asked for in the morning, of every open account; those of older days only where money moved. */
export const isStillPlanned = (day: BusinessDay, now: EpochMs): boolean => addDays(day, 1) >= businessDay(now);
