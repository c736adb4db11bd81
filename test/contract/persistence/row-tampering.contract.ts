import { expect } from 'chai';
import { moneyTableNames } from '../../../adapters/outbound/persistence/sql/coded-tables.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { prepareRowCodes } from '../../../adapters/outbound/persistence/sql/row-code-mark.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import type { Readers, Stores } from '../../../application/ports/unit-of-work.js';
import { fen } from '../../../domain/kernel/money.js';
import { anAttempt, anOrder, aRefund, no, noon } from './builders.js';
import { faultOf, openOn, vault, type OpenEngine, type Opened } from './opened.js';

type Row = Record<string, unknown>;
type Question = (readers: Readers) => Promise<unknown>;
const payer = { name: '张三', mobile: '13800138000', certNo: undefined };

/** What somebody who may write to the database, but has no key, can do to rows on which money depends (INT-01, PAY-02). */
export function rowTamperingContract(adapter: string, openEngine: OpenEngine): void {
  describe(`rows with money under attack on ${adapter}`, () => {
    let store: Opened;
    let engine: SqlEngine;
    let remove: () => void;
    beforeEach(async () => {
      ({ engine, remove } = await openEngine());
      store = await openOn(engine);
      await store.unitOfWork.run(async ({ orders, attempts, refunds }) => {
        await orders.add(anOrder({ payer, subOrders: [{ subMerchantNo: 'S1', bizSubOrderNo: 'B1-1', orderAmount: fen(100n) }] }));
        await attempts.add(anAttempt());
        await attempts.add(anAttempt({ attemptNo: no(202) }));
        await refunds.add(aRefund());
        await refunds.add(aRefund({ platformRefundOrderNo: no(302), bizRefundOrderNo: 'R2' }));
      });
      await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(2), bizOrderNo: 'B2', cashierToken: 'token-2' })));
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    const read = <T>(work: (readers: Readers) => Promise<T>): Promise<T> => store.unitOfWork.read(work);
    const change = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => store.unitOfWork.run(work);
    const rowOf = async (table: string, match: Row): Promise<Row> => {
      const rows: readonly Row[] = await engine.writer(table).where(match).select('*');
      return rows[0] ?? expect.fail('no such row');
    };

    /** Each change by hand is found by each question and by the walk over all rows, and taken back. */
    async function finds(table: string, match: Row, changes: readonly Row[], questions: readonly Question[], taken?: (stores: Stores) => Promise<unknown>): Promise<void> {
      const before = await rowOf(table, match);
      for (const changed of changes) {
        await engine.writer(table).where(match).update(changed);
        for (const question of questions) expect((await faultOf(read(question))).name, JSON.stringify(changed)).to.equal('TamperedError');
        if (taken) expect((await faultOf(change(taken))).name, JSON.stringify(changed)).to.equal('TamperedError');
        const verdict = await store.rowIntegrity.verify();
        expect([verdict.changed, verdict.named], JSON.stringify(changed)).to.deep.equal([1, [{ table, rowNo: Object.values(match)[0] }]]);
        await engine.writer(table).where(match).update(before);
        for (const question of questions) await read(question);
      }
      expect((await store.rowIntegrity.verify()).changed).to.equal(0);
    }
    const codeOf = async (table: string, match: Row): Promise<Row> => ({ row_mac: (await rowOf(table, match))['row_mac'] });

    it('INT-01: takes no order whose amount, state, payee, address, lines or payer were written by hand, nor one with the code of another or without one', async () => {
      const other = await rowOf('pay_order', { platform_order_no: no(2) });
      await finds('pay_order', { platform_order_no: no(1) }, [
        { order_amount: 1 }, { biz_discount_amount: 99 }, { state: 'paid' }, { merchant_no: 'M2' }, { dev_id: 'D2' }, { notify_url: 'https://elsewhere.example.cn/' }, { paid_attempt_no: no(202) },
        { sub_orders: '[["S2","B1-1","100"]]' }, { sub_orders: '[]' }, { expires_at: 9_999_999_999_999 }, { created_at: noon - 1 }, { cashier_token: 'token-3' }, { channel_order_no: 'C9' }, { version: 7 },
        { payer_name: null }, { payer_mobile: null }, { order_title: '他' }, { content_digest: 'f'.repeat(64) }, { row_mac: other['row_mac'] }, { row_mac: '0'.repeat(64) }, { row_mac: null },
        { order_amount: -1 }, { biz_discount_amount: -1 }, { state: 'gone' }, { sub_orders: '{}' }, { sub_orders: 'no json' }, { sub_orders: '[["S1","B1-1","x"]]' },
      ], [({ orders }) => orders.byNo(no(1))], ({ orders }) => orders.take(no(1)));
    });

    it('PAY-02: neither tells of nor takes an attempt that was written by hand', async () => {
      await finds('pay_attempt', { attempt_no: no(202) }, [
        { amount: 1 }, { state: 'paid' }, { platform_order_no: no(1), merchant_no: 'M2' }, { channel_merchant_id: 'CM9' }, { channel_order_no: '9' }, { paid_by_payer: 1 }, { busy: 0, version: 9 }, { row_mac: null }, { amount: -1 }, { state: 'gone' }, { busy: 7 },
        await codeOf('pay_attempt', { attempt_no: anAttempt().attemptNo }),
      ], [({ attempts }) => attempts.byNo(no(202)), ({ attempts }) => attempts.ofOrder(no(1))]);
    });

    it('INT-01: sends no refund whose amount, payment, state or review was written by hand', async () => {
      await finds('pay_refund', { platform_refund_order_no: no(302) }, [
        { refund_amount: 99_999 }, { attempt_no: no(202) }, { state: 'refunded' }, { state: 'failed' }, { approval_state: 'approved' }, { approved_by: 'O9' }, { requested_by: 'O8' }, { sub_merchant_no: 'S2' },
        { refund_trade_no: no(9) }, { row_mac: null }, { refund_amount: -1 }, { origin: 'gone' }, await codeOf('pay_refund', { platform_refund_order_no: aRefund().platformRefundOrderNo }),
      ], [({ refunds }) => refunds.byNo(no(302)), ({ refunds }) => refunds.byBizNo(aRefund().devId, aRefund().merchantNo, 'R2'), ({ refunds }) => refunds.ofOrder(no(1))]);
      await finds('pay_refund', { platform_refund_order_no: no(302) }, [{ merchant_no: 'M2' }, { biz_refund_order_no: 'R9' }], [({ refunds }) => refunds.byNo(no(302))]);
    });

    it('INT-01: names the row that was met, one whose values cannot be read or opened too', async () => {
      const [other] = [await rowOf('pay_order', { platform_order_no: no(2) })];
      for (const changed of [{ order_amount: 1 }, { order_amount: -1 }, { state: 'gone' }, { payer_mobile: other['payer_mobile'] ?? 'x' }]) {
        const before = await rowOf('pay_order', { platform_order_no: no(1) });
        await engine.writer('pay_order').where({ platform_order_no: no(1) }).update(changed);
        expect(await faultOf(read(({ orders }) => orders.byNo(no(1)))), JSON.stringify(changed)).to.deep.include({ name: 'TamperedError', row: { table: 'pay_order', rowNo: no(1) } });
        await engine.writer('pay_order').where({ platform_order_no: no(1) }).update(before);
      }
    });

    it('does not begin anew where rows of an earlier release were brought beside a mark that has ended', async () => {
      const prepare = (now: number) => prepareRowCodes(new UnitRunner(engine), vault, moneyTableNames, now);
      expect(await prepare(noon + 5)).to.equal('lost');
      expect(await prepare(noon + 6)).to.equal('known');
      await engine.writer('pay_order').where({ platform_order_no: no(1) }).update({ row_mac: null });
      expect(await prepare(noon + 7), 'one row is somebody\'s deed, not a dump').to.equal('known');
      for (const table of ['pay_order', 'pay_attempt', 'pay_refund']) await engine.writer(table).update({ row_mac: null });
      expect(await prepare(noon + 8)).to.equal('none');
      expect((await faultOf(read(({ orders }) => orders.byNo(no(1))))).name).to.equal('TamperedError');
    });

    it('finds what was changed in the archive, and takes nothing of it back', async () => {
      const begin = (): Promise<void> => change(({ archive }) => archive.begin(noon));
      await begin();
      await change(({ archive }) => archive.move([no(1)]));
      expect((await read(({ orders }) => orders.byNo(no(1))))?.orderAmount).to.equal(anOrder().orderAmount);
      await finds('pay_order_archive', { platform_order_no: no(1) }, [{ order_amount: 1 }, { row_mac: null }], [({ orders }) => orders.byNo(no(1))], ({ orders }) => orders.take(no(1)));
      await finds('pay_refund_archive', { platform_refund_order_no: no(302) }, [{ refund_amount: 1 }], [({ refunds }) => refunds.ofOrder(no(1))]);
      expect((await change(({ orders }) => orders.take(no(1))))?.version, 'it came back with its code').to.equal(1);
    });

    it('keeps the code right through every change of the platform itself', async () => {
      for (let round = 1; round <= 3; round++) {
        await change(async ({ orders, refunds, attempts }) => {
          const [order, refund, attempt] = [await orders.take(no(1)), await refunds.byNo(no(302)), await attempts.byNo(no(202))];
          if (!order || !refund || !attempt) throw new Error('nothing there');
          await orders.put({ ...order, state: 'paying', stateMsg: '支付中'.repeat(300) });
          await refunds.put({ ...refund, queriesAsked: round, approvalRemark: '' });
          await attempts.put({ ...attempt, queriesAsked: round, reason: '半个字\ud83d\0' });
        });
      }
      expect(await store.rowIntegrity.verify()).to.deep.equal({ rows: 6, uncoded: 0, changed: 0, named: [] });
    });

    it('lets rows of an earlier release pass until they have codes, younger ones without a code never, and once there are codes no others', async () => {
      const prepare = (now: number) => prepareRowCodes(new UnitRunner(engine), vault, moneyTableNames, now);
      for (const table of ['pay_order', 'pay_attempt', 'pay_refund']) await engine.writer(table).update({ row_mac: null });
      await engine.writer('pay_order').where({ platform_order_no: no(2) }).update({ created_at: noon + 10 });
      expect(await prepare(noon + 5)).to.equal('made');
      expect(await prepare(noon + 50), 'the moment stays').to.equal('known');
      store = { ...store, ...(await openOn(engine, '2')) };
      expect((await read(({ orders }) => orders.byNo(no(1))))?.orderAmount).to.equal(anOrder().orderAmount);
      expect((await faultOf(read(({ orders }) => orders.byNo(no(2))))).name).to.equal('TamperedError');
      await change(async ({ orders }) => {
        const order = await orders.take(no(1));
        if (order) await orders.put(order);
      });
      expect(await store.rowIntegrity.verify()).to.deep.include({ rows: 6, uncoded: 4, changed: 1 });
      // Whoever takes the mark away is let pass by nothing.
      await engine.writer('row_code_mark').update({ since_at: noon + 99 });
      expect((await faultOf(prepare(noon + 100))).name).to.equal('TamperedError');
      await engine.writer('row_code_mark').delete();
      expect(await prepare(noon + 100)).to.equal('lost');
      expect((await store.rowIntegrity.verify()).changed).to.equal(5);
    });
  });
}
