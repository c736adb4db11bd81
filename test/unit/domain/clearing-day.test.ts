import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { addDays, clearingDayOf, cutMinuteOf, daysBetween, endOfClearingDay } from '../../../domain/reconciliation/clearing-day.js';
import { defaultWaiting, mayStillCome } from '../../../domain/reconciliation/waiting.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const [alipay, unionpay] = [cutMinuteOf({ payChannel: 'alipay', settings: {} }), cutMinuteOf({ payChannel: 'unionpay', settings: {} })];

describe('the day in whose bill a payment stands', () => {
  it('ends with the day at Alipay and at 23:00 at UnionPay', () => {
    expect(clearingDayOf(at('2026-05-08T23:59:59'), alipay)).to.equal('20260508');
    expect(clearingDayOf(at('2026-05-09T00:00:00'), alipay)).to.equal('20260509');
    expect(clearingDayOf(at('2026-05-08T22:59:59.999'), unionpay)).to.equal('20260508');
    expect(clearingDayOf(at('2026-05-08T23:00:00'), unionpay)).to.equal('20260509');
  });

  it('ends where an account says, as the test system of UnionPay does', () => {
    const test = cutMinuteOf({ payChannel: 'unionpay', settings: { clearingCut: '13:30' } });
    expect(clearingDayOf(at('2026-05-08T13:29:00'), test)).to.equal('20260508');
    expect(clearingDayOf(at('2026-05-08T13:30:00'), test)).to.equal('20260509');
    expect(cutMinuteOf({ payChannel: 'unionpay', settings: { clearingCut: '24:00' } })).to.equal(unionpay);
  });

  it('passes year ends and leap days', () => {
    expect(clearingDayOf(at('2027-12-31T23:30:00'), unionpay)).to.equal('20280101');
    expect(addDays('20280228', 1)).to.equal('20280229');
    expect(addDays('20270301', -1)).to.equal('20270228');
    expect(daysBetween('20271231', '20280301')).to.equal(61);
    expect(endOfClearingDay('20260508', unionpay)).to.equal(at('2026-05-08T23:00:00'));
  });
});

describe('what a bill does not have yet', () => {
  const payment = (tradeAt: number, clearingDay = '20260508') => ({ kind: 'payment' as const, tradeAt, clearingDay });

  it('waits near either end of the day, for three bills', () => {
    const late = payment(at('2026-05-08T22:30:00'));
    expect(['20260508', '20260509', '20260510', '20260511'].map((day) => mayStillCome(late, day, alipay, defaultWaiting))).to.deep.equal([true, true, true, false]);
    expect(mayStillCome(payment(at('2026-05-08T01:59:00')), '20260508', alipay, defaultWaiting)).to.equal(true);
  });

  it('is a difference at once in the middle of the day, and everywhere when waiting is switched off', () => {
    expect(mayStillCome(payment(at('2026-05-08T12:00:00')), '20260508', alipay, defaultWaiting)).to.equal(false);
    expect(mayStillCome(payment(at('2026-05-08T23:59:00')), '20260508', alipay, { days: 0, nearCutMinutes: 120 })).to.equal(false);
  });

  it('counts nearness from the channel\'s own cut', () => {
    const before = endOfClearingDay('20260508', unionpay) - hourMs;
    expect(mayStillCome(payment(before), '20260508', unionpay, defaultWaiting)).to.equal(true);
    expect(mayStillCome(payment(before - 61 * minuteMs), '20260508', unionpay, defaultWaiting)).to.equal(false);
  });

  it('waits for refunds wherever they fall, and never longer than three days', () => {
    const refund = { kind: 'refund' as const, tradeAt: at('2026-05-08T12:00:00'), clearingDay: '20260508' };
    expect(mayStillCome(refund, '20260510', alipay, defaultWaiting)).to.equal(true);
    expect(mayStillCome(refund, '20260511', alipay, { days: 30, nearCutMinutes: 120 })).to.equal(false);
  });
});
