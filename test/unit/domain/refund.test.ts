import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { judgeRefundReport, nextRefundQueryAt, refundLadderMs } from '../../../domain/refunds/judge-refund-report.js';
import { checkRefund, needsReview, newRefund, refundContent, refundedAmount, type Refund, type RefundFacts, type RefundState } from '../../../domain/refunds/refund.js';
import type { RefundReport } from '../../../domain/refunds/refund-report.js';
import { aPayee } from '../../builders/directory.js';
import { no, noon } from '../../builders/moments.js';
import { anAttempt, anOrder, attemptNo } from '../../builders/payments.js';
import { aRefund, refundFacts } from '../../builders/refunds.js';

const paid = anOrder({ state: 'paid' });
const attempt = anAttempt({ state: 'paid' });
const line = (subMerchantNo: string, amount: number) => ({ subMerchantNo, bizSubOrderNo: `B-${subMerchantNo}`, orderAmount: fen(amount) });
const combined = anOrder({ state: 'paid', subOrders: [line('S1', 7_000), line('S2', 5_000)] });

describe('whether money may go back (design 4.6)', () => {
  const of = (amount: number, state: RefundState = 'refunded', changes: Partial<Refund> = {}): Refund => aRefund({ refundAmount: fen(amount), state, ...changes });
  const check = (amount: number, refunds: readonly Refund[], changes: Partial<RefundFacts> = {}, order = paid) =>
    checkRefund(order, attempt, refunds, refundFacts({ refundAmount: fen(amount), ...changes }));
  const tooBig = (left: bigint) => ({ ok: false, refusal: { code: 'refund-too-big', left } });
  const fine = { ok: true, value: 'refundable' };

  it('allows all that was charged, and not a fen more', () => {
    expect(check(12_000, [])).to.deep.equal(fine);
    expect(check(12_001, [])).to.deep.equal(tooBig(12_000n));
  });

  it('counts what is done, under way and waiting for review, but not what failed', () => {
    const refunds = [of(2_000), of(3_000, 'refunding'), of(1_000, 'requested'), of(9_000, 'failed')];
    expect(check(6_000, refunds)).to.deep.equal(fine);
    expect(check(6_001, refunds)).to.deep.equal(tooBig(6_000n));
  });

  it('is limited by the charge and not by what was owed', () => {
    expect(checkRefund(anOrder({ state: 'paid', bizDiscountAmount: fen(500) }), { ...attempt, amount: fen(11_500) }, [], refundFacts({ refundAmount: fen(11_501) }))).to.deep.equal(tooBig(11_500n));
  });

  it('does not count what went back of another attempt', () => expect(check(12_000, [of(12_000, 'refunded', { attemptNo: no(7) })])).to.deep.equal(fine));

  it('never says that less than nothing is left', () => expect(check(1, [of(8_000), of(8_000)])).to.deep.equal(tooBig(0n)));

  it('knows no sub-merchant of a plain order', () => expect(check(1, [], { subMerchantNo: 'S1' })).to.deep.equal({ ok: false, refusal: { code: 'sub-merchant-unknown' } }));

  it('names exactly one sub-merchant of a combined order, and not more than its line', () => {
    expect(check(1, [], {}, combined)).to.deep.equal({ ok: false, refusal: { code: 'sub-merchant-needed' } });
    expect(check(1, [], { subMerchantNo: 'S9' }, combined)).to.deep.equal({ ok: false, refusal: { code: 'sub-merchant-unknown' } });
    expect(check(7_000, [], { subMerchantNo: 'S1' }, combined)).to.deep.equal(fine);
    expect(check(7_001, [], { subMerchantNo: 'S1' }, combined)).to.deep.equal(tooBig(7_000n));
  });

  it('keeps the lines of a combined order apart', () => {
    const refunds = [of(6_000, 'refunding', { subMerchantNo: 'S1' })];
    expect(check(1_000, refunds, { subMerchantNo: 'S1' }, combined)).to.deep.equal(fine);
    expect(check(1_001, refunds, { subMerchantNo: 'S1' }, combined)).to.deep.equal(tooBig(1_000n));
    expect(check(5_000, refunds, { subMerchantNo: 'S2' }, combined)).to.deep.equal(fine);
  });

  it('gives a whole combined payment back only by rule, and nothing of it after that', () => {
    expect(check(12_000, [], { origin: 'rule' }, combined)).to.deep.equal(fine);
    expect(check(1, [of(12_000, 'refunding')], { subMerchantNo: 'S1' }, combined)).to.deep.equal(tooBig(0n));
  });
});

describe('whether a second person is asked', () => {
  const table: readonly (readonly [string, Parameters<typeof aPayee>[0], Partial<RefundFacts>, boolean])[] = [
    ['nothing switched on', {}, {}, false],
    ['the switch on', { refundReviewRequired: true }, {}, true],
    ['an amount just at the limit', { refundReviewAbove: fen(1_000) }, { refundAmount: fen(1_000) }, false],
    ['an amount above the limit', { refundReviewAbove: fen(1_000) }, { refundAmount: fen(1_001) }, true],
    ['a limit of nothing', { refundReviewAbove: fen(0) }, { refundAmount: fen(1) }, true],
    ['a rule', { refundReviewRequired: true, refundReviewAbove: fen(0) }, { origin: 'rule' }, false],
    ['a person', { refundReviewRequired: true }, { origin: 'person' }, true],
  ];
  for (const [name, payee, facts, expected] of table) {
    it(`with ${name}: ${expected ? 'yes' : 'no'}`, () => expect(needsReview(aPayee(payee), refundFacts(facts))).to.equal(expected));
  }

  it('starts the refund under way without it, waiting with it', () => {
    const mint = { platformRefundOrderNo: 'P', attemptNo, contentDigest: 'C', requestedBy: 'x', now: noon };
    const [direct, waiting] = [false, true].map((review) => newRefund(refundFacts(), { ...mint, review }));
    expect([direct?.state, direct?.approvalState, direct?.stateMsg, direct?.refundTradeNo]).to.deep.equal(['refunding', 'not-needed', '退款中', undefined]);
    expect([waiting?.state, waiting?.approvalState, waiting?.stateMsg]).to.deep.equal(['requested', 'pending', '待审批']);
  });
});

