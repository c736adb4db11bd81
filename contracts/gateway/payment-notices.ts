import { Type, type Static } from '@sinclair/typebox';
import { paymentNoticeStates, payerTypes } from './codes.js';
import { amountOrZeroText, amountText, anyPresent, bizOrderNo, codeText, dayText, merchantNo, patternText, platformOrderNo, urlText, wireText } from './fields.js';
import { maxNontaxItems, nontaxItem } from './order-create.js';

const payCode = (extra: { readonly condition?: string; readonly description?: string } = {}) => patternText({ title: '缴款码', ...extra, max: 32, pattern: '^[A-Za-z0-9]{1,32}$' });
const checkCode = () => wireText({ title: '校验码', condition: '省系统给出时', max: 20 });
const bizNoticeNo = (extra: { readonly condition?: string } = {}) => bizOrderNo({ title: '业务系统缴款书编号', description: '在业务系统内唯一，不以 ORDER- 开头；首位为字母或数字，其余可用字母、数字与 _ - . : / # @ ( )', ...extra });
const paymentNoticeState = () => codeText(paymentNoticeStates, { title: '缴款书状态' });
const validUntil = (extra: { readonly description?: string } = {}) => dayText({ title: '缴款有效期', description: 'yyyyMMdd，含当日', ...extra });
const qrUrl = () => urlText({ title: '缴款二维码内容', condition: '省系统给出时', max: 500 });

const payer = {
  payerName: wireText({ title: '缴款人名称', max: 100 }),
  payerType: codeText(payerTypes, { title: '缴款人类型' }),
  payerCertNo: Type.Optional(wireText({ title: '缴款人证件号', max: 30 })),
  payerMobile: Type.Optional(patternText({ title: '缴款人手机号', max: 11, pattern: '^1[0-9]{10}$' })),
};
const items = Type.Array(nontaxItem, { title: '收费项目清单', description: '同一执收单位', minItems: 1, maxItems: maxNontaxItems });

/** 缴款书开具 (1.1.7.2.2-a). */
export const noticeIssueRequest = Type.Object({
  merchantNo: merchantNo(), bizNoticeNo: bizNoticeNo(), ...payer, items, validUntil: Type.Optional(validUntil({ description: 'yyyyMMdd，含当日，默认 30 天后，最长一年' })),
}, { title: '缴款书开具请求', additionalProperties: false });
export type NoticeIssueRequest = Static<typeof noticeIssueRequest>;

const shown = {
  paymentNoticeState: paymentNoticeState(), paymentNoticeStateMsg: wireText({ title: '缴款书状态描述', max: 512 }), totalAmount: amountText({ title: '缴款金额合计', description: '单位：分，含滞纳金' }), validUntil: validUntil(),
  qrUrl: Type.Optional(qrUrl()),
};

export const noticeIssueResponse = Type.Object({ bizNoticeNo: bizNoticeNo(), payCode: payCode(), checkCode: Type.Optional(checkCode()), ...shown }, { title: '缴款书开具响应', additionalProperties: false });
export type NoticeIssueResponse = Static<typeof noticeIssueResponse>;

/** 缴款书推送 (1.1.7.2.2-c): a whole notice of another system. */
export const noticePushRequest = Type.Object({
  merchantNo: merchantNo(), bizNoticeNo: bizNoticeNo(), payCode: payCode({ description: '原系统取得的缴款码' }), checkCode: Type.Optional(checkCode()), ...payer, items,
  totalAmount: amountText({ title: '缴款金额合计', description: '单位：分，等于各项目金额与滞纳金之和' }), lateFee: Type.Optional(amountOrZeroText({ title: '滞纳金', description: '单位：分，默认 0' })),
  fillDate: dayText({ title: '填制日期' }), validUntil: validUntil(),
}, { title: '缴款书推送请求', additionalProperties: false });
export type NoticePushRequest = Static<typeof noticePushRequest>;

export const noticePushResponse = Type.Object({ bizNoticeNo: bizNoticeNo(), payCode: payCode(), ...shown }, { title: '缴款书推送响应', additionalProperties: false });
export type NoticePushResponse = Static<typeof noticePushResponse>;

const oneOfThem = { condition: '四个编号至少填一个' };
const names = ['bizOrderNo', 'platformOrderNo', 'payCode', 'bizNoticeNo'] as const;

/** 缴款书查询 (1.1.7.2.2-b). */
export const noticeQueryRequest = Type.Object({
  merchantNo: merchantNo(), bizOrderNo: Type.Optional(bizOrderNo(oneOfThem)), platformOrderNo: Type.Optional(platformOrderNo(oneOfThem)), payCode: Type.Optional(payCode(oneOfThem)),
  bizNoticeNo: Type.Optional(bizNoticeNo(oneOfThem)),
}, { title: '缴款书查询请求', additionalProperties: false, ...anyPresent(...names) });
export type NoticeQueryRequest = Static<typeof noticeQueryRequest>;

export const noticeQueryResponse = Type.Object({
  payCode: Type.Optional(payCode({ condition: '已开具时' })), checkCode: Type.Optional(checkCode()), ...shown,
  platformOrderNo: Type.Optional(platformOrderNo({ condition: '有订单时' })), bizOrderNo: Type.Optional(bizOrderNo({ condition: '有订单时' })),
  bizNoticeNo: Type.Optional(bizNoticeNo({ condition: '由业务系统开具或推送时' })),
}, { title: '缴款书查询响应', additionalProperties: false });
export type NoticeQueryResponse = Static<typeof noticeQueryResponse>;
