import { Type, type Static } from '@sinclair/typebox';
import { closed, deedRemark } from './schemas.js';

const name = (description: string) => Type.String({ minLength: 1, maxLength: 100, pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]+$', description });
const code = (description: string, maxLength = 32) => Type.String({ minLength: 1, maxLength, pattern: '^[\\x21-\\x7e]+$', description });
const remark = Type.String({ maxLength: 200, pattern: '^[^\\p{Cs}\\p{Bidi_Control}\\0]*$', description: '备注' });
/** As it was when the form was read: somebody else's change meanwhile is not written over. */
const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: '版本' });
const yesNo = (description: string) => Type.Boolean({ description });

const regionCode = code('区域编码');
const region = { regionName: name('区域名称'), parentRegionCode: Type.Optional(code('上级区域')), remark };
export const newRegion = closed({ regionCode, ...region });
export const editRegion = closed({ regionCode, version, ...region });
export const oneRegion = closed({ regionCode, version, deedRemark });
export const nameRegionAdmin = closed({ regionCode, version, regionAdmin: Type.String({ pattern: '^[0-9]{26}$', description: '区域管理员' }) });

const industryCode = code('行业编码');
const industry = { industryName: name('行业名称'), remark };
export const newIndustry = closed({ industryCode, ...industry });
export const editIndustry = closed({ industryCode, version, ...industry });
export const oneIndustry = closed({ industryCode, version, deedRemark });

const one = <const T extends string>(words: readonly T[], description: string) => Type.Union(words.map((word) => Type.Literal(word)), { description });
const payChannel = one(['alipay', 'unionpay'], '支付渠道');
const channelNo = code('渠道编号');
const channel = { channelName: name('渠道名称'), remark };
const payReconcile = {
  payEnabled: yesNo('支付属性'), payMethods: Type.Array(one(['pc', 'h5', 'bar'], '支付方式'), { maxItems: 3, uniqueItems: true, description: '支付方式' }),
  reconcileEnabled: yesNo('对账属性'), billSource: one(['download', 'upload'], '账单来源'), billTime: Type.String({ minLength: 1, maxLength: 5, description: '账单获取时间' }),
};
const splitEnabled = yesNo('分账属性');
export const newChannel = closed({ channelNo, payChannel, ...channel, ...payReconcile, splitEnabled });
export const editChannel = closed({ channelNo, version, ...channel });
export const setPayReconcile = closed({ channelNo, version, ...payReconcile });
export const setSplit = closed({ channelNo, version, splitEnabled });
export const oneChannel = closed({ channelNo, version, deedRemark });

const channelMerchantId = code('平台内标识');
const account = {
  channelMerchantName: name('渠道商户名称'), channelAppId: Type.Optional(code('渠道商户应用标识', 64)), keyName: code('签名密钥名称', 64), remark,
  settings: Type.Record(Type.String({ pattern: '^[A-Za-z]{1,32}$' }), Type.String({ maxLength: 20_000 }), { maxProperties: 40, description: '参数' }),
};
export const newChannelMerchant = closed({ channelMerchantId, payChannel, channelMerchantNo: code('渠道商户编号', 64), environment: one(['production', 'test', 'simulator'], '环境'), ...account });
export const editChannelMerchant = closed({ channelMerchantId, version, ...account });
export const oneChannelMerchant = closed({ channelMerchantId, version, deedRemark });
export const tryChannelMerchant = closed({ channelMerchantId });

/** What the forms choose from, and what they show. */
export const regionChoices = closed({ regions: Type.Array(closed({ regionCode: Type.String(), regionName: Type.String() })) });
export const regionAdmins = closed({ operators: Type.Array(closed({ operatorNo: Type.String(), account: Type.String(), name: Type.String() })) });
const setting = closed({
  name: Type.String(), label: Type.String(), kind: one(['text', 'address', 'choice', 'lines', 'key', 'certificates'], '种类'), isRequired: Type.Boolean(), hint: Type.Optional(Type.String()),
  choices: Type.Optional(Type.Array(closed({ value: Type.String(), label: Type.String() }))),
});
export const accountForms = closed({ channels: Type.Array(closed({ payChannel, hasAppId: Type.Boolean(), merchantNoLabel: Type.String(), settings: Type.Array(setting) })) });
/** `settings`: keys and certificates as fingerprints. `isKeyFound`: the key store has a key of that name. */
export const channelMerchantFacts = closed({
  channelMerchantId: Type.String(), payChannel, channelMerchantName: Type.String(), channelMerchantNo: Type.String(), channelAppId: Type.Optional(Type.String()), keyName: Type.String(),
  isKeyFound: Type.Boolean(), settings: Type.Record(Type.String(), Type.String()), isConfirmed: Type.Boolean({ description: '公钥、证书、地址等已由另一人确认' }), remark: Type.String(), version: Type.Integer(),
});
/** `message`: it has to be switched on again by somebody else. */
export const channelMerchantEdited = closed({ done: Type.Literal(true), message: Type.Optional(Type.String()) });
/** What is known of one in its detail, and a second person compares; `changers`: who changed it since another person confirmed it, the last one at the end. */
export const shownChannelMerchant = closed({
  keyName: Type.String(), isKeyFound: Type.Boolean(), isConfirmed: Type.Boolean({ description: '公钥、证书、地址等已由另一人确认' }), changers: Type.Array(Type.String()),
  settings: Type.Array(closed({ label: Type.String(), text: Type.String() })),
});
export const triedConnection = closed({ answers: Type.Boolean(), message: Type.String() });

export type NewRegionBody = Static<typeof newRegion>;
export type EditRegionBody = Static<typeof editRegion>;
export type OneRegionBody = Static<typeof oneRegion>;
export type NameRegionAdminBody = Static<typeof nameRegionAdmin>;
export type NewIndustryBody = Static<typeof newIndustry>;
export type EditIndustryBody = Static<typeof editIndustry>;
export type OneIndustryBody = Static<typeof oneIndustry>;
export type NewChannelBody = Static<typeof newChannel>;
export type EditChannelBody = Static<typeof editChannel>;
export type SetPayReconcileBody = Static<typeof setPayReconcile>;
export type SetSplitBody = Static<typeof setSplit>;
export type OneChannelBody = Static<typeof oneChannel>;
export type NewChannelMerchantBody = Static<typeof newChannelMerchant>;
export type EditChannelMerchantBody = Static<typeof editChannelMerchant>;
export type OneChannelMerchantBody = Static<typeof oneChannelMerchant>;
export type RegionChoicesBody = Static<typeof regionChoices>;
export type RegionAdmins = Static<typeof regionAdmins>;
export type AccountForms = Static<typeof accountForms>;
export type ChannelMerchantFacts = Static<typeof channelMerchantFacts>;
export type ShownChannelMerchant = Static<typeof shownChannelMerchant>;
export type TriedConnection = Static<typeof triedConnection>;
