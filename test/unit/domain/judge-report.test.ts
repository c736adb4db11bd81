import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import type { Attempt, AttemptState } from '../../../domain/payments/attempt.js';
import type { ChannelReport } from '../../../domain/payments/channel-report.js';
import { chargedInErrorMessage } from '../../../domain/payments/attempt.js';
import { followAttempts, judgeReport, type Judgement } from '../../../domain/payments/judge-report.js';
import type { Order, OrderState } from '../../../domain/payments/order.js';
import { no, noon } from '../../builders/moments.js';
import { anAttempt, anOrder, aPaidReport, attemptNo } from '../../builders/payments.js';

const later = noon + 90_000;
const reports: Readonly<Record<string, ChannelReport>> = {
  paid: aPaidReport(), 'paid with another amount': aPaidReport({ amount: fen(11_999) }),
  declined: { kind: 'declined', attemptNo, reason: '余额不足', code: 'NO_MONEY' }, ended: { kind: 'ended', attemptNo }, waiting: { kind: 'waiting', attemptNo },
  'not-found': { kind: 'not-found', attemptNo }, unknown: { kind: 'unknown', attemptNo, why: 'timeout' },
  'charged-in-error': { kind: 'charged-in-error', attemptNo, channelOrderNo: 'T9', amount: fen(12_000), code: '74', goesBack: false },
};

/** Judgement → state of the attempt afterwards, for a page attempt; one column per order state. `-` is nothing new. */
const orderStates: readonly OrderState[] = ['awaiting', 'paying', 'failed', 'paid', 'closed'];
const attemptStates: readonly AttemptState[] = ['open', 'declined', 'ended', 'stray', 'paid', 'repeat', 'late'];
const settles = 'settled→paid settled→paid settled→paid paid-twice→repeat paid-late→late';
const same = (word: string): string => Array.from({ length: 5 }, () => word).join(' ');
const nothing = same('-');
const expected: Readonly<Record<string, Readonly<Record<AttemptState, string>>>> = {
  paid: { open: settles, declined: settles, ended: settles, stray: settles, paid: nothing, repeat: nothing, late: nothing },
  'paid with another amount': {
    open: same('amount-differs'), declined: same('amount-differs'), ended: same('amount-differs'), stray: same('amount-differs'), paid: nothing, repeat: nothing, late: nothing,
  },
  declined: { open: same('moved→declined'), declined: nothing, ended: nothing, stray: nothing, paid: nothing, repeat: nothing, late: nothing },
  ended: { open: same('moved→ended'), declined: nothing, ended: nothing, stray: nothing, paid: nothing, repeat: nothing, late: nothing },
  waiting: { open: same('moved→open'), declined: nothing, ended: nothing, stray: nothing, paid: nothing, repeat: nothing, late: nothing },
  'not-found': { open: same('moved→open'), declined: nothing, ended: nothing, stray: nothing, paid: nothing, repeat: nothing, late: nothing },
  unknown: { open: nothing, declined: nothing, ended: nothing, stray: nothing, paid: nothing, repeat: nothing, late: nothing },
  'charged-in-error': {
    open: same('charged-in-error→stray'), declined: same('charged-in-error→stray'), ended: same('charged-in-error→stray'), stray: nothing, paid: nothing, repeat: nothing, late: nothing,
  },
};

const after = (judgement: Judgement, order: Order, attempt: Attempt): { order: Order; attempt: Attempt } =>
  ({ order: 'order' in judgement ? judgement.order : order, attempt: 'attempt' in judgement ? judgement.attempt : attempt });
const wordOf = (judgement: Judgement): string =>
  judgement.kind === 'nothing-new' ? '-' : 'attempt' in judgement ? `${judgement.kind}→${judgement.attempt.state}` : judgement.kind;

