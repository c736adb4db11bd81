import { expect } from 'chai';
import { eBillArrows, type EBillState } from '../../../../domain/e-bills/e-bill.js';
import { judgeFindReport, judgeIssueReport, judgeReverseReport } from '../../../../domain/e-bills/judge-e-bill-report.js';
import { fen } from '../../../../domain/kernel/money.js';
import { aBill, foundBill, issuedBill, noLinks } from '../../../builders/e-bills.js';
import { noon } from '../../../builders/moments.js';
import { orderNo } from '../../../builders/payments.js';

const issuing = aBill({ state: 'issuing' });
const issued = aBill({ state: 'issued' });

describe('a report about an e-bill', () => {
  it('that it is issued makes it issued, with the numbers as told', () => {
    const after = judgeIssueReport(issuing, { kind: 'issued', busNo: orderNo, bill: issuedBill(), amount: undefined });
    expect(after).to.deep.equal({ kind: 'changed', bill: { ...issuing, state: 'issued', issued: issuedBill() } });
  });
  it('that it exists adopts the one of an earlier try', () => {
    const after = judgeIssueReport(issuing, { kind: 'exists', busNo: orderNo, bill: foundBill() });
    expect(after).to.deep.equal({ kind: 'changed', bill: { ...issuing, state: 'issued', issued: issuedBill() } });
  });
  it('about another amount raises an alarm and changes nothing', () => {
    expect(judgeIssueReport(issuing, { kind: 'exists', busNo: orderNo, bill: foundBill({ amount: fen(8_001) }) })).to.deep.equal({ kind: 'alarm', why: 'other-amount', told: 8_001n });
    expect(judgeIssueReport(issuing, { kind: 'issued', busNo: orderNo, bill: issuedBill(), amount: fen(1) })).to.deep.equal({ kind: 'alarm', why: 'other-amount', told: 1n });
    expect(judgeFindReport(issued, { kind: 'found', bills: [foundBill({ amount: fen(1), standing: 'reversed' })] })).to.include({ kind: 'alarm' });
  });
  it('about another number of ours is not about this one', () => {
    expect(judgeIssueReport(issuing, { kind: 'issued', busNo: `${orderNo}-2`, bill: issuedBill(), amount: undefined })).to.deep.equal({ kind: 'nothing-new' });
    expect(judgeFindReport(issuing, { kind: 'found', bills: [foundBill({ busNo: `${orderNo}-2` })] })).to.deep.equal({ kind: 'nothing-new' });
  });
  it('that is unknown changes nothing in any state', () => {
    for (const state of Object.keys(eBillArrows) as EBillState[]) {
      const bill = aBill({ state });
      const unknown = { kind: 'unknown', why: 'timeout' } as const;
      for (const judged of [judgeIssueReport(bill, unknown), judgeFindReport(bill, unknown), judgeReverseReport(bill, unknown)]) expect(judged).to.deep.equal({ kind: 'nothing-new' });
    }
  });
  for (const kind of ['refused', 'stock-exhausted'] as const) {
    it(`that it is ${kind} makes it failed with the reason, and never undoes one that is issued`, () => {
      const report = { kind, code: 'E1', text: '原因' } as const;
      expect(judgeIssueReport(issuing, report)).to.deep.equal({ kind: 'changed', bill: { ...issuing, state: 'failed', failure: { code: 'E1', text: '原因' } } });
      expect(judgeIssueReport(issued, report)).to.deep.equal({ kind: 'nothing-new' });
    });
  }
  it('that it is not there alarms only where we hold its numbers', () => {
    expect(judgeFindReport(issuing, { kind: 'not-found' })).to.deep.equal({ kind: 'nothing-new' });
    expect(judgeFindReport(issued, { kind: 'not-found' })).to.deep.equal({ kind: 'alarm', why: 'not-there' });
  });
  it('with other numbers, or with several bills, alarms', () => {
    expect(judgeFindReport(issued, { kind: 'found', bills: [foundBill({ eBillNo: '0000000002' })] })).to.deep.equal({ kind: 'alarm', why: 'other-bill' });
    expect(judgeFindReport(issuing, { kind: 'found', bills: [foundBill(), foundBill({ eBillNo: '0000000002' })] })).to.deep.equal({ kind: 'alarm', why: 'several' });
  });
  for (const standing of ['reversed', 'void'] as const) {
    it(`that the bill system made it ${standing} is believed`, () => {
      expect(judgeFindReport(issued, { kind: 'found', bills: [foundBill({ standing })] })).to.have.nested.property('bill.state', standing);
      expect(judgeFindReport(issuing, { kind: 'found', bills: [foundBill({ standing })] })).to.have.nested.property('bill.state', standing);
    });
  }
  it('that it is there after all is believed after a refusal, and waits while nobody has asked', () => {
    const failed = aBill({ state: 'failed', failure: { code: 'E1', text: '原因' } });
    expect(judgeFindReport(failed, { kind: 'found', bills: [foundBill()] })).to.deep.equal({ kind: 'changed', bill: { ...failed, state: 'issued', issued: issuedBill(), failure: undefined } });
    expect(judgeFindReport(aBill({ state: 'pending' }), { kind: 'found', bills: [foundBill()] })).to.deep.equal({ kind: 'nothing-new' });
  });
  for (const ended of [aBill({ state: 'reversed' }), aBill({ state: 'void' }), aBill({ state: 'void', issued: issuedBill() })]) {
    it(`that a good one stands where ours is ${ended.state} raises an alarm, and a dead one there does not`, () => {
      expect(judgeFindReport(ended, { kind: 'found', bills: [foundBill()] })).to.deep.equal({ kind: 'alarm', why: 'still-stands' });
      for (const standing of ['reversed', 'void'] as const) expect(judgeFindReport(ended, { kind: 'found', bills: [foundBill({ standing })] })).to.deep.equal({ kind: 'nothing-new' });
    });
  }
  it('that a late try was issued for a void one raises an alarm', () => {
    const report = { kind: 'issued', busNo: orderNo, bill: issuedBill(), amount: undefined } as const;
    expect(judgeIssueReport(aBill({ state: 'void' }), report)).to.deep.equal({ kind: 'alarm', why: 'still-stands' });
  });
  it('told twice is nothing new', () => { expect(judgeFindReport(issued, { kind: 'found', bills: [foundBill()] })).to.deep.equal({ kind: 'nothing-new' }); });
});

describe('a report about a reversal', () => {
  const reversing = aBill({ state: 'reversing' });
  const reversal = { eBillCode: '35010126', eBillNo: '0000000002', checkCode: 'zzzzzz', reversedAt: noon, links: noLinks };
  it('ends the e-bill with its red one, also when only an earlier try is known', () => {
    expect(judgeReverseReport(reversing, { kind: 'reversed', reversal })).to.deep.equal({ kind: 'changed', bill: { ...reversing, state: 'reversed', reversal } });
    expect(judgeReverseReport(reversing, { kind: 'reversed-before' })).to.deep.equal({ kind: 'changed', bill: { ...reversing, state: 'reversed' } });
  });
  it('that is refused leaves the e-bill standing', () => {
    expect(judgeReverseReport(reversing, { kind: 'refused', code: 'E9', text: '已入账' })).to.deep.equal({ kind: 'changed', bill: { ...reversing, state: 'issued', failure: { code: 'E9', text: '已入账' } } });
  });
  it('for one that is not being reversed is nothing new', () => {
    expect(judgeReverseReport(issued, { kind: 'reversed', reversal })).to.deep.equal({ kind: 'nothing-new' });
  });
});
