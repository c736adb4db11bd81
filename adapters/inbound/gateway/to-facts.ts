import type { BarOrderCreateRequest, OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import type { RefundCreateRequest } from '../../../contracts/gateway/refund.js';
import { fen } from '../../../domain/kernel/money.js';
import { defaultValidMinutes, type OrderTerminal } from '../../../domain/payments/order.js';
import type { OrderRequest } from '../../../application/payments/register-order.js';
import type { RefundRequest } from '../../../application/refunds/request-refund.js';

/** Order fields as the schema let them through, in the product's words. */
export function orderFacts(data: OrderCreateRequest | BarOrderCreateRequest, terminal: OrderTerminal): OrderRequest['facts'] {
  return {
    merchantNo: data.merchantNo, bizOrderNo: data.bizOrderNo, orderDate: data.orderDate, orderTime: data.orderTime, terminal,
    orderAmount: fen(data.orderAmount), bizDiscountAmount: fen(data.bizDiscountAmount ?? '0'), orderTitle: data.orderTitle,
    orderDescription: data.orderDescription, returnUrl: data.returnUrl, notifyUrl: data.notifyUrl, personBillDetailUrl: data.personBillDetailUrl,
    validMinutes: Number(data.orderExpiredTime ?? defaultValidMinutes), passbackParams: data.passbackParams, userId: data.userId,
    payer: { name: data.payerName, mobile: data.payerMobile, certNo: data.payerCertNo },
    subOrders: (data.subMerchantOrder ?? []).map((line) => ({ subMerchantNo: line.subMerchantNo, bizSubOrderNo: line.bizSubOrderNo, orderAmount: fen(line.orderAmount) })),
    nontaxInfo: data.nontaxInfo === undefined ? undefined : JSON.stringify(data.nontaxInfo),
  };
}

export const refundFacts = (data: RefundCreateRequest): RefundRequest['facts'] => ({
  merchantNo: data.merchantNo, bizRefundOrderNo: data.bizRefundOrderNo, refundOrderDate: data.refundOrderDate, platformOrderNo: data.platformOrderNo,
  refundAmount: fen(data.refundAmount), refundTitle: data.refundTitle, refundReason: data.refundReason, notifyUrl: data.notifyUrl,
  passbackParams: data.passbackParams, subMerchantNo: data.subMerchantRefund?.[0]?.subMerchantNo, nontaxRefundRef: data.nontaxRefundRef,
});
