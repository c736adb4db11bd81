import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Difference } from '../../domain/reconciliation/difference.js';
import type { Stores } from '../ports/unit-of-work.js';

/** Written where an abnormal order has no order, payee or attempt of ours. */
export const nobody = '-';

/** Money a channel has for a number nobody here knows becomes an abnormal order (UNKNOWN_ORDER), with its notes and history; never dropped, never booked. */
export async function keepStrangers(stores: Stores, account: Pick<ChannelMerchant, 'payChannel' | 'channelMerchantId'>, found: readonly Difference[], now: EpochMs): Promise<void> {
  for (const stranger of found) {
    if (stranger.outcome !== 'only-there' || stranger.kind !== 'payment' || stranger.thereAmount === undefined) continue;
    await stores.abnormalOrders.add({
      abnormalId: `unknown-order:${stranger.differenceNo}`, kind: 'unknown-order', platformOrderNo: nobody, merchantNo: nobody,
      attemptNo: stranger.ownNo.length > 0 && stranger.ownNo.length <= 32 ? stranger.ownNo : nobody, payChannel: account.payChannel,
      channelOrderNo: stranger.channelNo === '' ? undefined : stranger.channelNo, amount: stranger.thereAmount,
      note: `渠道商户 ${account.channelMerchantId} ${stranger.clearingDay} 的账单有此交易，平台无此订单`, handleState: 'pending', createdAt: now, version: 1,
    });
  }
}
