import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { checkTable, eBillTable } from '../../../adapters/outbound/persistence/sql/e-bill-columns.js';
import { EBillSeal } from '../../../adapters/outbound/persistence/sql/e-bill-seal.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { aDayCheck, anOrderBill, aVerifiedBill } from '../../builders/e-bills.js';
import { no, noon } from './builders.js';
import { vault } from './opened.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const { ours: _ours, theirs: _theirs, ...check } = aDayCheck();
const day = { eBillRegionCode: '35', fromAt: noon, toAt: noon + 1 };

/** One row of each table of e-bills. */
export const billRows = (): Readonly<Record<string, StoredRow>> => ({
  e_bill: { ...eBillTable.encode(new EBillSeal(vault).toRow(anOrderBill({ platformOrderNo: no(1) }))), total: 1, amount_sum: 1 },
  e_bill_check: checkTable.encode({ ...check, ourCount: 1, ourAmount: 1n as never, theirCount: undefined, theirAmount: undefined }),
});

export const billsOnNothing: Works = {
  'eBills.add…': ({ unitOfWork }) => unitOfWork.run(async ({ eBills }) => {
    await eBills.add(anOrderBill({ platformOrderNo: no(1) }));
    await eBills.addVerified(aVerifiedBill());
    await eBills.addDayCheck(aDayCheck());
  }),
  'eBills.verified': ({ unitOfWork }) => unitOfWork.read(({ eBills }) => eBills.verified('V0')),
};

export const billsOnRows: Works = {
  'eBills': ({ unitOfWork }) => unitOfWork.read(async ({ eBills }) => [
    await eBills.ofOrder(no(1)), await eBills.ofOrders([no(1), no(2)]), await eBills.byNumbers('35010126', '0000000001'), await eBills.byPageToken('t'), await eBills.sumsOf(day),
    await eBills.issuedIn({ ...day, after: undefined, limit: 10 }), await eBills.issuedIn({ ...day, after: { issuedAt: noon, platformOrderNo: no(1), round: 1 }, limit: 10 }), await eBills.dayCheck('35', '20260508'),
  ]),
  'eBills.put…': ({ unitOfWork }) => unitOfWork.run(async ({ eBills }) => {
    await eBills.put(anOrderBill({ platformOrderNo: no(1) }));
    await eBills.putVerified(aVerifiedBill());
    await eBills.putDayCheck(aDayCheck());
  }),
};
