import { Type, type Static } from '@sinclair/typebox';
import { eBillSources, eBillStates } from './codes.js';
import { amountText, bizOrderNo, codeText, merchantNo, momentText, patternText, platformOrderNo, urlText } from './fields.js';

/** More bills than one order ever has: one, and one more for each reversal. */
export const maxEBills = 100;

const number = { max: 64, pattern: '^[0-9A-Za-z]{1,64}$' };
const named = { condition: '填写 bizOrderNo、platformOrderNo 之一，或同时填写 eBillCode 与 eBillNo；都填时须为同一订单' };

/** One e-bill of an order; after a refund an order has several, of which at most one is issued. */
export const eBill = Type.Object({
  platformOrderNo: platformOrderNo(),
  bizOrderNo: bizOrderNo(),
  eBillState: codeText(eBillStates, { title: '开票状态' }),
  eBillCode: Type.Optional(patternText({ title: '票据代码', condition: '开具后', ...number })),
  eBillNo: Type.Optional(patternText({ title: '票据号码', condition: '开具后', ...number })),
  eBillCheckCode: Type.Optional(patternText({ title: '校验码', condition: '开具后', ...number })),
  eBillAmount: amountText({ title: '开票金额' }),
  eBillTime: Type.Optional(momentText({ title: '开票时间', condition: '开具后' })),
  eBillUrl: Type.Optional(urlText({ title: '票据页面', description: '电子票据系统的票据页面，向缴款人展示', condition: '开具后且票据系统提供时', max: 2048 })),
  eBillSource: codeText(eBillSources, { title: '票据来源' }),
}, { title: '电子票据', additionalProperties: false });

const anyOf = [['bizOrderNo'], ['platformOrderNo'], ['eBillCode', 'eBillNo']]
  .map((names) => ({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, {}])), required: names }));

/** Ours (1.1.7.2.3-b, -c, -d): by order, or by the marks of the bill. */
export const eBillQueryRequest = Type.Object({
  merchantNo: merchantNo(),
  bizOrderNo: Type.Optional(bizOrderNo(named)),
  platformOrderNo: Type.Optional(platformOrderNo(named)),
  eBillCode: Type.Optional(patternText({ title: '票据代码', ...named, ...number })),
  eBillNo: Type.Optional(patternText({ title: '票据号码', ...named, ...number })),
}, { title: '电子票据查询请求', additionalProperties: false, anyOf });
export type EBillQueryRequest = Static<typeof eBillQueryRequest>;

export const eBillQueryResponse = Type.Object({
  eBills: Type.Array(eBill, { title: '电子票据列表', description: '按开具次序，最后一张为当前票据', minItems: 1, maxItems: maxEBills }),
}, { title: '电子票据查询响应', additionalProperties: false });
export type EBillQueryResponse = Static<typeof eBillQueryResponse>;
