import { randomInt } from 'node:crypto';
import { isOpen, isPaidElsewhere, isReturned, type DeskNotice, type DeskOrder } from '../shared/integrator/desk-order.js';
import { today, type Desk } from '../shared/integrator/desk.js';
import type { MatterKind } from './matter-kinds.js';

const maxMatters = 300;

/** Something a citizen applied for. Its fee is due once it was approved. */
export interface Matter {
  readonly matterNo: string;
  readonly kind: MatterKind;
  readonly applicant: string;
  readonly payerType: '1' | '2';
  /** Epoch ms. */
  readonly filedAt: number;
  readonly approvedAt?: number;
  /** Orders in the order they were placed: `bizOrderNo` is the matter's number and a sequence. */
  readonly orderNos: readonly string[];
  /** The payment notice that was handed out with the decision. */
  readonly slip?: DeskNotice;
  /** Epoch ms. */
  readonly slipAskedAt?: number;
}

export type MatterStanding = 'in-progress' | 'fee-due' | 'paying' | 'paid' | 'refunded';
export const standingWords: Readonly<Record<MatterStanding, string>> = { 'in-progress': '审批中', 'fee-due': '待缴费', paying: '待缴费（已下单）', paid: '已缴费', refunded: '已退费' };

/** What a matter's orders make of it, and its payment notice where it was paid elsewhere. */
export function standingOf(matter: Matter, orders: readonly DeskOrder[]): MatterStanding {
  if (matter.approvedAt === undefined) return 'in-progress';
  const paid = orders.filter(({ state }) => state === '2');
  if (paid.some((order) => !isReturned(order))) return 'paid';
  if (orders.some(isPaidElsewhere) || (paid.length === 0 && matter.slip?.paymentNoticeState === '1')) return 'paid';
  if (orders.some(isOpen)) return 'paying';
  return paid.length > 0 ? 'refunded' : 'fee-due';
}

/** The hall's memory of matters: newest kept, oldest forgotten first. */
export class MatterBook {
  readonly #matters = new Map<string, Matter>();

  file(desk: Desk, kind: MatterKind, applicant: string, payerType: Matter['payerType']): Matter {
    // Random, so that a restart does not meet the numbers of the last one.
    const matterNo = `SM${today(desk)}${randomInt(1_000_000).toString().padStart(6, '0')}`;
    const matter: Matter = { matterNo, kind, applicant, payerType, filedAt: desk.clock.now(), orderNos: [] };
    this.#matters.set(matterNo, matter);
    const oldest = this.#matters.keys().next();
    if (this.#matters.size > maxMatters && !oldest.done) this.#matters.delete(oldest.value);
    return matter;
  }

  find(matterNo: string): Matter | undefined {
    return this.#matters.get(matterNo);
  }

  /** The matter an order belongs to. */
  ofOrder(bizOrderNo: string): Matter | undefined {
    return this.#matters.get(bizOrderNo.slice(0, bizOrderNo.lastIndexOf('-')));
  }

  change(matterNo: string, change: (matter: Matter) => Matter): void {
    const matter = this.#matters.get(matterNo);
    if (matter) this.#matters.set(matterNo, change(matter));
  }

  newestFirst(): readonly Matter[] {
    return [...this.#matters.values()].reverse();
  }
}

export const ordersOf = ({ book }: Desk, { orderNos }: Matter): readonly DeskOrder[] =>
  orderNos.map((bizOrderNo) => book.find(bizOrderNo)).filter((order) => order !== undefined);