describe('a word of the channel about a refund', () => {
  const refundTradeNo = no(9501);
  const reports: Readonly<Record<RefundReport['kind'], RefundReport>> = {
    refunded: { kind: 'refunded', refundTradeNo, at: noon + 5, channelRefundNo: 'CR' }, accepted: { kind: 'accepted', refundTradeNo },
    declined: { kind: 'declined', refundTradeNo, reason: '账户已注销', code: 'X' }, 'try-later': { kind: 'try-later', refundTradeNo, code: 'BUSY' },
    'not-found': { kind: 'not-found', refundTradeNo }, unknown: { kind: 'unknown', refundTradeNo, why: 'timeout' },
  };
  const ends: Partial<Record<RefundReport['kind'], string>> = { refunded: 'refunded', declined: 'failed' };
  for (const [kind, report] of Object.entries(reports) as [RefundReport['kind'], RefundReport][]) {
    for (const state of ['requested', 'refunding', 'refunded', 'failed'] as const) {
      const expected = state === 'refunding' ? ends[kind] ?? 'nothing-new' : 'nothing-new';
      it(`${kind} about one that is ${state}: ${expected}`, () => {
        const judged = judgeRefundReport(aRefund({ state, refundTradeNo }), report, noon + 10);
        expect(judged.kind).to.equal(expected);
        if (judged.kind !== 'nothing-new') expect(judgeRefundReport(judged.refund, report, noon + 20).kind, 'the same word again').to.equal('nothing-new');
      });
    }
  }

  it('is about our number or about nothing', () => {
    expect(judgeRefundReport(aRefund(), { ...reports.refunded, refundTradeNo: no(1) }, noon).kind).to.equal('nothing-new');
    expect(judgeRefundReport(aRefund({ refundTradeNo: undefined }), reports.refunded, noon).kind).to.equal('nothing-new');
  });

  it('keeps the moment and the channel’s number, but no moment of the future', () => {
    const early = judgeRefundReport(aRefund(), reports.refunded, noon + 10);
    expect(early.kind === 'refunded' && [early.refund.refundedAt, early.refund.channelRefundNo, early.refund.stateMsg]).to.deep.equal([noon + 5, 'CR', '退款成功']);
    const hasty = judgeRefundReport(aRefund(), reports.refunded, noon + 1);
    expect(hasty.kind === 'refunded' && hasty.refund.refundedAt).to.equal(noon + 1);
  });

  it('gives a refusal its reason, or a plain word for none', () => {
    const judged = (reason: string) => judgeRefundReport(aRefund(), { kind: 'declined', refundTradeNo, reason, code: 'X' }, noon);
    const texts = [judged('账户已注销'), judged('')].map((one) => (one.kind === 'failed' ? one.refund.stateMsg : one.kind));
    expect(texts).to.deep.equal(['账户已注销', '退款失败']);
  });
});

describe('asking about a refund', () => {
  it('waits longer and longer, and at the end every six hours', () => {
    const waits = Array.from({ length: 12 }, (_unused, queriesAsked) => nextRefundQueryAt(aRefund({ queriesAsked }), noon) - noon);
    expect(waits.slice(0, 9)).to.deep.equal([10, 20, 60, 120, 300, 600, 1800, 3600, 21_600].map((seconds) => seconds * 1000));
    expect(waits.slice(9)).to.deep.equal([21_600_000, 21_600_000, 21_600_000]);
    expect(refundLadderMs).to.have.lengthOf(9);
  });
});

describe('the content of a refund', () => {
  const changes: Readonly<Record<string, Partial<RefundFacts>>> = {
    devId: { devId: 'D2' }, merchantNo: { merchantNo: 'M2' }, bizRefundOrderNo: { bizRefundOrderNo: 'R2' }, refundOrderDate: { refundOrderDate: '20260509' }, platformOrderNo: { platformOrderNo: no(2) },
    refundAmount: { refundAmount: fen(1_001) }, refundTitle: { refundTitle: 'x' }, refundReason: { refundReason: 'x' }, notifyUrl: { notifyUrl: 'https://biz.example/x' },
    passbackParams: { passbackParams: 'x' }, subMerchantNo: { subMerchantNo: 'x' }, nontaxRefundRef: { nontaxRefundRef: 'x' },
  };
  for (const [field, change] of Object.entries(changes)) it(`differs with ${field}`, () => expect(refundContent(refundFacts(change))).to.not.equal(refundContent(refundFacts())));
});

describe('what has gone back for certain', () => {
  it('is only what the channel confirmed', () => {
    expect(refundedAmount([aRefund({ state: 'refunded', refundAmount: fen(5) }), aRefund({ state: 'refunding' }), aRefund({ state: 'failed' }), aRefund({ state: 'refunded', refundAmount: fen(7) })])).to.equal(12n);
    expect(refundedAmount([])).to.equal(0n);
  });
});
