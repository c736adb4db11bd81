import type { ChannelMerchant, PayChannel } from '../directory/channel-merchant.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Attempt } from '../payments/attempt.js';
import { clearingDayOf, cutMinuteOf } from './clearing-day.js';

/** The day as the channel told it (UnionPay does of payments), else by the cut of the account. An account that is gone had its channel's usual cut. */
export function expectedDayOfPayment(attempt: Attempt, account: ChannelMerchant | undefined, now: EpochMs): BusinessDay {
  if (attempt.clearingDay !== undefined && /^[0-9]{8}$/.test(attempt.clearingDay)) return attempt.clearingDay;
  return dayByCut(attempt.payChannel, account, attempt.paidAt ?? now);
}

/** No channel tells the clearing day of a refund. */
export const expectedDayOfRefund = (payChannel: PayChannel, account: ChannelMerchant | undefined, refundedAt: EpochMs): BusinessDay => dayByCut(payChannel, account, refundedAt);

const dayByCut = (payChannel: PayChannel, account: ChannelMerchant | undefined, at: EpochMs): BusinessDay =>
  clearingDayOf(at, cutMinuteOf(account ?? { payChannel, settings: {} }));
