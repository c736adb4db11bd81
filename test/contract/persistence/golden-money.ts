import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { billTable, dayTable, differenceTable, itemTable, noteTable, runTable } from '../../../adapters/outbound/persistence/sql/reconcile-columns.js';
import { certificateTable, entryTable, lockTable, statementTable } from '../../../adapters/outbound/persistence/sql/settlement-columns.js';
import { chunkTable, draftTable, fileTable } from '../../../adapters/outbound/persistence/sql/sql-kept-files.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { tradeTable } from '../../../adapters/outbound/persistence/sql/trade-repository.js';
import { no, noon } from './builders.js';
import { aBill, aCertificate, aDay, aDifference, aNote, anEntryOf, anItem, aRun, aStatement, aTrade } from './money-builders.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const place = { channelMerchantId: 'CM1', clearingDay: '20260508' };
const lock = { month: '202605', lockedAt: noon, lockedBy: 'op' };

/** One row of each table of reconciliation and settlement. */
export const moneyRows = (): Readonly<Record<string, StoredRow>> => ({
  trade: tradeTable.encode(aTrade()), settlement_entry: entryTable.encode(anEntryOf(aTrade())), channel_bill: billTable.encode(aBill()), reconcile_run: runTable.encode(aRun()),
  reconcile_item: itemTable.encode(anItem(1)), reconcile_day: dayTable.encode(aDay()), reconcile_difference: { ...differenceTable.encode(aDifference()), total: 1 },
  kept_file: fileTable.encode({ fileNo: no(8601), purpose: 'export', fileName: 'a.xlsx', byteSize: 1, digest: 'd'.repeat(64), chunkCount: 1, createdAt: noon }),
  kept_chunk: chunkTable.encode({ fileNo: no(8601), chunkNo: 0, base64: 'eA==' }), kept_draft: draftTable.encode({ fileNo: no(8602), chunkCount: 2, touchedAt: noon }),
  handling_note: noteTable.encode(aNote()), day_certificate: certificateTable.encode(aCertificate()), period_lock: lockTable.encode(lock), payee_statement: statementTable.encode(aStatement()),
});

/** Where nothing is there yet. */
export const moneyOnNothing: Works = {
  'trades.add': ({ unitOfWork }) => unitOfWork.run(({ trades }) => trades.add(aTrade())),
  'settlement.addAll': ({ unitOfWork }) => unitOfWork.run(({ settlement }) => settlement.addAll([anEntryOf(aTrade()), anEntryOf(aTrade(), { entryNo: 1 })])),
  'settlement.addStatement, addCertificate, addLock': ({ unitOfWork }) => unitOfWork.run(async ({ settlement }) => [await settlement.addStatement(aStatement()), await settlement.addCertificate(aCertificate()), await settlement.addLock(lock)]),
  'reconciliation.add…': ({ unitOfWork }) => unitOfWork.run(async ({ reconciliation }) => {
    await reconciliation.addBill(aBill());
    await reconciliation.addRun(aRun());
    await reconciliation.addItems([anItem(1), anItem(2)]);
    await reconciliation.addDay(aDay());
    await reconciliation.addDifference(aDifference());
    await reconciliation.addNote(aNote());
  }),
  'keptFiles.keep': (store) => store.keptFiles(runningSm3).keep({ fileNo: no(8601), purpose: 'export', fileName: 'a.xlsx' }, oneByte()),
  'keptFiles.keep, given up': (store) => store.keptFiles(runningSm3).keep({ fileNo: no(8602), purpose: 'export', fileName: 'a.xlsx' }, brokenOff()).catch(() => undefined),
  'settlement.sumsOfDay': ({ unitOfWork }) => unitOfWork.read(async ({ settlement }) => [await settlement.sumsOfDay('20260508', 'clearingDay'), await settlement.sumsOfDay('20260508', 'settleDay')]),
};

