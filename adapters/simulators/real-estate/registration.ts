import { isOpen, isPaidElsewhere, isReturned, type DeskOrder } from '../shared/integrator/desk-order.js';
import { newNumber, type Desk } from '../shared/integrator/desk.js';
import { feeLines, totalOf, type Accepted } from './fee-sheet.js';

const maxRegistrations = 300;

/** One accepted registration with its fee sheet. */
export interface Registration {
  readonly caseNo: string;
  readonly owner: string;
  readonly payerType: '1' | '2';
  readonly place: string;
  readonly accepted: Accepted;
  /** Who accepted it at the counter. */
  readonly operator: string;
  /** Epoch ms. */
  readonly acceptedAt: number;
  readonly orderNos: readonly string[];
}

/** The centre: a business system, and the registrations it handles. */
export interface Centre { readonly desk: Desk; readonly registrations: RegistrationBook }

export type CaseStanding = 'nothing-due' | 'fee-due' | 'ordered' | 'paid' | 'refunded';
export const standingWords: Readonly<Record<CaseStanding, string>> = { 'nothing-due': '免缴', 'fee-due': '待缴费', ordered: '已下单，待缴费', paid: '已缴费，继续登记', refunded: '已退费' };

export function standingOf({ accepted }: Registration, orders: readonly DeskOrder[]): CaseStanding {
  const paid = orders.filter(({ state }) => state === '2');
  if (paid.some((order) => !isReturned(order)) || orders.some(isPaidElsewhere)) return 'paid';
  if (orders.some(isOpen)) return 'ordered';
  if (totalOf(feeLines(accepted)) === 0n) return 'nothing-due';
  return paid.length > 0 ? 'refunded' : 'fee-due';
}

/** The centre's memory: newest kept, oldest forgotten first. */
export class RegistrationBook {
  readonly #registrations = new Map<string, Registration>();

  accept(desk: Desk, facts: Pick<Registration, 'owner' | 'payerType' | 'place' | 'accepted' | 'operator'>): Registration {
    const registration: Registration = { ...facts, caseNo: newNumber(desk, 'BDC'), acceptedAt: desk.clock.now(), orderNos: [] };
    this.#registrations.set(registration.caseNo, registration);
    const oldest = this.#registrations.keys().next();
    if (this.#registrations.size > maxRegistrations && !oldest.done) this.#registrations.delete(oldest.value);
    return registration;
  }

  find(caseNo: string): Registration | undefined {
    return this.#registrations.get(caseNo);
  }

  /** The registration an order belongs to. */
  ofOrder(bizOrderNo: string): Registration | undefined {
    return this.#registrations.get(bizOrderNo.slice(0, bizOrderNo.lastIndexOf('-')));
  }

  change(caseNo: string, change: (registration: Registration) => Registration): void {
    const registration = this.#registrations.get(caseNo);
    if (registration) this.#registrations.set(caseNo, change(registration));
  }

  newestFirst(): readonly Registration[] {
    return [...this.#registrations.values()].reverse();
  }
}

export const ordersOf = ({ book }: Desk, { orderNos }: Registration): readonly DeskOrder[] =>
  orderNos.map((bizOrderNo) => book.find(bizOrderNo)).filter((order) => order !== undefined);
