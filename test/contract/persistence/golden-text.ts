import { abnormalTable, repeatTable } from '../../../adapters/outbound/persistence/sql/abnormal-repository.js';
import { movedTables } from '../../../adapters/outbound/persistence/sql/archive/move-rows.js';
import { attemptTable } from '../../../adapters/outbound/persistence/sql/attempt-repository.js';
import { rowsWrittenText } from '../../../domain/audit/rows-written.js';
import { auditRow, auditTable } from '../../../adapters/outbound/persistence/sql/audit-repository.js';
import { callbackTable } from '../../../adapters/outbound/persistence/sql/callback-repository.js';
import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { DirectoryCodes } from '../../../adapters/outbound/persistence/sql/directory-codes.js';
import { channelMerchantTable, developerRow, developerTable, payeeChannelTable, payeeTable } from '../../../adapters/outbound/persistence/sql/directory-columns.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { newJobRow } from '../../../adapters/outbound/persistence/sql/job-rules.js';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { renderStep } from '../../../adapters/outbound/persistence/sql/migrations/render.js';
import { words, type Step } from '../../../adapters/outbound/persistence/sql/migrations/steps.js';
import { orderTable } from '../../../adapters/outbound/persistence/sql/order-columns.js';
import { jobTable } from '../../../adapters/outbound/persistence/sql/outbox-repository.js';
import { OrderSeal } from '../../../adapters/outbound/persistence/sql/order-seal.js';
import { PayerSeal } from '../../../adapters/outbound/persistence/sql/payer-seal.js';
import { personalBillPushTable } from '../../../adapters/outbound/persistence/sql/personal-bill-repository.js';
import { refundTable } from '../../../adapters/outbound/persistence/sql/refund-repository.js';
import { RowCodes } from '../../../adapters/outbound/persistence/sql/row-codes.js';
import { sqlPersistence, type Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { aPersonalBillPush } from '../../builders/personal-bills.js';
import { aCallback, anAbnormalOrder, anAttempt, anEntry, anOrder, aRefund, aRepeatPayment, no, noon } from './builders.js';
import { account, by, developer, link, payee } from './directory.contract.js';
import { CountingIds, HandClock } from './fakes.js';
import { shareOnNothing, shareOnRows, shareRows } from './golden-share.js';
import { managementOnNothing, managementOnRows, managementRows } from './golden-management.js';
import { issueRows, issuesOnNothing, issuesOnRows } from './golden-issues.js';
import { exportRows, exportsOnNothing, exportsOnRows } from './golden-exports.js';
import { legRows, legsOnNothing, legsOnRows } from './golden-legs.js';
import { operatorRows, operatorsOnNothing, operatorsOnRows } from './golden-operators.js';
import { billRows, billsOnNothing, billsOnRows } from './golden-bills.js';
import { moneyOnNothing, moneyOnRows, moneyRows } from './golden-money.js';
import { textOnNothing, textOnRows, textRows } from './golden-texts.js';
import { vault } from './opened.js';
import { recordEngine, type RecordedEngine } from './recorded-engine.js';

const codes = new RowCodes(vault, () => Promise.resolve(undefined));
const directoryCodes = new DirectoryCodes(vault);
const claim = { jobId: no(1), claimToken: 'c'.repeat(32) };
const claimedJob = { ...newJobRow(claim.jobId, 'query-attempt', 'k', noon, noon), state: 'CLAIMED' as const, claimToken: claim.claimToken };

/** One row of each table, for what only writes where it has read. */
const oneOfEach = (): Readonly<Record<string, StoredRow>> => ({
  pay_order: orderTable.encode(new OrderSeal(new PayerSeal(vault), codes).newRow(anOrder())), pay_attempt: attemptTable.encode(codes.coded(attemptTable, { ...anAttempt(), rowMac: undefined }, 0)),
  pay_refund: refundTable.encode(codes.coded(refundTable, { ...aRefund(), rowMac: undefined }, 0)),
  merchant_callback: callbackTable.encode(aCallback()), abnormal_order: abnormalTable.encode(anAbnormalOrder()), repeat_payment: repeatTable.encode(aRepeatPayment()),
  outbox: jobTable.encode(claimedJob), audit_entry: auditTable.encode(auditRow(anEntry(), vault, rowsWrittenText([{ table: 'pay_order', key: [no(1)], version: 1, deed: 'added' }]))), developer: developerTable.encode(directoryCodes.coded(developerTable, developerRow(developer), 0)),
  payee: payeeTable.encode(directoryCodes.coded(payeeTable, payee, 0)), channel_merchant: channelMerchantTable.encode(directoryCodes.coded(channelMerchantTable, account, 0)), payee_channel: payeeChannelTable.encode(directoryCodes.coded(payeeChannelTable, link, 0)), personal_bill_push: personalBillPushTable.encode(aPersonalBillPush()), work_lease: { lease_name: 'x' },
  ...Object.fromEntries([...movedTables, jobTable].map((table) => [table.archive.name, { total: 1 }])),
  [abnormalTable.archive.name]: { ...abnormalTable.encode(anAbnormalOrder()), total: 1 }, [repeatTable.archive.name]: { ...repeatTable.encode(aRepeatPayment()), total: 1 },
});

type Work = (store: Persistence) => Promise<unknown>;
const enqueue: Work = ({ unitOfWork }) => unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key: 'k', dueAt: noon }));

