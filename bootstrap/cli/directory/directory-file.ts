import { Type, type Static } from '@sinclair/typebox';
import type { FundNature } from '../../../domain/directory/nontax.js';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';

const code = (max: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{1,${max}}$` });
const text = (max: number) => Type.String({ minLength: 1, maxLength: max });
const origin = Type.String({ pattern: '^https?://[^/?#@]+$' });
const fenText = Type.String({ pattern: '^[1-9][0-9]{0,10}$' });
const closed = { additionalProperties: false } as const;

/** One file that says who may call, who collects and through which accounts. Secrets stand in files of their own and are only named. */
export const directoryFile = Type.Object({
  /** Signing keys to take into the key store, once; `pemFile` may be deleted afterwards. */
  keys: Type.Optional(Type.Array(Type.Object({ name: code(64), algorithm: Type.Union([Type.Literal('RSA2'), Type.Literal('SM2')]), pemFile: text(500) }, closed))),
  developers: Type.Optional(Type.Array(Type.Object({
    devId: code(64), developerName: text(100), algorithm: Type.Union([Type.Literal('RSA2'), Type.Literal('SM2')]),
    sm2Encoding: Type.Optional(Type.Union([Type.Literal('der'), Type.Literal('raw')])), sm2UserId: Type.Optional(text(64)),
    publicKeys: Type.Array(text(4000), { minItems: 1, maxItems: 2 }), enabled: Type.Boolean(), allowedOrigins: Type.Array(origin), allowedAddresses: Type.Array(text(45)),
    allowedMethods: Type.Array(Type.Union(Object.keys(gatewayMethods).map((name) => Type.Literal(name)))), merchantNos: Type.Array(code(20)),
    requestsPerSecond: Type.Integer({ minimum: 1, maximum: 10_000 }), textsPayers: Type.Optional(Type.Boolean()), personalBillUrl: Type.Optional(text(256)),
  }, closed))),
  payees: Type.Optional(Type.Array(Type.Object({
    merchantNo: code(20), payeeName: text(100), institutionNo: Type.Optional(code(32)), regionCode: Type.Optional(code(12)), industryCode: Type.Optional(code(32)), remark: Type.Optional(Type.String({ maxLength: 200 })), enabled: Type.Boolean(),
    payNotifyUrl: Type.Optional(text(256)), refundNotifyUrl: Type.Optional(text(256)), defaultReturnUrl: Type.Optional(text(256)), refundReviewRequired: Type.Boolean(),
    refundReviewAboveFen: Type.Optional(fenText), callbackOnFailedOrClosed: Type.Boolean(), repeatRefundByRule: Type.Boolean(),
    subMerchants: Type.Array(Type.Object({ subMerchantNo: code(20), subMerchantName: text(100), enabled: Type.Boolean() }, closed)),
    chargingUnit: Type.Optional(Type.Object({ code: code(32), name: text(100) }, closed)), isNoticeFirst: Type.Optional(Type.Boolean()),
    slipRefundPolicy: Type.Optional(Type.Union([Type.Literal('direct-until-settled'), Type.Literal('direct'), Type.Literal('by-approval')])),
  }, closed))),
  nontaxRegions: Type.Optional(Type.Array(Type.Object({
    regionCode: code(12), regionName: text(100), nontaxRegionCode: code(32), nontaxRegionName: text(100), eBillRegionCode: code(32), eBillRegionName: text(100),
  }, closed))),
  nontaxItems: Type.Optional(Type.Array(Type.Object({
    regionCode: code(12), itemCode: code(32), itemName: text(100), nationalCode: Type.Optional(code(32)), measure: text(20),
    fundNature: Type.Union(['administrative-fee', 'government-fund', 'penalty', 'state-asset', 'other'].map((word) => Type.Literal(word as FundNature))),
    lowestPriceFen: Type.Optional(fenText), highestPriceFen: Type.Optional(fenText), voucherKind: Type.Union([Type.Literal('e-bill'), Type.Literal('payment-notice')]),
    unitCodes: Type.Array(code(32)), enabled: Type.Boolean(),
  }, closed), { maxItems: 10_000 })),
  channelMerchants: Type.Optional(Type.Array(Type.Object({
    channelMerchantId: code(32), payChannel: Type.Union([Type.Literal('alipay'), Type.Literal('unionpay')]), channelMerchantName: text(100), channelMerchantNo: code(64),
    channelAppId: Type.Optional(code(64)), environment: Type.Union([Type.Literal('production'), Type.Literal('test')]), keyName: code(64),
    settings: Type.Record(Type.String(), Type.String({ maxLength: 20_000 })), enabled: Type.Boolean(), remark: Type.Optional(Type.String({ maxLength: 200 })),
  }, closed))),
  payeeChannels: Type.Optional(Type.Array(Type.Object({
    merchantNo: code(20), payChannel: Type.Union([Type.Literal('alipay'), Type.Literal('unionpay')]), channelMerchantId: code(32),
    payMethods: Type.Array(Type.Union([Type.Literal('pc'), Type.Literal('h5'), Type.Literal('bar')]), { minItems: 1 }), enabled: Type.Boolean(), remark: Type.Optional(Type.String({ maxLength: 200 })),
  }, closed))),
}, closed);
export type DirectoryFile = Static<typeof directoryFile>;
