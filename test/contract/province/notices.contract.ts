import { expect } from 'chai';
import type { NoticePushing } from '../../../application/ports/province.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { mayBePaid } from '../../../domain/payment-notices/judge-notice.js';
import { aNoticeItem, aPaymentNotice } from '../../builders/payment-notices.js';
import { ProvinceDesk, shortMs, there, timeoutMs } from './province-desk.js';
import type { ProvinceTown } from './province-town.js';

/** Issuing, showing, pushing and voiding, in every dialect of the province (1.1.7.2.2-a to -c). */
export function noticesContract(adapter: string, town: ProvinceTown): void {
  const desk = new ProvinceDesk(town);

  describe(`payment notices by ${adapter}`, function () {
    desk.inMocha();

    it('issues a notice and shows it again to the fen, with every word it was given', async () => {
      const items = [aNoticeItem(), aNoticeItem({ itemCode: 'D350400002', nationalCode: undefined, name: '证书工本费', quantity: 3, price: fen(1001), amount: fen(3003), measure: '本' })];
      const content = town.content({ items, lateFee: fen(7), totalAmount: fen(11010), payer: { name: town.dialect.hardName, kind: 'unit', certNo: undefined, mobile: '13800138000' } });
      const report = await desk.issuing.issue(content, timeoutMs);
      if (report.kind !== 'issued') return expect.fail(JSON.stringify(report));
      expect(report).to.deep.include({ state: 'unpaid', validUntil: content.validUntil });
      const { items: asked, ...rest } = { ...content, ...town.dialect.carried(content) };
      const found = await desk.query(report.payCode);
      if (found.kind !== 'found') return expect.fail(JSON.stringify(found));
      expect(found.notice).to.deep.include({ ...rest, payCode: report.payCode, state: 'unpaid', confirmation: undefined });
      expect(found.notice.items).to.deep.equal(asked);
      expect(mayBePaid(found.notice, fen(11010), town.clock.now()).ok).to.equal(true);
    });

    it('gives the same notice when it is asked again for the same order', async () => {
      const content = town.content();
      const [first, second] = [await desk.issuing.issue(content, timeoutMs), await desk.issuing.issue(content, timeoutMs)];
      expect(first).to.deep.equal(second);
      const other = { ...content, items: [aNoticeItem({ price: fen(9000), amount: fen(9000) })], totalAmount: fen(9000) };
      expect((await desk.issuing.issue(other, timeoutMs)).kind).to.equal('refused');
    });

    it('finds by order number what an issue without an answer has made', async () => {
      await town.fault('issue', 'timeout-after');
      const content = town.content();
      expect(await desk.issuing.issue(content, shortMs)).to.deep.equal({ kind: 'unknown', why: 'timeout' });
      expect((await town.province.queries.query({ busNo: content.busNo }, timeoutMs)).kind).to.equal('found');
      await town.fault('issue', 'timeout-before');
      const never = town.content();
      expect((await desk.issuing.issue(never, shortMs)).kind).to.equal('unknown');
      expect(await town.province.queries.query({ busNo: never.busNo }, timeoutMs)).to.deep.equal(town.dialect.notThere);
      expect(await town.province.queries.query({ busNo: 'NEVER-ASKED' }, timeoutMs)).to.deep.equal({ kind: 'not-found' });
    });

    it('is refused an item that the unit may not charge', async () => {
      await town.control('units', { unit: '350400777', items: ['D350400009'] });
      const report = await desk.issuing.issue(town.content({ unit: { code: '350400777', name: '某局' } }), timeoutMs);
      expect(report).to.deep.include({ kind: 'refused', code: '18012' });
      // Its long numbers are hidden: they might be somebody's.
      expect(report.kind === 'refused' && report.reason).to.contain('单位无权执收该项目').and.not.to.contain(town.dialect.itemWord);
    });

    it('never sends a notice that does not add up', async () => {
      const fault: unknown = await desk.issuing.issue(town.content({ totalAmount: fen(1) }), timeoutMs).catch((error: unknown) => error);
      expect(String(fault)).to.contain('total-differs');
    });

    it('does not know a pay code that was never given out', async () => {
      expect(await desk.query('35040099300000000000')).to.deep.equal(town.dialect.notThere);
    });

    it('shows an unpaid notice as expired when its last day is over', async () => {
      const { payCode } = await desk.issued({ validUntil: businessDay(town.clock.now()) });
      town.clock.advance(dayMs);
      expect(await desk.stateOf(payCode)).to.equal('expired');
      if (!desk.can('confirming')) return;
      expect(await desk.confirming.confirm(desk.payment(payCode), timeoutMs)).to.deep.include({ kind: 'refused', code: town.dialect.overdueCode });
      expect(await desk.confirming.confirm(desk.payment(payCode, { paidAt: town.clock.now() - dayMs }), timeoutMs)).to.deep.include({ kind: 'confirmed' });
    });

    it('voids an unpaid notice, again and again, and never a paid one', async () => {
      const { payCode } = await desk.issued();
      expect(await desk.voiding.void(payCode, '开错', 'op1', timeoutMs)).to.deep.equal({ kind: 'voided' });
      expect(await desk.voiding.void(payCode, '开错', 'op1', timeoutMs)).to.deep.equal({ kind: 'voided' });
      expect(await desk.stateOf(payCode)).to.equal('void');
      if (desk.can('confirming')) expect((await desk.confirming.confirm(desk.payment(payCode), timeoutMs)).kind).to.equal('refused');
      const paid = await desk.issued();
      await desk.paidElsewhere(paid.payCode);
      expect(await desk.voiding.void(paid.payCode, '开错', 'op1', timeoutMs)).to.deep.equal({ kind: 'paid' });
      expect(await desk.voiding.void('35040099300000000000', '开错', 'op1', timeoutMs)).to.deep.equal(town.dialect.notThere);
    });

    it('hands over a notice that was made elsewhere, which can then be asked for', async () => {
      const pushing: NoticePushing = there(town.province.pushing);
      const notice = aPaymentNotice({ ...town.content(), payCode: '35042126300000000077' });
      const report = await pushing.push(notice, 'TONGJIAO', town.earUrl, timeoutMs);
      expect(report.kind === 'accepted' && report.payUrl).to.contain(notice.payCode);
      expect(await desk.stateOf(notice.payCode)).to.equal('unpaid');
      expect((await pushing.push({ ...notice, items: [aNoticeItem({ price: fen(1), amount: fen(1) })], totalAmount: fen(1) }, 'TONGJIAO', town.earUrl, timeoutMs)).kind).to.equal('refused');
    });

    it('shows names in rare characters as the province has them', async () => {
      const { payCode } = await desk.issued();
      await town.fault('query', 'gbk-names');
      const found = await desk.query(payCode);
      expect(found.kind === 'found' && found.notice.payer.name).to.equal('镕堃喆鎔');
    });

    it('shows a refunded notice as refunded', async () => {
      const { payCode } = await desk.issued();
      await desk.paidElsewhere(payCode);
      await town.control('refund', { payCode });
      expect(await desk.stateOf(payCode)).to.equal('refunded');
    });

    it('can be looked at: the simulator shows its slips and hides who pays', async () => {
      const { payCode } = await desk.issued();
      const text = await town.page();
      expect(text).to.contain(payCode).and.to.contain('未缴').and.not.to.contain('张三');
    });
  });
}
