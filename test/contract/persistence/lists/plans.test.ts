import { expect } from 'chai';
import { Heard, type HeardStatement } from '../../../benchmark/volume/heard.js';
import { planOf } from '../../../benchmark/volume/plans.js';
import type { ListPage } from '../../../../application/ports/list-reader.js';
import type { SqlEngine } from '../../../../adapters/outbound/persistence/sql/engine.js';
import { SqlListReader } from '../../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { UnitRunner } from '../../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { allLists } from '../../../../contracts/lists/all-lists.js';
import { readListQuery, type ListQuery } from '../../../../contracts/lists/list-query.js';
import type { ListView, PageSize } from '../../../../contracts/lists/list-view.js';
import { onServer, ownDatabase, postgresServer, type OwnDatabase } from '../../../support/servers.js';
import { no } from '../builders.js';
import { openOn, vault } from '../opened.js';
import { neededBy, question, scopeOf } from './lists.contract.js';
import { settle, today } from './world.js';

/** Tables that grow with every payment and are not kept short, as lines of the log are. The directory, and days and runs of a few merchants, are read whole gladly. */
const growing = ['pay_order', 'pay_attempt', 'pay_refund', 'merchant_callback', 'trade', 'settlement_entry', 'reconcile_difference', 'repeat_payment', 'abnormal_order', 'e_bill', 'personal_bill_push', 'text_message', 'text_inbound', 'payment_notice', 'notice_log', 'abnormal_notice', 'leg_gap', 'audit_entry', 'handling_note', 'console_alert', 'desk_issue',
  'pay_order_archive', 'pay_attempt_archive', 'pay_refund_archive', 'merchant_callback_archive', 'repeat_payment_archive', 'abnormal_order_archive'];
/** Names of the same in the statements. */
const aliases: Readonly<Record<string, string>> = { entry: 'settlement_entry', diff: 'reconcile_difference', record: 'repeat_payment', order_of: 'pay_order', attempt_of: 'pay_attempt', bill: 'e_bill', push_of: 'personal_bill_push', message: 'text_message', inbound: 'text_inbound', notice: 'payment_notice', log: 'notice_log', gap_of: 'leg_gap', note_of: 'handling_note', asked_of: 'handling_note', newest_of: 'handling_note', issue_of: 'desk_issue', told_as: 'desk_issue', about: 'pay_order', abn: 'abnormal_notice', told: 'merchant_callback', older: 'abnormal_notice', logged: 'audit_entry', alert_of: 'console_alert',
  refund_of: 'pay_refund', told_of: 'merchant_callback', of_payer: 'pay_order', tried: 'pay_attempt', paid_as: 'pay_order', asked_as: 'pay_refund', back: 'pay_refund', paid_again: 'repeat_payment' };

/** Questions beside the first one: each filter with the days of the list, and what finds one order without any. */
const day = { from: '20260508', to: '20260508' };
const always = { from: '20240101', to: undefined };
const more: Readonly<Record<string, readonly ListQuery['filters'][]>> = {
  'pay-orders': [
    ...[{ payChannel: 'ALIPAY' }, { orderState: '0' }, { orderState: '5' }, { devId: 'D2' }, { payeeName: '财政' }, { payMethod: 'PC' }].map((filter) => ({ ...filter, tradeDate: day })),
    ...[{ bizOrderNo: 'B-31' }, { platformOrderNo: no(31) }, { channelOrderNo: 'U-31' }, { payerMobile: '13900139000' }].flatMap((filter) => [{ ...filter, tradeDate: day }, { ...filter, tradeDate: always }]),
  ],
  callbacks: [{ noticeState: '2', createDate: day }, { devId: 'D2', createDate: day }, { platformOrderNo: no(31), createDate: always }, { orderType: 'PAY', createDate: day }],
  'refund-reviews': [{ payeeName: '不动产' }, { platformOrderNo: no(31) }],
  'repeat-orders': ['0', '9'].map((giveBackState) => ({ giveBackState, createDate: always })),
  'abnormal-orders': ['0', '9'].map((giveBackState) => ({ giveBackState, createDate: always })),
  'refund-orders': [
    { refundState: '1', refundApplyDate: day },
    ...[{ bizOrderNo: 'B-34' }, { platformOrderNo: no(34) }, { platformRefundOrderNo: no(9034) }, { channelOrderNo: 'CR-34' }, { payerMobile: '13800138000' }]
      .flatMap((filter) => [{ ...filter, refundApplyDate: day }, { ...filter, refundApplyDate: always }]),
  ],
};

