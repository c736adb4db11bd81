import { expect } from 'chai';
import { anItem, aPayer } from '../../builders/e-bills.js';
import { noon } from '../../builders/moments.js';
import { fen } from '../../../domain/kernel/money.js';
import { EBillScene, key, toIssue } from './e-bill-scene.js';

describe('e-bills: what the bill system and the network do', function () {
  const scene = new EBillScene();
  before(() => scene.open());
  after(() => scene.close());
  afterEach(() => scene.control('DELETE', 'faults'));
  const issue = (wish = toIssue()) => scene.issuer.issuing.issue(wish);
  const shortOf = { timeoutMs: 300 };

  it('a bill whose answer was lost by the time limit is found by its order and not issued again', async () => {
    const impatient = scene.issuerWith({ apiUrl: scene.standardUrl, ...shortOf });
    const wish = toIssue();
    await scene.fault('invoiceEBill', 'timeout-after');
    expect(await impatient.issuing.issue(wish)).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    const found = await scene.issuer.finding.findByOrder(wish.busNo);
    expect(found).to.have.nested.property('bills[0].busNo', wish.busNo);
    const again = await issue(wish);
    expect(again.kind === 'issued' && found.kind === 'found' && again.bill.eBillNo === found.bills[0]?.eBillNo).to.equal(true);
  });
  for (const [fault, why] of [['drop-after', 'unreadable'], ['http-500', 'unreadable'], ['bad-sign', 'unsigned']] as const) {
    it(`${fault} is unknown for every call`, async () => {
      const issued = await issue();
      if (issued.kind !== 'issued') throw new Error(issued.kind);
      const { issuer } = scene;
      const calls = {
        invoiceEBill: () => issue(), getEBillByBusNo: () => issuer.finding.findByOrder(issued.busNo), getEBillStatesByBillInfo: () => issuer.finding.findByNumbers(issued.bill),
        writeOffEBill: () => issuer.reversing.reverse({ ...issued.bill, reason: '退款', operator: '王', at: noon }), getEBillPicUrl: () => issuer.pages.pageAddress(issued.bill),
        checkTotalData: () => issuer.checks.totals('20260508'), getBillByBusDate: () => issuer.checks.list('20260508', 1),
      };
      for (const [method, call] of Object.entries(calls)) {
        await scene.fault(method, fault);
        expect(await call(), method).to.deep.equal({ kind: 'unknown', why });
      }
    });
  }
  it('a reversal whose answer was lost is found to be done', async () => {
    const issued = await issue();
    if (issued.kind !== 'issued') throw new Error(issued.kind);
    await scene.fault('writeOffEBill', 'drop-after');
    const asked = { ...issued.bill, reason: '退款', operator: '王', at: noon };
    expect(await scene.issuer.reversing.reverse(asked)).to.include({ kind: 'unknown' });
    expect(await scene.issuer.reversing.reverse(asked)).to.deep.equal({ kind: 'reversed-before' });
  });
  it('a refusal tells its code and its text', async () => {
    await scene.fault('invoiceEBill', 'e-code', { code: 'E5001', text: '开票点\n已停用' });
    expect(await issue()).to.deep.equal({ kind: 'refused', code: 'E5001', text: '开票点 已停用' });
  });
  it('a refused question is no answer to it', async () => {
    for (const method of ['getEBillByBusNo', 'checkTotalData']) await scene.fault(method, 'e-code', { code: 'E5001', text: '拒绝' });
    expect(await scene.issuer.finding.findByOrder('X')).to.deep.equal({ kind: 'unknown', why: 'call-refused', code: 'E5001' });
    expect(await scene.issuer.checks.totals('20260508')).to.deep.equal({ kind: 'unknown', why: 'call-refused', code: 'E5001' });
  });
  it('a result that is agreed to be unclear decides nothing', async () => {
    await scene.fault('invoiceEBill', 'e-code', { code: 'E9999', text: '处理中' });
    expect(await issue()).to.deep.equal({ kind: 'unknown', why: 'pending', code: 'E9999' });
  });
  it('no numbers left is told apart from a refusal, and nothing was issued', async () => {
    const wish = toIssue();
    await scene.fault('invoiceEBill', 'stock-exhausted');
    expect(await issue(wish)).to.include({ kind: 'stock-exhausted', code: 'E2001' });
    expect(await scene.issuer.finding.findByOrder(wish.busNo)).to.deep.equal({ kind: 'not-found' });
  });
  it('a bill of another amount under our number is shown with that amount', async () => {
    await scene.fault('invoiceEBill', 'duplicate-bus-no');
    expect(await issue()).to.have.nested.property('bill.amount', 8_001n);
  });
  it('an answer about another amount, genuinely signed, shows that amount', async () => {
    await scene.fault('invoiceEBill', 'other-amount');
    const issued = await issue();
    expect(issued).to.include({ kind: 'issued', amount: 1n });
    await scene.fault('getEBillByBusNo', 'other-amount');
    expect(await scene.issuer.finding.findByOrder(issued.kind === 'issued' ? issued.busNo : '')).to.have.nested.property('bills[0].amount', 1n);
  });
  it('a bill that the system made void is told so', async () => {
    const wish = toIssue();
    await issue(wish);
    await scene.control('POST', `bills/${wish.busNo}/void`);
    expect(await scene.issuer.finding.findByOrder(wish.busNo)).to.have.nested.property('bills[0].standing', 'void');
  });
  it('a wrong key of ours is a refusal that cannot be believed', async () => {
    expect(await scene.issuerWith({ apiUrl: scene.standardUrl }, 'OTHERKEY-0001').issuing.issue(toIssue())).to.deep.equal({ kind: 'unknown', why: 'unsigned' });
  });
  it('a system that cannot be reached was not asked', async () => {
    expect(await scene.issuerWith({}).issuing.issue(toIssue())).to.deep.equal({ kind: 'unknown', why: 'unreachable' });
  });
  it('a page of an origin that nobody agreed to is left out, and the bill is issued all the same', async () => {
    const wary = scene.issuerWith({ apiUrl: scene.standardUrl, pageOrigins: ['https://ebill.example.gov.cn'] });
    const issued = await wary.issuing.issue(toIssue());
    if (issued.kind !== 'issued') throw new Error(issued.kind);
    expect(issued.bill.links).to.include({ pageUrl: undefined, internetPageUrl: undefined });
    expect(await wary.pages.pageAddress(issued.bill)).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
  });
  it('nothing personal, no key and no check code stands in the log', async () => {
    const payer = aPayer({ name: '欧阳缴款', certNo: '350402199001011234', mobile: '13800138000', email: 'payer@example.com' });
    const issued = await issue(toIssue({ payer, items: [anItem({ amount: fen(8_000) })] }));
    if (issued.kind !== 'issued') throw new Error(issued.kind);
    await scene.issuer.pages.pageAddress(issued.bill);
    const log = scene.journal.lines.join('\n');
    expect(log).to.include(`"busNo":"${issued.busNo}"`);
    for (const secret of [payer.name, payer.certNo, payer.mobile, payer.email, key, issued.bill.checkCode]) expect(log).to.not.include(secret);
  });
});
