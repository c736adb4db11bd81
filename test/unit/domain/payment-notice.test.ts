import { expect } from 'chai';
import { canMove } from '../../../domain/kernel/arrows.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { confirmationMeaning, mayBePaid } from '../../../domain/payment-notices/judge-notice.js';
import { isOwnPayCode } from '../../../domain/payment-notices/own-pay-code.js';
import { isPayCode, payCodePattern } from '../../../domain/payment-notices/pay-code.js';
import { checkContent, noticeArrows, oneUnitOf, type NoticeState } from '../../../domain/payment-notices/payment-notice.js';
import { noon } from '../../builders/moments.js';
import { aNoticeContent, aNoticeItem, aPaymentNotice } from '../../builders/payment-notices.js';

const confirmation = { confirmCode: 'C1', serialNo: 'P1', at: noon };
const payment = { payCode: aPaymentNotice().payCode, serialNo: 'P1', amount: fen(8000) };
const refusalOf = (outcome: { readonly ok: boolean; readonly refusal?: unknown }): unknown => outcome.refusal;

describe('a pay code', () => {
  it('is our own only in our region, with our system number and in full', () => {
    const codes = ['35040026350000000001', '35040099359999999999', '35040026360000000001', '35050026350000000001', '350400263500000', '3504002635000000000X'];
    expect(codes.map((code) => isOwnPayCode(code, '350400', '35'))).to.deep.equal([true, true, false, false, false, false]);
  });
});

describe('payment notice', () => {
  it('ends void or refunded, and nothing leads back from paid to unpaid', () => {
    const states = Object.keys(noticeArrows) as NoticeState[];
    expect(states.filter((from) => noticeArrows[from].length === 0)).to.deep.equal(['void', 'refunded']);
    expect(states.filter((to) => canMove(noticeArrows, 'paid', to))).to.deep.equal(['refunded']);
  });

  it('can be paid from every state in which money may still be on its way', () => {
    const states = Object.keys(noticeArrows) as NoticeState[];
    expect(states.filter((from) => canMove(noticeArrows, from, 'paid'))).to.deep.equal(['unpaid', 'paying', 'expired']);
  });

  it('adds up: items, late fee and total', () => {
    expect(checkContent(aNoticeContent()).ok).to.equal(true);
    expect(checkContent(aNoticeContent({ lateFee: fen(5), totalAmount: fen(8005) })).ok).to.equal(true);
    const two = [aNoticeItem(), aNoticeItem({ itemCode: 'D2', quantity: 3, price: fen(1000), amount: fen(3000) })];
    expect(checkContent(aNoticeContent({ items: two, totalAmount: fen(11000) })).ok).to.equal(true);
  });

  it('is refused where it does not add up to the fen', () => {
    const refused = (changes: Parameters<typeof aNoticeContent>[0]): unknown => refusalOf(checkContent(aNoticeContent(changes)));
    expect(refused({ totalAmount: fen(8001) })).to.equal('total-differs');
    expect(refused({ lateFee: fen(1) })).to.equal('total-differs');
    expect(refused({ items: [] })).to.equal('no-items');
    expect(refused({ items: [aNoticeItem({ quantity: 2 })] })).to.equal('item-does-not-multiply');
    expect(refused({ items: [aNoticeItem({ quantity: 0.5, price: fen(16000) })] })).to.equal('item-does-not-multiply');
    expect(refused({ items: [aNoticeItem({ price: fen(0), amount: fen(0) })], totalAmount: fen(0) })).to.equal('nothing-to-pay');
    expect(refused({ validUntil: '20260507' })).to.equal('days-reversed');
  });

  it('holds items of one charging unit only', () => {
    expect(oneUnitOf([{ code: 'A' }, { code: 'A' }])?.code).to.equal('A');
    expect(oneUnitOf([{ code: 'A' }, { code: 'B' }])).to.equal(undefined);
    expect(oneUnitOf([])).to.equal(undefined);
  });
});

