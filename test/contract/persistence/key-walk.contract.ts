import { expect } from 'chai';
import { moneyTableNames } from '../../../adapters/outbound/persistence/sql/coded-tables.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { prepareRowCodes } from '../../../adapters/outbound/persistence/sql/row-code-mark.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import type { KeyWalkPage } from '../../../application/ports/key-walk.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { newNotice } from '../../../domain/payment-notices/notice-record.js';
import { anOrderBill, aPayer } from '../../builders/e-bills.js';
import { aNoticeContent } from '../../builders/payment-notices.js';
import { aKey, anOperator, aRole, credentialsOf } from '../../builders/operators.js';
import { anAttempt, anOrder, aRefund, no, noon } from './builders.js';
import { anInboundText, aStoredText } from './text-builders.js';
import { faultOf, openOn, vault, type OpenEngine, type Opened } from './opened.js';

const orders = 120;

/** Data keys are changed while the platform works (KEY-02). */
export function keyWalkContract(adapter: string, openEngine: OpenEngine): void {
  const byKey = credentialsOf({ operatorNo: 'O2', factor: { kind: 'ukey', publicKey: aKey().publicKey, authenticator: { secret: 'KRSXG5CTMVRXEZLU', lastStep: 7 } } });
  describe(`rows under a new key on ${adapter}`, () => {
    let store: Opened;
    let engine: SqlEngine;
    let remove: () => void;
    beforeEach(async () => {
      vault.keyNo = 1;
      ({ engine, remove } = await openEngine());
      store = await openOn(engine);
      for (let n = 1; n <= orders; n++) await store.unitOfWork.run(({ orders: all }) => all.add(anOrder({ platformOrderNo: no(n), bizOrderNo: `B${n}` })));
      await store.unitOfWork.run(async ({ attempts, refunds, operators, archive }) => {
        await attempts.add(anAttempt());
        await refunds.add(aRefund());
        await operators.add(anOperator(), '13800138000');
        await operators.addRole(aRole());
        await operators.addCredentials(credentialsOf());
        await operators.addCredentials(byKey);
        await operators.addKey(aKey());
        await archive.begin(noon);
        await archive.move([no(1), no(2)]);
      });
    });
    afterEach(async () => {
      vault.keyNo = 1;
      await store.close();
      remove();
    });
    async function all(): Promise<readonly KeyWalkPage[]> {
      const pages: KeyWalkPage[] = [];
      do pages.push(await store.keyWalk.page()); while (pages.at(-1)?.kind === 'page' && pages.length < 60);
      return pages;
    }
    const oldEnvelopes = async (table: string, column: string): Promise<number> => (await engine.writer(table).select(column).where(column, 'like', '1.test1.%')).length;

    it('KEY-02: writes with the new key at once, reads and finds what stands under the old one, and brings all of it over in pages', async () => {
      vault.keyNo = 2;
      expect((await store.unitOfWork.read(({ orders: one }) => one.byNo(no(3))))?.payer).to.deep.equal(anOrder().payer);
      expect(await store.unitOfWork.read(({ orders: one }) => one.ofPayer('B5', '13800138000'))).to.have.length(1);
      expect(await store.unitOfWork.read(({ operators }) => operators.mobileOf(anOperator().operatorNo))).to.equal('13800138000');
      await store.unitOfWork.run(async ({ orders: one }) => {
        const order = await one.take(no(4));
        if (order) await one.put({ ...order, state: 'paying' });
      });
      await store.unitOfWork.run(({ orders: one }) => one.add(anOrder({ platformOrderNo: no(500), bizOrderNo: 'B500' })));
      expect(await oldEnvelopes('pay_order', 'payer_mobile')).to.equal(orders - 2);
      const pages = await all();
      expect(pages.at(-1)).to.deep.include({ kind: 'ended', named: [] });
      // All orders but the one that was made under the new key, one each of attempt, refund, operator, role and key, and the credentials of two.
      expect(pages.at(-1)?.state).to.deep.include({ table: undefined, rowsSeen: orders + 8, rowsRenewed: orders + 7, rowsChanged: 0 });
      for (const [table, column] of [['pay_order', 'payer_mobile'], ['pay_order_archive', 'payer_name'], ['console_operator', 'sealed_mobile']] as const) expect(await oldEnvelopes(table, column), table).to.equal(0);
      const factors = (await engine.writer('operator_credential').select<{ second_factor: string }[]>('second_factor')).map((row) => row.second_factor);
      expect(factors.map((factor) => [factor.includes('1.test2.'), factor.includes('1.test1.')])).to.deep.equal([[true, false], [true, false]]);
      expect((await store.keyWalk.page()).kind).to.equal('nothing-to-do');
      expect(await store.rowIntegrity.verify()).to.deep.include({ changed: 0, uncoded: 0 });
      const [read] = await Promise.all([store.unitOfWork.read(({ orders: one, operators }) => Promise.all([one.byNo(no(1)), one.byNo(no(4)), operators.credentials(anOperator().operatorNo), operators.role(aRole().roleCode), operators.credentials('O2'), operators.key('K1')]))]);
      expect([read[0]?.payer, read[1]?.version, ...read.slice(2)]).to.deep.equal([anOrder().payer, 2, credentialsOf(), aRole(), byKey, aKey()]);
    });

    it('KEY-02: leaves no envelope of the old key in any table: bills, notices, text messages and what people wrote are brought over too', async () => {
      await store.unitOfWork.run(async ({ eBills, notices, texts }) => {
        await eBills.add(anOrderBill({ platformOrderNo: no(3), payer: aPayer({ mobile: '13800138000', email: 'a@example.cn' }) }));
        await eBills.add(anOrderBill({ platformOrderNo: no(3), round: 2, busNo: 'second' }));
        await notices.add(newNotice(aNoticeContent({ busNo: no(1) }), { noticeNo: no(1), origin: 'order', devId: 'D1', merchantNo: 'M1', bizNoticeNo: 'N-1', contentDigest: undefined, platformOrderNo: no(3), step: 'confirm-pending', now: noon }));
        await texts.add(aStoredText(), '13800138000');
        await texts.addInbound(anInboundText(), '13800138000', '退订');
      });
      const read = () => store.unitOfWork.read(async ({ eBills, notices, texts }) => [await eBills.ofOrder(no(3)), await notices.byNo(no(1)), await texts.phoneOf(no(1))]);
      const before = await read();
      vault.keyNo = 2;
      expect((await all()).at(-1)?.state.rowsChanged).to.equal(0);
      const tables = allSteps.flatMap((step) => (step.change === 'create-table' ? [step.table] : []));
      for (const table of tables) expect(JSON.stringify(await engine.writer(table).select('*')).includes('1.test1.'), table).to.equal(false);
      expect(JSON.stringify(await engine.writer('text_inbound').select('*'))).to.contain('1.test2.');
      expect(await read()).to.deep.equal(before);
    });

    it('KEY-02: begins anew with each further key, and goes on where it stood in another process', async () => {
      vault.keyNo = 2;
      await store.keyWalk.page();
      expect(await store.keyWalk.state()).to.deep.include({ rowsSeen: 100, table: 'pay_order', endedAt: undefined });
      vault.keyNo = 3;
      expect(await store.keyWalk.state()).to.equal(undefined);
      const [one, two] = await Promise.all([all(), all()]);
      expect([one, two].flat().filter(({ kind }) => kind === 'ended'), 'the end is told once').to.have.length(1);
      expect(await store.keyWalk.state()).to.deep.include({ rowsSeen: orders + 7, rowsRenewed: orders + 7 });
      expect(await store.rowIntegrity.verify()).to.deep.include({ changed: 0 });
    });

    it('INT-01: gives no code and no envelope to a row that was changed past the platform', async () => {
      await engine.writer('pay_order').where({ platform_order_no: no(7) }).update({ order_amount: 1 });
      await engine.writer('operator_role').update({ permission_list: '["all"]' });
      vault.keyNo = 2;
      const pages = await all();
      expect(pages.flatMap(({ named }) => named)).to.deep.equal([{ table: 'pay_order', rowNo: no(7) }, { table: 'operator_role', rowNo: aRole().roleCode }]);
      expect(pages.at(-1)?.state.rowsChanged).to.equal(2);
      expect((await faultOf(store.unitOfWork.read(({ orders: one }) => one.byNo(no(7))))).name).to.equal('TamperedError');
    });

    it('INT-01: gives codes to rows of an earlier release, after which none is let pass without one', async () => {
      for (const table of moneyTableNames) await engine.writer(table).update({ row_mac: null });
      expect(await prepareRowCodes(new UnitRunner(engine), vault, moneyTableNames, noon + 5)).to.equal('made');
      expect((await store.rowIntegrity.verify()).uncoded).to.equal(orders + 2);
      expect((await all()).at(-1)?.kind).to.equal('ended');
      expect(await store.rowIntegrity.verify()).to.deep.include({ uncoded: 0, changed: 0 });
      await engine.writer('pay_order').where({ platform_order_no: no(9) }).update({ row_mac: null, created_at: noon - 1 });
      expect((await store.rowIntegrity.verify()).named).to.deep.equal([{ table: 'pay_order', rowNo: no(9) }]);
    });

    it('INT-01: goes on behind a row that cannot be read, and names it', async () => {
      await engine.writer('pay_order').where({ platform_order_no: no(7) }).update({ order_amount: -1 });
      await engine.writer('pay_attempt_archive').update({ busy: 7 });
      vault.keyNo = 2;
      const pages = await all();
      expect(pages.flatMap(({ named }) => named)).to.deep.equal([{ table: 'pay_order', rowNo: no(7) }, { table: 'pay_attempt_archive', rowNo: anAttempt().attemptNo }]);
      expect([pages.at(-1)?.kind, pages.at(-1)?.state.rowsChanged]).to.deep.equal(['ended', 2]);
    });

    it('INT-01: ends the time of rows without a code although one can never get one', async () => {
      for (const table of moneyTableNames) await engine.writer(table).update({ row_mac: null });
      await prepareRowCodes(new UnitRunner(engine), vault, moneyTableNames, noon + 5);
      await engine.writer('pay_order').where({ platform_order_no: no(8) }).update({ order_amount: -1 });
      await engine.writer('pay_order').where({ platform_order_no: no(9) }).update({ payer_mobile: '1.test1.fake.x.x.x' });
      expect((await all()).at(-1)?.kind).to.equal('ended');
      expect(await store.rowIntegrity.verify()).to.deep.include({ uncoded: 0, changed: 2, named: [{ table: 'pay_order', rowNo: no(8) }, { table: 'pay_order', rowNo: no(9) }] });
      await engine.writer('pay_order').where({ platform_order_no: no(10) }).update({ row_mac: null });
      expect((await faultOf(store.unitOfWork.read(({ orders: one }) => one.byNo(no(10))))).name).to.equal('TamperedError');
    });
  });
}
