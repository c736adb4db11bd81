import type { SignatureScheme } from '../../../../domain/access/signature-scheme.js';
import type { BillSource, Channel } from '../../../../domain/directory/channel.js';
import type { ChannelMerchant, PayeeChannel, PayMethod } from '../../../../domain/directory/channel-merchant.js';
import type { DeveloperRole } from '../../../../domain/directory/developer-role.js';
import type { Developer, DeveloperKey } from '../../../../domain/directory/developer.js';
import type { FundNature, NontaxItem, NontaxRegion, VoucherKind } from '../../../../domain/directory/nontax.js';
import type { Industry } from '../../../../domain/directory/industry.js';
import type { Institution } from '../../../../domain/directory/institution.js';
import type { Payee, PayeeUnit, SlipRefundPolicy, SubMerchant } from '../../../../domain/directory/payee.js';
import type { Region } from '../../../../domain/directory/region.js';
import type { WithCode } from './directory-codes.js';
import { epochMs, fen, flag, int, json, oneOf, optional, orWord, since, text, words } from './codecs.js';
import { payChannel } from './domain-codecs.js';
import type { Columns } from './row-shape.js';
import { SqlTable } from './sql-table.js';

/** A developer as its row holds it: the signature scheme in three columns. */
export interface DeveloperRow extends Omit<Developer, 'scheme'> {
  readonly algorithm: SignatureScheme['algorithm']; readonly sm2Encoding: SignatureScheme['sm2Encoding']; readonly sm2UserId: string | undefined;
}

/** A table of rows under a code each (directory-codes.ts). */
const codedTable = <T extends object>(name: string, columns: Columns<T>, key: readonly (keyof T & string)[], fixed: readonly (keyof T & string)[] = []): SqlTable<WithCode<T>> =>
  new SqlTable<WithCode<T>>(name, { ...columns, rowMac: ['row_mac', optional(text(64))] } as unknown as Columns<WithCode<T>>, key, fixed, 'coded');

const texts = json<readonly string[]>((parsed) => parsed as readonly string[]);

/** Rows from before keys had dates hold their texts alone. */
const keys = json<readonly DeveloperKey[]>((parsed) => (parsed as readonly (string | DeveloperKey)[]).map((key) => (typeof key === 'string' ? { pem: key, since: undefined, until: undefined } : { pem: key.pem, since: key.since, until: key.until })));

export const developerTable = codedTable<DeveloperRow>('developer', {
  devId: ['dev_id', text(64)], developerName: ['developer_name', words(200)], algorithm: ['sign_algorithm', oneOf(['RSA2', 'SM2'])],
  sm2Encoding: ['sm2_encoding', optional(oneOf(['der', 'raw']))], sm2UserId: ['sm2_user_id', optional(text(64, 'any'))],
  keys: ['public_keys', keys], enabled: ['enabled', flag], allowedOrigins: ['allowed_origins', texts],
  allowedAddresses: ['allowed_addresses', texts], allowedMethods: ['allowed_methods', texts], merchantNos: ['merchant_nos', texts],
  requestsPerSecond: ['requests_per_second', int], textsPayers: ['texts_payers', since(flag, true)],
  personalBillUrl: ['personal_bill_url', optional(text(256))], roleCodes: ['role_codes', since(texts, [])], contactName: ['contact_name', words(64)],
  contactMobile: ['masked_mobile', optional(text(16))], createdAt: ['created_at', optional(epochMs)], version: ['version', int],
}, ['devId'], ['createdAt']);

export const developerRoleTable = codedTable<DeveloperRole>('developer_role', {
  roleCode: ['role_code', text(32)], roleName: ['role_name', words(64)], methods: ['method_list', texts], merchantNos: ['merchant_list', texts], remark: ['remark', words(200)],
  createdAt: ['created_at', epochMs], version: ['version', int],
}, ['roleCode'], ['createdAt']);

export function developerRow({ scheme, ...rest }: Developer): DeveloperRow {
  return { ...rest, algorithm: scheme.algorithm, sm2Encoding: scheme.sm2Encoding, sm2UserId: scheme.sm2UserId };
}

export function developerOf({ algorithm, sm2Encoding, sm2UserId, ...rest }: DeveloperRow): Developer {
  const scheme: SignatureScheme = { algorithm, ...(sm2Encoding && { sm2Encoding }), ...(sm2UserId !== undefined && { sm2UserId }) };
  return { ...rest, scheme };
}

/** Its column was made before a payee could belong to none. No institution has such a number. */
export const noInstitution = '-';

export const payeeTable = codedTable<Payee>('payee', {
  merchantNo: ['merchant_no', text(32)], payeeName: ['payee_name', words(200)], institutionNo: ['institution_no', orWord(text(32), noInstitution)],
  regionCode: ['region_code', optional(text(32))], enabled: ['enabled', flag], payNotifyUrl: ['pay_notify_url', optional(text(256))],
  refundNotifyUrl: ['refund_notify_url', optional(text(256))], defaultReturnUrl: ['default_return_url', optional(text(256))],
  refundReviewRequired: ['refund_review_required', flag], refundReviewAbove: ['refund_review_above', optional(fen)],
  callbackOnFailedOrClosed: ['callback_on_failed', flag], repeatRefundByRule: ['repeat_refund_by_rule', flag],
  subMerchants: ['sub_merchants', json<readonly SubMerchant[]>((parsed) => parsed as readonly SubMerchant[])],
  chargingUnit: ['charging_unit', optional(json<PayeeUnit>((parsed) => parsed as PayeeUnit))], isNoticeFirst: ['notice_first', since(flag, false)],
  slipRefundPolicy: ['slip_refund_policy', since(oneOf<SlipRefundPolicy>(['direct-until-settled', 'direct', 'by-approval']), 'direct-until-settled')],
  industryCode: ['industry_code', optional(text(32))], remark: ['remark', words(200)], createdAt: ['created_at', optional(epochMs)], version: ['version', int],
}, ['merchantNo'], ['createdAt']);

