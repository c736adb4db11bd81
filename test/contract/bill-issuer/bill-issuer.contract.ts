import { expect } from 'chai';
import { dayListPageSize, type BillIssuer, type EBillToIssue } from '../../../application/ports/bill-issuer.js';
import type { FoundEBill } from '../../../domain/e-bills/e-bill-report.js';
import type { IssuedEBill } from '../../../domain/e-bills/e-bill.js';
import { fen } from '../../../domain/kernel/money.js';
import { anItem } from '../../builders/e-bills.js';
import { noon } from '../../builders/moments.js';
import { aBusNo, toIssue } from '../../integration/e-bills/e-bill-scene.js';

/** A bill issuer and a bill system of its own; `nextDay` moves that system to another day and names it. */
export interface OpenedIssuer { readonly issuer: BillIssuer; nextDay(): string; close(): Promise<void> }

export function billIssuerContract(adapter: string, open: () => Promise<OpenedIssuer>): void {
  describe(`bill issuer: ${adapter}`, function () {
    this.timeout(30_000);
    let opened: OpenedIssuer;
    before(async () => { opened = await open(); });
    after(() => opened.close());

    const issue = async (wish: EBillToIssue): Promise<IssuedEBill> => {
      const report = await opened.issuer.issuing.issue(wish);
      if (report.kind !== 'issued') throw new Error(JSON.stringify(report));
      expect(report.busNo).to.equal(wish.busNo);
      return report.bill;
    };
    const find = async (busNo: string): Promise<FoundEBill> => {
      const report = await opened.issuer.finding.findByOrder(busNo);
      if (report.kind !== 'found' || report.bills[0] === undefined) throw new Error(JSON.stringify(report));
      expect(report.bills).to.have.length(1);
      return report.bills[0];
    };
    const reversalOf = (bill: IssuedEBill) => ({ eBillCode: bill.eBillCode, eBillNo: bill.eBillNo, reason: '退款', operator: '王复核', at: noon });

    it('issues a bill that is found by its order and by its numbers', async () => {
      const wish = toIssue();
      const bill = await issue(wish);
      const found = await find(wish.busNo);
      expect(found).to.deep.equal({ ...bill, busNo: wish.busNo, amount: 8_000n, standing: 'normal' });
      expect(await opened.issuer.finding.findByNumbers(bill)).to.deep.equal({ kind: 'found', bills: [found] });
    });
    for (const amount of [1n, 10n, 99n, 100n, 1_001n, 12_345_678n, 99_999_999_999n]) {
      it(`carries ${amount} fen to the fen`, async () => {
        const wish = toIssue({ amount: fen(amount), items: [anItem({ price: fen(amount), amount: fen(amount) })] });
        await issue(wish);
        expect((await find(wish.busNo)).amount).to.equal(amount);
      });
    }
    it('carries a unit and its names as they are written', async () => {
      const wish = toIssue({ payer: { payerType: 'unit', name: '"三明"\\<某>有限公司\n𠮷', certNo: '91350400MA00000001', mobile: undefined, email: 'a@b.example' }, remark: '备注', payCode: '35042600000012345678' });
      expect((await issue(wish)).eBillNo).to.match(/^[0-9]{10}$/);
    });
    it('issues one bill under one number, however often it is asked', async () => {
      const wish = toIssue();
      const first = await issue(wish);
      expect(await issue(wish)).to.deep.equal(first);
    });
    it('tells what exists where the number was used for another amount', async () => {
      const wish = toIssue();
      const bill = await issue(wish);
      const report = await opened.issuer.issuing.issue({ ...wish, amount: fen(8_001), items: [anItem({ amount: fen(8_001) })] });
      expect(report).to.deep.equal({ kind: 'exists', busNo: wish.busNo, bill: { ...bill, busNo: wish.busNo, amount: 8_000n, standing: 'normal' } });
    });
    it('says definitely that there is no such bill', async () => {
      expect(await opened.issuer.finding.findByOrder(aBusNo())).to.deep.equal({ kind: 'not-found' });
      expect(await opened.issuer.finding.findByNumbers({ eBillCode: '35999926', eBillNo: '9999999999' })).to.deep.equal({ kind: 'not-found' });
    });
    it('asks for no bill whose lines do not add up', async () => {
      const wish = toIssue({ items: [anItem({ amount: fen(7_999) })] });
      expect(await opened.issuer.issuing.issue(wish)).to.include({ kind: 'refused', code: 'items-differ' });
      expect(await opened.issuer.finding.findByOrder(wish.busNo)).to.deep.equal({ kind: 'not-found' });
    });
    it('reverses a bill once, and issues the next under a number with a suffix', async () => {
      const wish = toIssue();
      const bill = await issue(wish);
      const reversed = await opened.issuer.reversing.reverse(reversalOf(bill));
      expect(reversed).to.have.nested.property('reversal.checkCode').that.is.a('string');
      expect(reversed.kind === 'reversed' && reversed.reversal.eBillNo).to.not.equal(bill.eBillNo);
      expect(await opened.issuer.reversing.reverse(reversalOf(bill))).to.deep.equal({ kind: 'reversed-before' });
      expect((await find(wish.busNo)).standing).to.equal('reversed');
      const next = await issue({ ...wish, busNo: `${wish.busNo}-2`, amount: fen(5_000), items: [anItem({ amount: fen(5_000) })] });
      expect(next.eBillNo).to.not.equal(bill.eBillNo);
      expect(await find(`${wish.busNo}-2`)).to.include({ amount: 5_000n, standing: 'normal' });
    });
    it('reverses with as much of a long reason as the bill system takes', async () => {
      const asked = { ...reversalOf(await issue(toIssue())), reason: '退'.repeat(201), operator: '王'.repeat(61) };
      expect(await opened.issuer.reversing.reverse(asked)).to.include({ kind: 'reversed' });
    });
    it('reverses nothing that is not there', async () => {
      expect(await opened.issuer.reversing.reverse(reversalOf({ ...(await issue(toIssue())), eBillNo: '9999999999' }))).to.include({ kind: 'refused' });
    });
    it('shows a page to whoever has the check code', async () => {
      const bill = await issue(toIssue());
      const page = await opened.issuer.pages.pageAddress(bill);
      expect(page.kind === 'page' && (await fetch(page.url)).status).to.equal(200);
      expect(await opened.issuer.pages.pageAddress({ ...bill, checkCode: 'WRONG1' })).to.deep.equal({ kind: 'not-found' });
      expect(bill.links.qrImage).to.be.a('string');
    });
    it('tells what a day comes to and lists its bills page by page', async () => {
      const day = opened.nextDay();
      expect(await opened.issuer.checks.totals(day)).to.deep.equal({ kind: 'totals', count: 0, amount: 0n });
      const wishes = Array.from({ length: dayListPageSize + 1 }, () => toIssue());
      for (const wish of wishes) await issue(wish);
      expect(await opened.issuer.checks.totals(day)).to.deep.equal({ kind: 'totals', count: wishes.length, amount: 8_000n * BigInt(wishes.length) });
      const pages = await Promise.all([1, 2, 3].map((pageNo) => opened.issuer.checks.list(day, pageNo)));
      expect(pages.map((page) => page.kind === 'page' && [page.total, page.bills.length])).to.deep.equal([[101, 100], [101, 1], [101, 0]]);
      expect(pages.flatMap((page) => (page.kind === 'page' ? page.bills.map(({ busNo }) => busNo) : []))).to.deep.equal(wishes.map(({ busNo }) => busNo));
    });
  });
}