const oneByte = async function* () { yield await Promise.resolve(Buffer.from('x')); };
const brokenOff = async function* () {
  yield* oneByte();
  throw new Error('the line broke');
};

/** Every question, and every change of a row that is there. */
export const moneyOnRows: Works = {
  'trades': ({ unitOfWork }) => unitOfWork.read(async ({ trades }) => [
    await trades.byKeys(['P1', 'P2']), await trades.byChannelNo('CM1', 'C1'), await trades.ofOrder(no(1)), await trades.anyOn('CM1', '20260508'),
    await trades.unsettled({ channelMerchantId: 'CM1', from: '20260507', to: '20260508', after: { clearingDay: '20260507', tradeKey: 'P1' }, limit: 10 }),
    await trades.settledUnseen({ channelMerchantId: 'CM1', day: '20260508', runNo: no(8001), after: 'P1', limit: 10 }),
  ]),
  'trades.unsettled, first page': ({ unitOfWork }) => unitOfWork.read(({ trades }) => trades.unsettled({ channelMerchantId: 'CM1', from: '20260507', to: '20260508', after: undefined, limit: 10 })),
  'trades.markSettled, markOpen': ({ unitOfWork }) => unitOfWork.run(async ({ trades }) => { await trades.markSettled([aTrade().tradeKey], '20260508', no(8001)); await trades.markOpen([aTrade().tradeKey]); }),
  'settlement': ({ unitOfWork }) => unitOfWork.read(async ({ settlement }) => [
    await settlement.ofTrades(['P1', 'P2']), await settlement.ofStatement({ merchantNo: 'M1', settleDay: '20260508', after: { tradeKey: 'P1', entryNo: 0 }, limit: 10 }),
    await settlement.statement('M1', '20260508', 'normal'), await settlement.statementsOn('20260508'), await settlement.certificate('20260508'),
    await settlement.lastCertificate(), await settlement.certificates('20260508', 10), await settlement.lock('202605'),
  ]),
  'reconciliation': ({ unitOfWork }) => unitOfWork.read(async ({ reconciliation }) => [
    await reconciliation.bill(no(1)), await reconciliation.billsOf('CM1', '20260508'), await reconciliation.run(no(1)), await reconciliation.runsOf('CM1', '20260508', 10),
    await reconciliation.itemsOf(no(1), 1, 10), await reconciliation.day('CM1', '20260508'), await reconciliation.daysOn('20260508'), await reconciliation.difference(no(1)),
    await reconciliation.differencesOn('CM1', ['P1', 'P2']), await reconciliation.differencesOf({ ...place, states: ['open', 'waiting'], after: no(1), limit: 10 }),
    await reconciliation.differencesOfPayee({ merchantNo: 'M1', clearingDay: '20260508', after: no(1), limit: 10 }),
    await reconciliation.differencesUnseen({ ...place, runNo: no(1), limit: 10 }), await reconciliation.differenceCounts('CM1', '20260508'), await reconciliation.notesOf('difference', no(1)),
  ]),
  'records of a payee': ({ unitOfWork }) => unitOfWork.read(async ({ abnormalOrders, repeatPayments }) => {
    const query = { merchantNo: 'M1', fromAt: noon, toAt: noon + 1, after: { createdAt: noon, no: '1' }, limit: 10 };
    return [await abnormalOrders.ofPayee(query), await repeatPayments.ofPayee(query)];
  }),
  'keptFiles.read, forgetAbandoned': async (store) => {
    for await (const _ of store.keptFiles(runningSm3).read(no(8601))) break;
    await store.keptFiles(runningSm3).forgetAbandoned(noon + 1, 1);
  },
  'reconciliation.put…': ({ unitOfWork }) => unitOfWork.run(async ({ reconciliation }) => {
    await reconciliation.putRun(aRun());
    await reconciliation.putDay(aDay());
    await reconciliation.putDifference(aDifference());
  }),
};
