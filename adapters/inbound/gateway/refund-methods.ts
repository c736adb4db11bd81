import type { RefundCreateRequest, RefundQueryRequest } from '../../../contracts/gateway/refund.js';
import { never } from '../../../domain/kernel/result.js';
import { yuan } from '../../../domain/kernel/money.js';
import { recoveringMessage } from '../../../domain/recovery/recovery-mark.js';
import type { RequestRefund, RequestRefusal } from '../../../application/refunds/request-refund.js';
import type { ShowRefund } from '../../../application/refunds/show-refund.js';
import type { Handler } from './handler.js';
import { businessRefusal, refusal, type Refusal } from './refusal.js';
import { refundFacts } from './to-facts.js';
import { present, refundStateCode, shownRefund } from './wire-words.js';

/** 1.1.7.1.3-a. */
export const createRefund = (request: RequestRefund): Handler => async (call) => {
  const data = call.data as RefundCreateRequest;
  const line = data.subMerchantRefund?.[0];
  if (line && line.refundAmount !== data.refundAmount) return businessRefusal('SPLIT_BAD', '子商户退款金额须等于退款金额');
  const made = await request.run({ developer: call.developer, facts: refundFacts(data), address: call.address, requestId: call.requestId });
  if (!made.ok) return refundRefusal(made.refusal);
  const refund = made.value;
  return present({
    platformRefundOrderNo: refund.platformRefundOrderNo, bizRefundOrderNo: refund.bizRefundOrderNo, refundState: refundStateCode(refund.state), refundStateMsg: refund.stateMsg,
  });
};

/** 1.1.7.1.3-b. */
export const queryRefund = (showRefund: ShowRefund): Handler => async (call) => {
  const data = call.data as RefundQueryRequest;
  const refund = await showRefund.run(call.developer, {
    merchantNo: data.merchantNo, bizRefundOrderNo: data.bizRefundOrderNo, platformRefundOrderNo: data.platformRefundOrderNo, refundOrderDate: data.refundOrderDate,
  });
  if (refund === 'in-doubt') return refusal('20000', { subMsg: recoveringMessage });
  return refund ? shownRefund(refund) : businessRefusal('REFUND_UNKNOWN');
};

function refundRefusal(refused: RequestRefusal): Refusal {
  switch (refused.code) {
    case 'no-permission': return refusal('40302');
    case 'recovering': return refusal('20000', { subMsg: recoveringMessage });
    case 'reserved-number': return refusal('40002', { subMsg: 'bizRefundOrderNo 前缀由平台保留' });
    case 'order-unknown': return businessRefusal('ORDER_UNKNOWN');
    case 'refund-exists': return businessRefusal('REFUND_EXISTS');
    case 'address-missing': return businessRefusal('NOTIFY_MISSING');
    case 'address-malformed': return businessRefusal('URL_BAD', 'notifyUrl 不是合规的地址');
    case 'address-not-allowed': return businessRefusal('URL_BAD', 'notifyUrl 的来源未登记');
    case 'not-refundable': return businessRefusal('NOT_REFUNDABLE', refused.why);
    case 'refund-too-big': return businessRefusal('REFUND_TOO_BIG', `可退金额 ${yuan(refused.left)} 元`);
    case 'sub-merchant-needed': return businessRefusal('SPLIT_BAD', '合并支付订单须指明一个子商户');
    case 'sub-merchant-unknown': return businessRefusal('SPLIT_BAD', '子商户不在该订单中');
    default: return never(refused);
  }
}