/** Where nothing is there yet. */
const onNothing: Readonly<Record<string, Work>> = {
  'orders.add': ({ unitOfWork }) => unitOfWork.run(({ orders }) => orders.add(anOrder())),
  'attempts.add': ({ unitOfWork }) => unitOfWork.run(({ attempts }) => attempts.add(anAttempt())),
  'refunds.add': ({ unitOfWork }) => unitOfWork.run(({ refunds }) => refunds.add(aRefund())),
  'callbacks.add': ({ unitOfWork }) => unitOfWork.run(({ callbacks }) => callbacks.add(aCallback())),
  'abnormalOrders.add': ({ unitOfWork }) => unitOfWork.run(({ abnormalOrders }) => abnormalOrders.add(anAbnormalOrder())),
  'repeatPayments.add': ({ unitOfWork }) => unitOfWork.run(({ repeatPayments }) => repeatPayments.add(aRepeatPayment())),
  'personalBillPushes.add': ({ unitOfWork }) => unitOfWork.run(({ personalBillPushes }) => personalBillPushes.add(aPersonalBillPush())),
  'audit.append': ({ unitOfWork }) => unitOfWork.run(({ audit }) => audit.append(anEntry())),
  'outbox.enqueue': enqueue,
  'orders.byBizNo': ({ unitOfWork }) => unitOfWork.read(({ orders }) => orders.byBizNo('D1', 'M1', 'B1')),
  'jobs.waitingFor': ({ unitOfWork }) => unitOfWork.read(({ jobs }) => jobs.waitingFor(['k1', 'k2'])),
  'orders.byCashierToken': ({ unitOfWork }) => unitOfWork.read(({ orders }) => orders.byCashierToken('t')),
  'orders.ofPayer': ({ unitOfWork }) => unitOfWork.read(({ orders }) => orders.ofPayer('B1', '13800138000')),
  'orders.paidOfUser': ({ unitOfWork }) => unitOfWork.read(({ orders }) => orders.paidOfUser({
    devId: 'D1', merchantNos: ['M1', 'M2'], userId: 'U1', fromAt: noon, toAt: noon, before: { createdAt: noon, platformOrderNo: no(1) }, limit: 50,
  })),
  'orders.paidOfUser, no payee': ({ unitOfWork }) => unitOfWork.read(({ orders }) => orders.paidOfUser({ devId: 'D1', merchantNos: [], userId: 'U1', fromAt: undefined, toAt: undefined, before: undefined, limit: 50 })),
  'directoryEditor, new': async ({ directoryEditor }) => {
    await directoryEditor.saveDeveloper(developer, by);
    await directoryEditor.savePayee(payee, by);
    await directoryEditor.saveChannelMerchant(account, by);
    await directoryEditor.savePayeeChannel(link, by);
  },
  'archive.page, begin, turns': ({ unitOfWork }) => unitOfWork.run(async ({ archive }) => [await archive.begunAt(), await archive.page(no(1), 10), await archive.begin(noon), await archive.takeTurn('w', noon, 1), await archive.endTurn('w')]),
  'keyWalk.state, page': async ({ keyWalk }) => [await keyWalk.state(), await keyWalk.page()],
  'jobBoard.forgetArchived': ({ jobBoard }) => jobBoard.forgetArchived(noon, 10),
  'jobBoard.nextDueAt, counts': ({ jobBoard }) => Promise.all([jobBoard.nextDueAt(), jobBoard.counts()]),
};

