import { maxEBillsAtOnce, type EBillStore, type IssuedQuery } from '../../../../application/ports/e-bill-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { OrderEBill } from '../../../../domain/e-bills/order-e-bill.js';
import { sumOf } from '../../../../domain/kernel/money.js';
import { pageSize } from '../sql/row-limits.js';
import { addOnce, put, seen, type View } from './memory-stores.js';
import { joined } from './memory-table.js';

export const eBillKey = ({ platformOrderNo, round }: Pick<OrderEBill, 'platformOrderNo' | 'round'>): string => joined(platformOrderNo, String(round).padStart(3, '0'));
export const checkKey = (row: { readonly eBillRegionCode: string; readonly day: string }): string => joined(row.eBillRegionCode, row.day);

const fresh = async (adding: Promise<'added' | 'exists'>): Promise<void> => {
  if (await adding === 'exists') throw new ConcurrentChange('an e-bill was added meanwhile');
};

/** E-bills and what was found about them over the memory tables. */
export function eBillStore(view: View): EBillStore {
  const { eBills, verifiedEBills, eBillChecks } = view.tables;
  const ofOrder = (no: string) => eBills.group('order', no, seen(view));
  const place = (bill: OrderEBill): string => joined(String(bill.issued?.issuedAt ?? 0).padStart(16, '0'), eBillKey(bill));
  const issued = ({ eBillRegionCode, fromAt, toAt }: Omit<IssuedQuery, 'after' | 'limit'>) => eBills.all(seen(view))
    .filter((bill) => bill.eBillRegionCode === eBillRegionCode && bill.issued !== undefined && bill.issued.issuedAt >= fromAt && bill.issued.issuedAt < toAt)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return {
    ofOrder: async (no) => ofOrder(no),
    ofOrders: async (nos) => {
      if (nos.length > maxEBillsAtOnce) throw new RangeError(`more than ${maxEBillsAtOnce} orders of one question`);
      return [...new Set(nos)].flatMap(ofOrder);
    },
    byNumbers: async (code, no) => eBills.all(seen(view)).filter(({ issued: numbers }) => numbers?.eBillCode === code && numbers.eBillNo === no),
    byPageToken: async (token) => eBills.group('page', token, seen(view))[0],
    issuedIn: async ({ after, limit, ...query }) => issued(query)
      .filter((bill) => after === undefined || place(bill) > joined(String(after.issuedAt).padStart(16, '0'), eBillKey(after))).slice(0, pageSize(limit, maxEBillsAtOnce)),
    sumsOf: async (query) => {
      const bills = issued(query);
      return { count: bills.length, amount: sumOf(bills.map(({ amount }) => amount)) };
    },
    verified: async (key) => verifiedEBills.get(key, seen(view)),
    dayCheck: async (eBillRegionCode, day) => eBillChecks.get(checkKey({ eBillRegionCode, day }), seen(view)),
    add: (bill) => fresh(addOnce(view, eBills, bill)), put: (bill) => put(view, eBills, eBillKey(bill), bill),
    addVerified: (bill) => fresh(addOnce(view, verifiedEBills, bill)), putVerified: (bill) => put(view, verifiedEBills, bill.verifiedKey, bill),
    addDayCheck: (check) => fresh(addOnce(view, eBillChecks, check)), putDayCheck: (check) => put(view, eBillChecks, checkKey(check), check),
  };
}
