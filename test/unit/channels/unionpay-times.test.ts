import { expect } from 'chai';
import { dayNear, isSameClearingDay, momentNear } from '../../../adapters/outbound/channels/unionpay/message-times.js';
import { china } from './unionpay-scene.js';
import { clearingDayOf, cutMinuteOf } from '../../../domain/reconciliation/clearing-day.js';

const cut = cutMinuteOf({ payChannel: 'unionpay', settings: {} });

describe('UnionPay: times without year', () => {
  for (const [told, txnTime, meant] of [
    ['0704101612', '20260704101500', '20260704101612'],
    ['0101000130', '20261231235930', '20270101000130'],
    ['1231235959', '20270101000001', '20261231235959'],
    ['0105120000', '20261222080000', '20270105120000'],
    ['0229120000', '20280228230000', '20280229120000'],
  ] as const) {
    it(`reads traceTime ${told} of a trade of ${txnTime} as ${meant}`, () => { expect(momentNear(told, txnTime)).to.equal(china(meant)); });
  }
  for (const [told, txnTime, day] of [
    ['0704', '20260704101500', '20260704'], ['0705', '20260704230500', '20260705'], ['0101', '20261231230500', '20270101'], ['1231', '20270101000010', '20261231'],
  ] as const) {
    it(`reads settleDate ${told} of a trade of ${txnTime} as ${day}`, () => { expect(dayNear(told, txnTime)).to.equal(day); });
  }
  it('knows no moment for a day that is in none of the years, for other forms and for nothing', () => {
    expect(momentNear('0230120000', '20260704101500')).to.equal(undefined);
    expect(momentNear('0229120000', '20260704101500')).to.equal(undefined);
    expect(momentNear('070410', '20260704101500')).to.equal(undefined);
    expect(momentNear(undefined, '20260704101500')).to.equal(undefined);
    expect(momentNear('0704101612', 'soon')).to.equal(undefined);
    expect(dayNear(undefined, '20260704101500')).to.equal(undefined);
    expect(dayNear('1301', '20260704101500')).to.equal(undefined);
  });
});

describe('UnionPay: the clearing day', () => {
  it('changes at 23:00', () => {
    expect(clearingDayOf(china('20260704225959'), cut)).to.equal('20260704');
    expect(clearingDayOf(china('20260704230000'), cut)).to.equal('20260705');
    expect(clearingDayOf(china('20261231230000'), cut)).to.equal('20270101');
  });
  it('of a consume before 23:00 is over at 23:00', () => {
    expect(isSameClearingDay('20260704225930', china('20260704225959'), cut)).to.equal(true);
    expect(isSameClearingDay('20260704225930', china('20260704230000'), cut)).to.equal(false);
  });
  it('of a consume at 23:05 lasts till 23:00 of the next day, over midnight', () => {
    expect(isSameClearingDay('20260704230500', china('20260705225959'), cut)).to.equal(true);
    expect(isSameClearingDay('20260704230500', china('20260705230000'), cut)).to.equal(false);
  });
  it('ends where the account says: the test system cuts at 13:30', () => {
    const testCut = cutMinuteOf({ payChannel: 'unionpay', settings: { clearingCut: '13:30' } });
    expect(isSameClearingDay('20260704132930', china('20260704132959'), testCut)).to.equal(true);
    expect(isSameClearingDay('20260704132930', china('20260704133000'), testCut)).to.equal(false);
  });

  it('of a time that is none is never today', () => { expect(isSameClearingDay('20260230000000', china('20260704100000'), cut)).to.equal(false); });
});
