import type { NontaxItem } from '../directory/nontax.js';
import { dueFor } from '../e-bills/due.js';
import { baseOf, type BillBase, type OrderEBill } from '../e-bills/order-e-bill.js';
import type { Fen } from '../kernel/money.js';
import type { NoticeRecord } from '../payment-notices/notice-record.js';
import { nontaxInfoOf, type NontaxInfo } from '../payments/nontax-info.js';
import { chargedAmount, type Order } from '../payments/order.js';
import type { OrderLegs } from './order-legs.js';

/** What of an order its legs are compared with; nothing of its payer. */
export type LegOrder = Pick<Order, 'platformOrderNo' | 'merchantNo' | 'bizOrderNo' | 'orderAmount' | 'bizDiscountAmount' | 'nontaxInfo' | 'paidAttemptNo'>;
export type LegNotice = Pick<NoticeRecord, 'step' | 'totalAmount'>;
export type LegBill = Pick<OrderEBill, 'round' | 'state' | 'amount' | 'base' | 'isWhole' | 'said'>;

export interface LegFacts {
  readonly order: LegOrder;
  /** Refunds of the payment that settled the order, as far as they are done. */
  readonly refunded: Fen;
  /** What the channel's bill has. */
  readonly inBill: Fen | undefined;
  readonly notice: LegNotice | undefined;
  readonly bills: readonly LegBill[];
  /** Asked only of orders that want an e-bill and have none. */
  readonly catalogue: (itemCode: string) => NontaxItem | undefined;
}

/** Undefined: an order without nontaxInfo has neither payment notice nor e-bill, and its channel leg is reconciliation's alone. */
export function legsOfOrder({ order, refunded, inBill, notice, bills, catalogue }: LegFacts): OrderLegs | undefined {
  const info = nontaxInfoOf(order);
  if (info === undefined) return undefined;
  const { platformOrderNo, merchantNo, bizOrderNo } = order;
  return {
    platformOrderNo, merchantNo, bizOrderNo, charged: chargedAmount(order), inBill,
    notice: noticeLeg(notice, refunded >= chargedAmount(order)),
    eBills: info.isEBillWanted ? eBillLeg(order, info, refunded, bills, catalogue) : undefined,
  };
}

/** Whether the catalogue must be asked about the items of this order. */
export const needsCatalogue = (order: LegOrder, bills: readonly LegBill[]): boolean => bills.length === 0 && nontaxInfoOf(order)?.isEBillWanted === true;

/** Without a record the payee's region has no connection to a province. */
function noticeLeg(notice: LegNotice | undefined, isAllBack: boolean): OrderLegs['notice'] {
  if (notice === undefined) return undefined;
  if (notice.step === 'confirmed' || notice.step === 'returned') return { confirmed: notice.totalAmount };
  // Money that went back before the province knew of it: once that is settled there, nothing is expected of it.
  return isAllBack && notice.step !== 'confirm-pending' && notice.step !== 'void-pending' ? undefined : { confirmed: undefined };
}

function eBillLeg(order: LegOrder, info: NontaxInfo, refunded: Fen, bills: readonly LegBill[], catalogue: LegFacts['catalogue']): OrderLegs['eBills'] {
  const last = [...bills].sort((a, b) => a.round - b.round).at(-1);
  const billed: BillBase & Partial<Pick<LegBill, 'said'>> = last ?? baseOf(order, info, catalogue);
  return {
    due: dueFor({ base: billed.base, isWhole: billed.isWhole, said: billed.said }, { charged: chargedAmount(order), refunded }),
    // One that is being reversed still counts at the bill system.
    standing: bills.filter(({ state }) => state === 'issued' || state === 'reversing').map(({ amount }) => amount),
  };
}
