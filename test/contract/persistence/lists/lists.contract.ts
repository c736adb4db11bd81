import { expect } from 'chai';
import { BadCursor, type ListPage, type ListRow, type ListTotals, type RowScope } from '../../../../application/ports/list-reader.js';
import { SqlListReader } from '../../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { SqlDayFigures } from '../../../../adapters/outbound/persistence/sql/sql-day-figures.js';
import { UnitRunner } from '../../../../adapters/outbound/persistence/sql/unit-runner.js';
import type { SqlEngine } from '../../../../adapters/outbound/persistence/sql/engine.js';
import { allLists, listNamed } from '../../../../contracts/lists/all-lists.js';
import type { ListQuery } from '../../../../contracts/lists/list-query.js';
import type { ListView, PageSize } from '../../../../contracts/lists/list-view.js';
import { issues } from '../../../../contracts/lists/issue-lists.js';
import { abnormalNotes, repeatNotes } from '../../../../contracts/lists/note-lists.js';
import { portalDailySettlements, portalPayeeSettlementDetails, portalUnsettled } from '../../../../contracts/lists/portal-settlement-lists.js';
import { reconcileDays, reconcileMerchantDays } from '../../../../contracts/lists/reconciliation-lists.js';
import { unsettledTrades } from '../../../../contracts/lists/settlement-lists.js';
import { anOrder, aRefund, no, noon } from '../builders.js';
import { fen } from '../../../../domain/kernel/money.js';
import { faultOf, openOn, vault, type Opened } from '../opened.js';
import { expectations } from './expected.js';
import { day, settle, today } from './world.js';

const everything: RowScope = { kind: 'all' };
export const scopeOf = (view: ListView, institutionNo = 'I1'): RowScope => (view.rowScope === 'all' ? everything : { kind: 'institution', institutionNo });

/** What a detail cannot be asked without. */
export const neededBy: Readonly<Record<string, ListQuery['filters']>> = {
  'reconcile-day-details': { reconcileDate: '20260508' }, 'reconcile-log': { channelMerchantId: 'CM1' }, 'settlement-details': { orderDate: '20260508' },
  'unsettled-trade': { tradeKey: `P${no(6)}` }, 'payee-settlement-details': { merchantNo: 'M1' }, 'portal-daily-settlement-details': { orderDate: '20260508' },
  'portal-payee-settlement-details': { merchantNo: 'M1' }, 'repeat-order': { attemptNo: no(5001) }, 'abnormal-order': { abnormalId: 'late:3' },
  'e-bill': { busNo: no(1) }, 'issue': { issueNo: no(8802) }, 'order-issues': { platformOrderNo: no(34) }, 'refund-issues': { platformRefundOrderNo: no(9034) },
  'pay-order': { platformOrderNo: no(31) }, 'order-refunds': { platformOrderNo: no(2) }, 'order-callbacks': { platformOrderNo: no(34) },
  'payee-channel': { merchantNo: 'M1', channelMerchantId: 'CM1' }, payee: { merchantNo: 'M2' }, 'payee-accounts': { merchantNo: 'M1' },
  region: { regionCode: '350404' }, industry: { industryCode: 'MED' },
  'refund-order': { platformRefundOrderNo: no(9034) }, 'refund-callbacks': { platformRefundOrderNo: no(9034) },
  'repeat-notes': { attemptNo: no(5001) }, 'abnormal-notes': { abnormalId: 'late:3' }, 'difference-notes': { differenceNo: 'DF1' }, 'leg-gap-notes': { gapNo: 'G2' },
  'notice-trade': { noticeNo: no(1) }, 'notice-log': { noticeNo: no(1) }, 'notice-settlement': { noticeNo: no(1) },
};

export function question(view: ListView, filters: ListQuery['filters'] = {}, changes: Partial<ListQuery> = {}): ListQuery {
  return { pageSize: 20, cursor: undefined, sort: view.defaultSort, filters: { ...neededBy[view.name], ...filters }, today, ...changes };
}

const orderViews = allLists.filter(({ name }) => ['pay-order', 'order-', 'refund-', 'repeat-', 'abnormal-order'].some((kind) => name.startsWith(kind)) && name !== 'refund-reviews');

