import { businessDay, dayMs, minuteMs, readLongTime, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import type { ChannelMerchant, PayChannel } from '../directory/channel-merchant.js';

/** Minutes after midnight at which a channel's clearing day ends: UnionPay at 23:00, Alipay with the day itself (unionpay.md 9, alipay.md 8). */
const cutMinutes: Readonly<Record<PayChannel, number>> = { alipay: 24 * 60, unionpay: 23 * 60 };

const cutForm = /^([01][0-9]|2[0-3]):([0-5][0-9])$/;

/** The setting `clearingCut` (`HH:mm`) of a channel merchant wins: UnionPay's test system cuts at 13:30. */
export function cutMinuteOf({ payChannel, settings }: Pick<ChannelMerchant, 'payChannel' | 'settings'>): number {
  const told = cutForm.exec(settings['clearingCut'] ?? '');
  return told ? Number(told[1]) * 60 + Number(told[2]) : cutMinutes[payChannel];
}

/** A cut nobody can read would put payments into the wrong day's bill. */
export const hasGoodCut = ({ settings }: Pick<ChannelMerchant, 'settings'>): boolean => settings['clearingCut'] === undefined || cutForm.test(settings['clearingCut']);

/** Day in whose bill a movement of this moment stands. */
export const clearingDayOf = (at: EpochMs, cutMinute: number): BusinessDay => businessDay(at + (24 * 60 - cutMinute) * minuteMs);

/** First moment after a clearing day. */
export function endOfClearingDay(day: BusinessDay, cutMinute: number): EpochMs {
  return startOf(day) + cutMinute * minuteMs;
}

export const addDays = (day: BusinessDay, days: number): BusinessDay => businessDay(startOf(day) + days * dayMs);

/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: BusinessDay, to: BusinessDay): number => Math.round((startOf(to) - startOf(from)) / dayMs);

function startOf(day: BusinessDay): EpochMs {
  const start = readLongTime(`${day}000000`);
  if (!start.ok) throw new RangeError(`not a day: ${day}`);
  return start.value;
}
