import type { Developer } from '../../domain/directory/developer.js';
import type { PersonalBill } from '../../domain/personal-bills/personal-bill.js';
import type { PersonalBillPush } from '../../domain/personal-bills/personal-bill-push.js';

/** What the app answered to a record: `answer` is a short word (`http 500`, `timeout`, `code 9999`), never the body. */
export interface PushAnswer { readonly accepted: boolean; readonly answer: string }

/**
 * The personal bills of a city app (1.1.7.2.4-b). One record per order: pushing it again, the same or with newer content, replaces the one
 * before. Only a clear yes is accepted. No redirects, 10 s in all, a bounded answer, addresses in the allowed networks only (URL-02, URL-03).
 * Never throws for the other side's faults.
 */
export interface PersonalBills {
  /** To the address in the developer's record, signed like a callback to it. */
  push(bill: PersonalBill, developer: Developer): Promise<PushAnswer>;
}

export interface PersonalBillPushReader {
  byOrder(platformOrderNo: string): Promise<PersonalBillPush | undefined>;
}

export interface PersonalBillPushStore extends PersonalBillPushReader {
  /** One per order (looked up first). */
  add(push: PersonalBillPush): Promise<'added' | 'exists'>;
  put(push: PersonalBillPush): Promise<void>;
}
