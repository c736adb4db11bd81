import type { Knex } from 'knex';
import { codeOf, labelOf } from '../../../../../contracts/lists/codes.js';
import { channelMerchants, developerRoles, developers, payee, payeeAccounts, payeeChannel, payeeChannels, payees } from '../../../../../contracts/lists/directory-lists.js';
import { int, UnreadableValue } from '../codecs.js';
import { developerRoleTable, noInstitution } from '../directory-columns.js';
import { shownAddress, textOf } from './cells.js';
import { asText, coded, flagged, merchantNamedLike, partOf, payeeNamedLike, whole } from './conditions.js';
import { merchantName, payeeName, withMerchant, withPayee } from './joins.js';
import { formula, type ListDb } from './list-db.js';
import { plainSource, type NameBook, type RawRow } from './list-source.js';

/** Settings and the name of the key are not even selected. */
export const channelMerchantsSource = plainSource(channelMerchants, {
  from: (db) => db.from('channel_merchant', 'account'),
  columns: {
    channelMerchantNo: 'account.channel_merchant_no', channelMerchantName: 'account.channel_merchant_name', payChannel: 'account.pay_channel', channelAppId: 'account.channel_app_id',
    enabled: 'account.enabled', createTime: formula('coalesce(??, 0)', 'account.created_at'), remark: 'account.remark', environment: 'account.environment', channelMerchantId: 'account.channel_merchant_id',
    version: 'account.version',
  },
  filters: { channelMerchantName: partOf('account.channel_merchant_name'), payChannel: coded('account.pay_channel', 'payChannel'), enabled: flagged('account.enabled') },
  // Accounts from before this was written down have no time; they come last.
}, { key: [{ name: 'channel_merchant_id', type: 'text' }], read: { createTime: (row) => int.decode(row['create_time']) || undefined } });

const inRegionNamed = asText((query, name, { db }) => {
  const named = (table: string) => db.from(table, 'named').select('named.region_code').where('named.region_name', name);
  query.where((either) => { either.whereIn('unit.region_code', named('region')).orWhereIn('unit.region_code', named('nontax_region')); });
}, false);
const inIndustryNamed = asText((query, name, { db }) => { query.whereIn('unit.industry_code', db.from('industry', 'named').select('named.industry_code').where('named.industry_name', name)); }, false);

/** Rows from before that was written down come last. */
const madeAt = (column: string) => formula('coalesce(??, 0)', column);
const createTime = (row: RawRow): number | undefined => int.decode(row['create_time']) || undefined;

const units = (db: ListDb): Knex.QueryBuilder => db.leftJoin(db.leftJoin(db.leftJoin(db.from('payee', 'unit'), 'region', 'place', ['place.region_code', 'unit.region_code']),
  'nontax_region', 'nontax_place', ['nontax_place.region_code', 'unit.region_code']), 'industry', 'industry_of', ['industry_of.industry_code', 'unit.industry_code']);
const unitColumns = {
  merchantNo: 'unit.merchant_no', payeeName: 'unit.payee_name', regionName: 'place.region_name', industryName: 'industry_of.industry_name', remark: 'unit.remark', createTime: madeAt('unit.created_at'), refundReviewRequired: 'unit.refund_review_required', payNotifyUrl: 'unit.pay_notify_url',
  refundNotifyUrl: 'unit.refund_notify_url', enabled: 'unit.enabled', institutionNo: 'unit.institution_no', version: 'unit.version',
} as const;
const unitExtras = { region_code: 'unit.region_code', industry_code: 'unit.industry_code', nontax_region_name: 'nontax_place.region_name' } as const;
const unitRead = {
  // A region that has no name yet is better than none.
  regionName: (row: RawRow) => textOf(row['region_name']) ?? textOf(row['nontax_region_name']) ?? textOf(row['region_code']),
  industryName: (row: RawRow) => textOf(row['industry_name']) ?? textOf(row['industry_code']),
  createTime, institutionNo: (row: RawRow) => { const institutionNo = textOf(row['institution_no']); return institutionNo === noInstitution ? undefined : institutionNo; },
  payNotifyUrl: (row: RawRow) => shownAddress(row['pay_notify_url']), refundNotifyUrl: (row: RawRow) => shownAddress(row['refund_notify_url']),
};

export const payeesSource = plainSource(payees, {
  payee: 'unit.merchant_no', from: units, columns: unitColumns,
  filters: { merchantNo: whole('unit.merchant_no'), payeeName: partOf('unit.payee_name'), regionName: inRegionNamed, industryName: inIndustryNamed, enabled: flagged('unit.enabled') },
  extras: unitExtras,
}, { key: [{ name: 'merchant_no', type: 'text' }], read: unitRead });

type Named = Readonly<Record<string, unknown>>;
/** JSON of a payee, in its own words; nothing where it holds nothing. */
const parsed = (stored: unknown): unknown => { const text = textOf(stored); return text === undefined ? undefined : JSON.parse(text); };
function subMerchants(row: RawRow): string | undefined {
  const all = parsed(row['sub_merchants']) ?? [];
  if (!Array.isArray(all)) throw new UnreadableValue('not a list of sub-merchants');
  return (all as readonly Named[]).map(({ subMerchantNo, subMerchantName, enabled }) => `${String(subMerchantName)}（${String(subMerchantNo)}${enabled === false ? '，停用' : ''}）`).join('、') || undefined;
}
function chargingUnit(row: RawRow): string | undefined {
  const unit = parsed(row['charging_unit']) as Named | undefined;
  return unit && `${String(unit['name'])}（${String(unit['code'])}）`;
}

