import type { PaymentCallback, RefundCallback } from '../../../contracts/gateway/callbacks.js';
import type { OrderStateCode, RefundStateCode } from '../../../contracts/gateway/codes.js';
import type { PaymentNews, RefundNews } from '../../../domain/callbacks/news.js';

const orderCodes: Readonly<Record<PaymentNews['state'], OrderStateCode>> = { awaiting: '0', paying: '1', paid: '2', failed: '3', closed: '4', 'repeat-paid': '5' };
const refundCodes: Readonly<Record<RefundNews['state'], RefundStateCode>> = { refunded: '2', failed: '3' };

/** Table 7-9 plus the channel's number. */
export const paymentNotice = ({ state, stateMsg, ...news }: PaymentNews): PaymentCallback => ({ ...news, orderState: orderCodes[state], orderStateMsg: stateMsg });

/** Table 7-12. */
export const refundNotice = ({ state, stateMsg, ...news }: RefundNews): RefundCallback => ({ ...news, refundState: refundCodes[state], refundStateMsg: stateMsg });