const hostile = [
  '%', '_', "'", '"', '\\', '!', '`', '\0', 'x'.repeat(10_000), "' or '1'='1", '\u{20000}', '\ud800', '?', '??', ':1', '$1', '--', ';drop table trade', '财%局', '财_局', '${x}', '{{',
];

/** The reader of the lists on one engine, over a small city. */
export function listsContract(name: string, openEngine: () => Promise<SqlEngine>): void {
  describe(`lists on ${name}`, function () {
    this.timeout(60_000);
    let engine: SqlEngine;
    let store: Opened;
    let reader: SqlListReader;
    before(async () => {
      engine = await openEngine();
      store = await openOn(engine);
      await settle(engine, store);
      reader = new SqlListReader(new UnitRunner(engine), vault);
    });
    after(() => store.close());

    const read = (view: ListView, filters: ListQuery['filters'] = {}, scope = scopeOf(view), changes: Partial<ListQuery> = {}): Promise<ListPage & { readonly totals: ListTotals }> => {
      const query = question(view, filters, changes);
      return Promise.all([reader.page(view, query, scope), reader.totals(view, query, scope)]).then(([page, totals]) => ({ ...page, totals }));
    };
    async function all(view: ListView, filters: ListQuery['filters'] = {}): Promise<readonly ListRow[]> {
      const rows: ListRow[] = [];
      for await (const page of reader.stream(view, question(view, filters), scopeOf(view))) rows.push(...page);
      return rows;
    }

    for (const view of allLists) {
      const expected = expectations[view.name];
      it(`${view.name} shows its rows in its order, adds them up, and hands them out page by page without gap or double`, async () => {
        if (!expected) throw new Error(`nothing is expected of ${view.name}`);
        const { rows, totals, nextCursor } = await read(view);
        const [first] = rows;
        expect(rows.map(expected.by)).to.deep.equal(expected.rows);
        expect(Object.keys(first ?? {})).to.deep.equal(Object.keys(view.columns));
        expect(first).to.deep.equal({ ...first, ...expected.first });
        expect(nextCursor).to.equal(undefined);
        expect(totals.count).to.equal(rows.length);
        for (const total of view.totals) {
          const sum = rows.reduce((amount, row) => amount + BigInt((row[total] as bigint | number | undefined) ?? 0), 0n);
          expect(BigInt(totals.sums[total] ?? -1), total).to.equal(sum);
          expect(typeof totals.sums[total]).to.equal(view.columns[total]?.type === 'count' ? 'number' : 'bigint');
        }
        for (const pageSize of [1, 2, 3] as unknown as PageSize[]) {
          const walked: ListRow[] = [];
          let cursor: string | undefined;
          do {
            const page: Awaited<ReturnType<typeof read>> = await read(view, {}, scopeOf(view), { pageSize, cursor });
            expect(page.rows.length).to.be.within(1, pageSize);
            expect(page.totals).to.deep.equal(totals);
            walked.push(...page.rows);
            cursor = page.nextCursor;
          } while (cursor !== undefined && walked.length <= rows.length);
          expect(walked).to.deep.equal(rows);
        }
        expect(await all(view)).to.deep.equal(rows);
        const [column, direction] = view.defaultSort;
        const turned = await read(view, {}, scopeOf(view), { sort: [column, direction === 'asc' ? 'desc' : 'asc'] });
        expect(turned.rows).to.deep.equal([...rows].reverse());
      });

      for (const [filters, found] of expected?.narrowed ?? []) {
        it(`${view.name} keeps of ${JSON.stringify(filters)} exactly what fits`, async () => {
          const { rows, totals } = await read(view, filters);
          expect(rows.map((expected as { by(row: ListRow): unknown }).by)).to.deep.equal(found);
          expect(totals.count).to.equal(found.length);
        });
      }

      it(`${view.name} has been asked by each of its filters`, () => {
        const asked = new Set(['differing', ...Object.keys(neededBy[view.name] ?? {}), ...(expected?.narrowed ?? []).flatMap(([filters]) => Object.keys(filters))]);
        expect(Object.keys(view.filters).filter((filter) => !asked.has(filter))).to.deep.equal([]);
      });

      it(`${view.name} finds by hostile texts only what has them in its name, and nothing breaks`, async () => {
        for (const [filter, { control, codes }] of Object.entries(view.filters)) {
          if (control === 'dateRange' || control === 'switch') continue;
          for (const text of hostile) {
            const { rows } = await read(view, { [filter]: text });
            expect(rows.filter((row) => !String(row[filter] ?? '').includes(text)), `${filter} ${text.slice(0, 20)}${codes ?? ''}`).to.deep.equal([]);
          }
        }
      });
    }

    it('takes the signs of a pattern as letters, where a name has them', async () => {
      const of = async (payeeName: string) => (await read(portalDailySettlements, { payeeName }, { kind: 'institution', institutionNo: 'I2' })).rows.length;
      for (const part of ['100%', '%_', '_!', '!\\', '县财政局 100%_!\\']) expect(await of(part), part).to.equal(1);
      for (const part of ['100_', '1%0', '县_政', '!!']) expect(await of(part), part).to.equal(0);
    });

    it('shows an institution the rows of its payees only, whatever it asks for', async () => {
      const other: RowScope = { kind: 'institution', institutionNo: 'I2' };
      expect((await read(portalUnsettled, {}, other)).rows.map(({ bizOrderNo }) => bizOrderNo)).to.deep.equal(['B-8']);
      expect((await read(portalPayeeSettlementDetails, { merchantNo: 'M1' }, other)).rows).to.deep.equal([]);
      const daily = await read(portalDailySettlements, {}, other);
      expect([daily.rows.length, daily.totals]).to.deep.equal([1, { count: 1, sums: { tradeCount: 1, tradeAmount: 800n, settledCount: 0, settledAmount: 0n, creditedAmount: 0n, feeAmount: 0n } }]);
      for (const view of allLists.filter(({ rowScope }) => rowScope === 'institution')) {
        expect((await read(view, {}, { kind: 'institution', institutionNo: "I1' or '1'='1" })).rows, view.name).to.deep.equal([]);
        expect(await faultOf(read(view, {}, everything))).to.match(/asked for all/);
      }
      expect(await faultOf(read(reconcileDays, {}, other))).to.match(/asked for institution/);
    });

    describe('to whoever is limited to a part of the rows (ISO-01, ISO-02)', () => {
      const owned = allLists.filter(({ byPayee }) => byPayee === true);
      const institutions: readonly RowScope[] = ['I1', 'I2'].map((institutionNo) => ({ kind: 'institution', institutionNo }));
      const inRegion = (regionCode: string): RowScope => ({ kind: 'region', regionCode });
      /** A bill that was found at the bill system only, a payee of no institution, an issue of no order. */
      const nobodys: Readonly<Record<string, { readonly count: number; readonly sum: bigint }>> = { 'e-bills': { count: 1, sum: 5000n }, payees: { count: 1, sum: 0n }, issues: { count: 1, sum: 0n } };
      const number = (sum: number | bigint | undefined): bigint => BigInt(sum ?? 0);
      before(() => store.unitOfWork.run(async ({ directory }) => {
        // 350404 lies four levels below 350000; 359999 below nothing.
        for (const [regionCode, parentRegionCode] of [['350000', undefined], ['3504', '350400'], ['35040', '3504'], ['359999', undefined]] as const) {
          await directory.regions.add({ regionCode, regionName: regionCode, parentRegionCode, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: noon, version: 1 });
        }
        for (const [regionCode, parentRegionCode] of [['350400', '350000'], ['350404', '35040']] as const) {
          const region = await directory.regions.one({ regionCode });
          if (region !== undefined) await directory.regions.put({ ...region, parentRegionCode });
        }
      }));

      for (const view of owned) {
        it(`${view.name} gives each institution its own rows, counts and sums, and both together what there is`, async () => {
          const whole = await read(view);
          const parts = await Promise.all(institutions.map((scope) => read(view, {}, scope)));
          const isSummed = view.name === 'settlements';
          if (!isSummed) expect(parts.reduce((count, { totals }) => count + totals.count, nobodys[view.name]?.count ?? 0)).to.equal(whole.totals.count);
          for (const { rows, totals } of parts) expect(totals.count).to.equal(rows.length);
          for (const total of view.totals) expect(parts.reduce((sum, { totals }) => sum + number(totals.sums[total]), nobodys[view.name]?.sum ?? 0n), total).to.equal(number(whole.totals.sums[total]));
          const keys = parts.map(({ rows }) => rows.map((row) => JSON.stringify(row, (_, cell: unknown) => (typeof cell === 'bigint' ? String(cell) : cell))));
          if (!isSummed && view.name !== 'refund-callbacks') expect(keys[0]?.filter((key) => keys[1]?.includes(key))).to.deep.equal([]);
          expect((await read(view, {}, { kind: 'institution', institutionNo: "I1' or '1'='1" })).totals.count).to.equal(0);
          expect((await read(view, {}, { kind: 'institution', institutionNo: '机构' })).totals.count).to.equal(0);
        });
      }

      it('goes down from a region to everything below, and nowhere else', async () => {
        const payees = listNamed('payees');
        if (payees === undefined) throw new Error('there is no list of payees');
        const of = async (regionCode: string) => (await read(payees, {}, inRegion(regionCode))).rows.map(({ merchantNo }) => String(merchantNo)).sort();
        expect(await of('350000')).to.deep.equal(['M1', 'M3', 'M4']);
        expect(await of('350404')).to.deep.equal(['M3']);
        expect(await of('359999')).to.deep.equal(['M2']);
        for (const none of ['350405', '35', '', "350404' or '1'='1", '三元区']) expect(await of(none), none).to.deep.equal([]);
      });

      it('adds the figures of a day up of its own orders and refunds', async () => {
        const at = noon + 60 * day;
        const paid = { state: 'paid', stateMsg: '支付成功', payChannel: 'alipay', paidAt: at } as const;
        for (const [n, merchantNo, more] of [[71, 'M1', paid], [72, 'M2', paid], [73, 'M3', paid], [74, 'M3', {}]] as const) {
          await store.unitOfWork.run(({ orders }) => orders.add({ ...anOrder({ platformOrderNo: no(n), merchantNo, bizOrderNo: `B-${n}`, orderAmount: fen(n * 100), createdAt: at }), ...more }));
        }
        await store.unitOfWork.run(({ refunds }) => refunds.add(aRefund({ platformRefundOrderNo: no(9073), bizRefundOrderNo: 'R-73', platformOrderNo: no(73), attemptNo: no(5073), merchantNo: 'M3', createdAt: at })));
        const figures = new SqlDayFigures(new UnitRunner(engine), vault, { tell: () => undefined });
        const stretch = { fromAt: at, toAt: at + day };
        const of = async (scope: RowScope) => [await figures.paid(stretch, scope), await figures.unpaid(stretch, scope), (await figures.refunds(stretch, scope)).map(({ count }) => count)];
        const sum = (count: number, amount: bigint) => [{ payChannel: 'alipay', count, amount }];
        expect(await of(everything)).to.deep.equal([sum(3, 21_600n), 1, [1]]);
        expect(await of(institutions[0] as RowScope)).to.deep.equal([sum(2, 14_300n), 0, []]);
        for (const scope of [institutions[1] as RowScope, inRegion('350404'), inRegion('3504')]) expect(await of(scope)).to.deep.equal([sum(1, 7_300n), 1, [1]]);
        for (const scope of [inRegion('350499'), inRegion("350404' or '1'='1")]) expect(await of(scope)).to.deep.equal([[], 0, []]);
      });

      it('streams what it shows', async () => {
        for (const view of owned) {
          const rows: ListRow[] = [];
          for await (const page of reader.stream(view, question(view), institutions[1] as RowScope)) rows.push(...page);
          expect(rows, view.name).to.deep.equal((await read(view, {}, institutions[1])).rows);
        }
      });

      it('gives nothing of a list that does not say whose its rows are', async () => {
        for (const view of allLists.filter(({ rowScope, byPayee }) => rowScope === 'all' && byPayee !== true)) {
          for (const scope of [...institutions, inRegion('350000')]) expect(await faultOf(read(view, {}, scope)), view.name).to.match(/asked for (institution|region)/);
        }
      });
    });

    it('shows orders, refunds, callbacks, repeat and abnormal orders wherever they are, also after they were archived', async () => {
      const limited: RowScope = { kind: 'institution', institutionNo: 'I1' };
      const seen = async () => [...await Promise.all(orderViews.map(async (view) => (await read(view)).rows)), ...await Promise.all([issues, repeatNotes, abnormalNotes].map(async (view) => (await read(view, {}, limited)).rows))];
      const before = await seen();
      for (const rows of before.slice(orderViews.length)) expect(rows).to.not.deep.equal([]);
      await store.unitOfWork.run(({ archive }) => archive.move([no(1), no(2), no(3), no(31)]));
      expect(await engine.writer('repeat_payment').select('attempt_no')).to.have.length(0);
      expect(await seen()).to.deep.equal(before);
    });

    it('shows in no list of the directory and of callbacks a key, a setting or the query of an address', async () => {
      const secrets = ['key-alipay', 'PEM-1', '机密', 'token=secret'];
      expect((await engine.writer('channel_merchant').where({ channel_merchant_id: 'CM1' }).select('key_name', 'settings_text'))[0]).to.deep.equal({ key_name: 'key-alipay', settings_text: '{"appSecret":"机密"}' });
      for (const view of allLists.filter(({ permission, name }) => permission.startsWith('config.') || name === 'developers' || name.endsWith('-callbacks'))) {
        const shown = JSON.stringify(await all(view), (_, cell: unknown) => (typeof cell === 'bigint' ? String(cell) : cell));
        for (const secret of secrets) expect(shown, view.name).to.not.include(secret);
      }
    });

    it('keeps of each channel merchant the last day in the range', async () => {
      const last = async (to: string | undefined) => (await read(reconcileMerchantDays, { latestOnly: true, reconcileDate: { from: undefined, to } })).rows
        .map(({ channelMerchantId, reconcileDate }) => `${String(channelMerchantId)} ${String(reconcileDate)}`);
      expect(await last(undefined)).to.deep.equal(['CM1 20260509', 'CM2 20260508']);
      expect(await last('20260508')).to.deep.equal(['CM2 20260508', 'CM1 20260508']);
      expect(await last('20260507')).to.deep.equal(['CM2 20260507']);
    });

    it('counts days by the clock of China', async () => {
      const of = async (from: string, to: string) => (await read(unsettledTrades, { tradeDate: { from, to } })).rows.map(({ bizOrderNo }) => bizOrderNo);
      expect(await of('20260508', '20260508')).to.deep.equal(['B-7']);
      expect(await of('20260509', '20260510')).to.deep.equal(['B-8', 'B-6']);
    });

    it('refuses a place that the list has not given out', async () => {
      const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const { nextCursor = '' } = await read(unsettledTrades, {}, everything, { pageSize: 1 as PageSize });
      expect((await read(unsettledTrades, {}, everything, { cursor: nextCursor })).rows).to.have.length(3);
      const bad = [
        'x', encode({}), encode([]), encode(['unsettled-trades', 'tradeTime', 'desc', noon]), encode(['unsettled-trades', 'tradeTime', 'desc', 'text', 'P1']),
        encode(['unsettled-trades', 'tradeTime', 'desc', 1.5, 'P1']), encode(['unsettled-trades', 'tradeTime', 'asc', noon, 'P1']), encode(['unsettled-trades', 'tradeTime', 'desc', noon, 'P\0']),
        encode(['unsettled-trades', 'tradeTime', 'desc', noon, 'P'.repeat(300)]), encode(['unsettled-trades', 'tradeTime', 'desc', noon, 'P', 'more']), encode(['portal-unsettled', 'tradeTime', 'desc', noon, 'P1']),
      ];
      for (const cursor of bad) expect(await faultOf(read(unsettledTrades, {}, everything, { cursor })), cursor).to.be.instanceOf(BadCursor);
    });

    it('adds up to ninety trillion yuan, to the fen', async () => {
      await engine.writer('reconcile_day').where({ channel_merchant_id: 'CM2' }).update({ reconcile_amount: 4_503_599_627_369_000 });
      const { rows, totals } = await read(reconcileDays);
      expect(totals.sums['reconcileAmount']).to.equal(9_007_199_254_740_000n);
      expect(rows.reduce((sum, { reconcileAmount }) => sum + (reconcileAmount as bigint), 0n)).to.equal(9_007_199_254_740_000n);
    });

    it('ends a stream when it is asked to', async () => {
      const stop = new AbortController();
      stop.abort(new Error('enough'));
      const walk = async (): Promise<void> => { for await (const page of reader.stream(unsettledTrades, question(unsettledTrades), everything, stop.signal)) expect(page).to.equal(undefined); };
      expect((await faultOf(walk())).message).to.equal('enough');
    });
  });
}
