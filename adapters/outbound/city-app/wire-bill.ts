import type { PayChannelCode } from '../../../contracts/gateway/codes.js';
import type { PersonalBillPushData, PersonalBillStateCode } from '../../../contracts/gateway/personal-bill.js';
import type { PayChannel } from '../../../domain/directory/channel-merchant.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import type { PersonalBill, PersonalBillState } from '../../../domain/personal-bills/personal-bill.js';

const channelCodes: Readonly<Record<PayChannel, PayChannelCode>> = { alipay: 'ALIPAY', unionpay: 'UNIONPAY' };
const stateCodes: Readonly<Record<PersonalBillState, PersonalBillStateCode>> = { paid: 'PAID', refunded: 'REFUNDED' };

/** The record as it travels; what there is not is left out. */
export const wireBill = ({ platformOrderNo, bizOrderNo, userId, title, itemName, agencyName, ...bill }: PersonalBill): PersonalBillPushData => ({
  platformOrderNo, bizOrderNo, userId, title, itemName, agencyName, amount: bill.amount.toString(), refundedAmount: bill.refundedAmount.toString(),
  payTime: longTime(bill.payTime), channel: channelCodes[bill.channel], state: stateCodes[bill.state],
  ...(bill.numbers === undefined ? {} : { billCode: bill.numbers.billCode, billNo: bill.numbers.billNo }),
  ...(bill.detailUrl === undefined ? {} : { detailUrl: bill.detailUrl }),
});
