import { businessDay, readLongTime, type BusinessDay, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { clearingDayOf } from '../../../../domain/reconciliation/clearing-day.js';

/** Whether a trade sent at `channelTime` (`yyyyMMddHHmmss`) can still be taken back the same clearing day of its account. */
export function isSameClearingDay(channelTime: string, now: EpochMs, cutMinute: number): boolean {
  const sent = readLongTime(channelTime);
  return sent.ok && clearingDayOf(sent.value, cutMinute) === clearingDayOf(now, cutMinute);
}

/**
 * A moment that the channel names without year (`traceTime` MMDDHHmmss): of the years round `txnTime` the one that brings it nearest, so that
 * New Year's Eve lands on the right side. Undefined when it exists in none of them.
 */
export function momentNear(monthToSecond: string | undefined, txnTime: string): EpochMs | undefined {
  const near = readLongTime(txnTime);
  if (!near.ok || !/^[0-9]{10}$/.test(monthToSecond ?? '')) return undefined;
  const year = Number(txnTime.slice(0, 4));
  const moments = [year - 1, year, year + 1].flatMap((candidate) => {
    const moment = readLongTime(`${candidate}${monthToSecond}`);
    return moment.ok ? [moment.value] : [];
  });
  return moments.sort((a, b) => Math.abs(a - near.value) - Math.abs(b - near.value))[0];
}

/** `settleDate` MMDD as `yyyyMMdd`, by the same rule. */
export function dayNear(monthDay: string | undefined, txnTime: string): BusinessDay | undefined {
  const noon = momentNear(`${monthDay ?? ''}120000`, txnTime);
  return noon === undefined ? undefined : businessDay(noon);
}