/** As the console asks: a page, and what there is in all. */
async function page(reader: SqlListReader, view: ListView, query: ListQuery): Promise<ListPage> {
  const shown = await reader.page(view, query, scopeOf(view));
  await reader.totals(view, query, scopeOf(view));
  return shown;
}

/** The list as it opens: its default range, or what it cannot be asked without; and its second page. */
async function asked(reader: SqlListReader, view: ListView): Promise<void> {
  const opening = readListQuery(view, neededBy[view.name] ?? {}, today);
  if (!opening.ok) throw new Error(opening.refusal.message);
  const filters = { ...openRange(view, neededBy[view.name] ?? {}), ...opening.value.filters };
  const query: ListQuery = question(view, filters, { pageSize: 1 as PageSize });
  const { nextCursor } = await page(reader, view, query);
  await page(reader, view, { ...query, cursor: nextCursor });
  for (const [filter, { anyDay }] of Object.entries(view.filters)) {
    if (anyDay !== true) continue;
    const pointed = readListQuery(view, { ...neededBy[view.name], [filter]: /mobile|phone/i.test(filter) ? '13800138000' : no(31) }, today);
    if (!pointed.ok) throw new Error(pointed.refusal.message);
    expect(Object.values(pointed.value.filters).filter((value) => typeof value === 'object'), `days of ${view.name} by ${filter}`).to.deep.equal([]);
    await page(reader, view, { ...query, filters: pointed.value.filters });
  }
  for (const narrowed of more[view.name] ?? []) await page(reader, view, { ...query, filters: narrowed });
}

/** A detail behind a row of sums is asked with the days of that row. */
const openRange = (view: ListView, needed: ListQuery['filters']): ListQuery['filters'] =>
  ('orderDate' in view.filters && !('orderDate' in needed) ? { orderDate: { from: '20260508', to: '20260508' } } : {});

async function heardOf(engine: SqlEngine): Promise<ReadonlyMap<string, readonly HeardStatement[]>> {
  const store = await openOn(engine);
  await settle(engine, store);
  const reader = new SqlListReader(new UnitRunner(engine), vault);
  const heard = new Heard(engine);
  const byList = new Map<string, readonly HeardStatement[]>();
  for (const view of allLists) {
    await asked(reader, view);
    byList.set(view.name, heard.taken());
  }
  return byList;
}

describe('plans of the lists as they open', function () {
  this.timeout(180_000);

  it('read no growing table from end to end on SQLite', async () => {
    const engine = openSqlite({ file: ':memory:' });
    const found: string[] = [];
    try {
      for (const [name, statements] of await heardOf(engine)) {
        expect(statements.length, name).to.be.greaterThan(1);
        for (const { sql, bindings } of statements) {
          const rows: unknown = await engine.writer.raw(`explain query plan ${sql}`, bindings as string[]);
          for (const { detail } of rows as readonly { readonly detail: string }[]) {
            const table = /^SCAN (\w+)/.exec(detail)?.[1] ?? '';
            if (growing.includes(aliases[table] ?? table)) found.push(`${name}: ${detail}`);
          }
        }
      }
    } finally {
      await engine.close();
    }
    expect(found).to.deep.equal([]);
  });

  onServer(postgresServer, 'on PostgreSQL', (address) => {
    let database: OwnDatabase;
    before(async () => { database = await ownDatabase(address); });
    after(() => database.drop());

    it('need no scan of a growing table', async () => {
      const engine = database.open();
      const byList = await heardOf(engine);
      // Of a few rows a scan is always cheaper; with scans priced out the server takes one only where no index serves.
      const name = new URL(database.address).pathname.slice(1);
      for (const what of ['seqscan', 'bitmapscan']) await engine.writer.raw(`alter database ${name} set enable_${what} = off`);
      await engine.close();
      const priced = database.open();
      const found: string[] = [];
      for (const [list, statements] of byList) {
        for (const statement of statements) {
          const plan = await planOf(priced, statement);
          if (plan?.steps.some((step) => growing.some((table) => step === `FULL SCAN of ${table}`)) !== false) found.push(`${list}: ${plan?.steps.join('; ') ?? 'no plan'}`);
        }
      }
      await priced.close();
      expect(found).to.deep.equal([]);
    });
  });
});
