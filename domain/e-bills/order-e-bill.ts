import type { NontaxItem } from '../directory/nontax.js';
import type { EpochMs } from '../kernel/china-time.js';
import { fen, sumOf, type Fen } from '../kernel/money.js';
import type { NontaxInfo, OrderItem } from '../payments/nontax-info.js';
import { chargedAmount, type Order } from '../payments/order.js';
import type { TakenBack } from './after-refund.js';
import { busNoOf } from './bus-no.js';
import type { EBill, EBillItem, EBillPayer } from './e-bill.js';

/** What a person said of refunds: how much of which line went back in all, true as long as no more than `refunded` has gone back of the order. */
export interface SaidItems { readonly refunded: Fen; readonly takenBack: readonly TakenBack[] }

/** An e-bill of one of our orders, as it is kept. */
export interface OrderEBill extends EBill {
  readonly devId: string;
  readonly merchantNo: string;
  readonly bizOrderNo: string;
  /** Which bill system has it; undefined while the region of the payee has none. */
  readonly eBillRegionCode: string | undefined;
  readonly paidAt: EpochMs;
  /** The lines that get an e-bill, as they were charged. Those of a later bill are made from them. */
  readonly base: readonly EBillItem[];
  /** Every item of the order is among them, so that what went back of the order went back of the bill. */
  readonly isWhole: boolean;
  readonly said: SaidItems | undefined;
  /** The right to see it on our own page. */
  readonly pageToken: string;
  /** How often the bill system was called for the state it is in; never called yet: 0. */
  readonly tries: number;
  readonly lastTryAt: EpochMs | undefined;
  /** When it is taken up again; undefined: not before a person presses, or nothing is to do. */
  readonly nextTryAt: EpochMs | undefined;
  readonly version: number;
}

export interface BillBase { readonly base: readonly EBillItem[]; readonly isWhole: boolean }

/**
 * Items whose voucher is the payment notice itself get no e-bill; one that stands in no catalogue gets one, because the business system wants it.
 * With several lines nobody knows which the discount of the business system is for: the lines then are not what was charged, and `nextStep` issues nothing.
 */
export function baseOf(order: Pick<Order, 'orderAmount' | 'bizDiscountAmount'>, info: NontaxInfo, catalogue: (itemCode: string) => NontaxItem | undefined): BillBase {
  const charged = chargedAmount(order);
  const hasSeveral = info.items.length > 1;
  const billed = info.items.filter(({ itemCode }) => catalogue(itemCode)?.voucherKind !== 'payment-notice');
  const lines = billed.map((item) => lineOf(item, catalogue(item.itemCode)));
  const base = hasSeveral ? lines : lines.map((line) => (line.amount === charged ? line : { ...line, price: charged, quantity: '1', amount: charged }));
  return { base, isWhole: billed.length === info.items.length || (hasSeveral && order.bizDiscountAmount > 0n) };
}

const lineOf = ({ itemCode, itemName, price, quantity, amount }: OrderItem, known: NontaxItem | undefined): EBillItem =>
  ({ itemCode, itemName: known?.itemName ?? itemName, price, quantity: String(quantity), unit: known?.measure, amount });

export const amountOf = (lines: readonly EBillItem[]): Fen => fen(sumOf(lines.map(({ amount }) => amount)));

/** Printed where a person paid who did not say a name. */
const somebody = '个人';

/** A unit's bill without its name is worth nothing to it. */
export function payerOf(order: Order, info: NontaxInfo): EBillPayer {
  const { name, certNo, mobile } = order.payer;
  return { payerType: info.payerKind, name: name ?? (info.payerKind === 'person' ? somebody : ''), certNo, mobile, email: undefined };
}

export interface EBillMint {
  readonly pageToken: string; readonly now: EpochMs; readonly eBillRegionCode: string | undefined;
  /** Of the order's payment notice, where it has one by now. */
  readonly payCode: string | undefined;
}

/** The first e-bill of an order. */
export function firstBill(order: Order, info: NontaxInfo, { base, isWhole }: BillBase, mint: EBillMint): OrderEBill {
  const { platformOrderNo, devId, merchantNo, bizOrderNo } = order;
  return {
    platformOrderNo, devId, merchantNo, bizOrderNo, round: 1, busNo: busNoOf(platformOrderNo, 1), state: 'pending', amount: amountOf(base), payer: payerOf(order, info),
    items: base, base, isWhole, said: undefined, payCode: mint.payCode ?? info.payCode, createdAt: mint.now, paidAt: order.paidAt ?? order.createdAt, eBillRegionCode: mint.eBillRegionCode,
    pageToken: mint.pageToken, issued: undefined, reversal: undefined, failure: undefined, tries: 0, lastTryAt: undefined, nextTryAt: mint.now, version: 1,
  };
}

/** The next one after a reversal. */
export const nextBill = (last: OrderEBill, round: number, mint: Omit<EBillMint, 'eBillRegionCode' | 'payCode'>): OrderEBill => ({
  ...last, round, busNo: busNoOf(last.platformOrderNo, round), state: 'pending', createdAt: mint.now, pageToken: mint.pageToken, issued: undefined, reversal: undefined,
  failure: undefined, tries: 0, lastTryAt: undefined, nextTryAt: mint.now, version: 1,
});