describe('paying a payment notice', () => {
  it('is allowed for the whole amount until the end of its last day', () => {
    const notice = aPaymentNotice({ lateFee: fen(5), totalAmount: fen(8005) });
    expect(mayBePaid(notice, fen(8005), noon).ok).to.equal(true);
    const lastDay = aPaymentNotice({ validUntil: '20260508' });
    expect(mayBePaid(lastDay, fen(8000), noon + dayMs / 2 - 1).ok).to.equal(true);
    expect(refusalOf(mayBePaid(lastDay, fen(8000), noon + dayMs / 2))).to.deep.equal({ code: 'expired', validUntil: '20260508' });
  });

  it('is refused with another amount, even one that forgets the late fee only', () => {
    const notice = aPaymentNotice({ lateFee: fen(5), totalAmount: fen(8005) });
    expect(refusalOf(mayBePaid(notice, fen(8000), noon))).to.deep.equal({ code: 'amount-differs', expected: fen(8005) });
  });

  it('is refused in every state but unpaid', () => {
    for (const state of ['paying', 'paid', 'void', 'refunded'] as const) {
      expect(refusalOf(mayBePaid(aPaymentNotice({ state }), fen(8000), noon)), state).to.deep.equal({ code: 'not-payable', state });
    }
    expect(refusalOf(mayBePaid(aPaymentNotice({ state: 'expired' }), fen(8000), noon))).to.deep.include({ code: 'expired' });
  });

  it('is refused where the notice contradicts itself', () => {
    expect(refusalOf(mayBePaid(aPaymentNotice({ totalAmount: fen(9000) }), fen(9000), noon))).to.deep.equal({ code: 'does-not-add-up' });
  });
});

describe('a confirmation that the province calls done already', () => {
  const found = (changes: Parameters<typeof aPaymentNotice>[0]) => ({ kind: 'found' as const, notice: aPaymentNotice(changes) });

  it('is our own earlier success when the serial number is ours', () => {
    expect(confirmationMeaning(payment, found({ state: 'paid', confirmation }))).to.deep.equal({ kind: 'confirmed-before', confirmation });
  });

  it('is a second payment when the serial number is another', () => {
    const other = { ...confirmation, serialNo: 'BANK-7' };
    expect(confirmationMeaning(payment, found({ state: 'paid', confirmation: other }))).to.deep.equal({ kind: 'paid-by-other', confirmation: other });
    expect(confirmationMeaning(payment, found({ state: 'refunded', confirmation: other }))).to.deep.include({ kind: 'paid-by-other' });
  });

  it('stays open where the notice does not say who paid', () => {
    expect(confirmationMeaning(payment, found({ state: 'paid' }))).to.deep.equal({ kind: 'unknown', why: 'pending' });
    expect(confirmationMeaning(payment, found({ state: 'unpaid', confirmation }))).to.deep.equal({ kind: 'unknown', why: 'pending' });
    expect(confirmationMeaning(payment, found({ state: 'paid', confirmation, payCode: '35040026300000000002' }))).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    expect(confirmationMeaning(payment, { kind: 'not-found' })).to.deep.equal({ kind: 'unknown', why: 'pending' });
    expect(confirmationMeaning(payment, { kind: 'unknown', why: 'timeout' })).to.deep.equal({ kind: 'unknown', why: 'timeout' });
  });
});

describe('pay code', () => {
  it('has the form that is set, of whatever length', () => {
    for (const [pattern, code] of [['^[0-9]{20}$', '35040026300000000001'], ['^[0-9]{16}$', '3504002600000001'], ['^P[0-9A-Z]{8,12}$', 'P12345678A']] as const) {
      const read = payCodePattern(pattern);
      expect(read.ok && isPayCode(code, read.value), pattern).to.equal(true);
      expect(read.ok && isPayCode(`${code}\n`, read.value), pattern).to.equal(false);
      expect(read.ok && isPayCode(Number(code), read.value), pattern).to.equal(false);
    }
  });

  it('cannot be given a form that is open at an end or slow to match', () => {
    for (const pattern of ['[0-9]{20}', '^[0-9]{20}', '^([0-9]+)+$', '^.*$', '^[0-9]+$', '', '^$', 7, undefined, '^[9-0]$']) {
      expect(payCodePattern(pattern).ok, String(pattern)).to.equal(false);
    }
  });
});
