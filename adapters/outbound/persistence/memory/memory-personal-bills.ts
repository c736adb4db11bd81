import type { PersonalBillPushStore } from '../../../../application/ports/city-app-bills.js';
import { addOnce, put, seen, type View } from './memory-stores.js';

export function personalBillPushStore(view: View): PersonalBillPushStore {
  const { personalBillPushes } = view.tables;
  return {
    byOrder: async (no) => personalBillPushes.get(no, seen(view)),
    add: (push) => addOnce(view, personalBillPushes, push), put: (push) => put(view, personalBillPushes, push.platformOrderNo, push),
  };
}