/** Where a row is there already. */
const onRows: Readonly<Record<string, Work>> = {
  'orders.take, put': ({ unitOfWork }) => unitOfWork.run(async ({ orders }) => { await orders.take(no(1)); await orders.put(anOrder()); }),
  'attempts.put': ({ unitOfWork }) => unitOfWork.run(({ attempts }) => attempts.put(anAttempt())),
  'refunds.put': ({ unitOfWork }) => unitOfWork.run(({ refunds }) => refunds.put(aRefund())),
  'callbacks.put': ({ unitOfWork }) => unitOfWork.run(({ callbacks }) => callbacks.put(aCallback())),
  'abnormalOrders.put': ({ unitOfWork }) => unitOfWork.run(({ abnormalOrders }) => abnormalOrders.put(anAbnormalOrder())),
  'repeatPayments.put': ({ unitOfWork }) => unitOfWork.run(({ repeatPayments }) => repeatPayments.put(aRepeatPayment())),
  'personalBillPushes.put': ({ unitOfWork }) => unitOfWork.run(({ personalBillPushes }) => personalBillPushes.put(aPersonalBillPush())),
  'attempts.ofOrder': ({ unitOfWork }) => unitOfWork.read(({ attempts }) => attempts.ofOrder(no(1))),
  'refunds.byBizNo, byTradeNo, ofOrder': ({ unitOfWork }) => unitOfWork.read(async ({ refunds }) => [await refunds.byBizNo('D1', 'M1', 'R1'), await refunds.byTradeNo(no(1)), await refunds.ofOrder(no(1))]),
  'callbacks.ofOrder': ({ unitOfWork }) => unitOfWork.read(({ callbacks }) => callbacks.ofOrder(no(1))),
  'abnormalOrders.ofOrder': ({ unitOfWork }) => unitOfWork.read(({ abnormalOrders }) => abnormalOrders.ofOrder(no(1))),
  'repeatPayments.ofOrder': ({ unitOfWork }) => unitOfWork.read(({ repeatPayments }) => repeatPayments.ofOrder(no(1))),
  'outbox.enqueue again': enqueue,
  'outbox.endWaiting': ({ unitOfWork }) => unitOfWork.run(({ outbox }) => outbox.endWaiting({ topic: 'query-attempt', key: 'k' })),
  'jobBoard.claim': ({ jobBoard }) => jobBoard.claim('w', noon, 1000, 2),
  'jobBoard.claimThis': ({ jobBoard }) => jobBoard.claimThis(claim.jobId, 'w', noon, 1000),
  'jobBoard.settle': ({ jobBoard }) => jobBoard.settle(claim, { kind: 'done' }),
  'jobBoard.settle, again': ({ jobBoard }) => jobBoard.settle(claim, { kind: 'again', dueAt: noon }),
  'jobBoard.releaseExpired, handBack': async ({ jobBoard }) => [await jobBoard.releaseExpired(noon), await jobBoard.handBack('w')],
  'archive.lockedPage, move': ({ unitOfWork }) => unitOfWork.run(async ({ archive }) => { await archive.lockedPage(undefined, 10); await archive.move([no(1)]); }),
  'jobBoard.archiveDone': ({ jobBoard }) => jobBoard.archiveDone(noon, 10),
  'auditChain.extend': ({ auditChain }) => auditChain.extend('s', 10),
  'rowIntegrity.verify': ({ rowIntegrity }) => rowIntegrity.verify(),
  'rowIntegrity.verifyJournal': ({ rowIntegrity }) => rowIntegrity.verifyJournal(),
  'auditChain.verify': ({ auditChain }) => auditChain.verify(),
  'auditChain.spanOf, numbered': async ({ auditChain }) => [await auditChain.spanOf(noon, noon + 1), await auditChain.numbered(3, no(1))],
  'auditChain.last, linksOf, signedHeads, keepHead': async ({ auditChain }) => [
    await auditChain.last(), await auditChain.linksOf([1, 2]), await auditChain.signedHeads(4, 10), await auditChain.keepHead({ seq: 1, mac: 'a'.repeat(64), at: noon, previousSeq: 0, keyName: 'k', signature: 's' }),
  ],
  'directory': ({ directory }) => Promise.all([directory.developer('D1'), directory.payee('M1'), directory.channelsOf('M1'), directory.channelMerchant('CM1')]),
  'developers.one, mobileOf, isUsed, putMobile': ({ unitOfWork }) => unitOfWork.run(async ({ directory: { developers } }) => [await developers.one({ devId: 'D1' }), await developers.mobileOf('D1'), await developers.isUsed('D1'), await developers.putMobile('D1', '13800138000')]),
  'developers.where, roles of one': ({ unitOfWork, directory }) => Promise.all([unitOfWork.read(({ directory: { developers } }) => developers.where({ developerName: '政务服务大厅' })), directory.developer('D1')]),
  'directoryEditor, known': ({ directoryEditor }) => directoryEditor.savePayee(payee, by),
};