export const channelMerchantTable = codedTable<ChannelMerchant>('channel_merchant', {
  channelMerchantId: ['channel_merchant_id', text(32)], payChannel: ['pay_channel', payChannel],
  channelMerchantName: ['channel_merchant_name', words(200)], channelMerchantNo: ['channel_merchant_no', text(64)],
  channelAppId: ['channel_app_id', optional(text(64))], environment: ['environment', oneOf(['production', 'test', 'simulator'])],
  keyName: ['key_name', text(64)], settings: ['settings_text', json<Readonly<Record<string, string>>>((parsed) => parsed as Readonly<Record<string, string>>)],
  enabled: ['enabled', flag], changedBy: ['changed_by', since(texts, [])], remark: ['remark', words(200)], createdAt: ['created_at', optional(epochMs)], version: ['version', int],
}, ['channelMerchantId'], ['createdAt']);

/** A payee has one link to each account it may use. */
export const payeeChannelTable = codedTable<PayeeChannel>('payee_channel', {
  merchantNo: ['merchant_no', text(32)], payChannel: ['pay_channel', payChannel], channelMerchantId: ['channel_merchant_id', text(32)],
  payMethods: ['pay_methods', json<readonly PayMethod[]>((parsed) => parsed as readonly PayMethod[])], enabled: ['enabled', flag],
  remark: ['remark', words(200)], createdAt: ['created_at', optional(epochMs)], version: ['version', int],
}, ['merchantNo', 'channelMerchantId'], ['createdAt']);

export const nontaxRegionTable = codedTable<NontaxRegion>('nontax_region', {
  regionCode: ['region_code', text(32)], regionName: ['region_name', words(100)], nontaxRegionCode: ['nontax_region_code', text(32)],
  nontaxRegionName: ['nontax_region_name', words(100)], eBillRegionCode: ['e_bill_region_code', text(32)], eBillRegionName: ['e_bill_region_name', words(100)], version: ['version', int],
}, ['regionCode']);

const fundNatures = ['administrative-fee', 'government-fund', 'penalty', 'state-asset', 'other'] as const satisfies readonly FundNature[];

export const nontaxItemTable = codedTable<NontaxItem>('nontax_item', {
  regionCode: ['region_code', text(32)], itemCode: ['item_code', text(32)], itemName: ['item_name', words(100)], nationalCode: ['national_code', optional(text(32))],
  measure: ['measure_word', words(20)], fundNature: ['fund_nature', oneOf<FundNature>(fundNatures)], lowestPrice: ['lowest_price', optional(fen)],
  highestPrice: ['highest_price', optional(fen)], voucherKind: ['voucher_kind', oneOf<VoucherKind>(['e-bill', 'payment-notice'])], unitCodes: ['unit_codes', texts],
  enabled: ['enabled', flag], version: ['version', int],
}, ['regionCode', 'itemCode']);

export const regionTable = codedTable<Region>('region', {
  regionCode: ['region_code', text(32)], regionName: ['region_name', words(100)], parentRegionCode: ['parent_region_code', optional(text(32))], adminOperatorNo: ['admin_operator_no', optional(text(32))],
  enabled: ['enabled', flag], remark: ['remark', words(200)], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['regionCode'], ['createdAt']);

export const industryTable = codedTable<Industry>('industry', {
  industryCode: ['industry_code', text(32)], industryName: ['industry_name', words(100)], enabled: ['enabled', flag], remark: ['remark', words(200)], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['industryCode'], ['createdAt']);

export const channelTable = codedTable<Channel>('payment_channel', {
  channelNo: ['channel_no', text(32)], channelName: ['channel_name', words(100)], payChannel: ['pay_channel', payChannel], payEnabled: ['pay_enabled', flag],
  payMethods: ['pay_methods', json<readonly PayMethod[]>((parsed) => parsed as readonly PayMethod[])], reconcileEnabled: ['reconcile_enabled', flag],
  billSource: ['bill_source', oneOf<BillSource>(['download', 'upload'])], billTime: ['bill_time', text(5)], splitEnabled: ['split_enabled', flag], enabled: ['enabled', flag],
  remark: ['remark', words(200)], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['channelNo'], ['createdAt']);

/** The contact's number is sealed, and stands masked beside it for the list. */
export interface InstitutionRow extends Omit<Institution, 'contactMobile'> { readonly maskedMobile: string | undefined; readonly sealedMobile: string | undefined }

export const institutionTable = codedTable<InstitutionRow>('institution', {
  institutionNo: ['institution_no', text(32)], institutionName: ['institution_name', words(100)], adminOperatorNo: ['admin_operator_no', text(32)], contactName: ['contact_name', words(64)],
  maskedMobile: ['masked_mobile', optional(text(16))], sealedMobile: ['sealed_mobile', optional(text(300))], enabled: ['enabled', flag], remark: ['remark', words(200)],
  createdAt: ['created_at', epochMs], version: ['version', int],
}, ['institutionNo'], ['createdAt']);
