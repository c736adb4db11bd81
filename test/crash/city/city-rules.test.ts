import { expect } from 'chai';
import { cityRules } from './all-rules.js';
import { cityTruth, type PlainCity } from './city-truth.js';
import type { CityFacts } from './city-facts.js';

const complaints = (facts: PlainCity): readonly string[] => cityRules.flatMap((rule) => rule(facts as unknown as CityFacts));

/** The first of a list that is not empty. */
function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('the truth has none of these');
  return one;
}

/** The rules of the city run must be able to fail: each lie is planted alone. */
describe('the rules by which a city run is judged', () => {
  it('find nothing in books that agree', () => expect(complaints(cityTruth())).to.deep.equal([]));

  const lies: Readonly<Record<string, (facts: PlainCity) => void>> = {
    'a paid notice that the province calls unpaid': (facts) => { first(facts.slips).state = '0'; },
    'a confirmation under another payment': (facts) => { first(facts.slips).serialNo = 'O9'; },
    'a notice whose amount differs by one fen': (facts) => { first(facts.slips).amountFen = 101n; },
    'two notices for one order': (facts) => { facts.slips.push({ ...first(facts.slips), payCode: 'C9', state: '2' }); },
    'a confirmation that we do not know of': (facts) => { first(facts.notices).step = 'confirm-pending'; },
    'a notice that stays open after its order has ended': (facts) => { facts.slips[1] = { ...first(facts.slips), payCode: 'C2', busNo: 'O2', state: '0', serialNo: undefined }; },
    'a confirmed notice that nobody paid': (facts) => { facts.slips[1] = { ...first(facts.slips), payCode: 'C2', busNo: 'O2', state: '1', serialNo: 'O2' }; },
    'a notice that belongs to no order': (facts) => { facts.slips.push({ payCode: 'C9', busNo: 'O9', state: '0', serialNo: undefined, amountFen: 1n }); },
    'a notice that was paid elsewhere and is open here': (facts) => { if (facts.notices[2]) facts.notices[2].step = 'open'; },
    'an abnormal notice without a cause': (facts) => { facts.abnormal.push({ kind: 'only-here', orderNo: 'O1', isOpen: true }); },
    'a return in part that no person was told of': (facts) => { facts.abnormal = facts.abnormal.filter(({ orderNo }) => orderNo !== 'O4'); },
    'no e-bill for a payment': (facts) => { facts.theirBills.shift(); facts.bills.shift(); },
    'two e-bills for a payment': (facts) => { facts.bills.push({ ...first(facts.bills), busNo: 'O1-2', no: '9' }); facts.theirBills.push({ busNo: 'O1-2', no: '9', amountFen: 100n, stands: true }); },
    'an e-bill over money that went back': (facts) => { for (const bill of [...facts.bills, ...facts.theirBills]) if (bill.busNo === 'O4-2') bill.amountFen = 100n; },
    'an e-bill for an order that nobody paid': (facts) => { facts.bills.push({ orderNo: 'O2', busNo: 'O2', state: 'issued', amountFen: 100n, no: '8' }); facts.theirBills.push({ busNo: 'O2', no: '8', amountFen: 100n, stands: true }); },
    'an e-bill that nobody here knows': (facts) => { facts.theirBills.push({ busNo: 'O9', no: '7', amountFen: 1n, stands: false }); },
    'an e-bill that stands here alone': (facts) => { first(facts.theirBills).stands = false; },
    'a text that went out twice': (facts) => { facts.sent.push(first(facts.sent)); },
    'a text that never went out': (facts) => { facts.sent.shift(); },
    'a text that was never made': (facts) => { facts.texts.shift(); },
    'a text about a payment that was not': (facts) => { facts.sent.push({ mobile: '13800022222', text: '您缴纳的登记费1.00元已成功' }); },
    'a text that was refused and went out': (facts) => { first(facts.texts).state = 'failed'; },
    'a text that is waited for without end': (facts) => { first(facts.texts).hasEnded = false; },
    'a personal bill that the app lacks': (facts) => { facts.appBills.shift(); },
    'a personal bill in an older state': (facts) => { first(facts.appBills).refundedFen = 50n; },
    'a personal bill of another user': (facts) => { first(facts.appBills).userId = 'U9'; },
    'a personal bill with the number of a reversed e-bill': (facts) => { first(facts.appBills).billNo = '3'; },
    'a personal bill of an order that nobody paid': (facts) => { facts.appBills.push({ ...first(facts.appBills), orderNo: 'O2' }); },
    'a push that the app did not believe': (facts) => { facts.doubtedPushes = 1; },
    'a paid order that is not shared': (facts) => { facts.shared.shift(); },
    'a paid order that is shared twice': (facts) => { facts.shared.push(first(facts.shared)); },
    'an unpaid order that is shared': (facts) => { facts.shared.push({ ...first(facts.shared), orderNo: 'O2' }); },
    'a clear phone in the shared table': (facts) => { first(facts.shared).words = '{"Phone":"13800011111"}'; },
    'a shared row with another phone': (facts) => { first(facts.shared).phone = '138****9999'; },
    'a payment that was told late': (facts) => { first(facts.callbacks).firstTriedAt = 31_000; },
    'a payment that was never told': (facts) => { first(facts.callbacks).firstTriedAt = undefined; },
    'a job that is left': (facts) => { facts.jobs.push({ topic: 'work-e-bill', key: 'O1', state: 'READY' }); },
    'a job that was given up': (facts) => { facts.jobs.push({ topic: 'fetch-bill', key: 'A:20260508', state: 'DEAD' }); },
    'a notice that waits although nothing is open': (facts) => { facts.jobs.push({ topic: 'work-notice', key: 'O1', state: 'READY' }); },
    'a call for people that nobody caused': (facts) => { facts.alarms.push({ event: 'text-not-renderable', orderNo: undefined, kind: undefined }); },
    'a call about a server that nobody broke': (facts) => { facts.alarms.push({ event: 'redis-away', orderNo: undefined, kind: undefined }); },
    'a second payment that was none': (facts) => { facts.alarms.push({ event: 'payment-notice-abnormal', orderNo: 'O1', kind: 'duplicate' }); },
    'a payment that no bill has': (facts) => { first(facts.orders).settledInBill = false; },
    'a payment that the channel does not have': (facts) => { facts.money.books.alipay.payments.shift(); },
    'a gap that the platform sees alone': (facts) => { facts.keptGaps.push({ leg: 'e-bill', kind: 'missing', orderNo: 'O1' }); },
    'a gap that was planted and is not seen': (facts) => { facts.plantedWithoutEBill.add('O1'); },
  };
  for (const [lie, plant] of Object.entries(lies)) {
    it(`find ${lie}`, () => {
      const facts = cityTruth();
      plant(facts);
      expect(complaints(facts)).to.not.deep.equal([]);
    });
  }

  it('expect no notice of money that went back whole before it was confirmed, and no open one', () => {
    const returned = (slipState: string): PlainCity => {
      const facts = cityTruth();
      const [, , , order] = facts.orders;
      if (order) order.backFen = 100n;
      Object.assign(facts, { abnormal: [], jobs: [], alarms: [] });
      facts.notices[3] = { ...first(facts.notices), noticeNo: 'O4', orderNo: 'O4', payCode: 'C4', step: 'voided' };
      facts.slips[3] = { ...first(facts.slips), payCode: 'C4', busNo: 'O4', state: slipState, serialNo: undefined };
      for (const bill of facts.bills) if (bill.busNo === 'O4-2') bill.state = 'reversed';
      for (const bill of facts.theirBills) if (bill.busNo === 'O4-2') bill.stands = false;
      return facts;
    };
    expect(complaints(returned('2'))).to.deep.equal([]);
    expect(complaints(returned('0'))).to.match(/is voided here and 0 at the province/);
  });

  it('take the steps of the clock off the time that a payment waited, and a kill for its cause', () => {
    const [stepped, killed] = [cityTruth(), cityTruth()];
    first(stepped.callbacks).firstTriedAt = 62_000;
    stepped.jumps.push({ from: 1_500, ms: 60_000 });
    first(killed.callbacks).firstTriedAt = 62_000;
    killed.kills.push(1_500);
    expect([complaints(stepped), complaints(killed)]).to.deep.equal([[], []]);
  });
});
