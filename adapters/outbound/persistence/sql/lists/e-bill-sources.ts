import type { Knex } from 'knex';
import { eBill, eBills } from '../../../../../contracts/lists/e-bill-lists.js';
import { int } from '../codecs.js';
import { textOf } from './cells.js';
import { coded, moments, payeeNamedLike, whole } from './conditions.js';
import { payeeName, withPayee } from './joins.js';
import type { ListDb } from './list-db.js';
import { plainSource, type Part, type RawRow } from './list-source.js';

const from = (db: ListDb): Knex.QueryBuilder => withPayee(db, db.from('e_bill', 'bill'), 'bill.merchant_no');

/** Ordered by when it was issued, before that by when its order was paid; shown is only the former. */
const eBillTime = (row: RawRow): number | undefined => (row['issued_at'] === null || row['issued_at'] === undefined ? undefined : int.decode(row['issued_at']));

const marks = {
  bizOrderNo: 'bill.biz_order_no', platformOrderNo: 'bill.platform_order_no', eBillCode: 'bill.bill_code', eBillNo: 'bill.bill_no', eBillAmount: 'bill.amount', eBillTime: 'bill.bill_at',
  eBillState: 'bill.state', eBillSource: 'bill.bill_source',
} as const;
const key = [{ name: 'bus_no', type: 'text' }] as const;
const extras = { issued_at: 'bill.issued_at' } as const;

const list: Part<typeof eBills> = {
  from, extras, payee: 'bill.merchant_no', columns: { ...marks, payeeName, failureText: 'bill.failure_text', busNo: 'bill.bus_no' },
  filters: {
    billQueryDate: moments('bill.bill_at'), bizOrderNo: whole('bill.biz_order_no'), platformOrderNo: whole('bill.platform_order_no'), eBillNo: whole('bill.bill_no'),
    eBillState: coded('bill.state', 'eBillState'), payeeName: payeeNamedLike('bill.merchant_no'),
  },
};
export const eBillsSource = plainSource(eBills, list, { key, read: { eBillTime } });

/** The page that the bill system gave, where it gave one. */
function pageUrl(row: RawRow): string | undefined {
  const links = textOf(row['page_url']);
  if (links === undefined) return undefined;
  const { internetPageUrl, pageUrl: address } = JSON.parse(links) as { readonly internetPageUrl?: string; readonly pageUrl?: string };
  return internetPageUrl ?? address;
}

const record: Part<typeof eBill> = {
  from, extras, payee: 'bill.merchant_no',
  columns: {
    ...marks, eBillCheckCode: 'bill.check_code', payeeName, payCode: 'bill.pay_code', busNo: 'bill.bus_no', failureText: 'bill.failure_text', tries: 'bill.tries_made',
    lastTryTime: 'bill.last_try_at', nextTryTime: 'bill.next_try_at', pageUrl: 'bill.link_list',
  },
  filters: { busNo: whole('bill.bus_no') },
};
export const eBillSource = plainSource(eBill, record, { key, read: { eBillTime, pageUrl } });
