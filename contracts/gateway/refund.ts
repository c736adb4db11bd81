import { Type, type Static } from '@sinclair/typebox';
import {
  amountText, anyPresent, bizRefundOrderNo, dayText, merchantNo, notifyUrl, passbackParams, patternText, platformOrderNo, platformRefundOrderNo,
  refundState, refundStateMsg, wireText,
} from './fields.js';

const refundOrderDate = dayText({ title: '退款订单日期', description: 'yyyyMMdd，与申请退款时一致' });

export const subMerchantRefundLine = Type.Object({
  subMerchantNo: patternText({ title: '子商户编码', max: 20, pattern: '^[A-Za-z0-9_\\-]{1,20}$' }),
  refundAmount: amountText({ title: '子商户退款金额' }),
}, { title: '子商户退款明细行', additionalProperties: false });

/** Table 7-10. */
export const refundCreateRequest = Type.Object({
  merchantNo: merchantNo(),
  subMerchantRefund: Type.Optional(Type.Array(subMerchantRefundLine, {
    title: '子商户退款明细', condition: '合并支付订单必填', description: '有且仅有一行，金额等于 refundAmount', minItems: 1, maxItems: 1,
  })),
  bizRefundOrderNo: bizRefundOrderNo(),
  refundOrderDate: dayText({ title: '退款订单日期' }),
  notifyUrl: Type.Optional(notifyUrl()),
  refundAmount: amountText({ title: '退款金额' }),
  refundTitle: wireText({ title: '退款标题', max: 512 }),
  platformOrderNo: platformOrderNo({ title: '原订单平台支付订单号' }),
  refundReason: Type.Optional(wireText({ title: '退款原因', description: '供审核人员查看', max: 256 })),
  passbackParams: Type.Optional(passbackParams()),
  nontaxRefundRef: Type.Optional(wireText({ title: '非税退付批准文号', description: '已确认缴款书的退款需要财政退付手续时填写', max: 64 })),
}, { title: '退款请求', additionalProperties: false });
export type RefundCreateRequest = Static<typeof refundCreateRequest>;

export const refundCreateResponse = Type.Object({
  platformRefundOrderNo: platformRefundOrderNo(),
  bizRefundOrderNo: bizRefundOrderNo(),
  refundState: refundState(),
  refundStateMsg: Type.Optional(refundStateMsg()),
}, { title: '退款响应', additionalProperties: false });
export type RefundCreateResponse = Static<typeof refundCreateResponse>;

const oneOfTwo = { condition: 'bizRefundOrderNo 与 platformRefundOrderNo 至少填一个；都填时须为同一退款' };

/** Table 7-11. */
export const refundQueryRequest = Type.Object({
  merchantNo: merchantNo(),
  bizRefundOrderNo: Type.Optional(bizRefundOrderNo(oneOfTwo)),
  platformRefundOrderNo: Type.Optional(platformRefundOrderNo(oneOfTwo)),
  refundOrderDate,
}, { title: '退款查询请求', additionalProperties: false, ...anyPresent('bizRefundOrderNo', 'platformRefundOrderNo') });
export type RefundQueryRequest = Static<typeof refundQueryRequest>;

export const refundQueryResponse = Type.Object({
  bizRefundOrderNo: bizRefundOrderNo(),
  platformRefundOrderNo: platformRefundOrderNo(),
  platformRefundTradeNo: Type.Optional(wireText({ title: '平台退款交易流水号', condition: '已送渠道时', max: 128 })),
  refundOrderDate,
  refundState: refundState(),
  refundStateMsg: Type.Optional(refundStateMsg()),
  refundAmount: amountText({ title: '退款金额' }),
  platformOrderNo: platformOrderNo({ title: '原订单平台支付订单号' }),
}, { title: '退款查询响应', additionalProperties: false });
export type RefundQueryResponse = Static<typeof refundQueryResponse>;
