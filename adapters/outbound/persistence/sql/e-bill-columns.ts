import type { EBillDifference } from '../../../../domain/e-bills/bill-difference.js';
import type { DayCheckState, EBillDayCheck } from '../../../../domain/e-bills/day-check.js';
import type { DayWalk } from '../../../../domain/e-bills/day-walk.js';
import { eBillArrows, type EBillItem, type EBillLinks, type EBillPayer, type EBillReversal, type EBillState } from '../../../../domain/e-bills/e-bill.js';
import type { SaidItems } from '../../../../domain/e-bills/order-e-bill.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { fen as toFen, type Fen, type FenSum } from '../../../../domain/kernel/money.js';
import { epochMs, fen, fenSum, flag, int, json, oneOf, optional, text, words, type Codec } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import { SqlTable } from './sql-table.js';

/** An e-bill as its row holds it: flat, the payer's data sealed. Of a bill that a visitor let us check everything about an order is absent. */
export interface EBillRow {
  readonly billKey: string; readonly round: number; readonly source: 'generated' | 'verified'; readonly platformOrderNo: string | undefined; readonly busNo: string;
  readonly state: EBillState; readonly amount: Fen; readonly devId: string | undefined; readonly merchantNo: string | undefined; readonly bizOrderNo: string | undefined;
  readonly regionCode: string | undefined; readonly payerType: EBillPayer['payerType'] | undefined;
  readonly payerName: string | undefined; readonly payerNameIndex: string | undefined; readonly payerCertNo: string | undefined; readonly payerCertNoIndex: string | undefined;
  readonly payerMobile: string | undefined; readonly payerMobileIndex: string | undefined; readonly payerEmail: string | undefined;
  readonly items: readonly EBillItem[] | undefined; readonly base: readonly EBillItem[] | undefined; readonly isWhole: boolean | undefined; readonly said: SaidItems | undefined;
  readonly payCode: string | undefined; readonly eBillCode: string | undefined; readonly eBillNo: string | undefined; readonly checkCode: string | undefined;
  readonly issuedAt: EpochMs | undefined; readonly links: EBillLinks | undefined; readonly reversal: EBillReversal | undefined;
  readonly failureCode: string | undefined; readonly failureText: string | undefined; readonly pageToken: string | undefined;
  readonly tries: number; readonly lastTryAt: EpochMs | undefined; readonly nextTryAt: EpochMs | undefined; readonly paidAt: EpochMs | undefined;
  /** By which lists find it: when it was issued, before that when its order was paid. */
  readonly billAt: EpochMs; readonly createdAt: EpochMs; readonly version: number;
}

type Line = readonly [code: string, name: string, price: string, quantity: string, unit: string | null, amount: string];
export const billLines: Codec<readonly EBillItem[]> = json(
  (parsed) => (parsed as readonly Line[]).map(([itemCode, itemName, price, quantity, unit, amount]) => ({ itemCode, itemName, price: toFen(price), quantity, unit: unit ?? undefined, amount: toFen(amount) })),
  (items) => items.map(({ itemCode, itemName, price, quantity, unit, amount }) => [itemCode, itemName, price.toString(), quantity, unit ?? null, amount.toString()]),
);

export const saidItems: Codec<SaidItems> = json(
  (parsed) => {
    const [refunded, taken] = parsed as readonly [string, readonly (readonly [string, string])[]];
    return { refunded: toFen(refunded), takenBack: taken.map(([itemCode, amount]) => ({ itemCode, amount: toFen(amount) })) };
  },
  ({ refunded, takenBack }) => [refunded.toString(), takenBack.map(({ itemCode, amount }) => [itemCode, amount.toString()])],
);

const withLinks = ({ pageUrl, internetPageUrl, qrImage }: Partial<EBillLinks>): EBillLinks => ({ pageUrl, internetPageUrl, qrImage });
const links: Codec<EBillLinks> = json((parsed) => withLinks(parsed as Partial<EBillLinks>));
const reversal: Codec<EBillReversal> = json((parsed) => {
  const stored = parsed as EBillReversal;
  return { ...stored, links: withLinks(stored.links) };
});

