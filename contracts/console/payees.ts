import { Type, type Static } from '@sinclair/typebox';
import { closed, deedRemark } from './schemas.js';

/** No control characters, no halves of characters, no blanks around it. */
const name = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, pattern: '^(?=\\S)[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]+(?<=\\S)$', description });
const remark = Type.String({ maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*$', description: '备注' });
const code = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$', description });
const address = (description: string) => Type.String({ minLength: 1, maxLength: 256, description });
/** As it was read: whoever changes what somebody else changed meanwhile is told. */
const version = Type.Integer({ minimum: 1, maximum: 2_000_000_000, description: '版本' });

const merchantNo = code(20, '收款单位编号');
const subMerchant = closed({ subMerchantNo: code(20, '子商户号'), subMerchantName: name(100, '子商户名称'), enabled: Type.Boolean() });
const payeeFacts = {
  payeeName: name(100, '收款单位名称'), regionCode: code(32, '所属区域'), industryCode: code(32, '所属行业'),
  payNotifyUrl: Type.Optional(address('支付后台通知地址')), refundNotifyUrl: Type.Optional(address('退款后台通知地址')), defaultReturnUrl: Type.Optional(address('默认返回地址')),
  refundReviewRequired: Type.Boolean({ description: '退款需审核' }), refundReviewAbove: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,10}$', description: '超过此金额须审核（分）' })),
  callbackOnFailedOrClosed: Type.Boolean({ description: '失败和关闭也通知' }), repeatRefundByRule: Type.Boolean({ description: '重缴自动退款' }),
  unitCode: Type.Optional(code(32, '执收单位编码')), unitName: Type.Optional(name(100, '执收单位名称')), isNoticeFirst: Type.Boolean({ description: '先开缴款书' }),
  slipRefundPolicy: Type.Union([Type.Literal('direct-until-settled'), Type.Literal('direct'), Type.Literal('by-approval')], { description: '已确认缴款书的退款' }),
  subMerchants: Type.Array(subMerchant, { maxItems: 50, description: '子商户' }), remark,
};
export const newPayee = closed({ merchantNo, ...payeeFacts });
export const editPayee = closed({ merchantNo, version, ...payeeFacts });
export const seenPayee = closed({ merchantNo, version, deedRemark });
/** What a form begins with; everything as it is stored. */
export const payeeForm = closed({ ...editPayee.properties, regionCode: Type.Optional(Type.String()), industryCode: Type.Optional(Type.String()) });
const named = closed({ code: Type.String(), name: Type.String() });
export const payeeChoices = closed({ regions: Type.Array(named), industries: Type.Array(named) });

const channelMerchantId = code(32, '渠道商户');
const payMethod = Type.Union([Type.Literal('pc'), Type.Literal('h5'), Type.Literal('bar')]);
const payMethods = Type.Array(payMethod, { minItems: 1, maxItems: 3, uniqueItems: true, description: '支付方式' });
export const newLink = closed({ merchantNo, channelMerchantId, payMethods, enabled: Type.Boolean({ description: '启用' }), remark });
export const editLink = closed({ merchantNo, channelMerchantId, version, payMethods, remark });
export const seenLink = closed({ merchantNo, channelMerchantId, version, deedRemark });
export const linkForm = closed({ ...editLink.properties, offered: Type.Array(payMethod) });
export const linkChoices = closed({
  payees: Type.Array(named), accounts: Type.Array(closed({ code: Type.String(), name: Type.String(), payChannel: Type.String(), payMethods: Type.Array(payMethod) })),
});

export const institutionNo = code(32, '机构编号');
const contactMobile = Type.Optional(Type.String({ minLength: 1, maxLength: 32, description: '联系人手机' }));
const institutionFacts = { institutionName: name(64, '机构名称'), contactName: name(64, '联系人'), contactMobile, remark };
export const newInstitution = closed({ institutionNo, adminAccount: Type.String({ minLength: 1, maxLength: 64, description: '机构管理员账号' }), ...institutionFacts });
export const editInstitution = closed({ institutionNo, version, ...institutionFacts });
export const seenInstitution = closed({ institutionNo, version, deedRemark });
export const oneInstitution = closed({ institutionNo, deedRemark });
export const linkPayees = closed({ institutionNo, version, merchantNos: Type.Array(merchantNo, { maxItems: 1000, uniqueItems: true, description: '收款单位' }) });
/** The number of the contact is masked; what a form leaves empty stays. */
export const institutionForm = closed({ institutionNo: Type.String(), version: Type.Integer(), institutionName: Type.String(), contactName: Type.String(), maskedMobile: Type.Optional(Type.String()), remark: Type.String() });
export const institutionPayees = closed({ version: Type.Integer(), linked: Type.Array(Type.String()), payees: Type.Array(named) });
/** The one-time code is in this answer and nowhere else. */
export const givenCode = closed({ activationCode: Type.String({ description: '一次性激活码' }) });

export type NewPayeeBody = Static<typeof newPayee>;
export type EditPayeeBody = Static<typeof editPayee>;
export type SeenPayeeBody = Static<typeof seenPayee>;
export type PayeeForm = Static<typeof payeeForm>;
export type PayeeFormChoices = Static<typeof payeeChoices>;
export type NewLinkBody = Static<typeof newLink>;
export type EditLinkBody = Static<typeof editLink>;
export type SeenLinkBody = Static<typeof seenLink>;
export type LinkForm = Static<typeof linkForm>;
export type LinkChoices = Static<typeof linkChoices>;
export type NewInstitutionBody = Static<typeof newInstitution>;
export type EditInstitutionBody = Static<typeof editInstitution>;
export type OneInstitutionBody = Static<typeof oneInstitution>;
export type SeenInstitutionBody = Static<typeof seenInstitution>;
export type LinkPayeesBody = Static<typeof linkPayees>;
export type InstitutionForm = Static<typeof institutionForm>;
export type InstitutionPayees = Static<typeof institutionPayees>;
export type GivenCode = Static<typeof givenCode>;