const added: Step = { id: 'a column added later', change: 'add-column', table: 'payee', column: words('remark', 100) };

/** Everything this engine sends, as text: each step of the schema, and each statement of each repository the first time it occurs. */
export async function goldenText(given: SqlEngine): Promise<string> {
  const recorded = recordEngine(given);
  const { engine } = recorded;
  const parts = [...bootSteps, ...allSteps, added].map((step) => section(step.id, renderStep(engine, step).toSQL().map(({ sql }: { readonly sql: string }) => sql)));
  await engine.writer.schema.hasTable('pay_order');
  await engine.writer.schema.hasColumn('pay_order', 'version');
  await engine.hasIndex('pay_order', 'pay_order_biz_uq');
  parts.push(section('what is there', recorded.taken()));
  const store = sqlPersistence(engine, { vault, ids: new CountingIds(), clock: new HandClock(noon), wallNow: () => 0 });
  const seen = new Set<string>();
  parts.push(...await statementsOf({ ...onNothing, ...moneyOnNothing, ...billsOnNothing, ...legsOnNothing, ...textOnNothing, ...shareOnNothing, ...operatorsOnNothing, ...exportsOnNothing, ...managementOnNothing, ...issuesOnNothing }, store, recorded, seen));
  recorded.answer({ ...oneOfEach(), ...moneyRows(), ...billRows(), ...legRows(), ...textRows(), ...shareRows(), ...operatorRows(), ...exportRows(), ...managementRows(), ...issueRows() });
  parts.push(...await statementsOf({ ...onRows, ...moneyOnRows, ...billsOnRows, ...legsOnRows, ...textOnRows, ...shareOnRows, ...operatorsOnRows, ...exportsOnRows, ...managementOnRows, ...issuesOnRows }, store, recorded, seen));
  return `${parts.join('\n')}`;
}

async function statementsOf(works: Readonly<Record<string, Work>>, store: Persistence, recorded: RecordedEngine, seen: Set<string>): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const [name, work] of Object.entries(works)) {
    await work(store);
    const fresh = recorded.taken().filter((sql) => !seen.has(sql));
    for (const sql of fresh) seen.add(sql);
    if (fresh.length > 0) parts.push(section(name, [...new Set(fresh)]));
  }
  return parts;
}

const section = (title: string, statements: readonly string[]): string => `-- ${title}\n${statements.map((sql) => `${sql};\n`).join('')}`;
