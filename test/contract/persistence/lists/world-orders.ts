import type { Stores } from '../../../../application/ports/unit-of-work.js';
import { fen } from '../../../../domain/kernel/money.js';
import { aCallback, anAttempt, anOrder, aRefund, no, noon } from '../builders.js';
import type { Opened } from '../opened.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Beside the orders of the service desk (1 to 3, of 8 May): 31 was made on 6 May and paid on the 9th, with another phone, by another business system; 32
 * waits; 33 was closed and 34 paid on 7 May, and both rest in the archive.
 */
export async function olderOrders({ unitOfWork }: Opened): Promise<void> {
  const unit = (work: (stores: Stores) => Promise<unknown>): Promise<unknown> => unitOfWork.run(work);
  const orders = [
    {
      ...anOrder({ platformOrderNo: no(31), devId: 'D2', merchantNo: 'M2', bizOrderNo: 'B-31', orderAmount: fen(3100), createdAt: noon - 2 * day }), state: 'paid', stateMsg: '支付成功',
      payer: { name: '李四', mobile: '13900139000', certNo: undefined }, bizDiscountAmount: fen(100), channelDiscountAmount: fen(50), paidAt: noon + day, paidAttemptNo: no(5031),
      payChannel: 'unionpay', channelOrderNo: 'U-31',
    },
    { ...anOrder({ platformOrderNo: no(32), bizOrderNo: 'B-32', orderAmount: fen(3200), createdAt: noon + day + hour }), payer: { name: undefined, mobile: undefined, certNo: undefined } },
    { ...anOrder({ platformOrderNo: no(33), merchantNo: 'M3', bizOrderNo: 'B-33', orderAmount: fen(3300), createdAt: noon - day }), state: 'closed', closedAt: noon - day + hour },
    {
      ...anOrder({ platformOrderNo: no(34), bizOrderNo: 'B-34', orderAmount: fen(3400), createdAt: noon - day - hour }), state: 'paid', paidAt: noon - day + hour, paidAttemptNo: no(5034),
      payChannel: 'alipay', channelOrderNo: '渠道-34',
    },
  ] as const;
  for (const order of orders) await unit((stores) => stores.orders.add(order));
  const attempts = [
    // The payer went to one channel first, and paid at another one.
    { attemptNo: no(5030), platformOrderNo: no(31), state: 'ended', createdAt: noon + 20 * hour },
    { attemptNo: no(5031), platformOrderNo: no(31), merchantNo: 'M2', state: 'paid', payChannel: 'unionpay', payMethod: 'bar', channelMerchantId: 'CM2', channelOrderNo: 'U-31', paidAt: noon + day, createdAt: noon + 23 * hour },
    { attemptNo: no(5034), platformOrderNo: no(34), state: 'paid', payMethod: 'pc', channelOrderNo: '渠道-34', paidAt: noon - day + hour, createdAt: noon - day },
  ] as const;
  for (const attempt of attempts) await unit((stores) => stores.attempts.add(anAttempt(attempt)));
  await unit(({ refunds }) => refunds.add(aRefund({
    platformRefundOrderNo: no(9031), bizRefundOrderNo: 'R-31', platformOrderNo: no(31), attemptNo: no(5031), devId: 'D2', merchantNo: 'M2', refundAmount: fen(3000), state: 'requested', stateMsg: '待审批',
    approvalState: 'pending', createdAt: noon + day + 2 * hour,
  })));
  await unit(({ refunds }) => refunds.add(aRefund({
    platformRefundOrderNo: no(9034), bizRefundOrderNo: 'R-34', platformOrderNo: no(34), attemptNo: no(5034), state: 'refunded', stateMsg: '退款成功', refundTradeNo: no(9934), channelRefundNo: 'CR-34',
    approvalState: 'approved', approvalRemark: '同意', createdAt: noon - 12 * hour, sentAt: noon - 11 * hour, refundedAt: noon - 10 * hour,
  })));
  const callbacks = [
    { callbackId: 'c31', platformOrderNo: no(31), devId: 'D2', merchantNo: 'M2', toldState: 'paid', state: 'failed', tries: 6, lastAnswer: 'http 500', nextTryAt: undefined, lastTriedAt: noon + 26 * hour, createdAt: noon + day },
    { callbackId: 'c34', platformOrderNo: no(34), toldState: 'paid', state: 'accepted', tries: 1, acceptedAt: noon - 22 * hour, lastTriedAt: noon - 22 * hour, nextTryAt: undefined, createdAt: noon - 23 * hour, url: 'https://biz.example/notify?token=secret' },
    { callbackId: 'r34', kind: 'refund', platformOrderNo: no(34), platformRefundOrderNo: no(9034), toldState: 'refunded', state: 'accepted', tries: 2, lastAnswer: '200', acceptedAt: noon - 9 * hour, lastTriedAt: noon - 9 * hour, nextTryAt: undefined, createdAt: noon - 10 * hour },
  ] as const;
  for (const callback of callbacks) await unit((stores) => stores.callbacks.add(aCallback(callback)));
  await unitOfWork.run(async ({ archive }) => { await archive.begin(noon); await archive.move([no(33), no(34)]); });
}
