import type { PersonalBillPushData } from '../../../contracts/gateway/personal-bill.js';

export interface KeptBill { readonly timestamp: string; readonly bill: PersonalBillPushData }

/** What became of one push: stored, said before, older than what is here, not believed, or spoilt by a planned fault. */
export type PushFate = 'stored' | 'repeated' | 'outdated' | 'rejected' | 'fault';
export interface SeenPush { readonly at: number; readonly platformOrderNo: string; readonly state: string; readonly fate: PushFate; readonly why: string }

const maxBills = 500;
const maxSeen = 500;

/** The personal bills of all users, one per order, and the pushes that came. */
export class BillBox {
  readonly #bills = new Map<string, KeptBill>();
  #seen: readonly SeenPush[] = [];

  /** Idempotent by order: the newest timestamp wins, the same content again changes nothing. */
  keep(timestamp: string, bill: PersonalBillPushData): 'stored' | 'repeated' | 'outdated' {
    const known = this.#bills.get(bill.platformOrderNo);
    if (known && known.timestamp > timestamp) return 'outdated';
    const isSame = known !== undefined && JSON.stringify(known.bill) === JSON.stringify(bill);
    this.#bills.delete(bill.platformOrderNo);
    this.#bills.set(bill.platformOrderNo, { timestamp, bill });
    const oldest = this.#bills.keys().next();
    if (this.#bills.size > maxBills && !oldest.done) this.#bills.delete(oldest.value);
    return isSame ? 'repeated' : 'stored';
  }

  note(push: SeenPush): void { this.#seen = [...this.#seen, push].slice(-maxSeen); }

  get seen(): readonly SeenPush[] { return this.#seen; }
  all(): readonly KeptBill[] { return [...this.#bills.values()]; }
  find(platformOrderNo: string): KeptBill | undefined { return this.#bills.get(platformOrderNo); }
  ofUser(userId: string): readonly KeptBill[] { return this.all().filter(({ bill }) => bill.userId === userId).reverse(); }
}
