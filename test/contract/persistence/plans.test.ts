import { expect } from 'chai';
import { Heard, shapeOf, type HeardStatement } from '../../benchmark/volume/heard.js';
import { operations, type Sample } from '../../benchmark/volume/operations.js';
import { planOf } from '../../benchmark/volume/plans.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { onServer, ownDatabase, postgresServer, type OwnDatabase } from '../../support/servers.js';
import { aCallback, anAttempt, anEntry, anOrder, aRefund, no, noon } from './builders.js';
import { managementOnNothing, managementOnRows } from './golden-management.js';
import { issuesOnNothing, issuesOnRows } from './golden-issues.js';
import { exportsOnNothing, exportsOnRows } from './golden-exports.js';
import { shareOnNothing, shareOnRows } from './golden-share.js';
import { billsOnNothing, billsOnRows } from './golden-bills.js';
import { operatorsOnNothing, operatorsOnRows } from './golden-operators.js';
import { moneyOnNothing, moneyOnRows } from './golden-money.js';
import { textOnNothing, textOnRows } from './golden-texts.js';
import { openOn, type Opened } from './opened.js';

/** Tables that grow with every order. The others hold a handful of rows, and a scan of them is the best plan. */
const growing = [
  'pay_order', 'pay_attempt', 'pay_refund', 'merchant_callback', 'outbox', 'audit_entry', 'abnormal_order', 'repeat_payment',
  'trade', 'settlement_entry', 'channel_bill', 'reconcile_run', 'reconcile_item', 'reconcile_day', 'reconcile_difference', 'handling_note', 'payee_statement', 'kept_file', 'kept_chunk', 'e_bill', 'text_message', 'text_code', 'text_inbound', 'text_block', 'share_order_outbox', 'share_batch',
  'operator_session', 'sign_in_tries', 'sign_in_challenge', 'grant_request', 'operator_key',
  'list_export', 'kept_export', 'console_alert', 'platform_log',
  'desk_issue', 'issue_step', 'issue_attachment',
];

const sample: Sample = {
  platformOrderNo: no(1), devId: 'D1', merchantNo: 'M1', bizOrderNo: `B-${no(1)}`, cashierToken: `token-${no(1)}`, createdAt: noon, userId: 'U1', attemptNo: no(5001), callbackId: `payment:${no(1)}:2`,
  refund: { platformRefundOrderNo: no(9001), devId: 'D1', merchantNo: 'M1', bizRefundOrderNo: 'R-1', refundTradeNo: no(9002), platformOrderNo: no(1) },
  audit: { seq: 1, entryId: no(7001) }, busyUser: { userId: 'U1', devId: 'D1', merchantNos: ['M1', 'M2'] },
};

/** Everything the operations of the volume benchmark send, and all of reconciliation and settlement, on a store with one thing of each kind, by its shape. */
async function sent(engine: SqlEngine, store: Opened): Promise<ReadonlyMap<string, HeardStatement>> {
  await store.unitOfWork.run(async ({ orders, attempts, refunds, callbacks, audit, outbox }) => {
    await orders.add(anOrder());
    await attempts.add(anAttempt());
    await refunds.add(aRefund());
    await callbacks.add(aCallback());
    for (const entry of [1, 2]) await audit.append(anEntry({ entryId: no(7000 + entry), at: noon + entry }));
    await outbox.enqueue({ topic: 'query-attempt', key: 'done long ago', dueAt: noon - 40 * 86_400_000 });
  });
  store.clock.at -= 40 * 86_400_000;
  for (const job of await store.jobBoard.claim('w', noon, 1000, 1)) await store.jobBoard.settle(job, { kind: 'done' });
  await store.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key: 'waits', dueAt: noon - 1 }));
  const heard = new Heard(engine);
  for (const { run } of operations) await run(store, sample, noon, engine);
  for (const run of [...Object.values(moneyOnNothing), ...Object.values(moneyOnRows), ...Object.values(billsOnNothing), ...Object.values(billsOnRows), ...Object.values(textOnNothing), ...Object.values(textOnRows), ...Object.values(shareOnNothing).slice(0, 2), ...Object.values(shareOnRows), ...Object.values(operatorsOnNothing), ...Object.values(operatorsOnRows), ...Object.values(exportsOnNothing), ...Object.values(exportsOnRows), ...Object.values(managementOnNothing), ...Object.values(managementOnRows), ...Object.values(issuesOnNothing), ...Object.values(issuesOnRows)]) await run(store);
  return new Map(heard.taken().filter(({ sql }) => !/^insert /i.test(sql)).map((statement) => [shapeOf(statement.sql), statement]));
}

const isScan = (step: string): boolean => growing.some((table) => step.includes(`FULL SCAN of ${table}`) || new RegExp(`SCAN ${table}$`).test(step));

describe('plans of the statements that are sent while tables grow', () => {
  it('read no growing table from end to end on SQLite', async () => {
    const engine = openSqlite({ file: ':memory:' });
    const store = await openOn(engine);
    try {
      const statements = await sent(engine, store);
      expect(statements.size).to.be.above(50);
      const found: string[] = [];
      for (const [shape, { sql, bindings }] of statements) {
        const rows: unknown = await engine.writer.raw(`explain query plan ${sql}`, bindings as string[]);
        const steps = (rows as readonly { readonly detail: string }[]).map(({ detail }) => detail);
        if (steps.some(isScan)) found.push(`${shape}: ${steps.join('; ')}`);
      }
      expect(found).to.deep.equal([]);
    } finally {
      await store.close();
    }
  });

  onServer(postgresServer, 'on PostgreSQL', (address) => {
    let database: OwnDatabase;
    before(async () => { database = await ownDatabase(address); });
    after(() => database.drop());

    it('need no scan of a growing table', async () => {
      const engine = database.open();
      const store = await openOn(engine);
      try {
        const statements = await sent(engine, store);
        // Of a few rows a scan is always cheaper; with scans priced out the server takes one only where no index serves.
        const name = new URL(database.address).pathname.slice(1);
        for (const what of ['seqscan', 'bitmapscan']) await engine.writer.raw(`alter database ${name} set enable_${what} = off`);
        await engine.close();
        const priced = database.open();
        const found: string[] = [];
        for (const [shape, statement] of statements) {
          const plan = await planOf(priced, statement);
          if (plan?.steps.some(isScan) !== false) found.push(`${shape}: ${plan?.steps.join('; ') ?? 'no plan'}`);
        }
        await priced.close();
        expect(found).to.deep.equal([]);
      } finally {
        await engine.close();
      }
    });
  });
});
