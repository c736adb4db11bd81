import { code, flag, int, longText, maybeBigint, maybeCode, table, words, type Step } from './steps.js';

/** Regions and collection items, and what of payees and developers concerns the province and the city around. Old rows have none of it: their codecs say what that means. */
export const nontaxTables: readonly Step[] = [
  table('0116-nontax-region', 'nontax_region', ['region_code'], [
    code('region_code'), words('region_name', 100), code('nontax_region_code'), words('nontax_region_name', 100), code('e_bill_region_code'), words('e_bill_region_name', 100), int('version'),
  ]),
  table('0117-nontax-item', 'nontax_item', ['region_code', 'item_code'], [
    code('region_code'), code('item_code'), words('item_name', 100), maybeCode('national_code'), words('measure_word', 20), code('fund_nature', 24), maybeBigint('lowest_price'),
    maybeBigint('highest_price'), code('voucher_kind', 16), longText('unit_codes'), flag('enabled'), int('version'),
  ]),
  { id: '0118-payee-unit', change: 'add-column', table: 'payee', column: longText('charging_unit') },
  { id: '0118-payee-first', change: 'add-column', table: 'payee', column: { ...flag('notice_first'), required: false } },
  { id: '0118-payee-policy', change: 'add-column', table: 'payee', column: maybeCode('slip_refund_policy', 24) },
  { id: '0119-developer-texts', change: 'add-column', table: 'developer', column: { ...flag('texts_payers'), required: false } },
  { id: '0119-developer-bills', change: 'add-column', table: 'developer', column: maybeCode('personal_bill_url', 256) },
];