describe('what a report means, for every state of order and attempt', () => {
  for (const [name, report] of Object.entries(reports)) {
    for (const attemptState of attemptStates) {
      const columns = (expected[name]?.[attemptState] ?? '').split(' ');
      orderStates.forEach((orderState, column) => {
        it(`${name} about an attempt ${attemptState} of an order ${orderState}: ${columns[column]}`, () => {
          const order = anOrder({ state: orderState });
          const attempt = anAttempt({ state: attemptState });
          const first = judgeReport(order, attempt, [], report, later);
          expect(wordOf(first)).to.equal(columns[column]);
          const now = after(first, order, attempt);
          const second = judgeReport(now.order, now.attempt, [], report, later);
          expect(wordOf(second), 'the same word again').to.equal(first.kind === 'amount-differs' ? 'amount-differs' : '-');
          if (orderState === 'paid' || orderState === 'closed') expect(now.order).to.deep.equal(order);
        });
      });
    }
  }

  it('takes over what the channel says about a payment', () => {
    const report = aPaidReport({ paidByPayer: fen(11_000), channelDiscountAmount: fen(1_000), clearingDay: '20260508' });
    const judged = judgeReport(anOrder({ state: 'paying' }), anAttempt({ payChannel: 'unionpay' }), [], report, later);
    if (judged.kind !== 'settled') return expect.fail(judged.kind);
    const { order, attempt } = judged;
    expect([order.state, order.stateMsg, order.paidAt, order.paidAttemptNo, order.payChannel, order.channelOrderNo, order.channelDiscountAmount])
      .to.deep.equal(['paid', '支付成功', noon + 30_000, attemptNo, 'unionpay', 'TRADE-1', 1_000n]);
    expect([attempt.busy, attempt.channelOrderNo, attempt.paidAt, attempt.recordedAt, attempt.paidByPayer, attempt.channelDiscountAmount, attempt.clearingDay])
      .to.deep.equal([false, 'TRADE-1', noon + 30_000, later, 11_000n, 1_000n, '20260508']);
  });

  it('compares with what was charged, not with what was owed', () => {
    const order = anOrder({ bizDiscountAmount: fen(500) });
    const attempt = anAttempt({ amount: fen(11_500) });
    expect(judgeReport(order, attempt, [], aPaidReport({ amount: fen(12_000) }), later).kind).to.equal('amount-differs');
    expect(judgeReport(order, attempt, [], aPaidReport({ amount: fen(11_500) }), later).kind).to.equal('settled');
  });

  it('keeps a scanned code paying while the payer types, whatever the channel says of waiting', () => {
    for (const kind of ['waiting', 'not-found'] as const) {
      expect(judgeReport(anOrder({ state: 'paying' }), anAttempt({ payMethod: 'bar' }), [], { kind, attemptNo }, later).kind).to.equal('nothing-new');
    }
  });

  it('lets a payer who is seen waiting choose again, once', () => {
    const judged = judgeReport(anOrder({ state: 'paying' }), anAttempt(), [], { kind: 'waiting', attemptNo }, later);
    expect(judged.kind === 'moved' && [judged.order.state, judged.attempt.state, judged.attempt.busy]).to.deep.equal(['awaiting', 'open', false]);
  });

  it('tells a payer whose money moved in error not to pay again', () => {
    const report = reports['charged-in-error'];
    const judged = report && judgeReport(anOrder({ state: 'paying' }), anAttempt(), [], report, later);
    expect(judged?.kind === 'charged-in-error' && [judged.order.state, judged.order.stateMsg, judged.attempt.paidAt]).to.deep.equal(['failed', chargedInErrorMessage, later]);
  });
});

describe('an order follows its attempts (design 4.3)', () => {
  const first = anAttempt({ attemptNo: no(1) });
  const second = anAttempt({ attemptNo: no(2) });
  const table: readonly (readonly [string, readonly Attempt[], OrderState, string])[] = [
    ['no attempt', [], 'awaiting', '待支付'],
    ['an attempt on the channel’s page', [first], 'paying', '支付中'],
    ['an attempt the payer left', [{ ...first, busy: false }], 'awaiting', '待支付'],
    ['a refused attempt', [{ ...first, state: 'declined', busy: false, reason: '余额不足' }], 'failed', '余额不足'],
    ['a refused attempt without a reason', [{ ...first, state: 'declined', busy: false }], 'failed', '支付失败'],
    ['a refused attempt with an empty reason', [{ ...first, state: 'declined', busy: false, reason: '' }], 'failed', '支付失败'],
    ['a refused attempt beside a busy one', [first, { ...second, state: 'declined', busy: false }], 'paying', '支付中'],
    ['an old refusal and a newer attempt that was closed', [{ ...first, state: 'declined', busy: false }, { ...second, state: 'ended', busy: false }], 'awaiting', '待支付'],
    ['the same two, told in the other order', [{ ...second, state: 'ended', busy: false }, { ...first, state: 'declined', busy: false }], 'awaiting', '待支付'],
    ['a closed attempt and a newer refusal', [{ ...first, state: 'ended', busy: false }, { ...second, state: 'declined', busy: false, reason: '限额' }], 'failed', '限额'],
    ['money taken in error', [{ ...first, state: 'stray', busy: false, reason: chargedInErrorMessage }], 'failed', '渠道已扣款但交易未成功，款项待核实退回，请勿重复支付'],
  ];
  for (const [name, attempts, state, stateMsg] of table) {
    it(`with ${name} is ${state}`, () => {
      for (const from of ['awaiting', 'paying', 'failed'] as const) {
        const followed = followAttempts(anOrder({ state: from }), attempts);
        expect([followed.state, followed.stateMsg], from).to.deep.equal([state, stateMsg]);
      }
    });
  }

  for (const state of ['paid', 'closed'] as const) {
    it(`and stays ${state} whatever they do`, () => {
      const order = anOrder({ state });
      for (const [, attempts] of table) expect(followAttempts(order, attempts)).to.equal(order);
    });
  }

  it('judges a refusal beside another busy attempt as paying still', () => {
    const judged = judgeReport(anOrder({ state: 'paying' }), anAttempt(), [anAttempt({ attemptNo: no(9000) })], { kind: 'declined', attemptNo, reason: '', code: 'X' }, later);
    expect(judged.kind === 'moved' && [judged.order.state, judged.attempt.state]).to.deep.equal(['paying', 'declined']);
  });
});