export const eBillTable = new SqlTable<EBillRow>('e_bill', {
  billKey: ['bill_key', text(32)], round: ['bill_round', int], source: ['bill_source', oneOf(['generated', 'verified'])], platformOrderNo: ['platform_order_no', optional(text(32))],
  busNo: ['bus_no', text(32)], state: ['state', stateOf(eBillArrows)], amount: ['amount', fen], devId: ['dev_id', optional(text(64))], merchantNo: ['merchant_no', optional(text(32))],
  bizOrderNo: ['biz_order_no', optional(text(128))], regionCode: ['region_code', optional(text(32))], payerType: ['payer_kind', optional(oneOf<EBillPayer['payerType']>(['person', 'unit']))],
  payerName: ['payer_name', optional(text(700))], payerNameIndex: ['payer_name_index', optional(text(64))], payerCertNo: ['payer_cert_no', optional(text(400))],
  payerCertNoIndex: ['payer_cert_no_index', optional(text(64))], payerMobile: ['payer_mobile', optional(text(300))], payerMobileIndex: ['payer_mobile_index', optional(text(64))],
  payerEmail: ['payer_email', optional(text(700))], items: ['item_list', optional(billLines)], base: ['base_list', optional(billLines)], isWhole: ['whole_order', optional(flag)],
  said: ['said_items', optional(saidItems)], payCode: ['pay_code', optional(text(32))], eBillCode: ['bill_code', optional(text(64))], eBillNo: ['bill_no', optional(text(64))],
  checkCode: ['check_code', optional(text(64))], issuedAt: ['issued_at', optional(epochMs)], links: ['link_list', optional(links)], reversal: ['reversal_text', optional(reversal)],
  failureCode: ['failure_code', optional(words(64))], failureText: ['failure_text', optional(words(512))], pageToken: ['page_token', optional(text(64))],
  tries: ['tries_made', int], lastTryAt: ['last_try_at', optional(epochMs)], nextTryAt: ['next_try_at', optional(epochMs)], paidAt: ['paid_at', optional(epochMs)],
  billAt: ['bill_at', epochMs], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['billKey', 'round'], [
  'source', 'platformOrderNo', 'busNo', 'devId', 'merchantNo', 'bizOrderNo', 'payerType', 'payerName', 'payerNameIndex', 'payerCertNo', 'payerCertNoIndex', 'payerMobile',
  'payerMobileIndex', 'payerEmail', 'base', 'isWhole', 'payCode', 'pageToken', 'paidAt', 'createdAt',
]);

/** A comparison as its row holds it. */
export interface CheckRow extends Omit<EBillDayCheck, 'ours' | 'theirs'> {
  readonly ourCount: number; readonly ourAmount: FenSum; readonly theirCount: number | undefined; readonly theirAmount: FenSum | undefined;
}

type StoredDifference = Omit<EBillDifference, 'here' | 'there'> & { readonly here?: string; readonly there?: string };
const readDifferences = (rows: readonly StoredDifference[]): readonly EBillDifference[] =>
  rows.map(({ here, there, ...rest }) => ({ ...rest, here: here === undefined ? undefined : toFen(here), there: there === undefined ? undefined : toFen(there) }));
const writeDifferences = (rows: readonly EBillDifference[]) => rows.map(({ here, there, ...rest }) => ({ ...rest, here: here?.toString(), there: there?.toString() }));
const differences: Codec<readonly EBillDifference[]> = json((parsed) => readDifferences(parsed as readonly StoredDifference[]), writeDifferences);

type StoredWalk = Omit<DayWalk, 'after' | 'differences'> & { readonly after?: DayWalk['after']; readonly differences: readonly StoredDifference[] };
const walk: Codec<DayWalk> = json(
  (parsed) => {
    const { after, differences: found, ...rest } = parsed as StoredWalk;
    return { ...rest, after, differences: readDifferences(found) };
  },
  (stands) => ({ ...stands, differences: writeDifferences(stands.differences) }),
);

export const checkTable = new SqlTable<CheckRow>('e_bill_check', {
  eBillRegionCode: ['region_code', text(32)], day: ['check_day', text(8)], state: ['state', oneOf<DayCheckState>(['waiting', 'equal', 'differs'])], ourCount: ['our_count', int],
  ourAmount: ['our_amount', fenSum], theirCount: ['their_count', optional(int)], theirAmount: ['their_amount', optional(fenSum)], differences: ['difference_list', differences],
  walk: ['walk_text', optional(walk)], checkedAt: ['checked_at', epochMs], version: ['version', int],
}, ['eBillRegionCode', 'day']);
