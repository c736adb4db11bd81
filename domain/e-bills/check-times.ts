import { businessDay, dayMs, hourMs, minuteMs, readLongTime, type BusinessDay, type EpochMs } from '../kernel/china-time.js';

/** Half past two in the night behind the day: tries of the evening have been answered by then, and the bill systems are quiet. */
const afterMidnightMs = 2 * hourMs + 30 * minuteMs;

/** Waits between tries while the bill system does not say its figures; the last repeats. */
export const checkLadderMs: readonly number[] = [10 * minuteMs, 30 * minuteMs, hourMs];

/** From when on a comparison that could not be made calls people. */
const overdueMs = 10 * hourMs;

/** Days back that are still compared by themselves. */
export const mostDaysBack = 7;

export const startOfDay = (day: BusinessDay): EpochMs => {
  const read = readLongTime(`${day}000000`);
  if (!read.ok) throw new RangeError('not a business day');
  return read.value;
};
export const endOfDay = (day: BusinessDay): EpochMs => startOfDay(day) + dayMs;

export const firstCheckAt = (day: BusinessDay): EpochMs => endOfDay(day) + afterMidnightMs;
export const isCheckOverdue = (day: BusinessDay, now: EpochMs): boolean => now >= endOfDay(day) + overdueMs;

/** Days that may be compared by now, the newest first. */
export function daysToCheck(now: EpochMs): readonly BusinessDay[] {
  return Array.from({ length: mostDaysBack }, (_, back) => businessDay(now - (back + 1) * dayMs)).filter((day) => now >= firstCheckAt(day));
}