/** What rows do not say that are from before it was asked is as it was then. */
export const payeeSource = plainSource(payee, {
  payee: 'unit.merchant_no', from: units, extras: unitExtras, filters: { merchantNo: whole('unit.merchant_no') },
  columns: {
    ...unitColumns, defaultReturnUrl: 'unit.default_return_url', callbackOnFailedOrClosed: 'unit.callback_on_failed', refundReviewAbove: 'unit.refund_review_above', repeatRefundByRule: 'unit.repeat_refund_by_rule',
    subMerchants: 'unit.sub_merchants', chargingUnit: 'unit.charging_unit', isNoticeFirst: formula('coalesce(??, 0)', 'unit.notice_first'), slipRefundPolicy: formula('coalesce(??, ?)', 'unit.slip_refund_policy', 'direct-until-settled'),
  },
}, { key: [{ name: 'merchant_no', type: 'text' }], read: { ...unitRead, defaultReturnUrl: (row) => shownAddress(row['default_return_url']), subMerchants, chargingUnit } });

function payMethod(row: RawRow): string | undefined {
  const parsed: unknown = JSON.parse(textOf(row['pay_method']) ?? '[]');
  if (!Array.isArray(parsed)) throw new UnreadableValue('not a list of methods');
  return parsed.map((word) => labelOf('payMethod', codeOf('payMethod', String(word)))).join('、') || undefined;
}

const links = (db: ListDb): Knex.QueryBuilder => withMerchant(db, withPayee(db, db.from('payee_channel', 'linked'), 'linked.merchant_no'), 'linked.channel_merchant_id');
const linkColumns = {
  merchantNo: 'linked.merchant_no', payeeName, payChannel: 'linked.pay_channel', channelMerchantName: merchantName, payMethod: 'linked.pay_methods', enabled: 'linked.enabled',
  channelMerchantId: 'linked.channel_merchant_id', remark: 'linked.remark', version: 'linked.version', createTime: madeAt('linked.created_at'),
} as const;
const linkOptions = { key: [{ name: 'merchant_no', type: 'text' }, { name: 'channel_merchant_id', type: 'text' }], read: { payMethod, createTime } } as const;

export const payeeChannelsSource = plainSource(payeeChannels, {
  from: links, columns: linkColumns, payee: 'linked.merchant_no',
  filters: {
    payeeName: payeeNamedLike('linked.merchant_no'), payChannel: coded('linked.pay_channel', 'payChannel'), channelMerchantName: merchantNamedLike('linked.channel_merchant_id'),
    enabled: flagged('linked.enabled'),
  },
}, linkOptions);

export const payeeChannelSource = plainSource(payeeChannel, {
  from: links, columns: linkColumns, payee: 'linked.merchant_no', filters: { merchantNo: whole('linked.merchant_no'), channelMerchantId: whole('linked.channel_merchant_id') },
}, linkOptions);

const { payChannel, channelMerchantName, payMethod: payMethods, enabled, createTime: linkedAt, remark } = linkColumns;
export const payeeAccountsSource = plainSource(payeeAccounts, {
  from: links, payee: 'linked.merchant_no', columns: { payChannel, channelMerchantName, payMethod: payMethods, enabled, createTime: linkedAt, remark }, extras: { channel_merchant_id: 'linked.channel_merchant_id' },
  filters: { merchantNo: whole('linked.merchant_no') },
}, { key: [{ name: 'channel_merchant_id', type: 'text' }], read: { payMethod, createTime } });

const roleCodesOf = (row: RawRow): readonly string[] => {
  const parsed: unknown = JSON.parse(textOf(row['role_name']) ?? '[]');
  if (!Array.isArray(parsed)) throw new UnreadableValue('not a list of codes');
  return parsed.filter((code) => typeof code === 'string');
};
const roleBook: NameBook = { table: developerRoleTable.name, code: developerRoleTable.column('roleCode'), name: developerRoleTable.column('roleName'), codesOf: roleCodesOf };

export const developersSource = plainSource(developers, {
  from: (db) => db.from('developer', 'integrator'),
  columns: {
    devId: 'integrator.dev_id', developerName: 'integrator.developer_name', contactName: 'integrator.contact_name', contactMobile: 'integrator.masked_mobile', signAlgorithm: 'integrator.sign_algorithm',
    // Engines disagree where nothing stands in an order.
    enabled: 'integrator.enabled', createTime: { sql: 'coalesce(??, 0)', values: ['integrator.created_at'] }, roleName: 'integrator.role_codes',
  },
  filters: { devId: whole('integrator.dev_id'), developerName: partOf('integrator.developer_name'), enabled: flagged('integrator.enabled') },
}, {
  key: [{ name: 'dev_id', type: 'text' }], names: roleBook,
  read: {
    contactMobile: (row) => textOf(row['contact_mobile']),
    createTime: (row) => int.decode(row['create_time']) || undefined,
    roleName: (row, _today, _vault, names) => roleCodesOf(row).map((code) => names.get(code) ?? code).join('、') || undefined,
  },
});

export const developerRolesSource = plainSource(developerRoles, {
  from: (db) => db.from('developer_role', 'role_of'),
  columns: { roleCode: 'role_of.role_code', roleName: 'role_of.role_name', remark: 'role_of.remark', createTime: 'role_of.created_at' },
  filters: { roleName: partOf('role_of.role_name') },
}, { key: [{ name: 'role_code', type: 'text' }] });
