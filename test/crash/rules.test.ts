import { expect } from 'chai';
import type { Facts } from './facts.js';
import { paymentComplaints, refundComplaints, sumComplaints } from './money-rules.js';
import { callbackComplaints, orderComplaints } from './order-rules.js';
import { tradeComplaints } from './trade-rules.js';

type Plain<T> = { -readonly [K in keyof T]: T[K] extends ReadonlySet<infer E> ? Set<E> : T[K] extends readonly (infer E)[] ? Plain<E>[] : T[K] extends object ? Plain<T[K]> : T[K] };

/** A small truthful world: one order paid twice, its first payment refunded in part, the second in full by rule. */
function truth(): Plain<Facts> {
  const attempt = { orderNo: 'O1', method: 'pc', amountFen: 100n, cancelAsked: false };
  const refund = { orderNo: 'O1', state: 'refunded', askedToBeTold: true };
  return {
    orders: [{ orderNo: 'O1', bizOrderNo: 'B1', state: 'paid', paidAttemptNo: 'A1', amountFen: 100n }],
    attempts: [{ ...attempt, attemptNo: 'A1', channel: 'alipay', state: 'paid', channelOrderNo: 'T1' }, { ...attempt, attemptNo: 'A2', channel: 'unionpay', state: 'repeat', channelOrderNo: 'T2' }],
    refunds: [
      { ...refund, refundNo: 'F1', bizRefundOrderNo: 'R1', attemptNo: 'A1', origin: 'merchant', amountFen: 30n, tradeNo: 'X1' },
      { ...refund, refundNo: 'F2', bizRefundOrderNo: 'RULE-A2', attemptNo: 'A2', origin: 'rule', amountFen: 100n, tradeNo: 'X2', askedToBeTold: false },
    ],
    trades: [
      { key: 'PA1', attemptNo: 'A1', channel: 'alipay', amountFen: 100n }, { key: 'PA2', attemptNo: 'A2', channel: 'unionpay', amountFen: 100n },
      { key: 'RX1', attemptNo: 'A1', channel: 'alipay', amountFen: 30n }, { key: 'RX2', attemptNo: 'A2', channel: 'unionpay', amountFen: 100n },
    ],
    repeats: new Set(['A2']), abnormal: new Set(), deadJobs: [],
    books: {
      alipay: { payments: [{ attemptNo: 'A1', amountFen: 100n, state: 'paid' }], refunds: [{ refundNo: 'X1', attemptNo: 'A1', amountFen: 30n, byCancel: false }], paidFen: 100n, refundedFen: 30n },
      unionpay: { payments: [{ attemptNo: 'A2', amountFen: 100n, state: 'paid' }], refunds: [{ refundNo: 'X2', attemptNo: 'A2', amountFen: 100n, byCancel: false }], paidFen: 100n, refundedFen: 100n },
    },
    placed: [{ owner: 'rsa2', merchantNo: 'M', bizOrderNo: 'B1', orderDate: '', orderTime: '', amountFen: 100n, told: new Set(['O1']) }],
    asked: [{ owner: 'rsa2', merchantNo: 'M', bizRefundOrderNo: 'R1', refundOrderDate: '', platformOrderNo: 'O1', amountFen: 30n, told: new Set(['F1']) }],
    heard: [
      { kind: 'payment', no: 'O1', state: '2', amount: 100n, channelOrderNo: 'T1' }, { kind: 'repeat-payment', no: 'O1', state: '5', amount: 100n, channelOrderNo: 'T2' },
      { kind: 'refund', no: 'F1', state: '2', amount: 30n, channelOrderNo: undefined },
    ],
  };
}

const complaints = (facts: Plain<Facts>): readonly string[] => {
  const read = facts as unknown as Facts;
  return [paymentComplaints, refundComplaints, sumComplaints, tradeComplaints, orderComplaints, callbackComplaints].flatMap((rule) => rule(read));
};

/** The rules of the crash suite must be able to fail: each lie is planted alone. */
describe('the rules by which a crash run is judged', () => {
  it('find nothing in books that agree', () => expect(complaints(truth())).to.deep.equal([]));

  const lies: Readonly<Record<string, (facts: Plain<Facts>) => void>> = {
    'a payment the channel has and we lost': (facts) => { facts.attempts.pop(); },
    'a payment that is open here and paid there': (facts) => { if (facts.attempts[1]) facts.attempts[1].state = 'open'; },
    'money that the channel never had': (facts) => { facts.books.alipay.payments = []; },
    'an amount that differs by one fen': (facts) => { if (facts.attempts[0]) facts.attempts[0].amountFen = 101n; },
    'a refund sent twice': (facts) => { facts.books.alipay.refunds.push({ refundNo: 'X1', attemptNo: 'A1', amountFen: 30n, byCancel: false }); },
    'a refund the channel does not have': (facts) => { facts.books.alipay.refunds = []; },
    'a refund we call failed and the channel made': (facts) => { if (facts.refunds[0]) facts.refunds[0].state = 'failed'; },
    'a refund under a number that is not ours': (facts) => { facts.books.unionpay.refunds.push({ refundNo: 'X9', attemptNo: 'A2', amountFen: 1n, byCancel: false }); },
    'more promised back than was paid': (facts) => { facts.refunds.push({ ...facts.refunds[0], refundNo: 'F3', bizRefundOrderNo: 'R2', state: 'refunding', amountFen: 90n } as Plain<Facts>['refunds'][number]); },
    'repeat money that nobody gives back': (facts) => {
      facts.refunds.pop();
      facts.books.unionpay = { ...facts.books.unionpay, refunds: [], refundedFen: 0n };
    },
    'a sum that is one fen short': (facts) => { facts.books.alipay.paidFen = 101n; },
    'a payment without its trade': (facts) => { facts.trades.shift(); },
    'a trade of money that went nowhere': (facts) => { facts.trades.push({ key: 'PA9', attemptNo: 'A9', channel: 'alipay', amountFen: 1n }); },
    'a trade that is one fen short': (facts) => { if (facts.trades[2]) facts.trades[2].amountFen = 29n; },
    'two orders for one request': (facts) => { facts.placed[0]?.told.add('O2'); },
    'an order that was promised and is gone': (facts) => { facts.orders[0] = { ...facts.orders[0], orderNo: 'O9' } as Plain<Facts>['orders'][number]; },
    'a paid order without the attempt that settled it': (facts) => { if (facts.orders[0]) facts.orders[0].paidAttemptNo = 'A2'; },
    'an order that stays open for days': (facts) => { if (facts.orders[0]) facts.orders[0].state = 'paying'; },
    'a repeat without its record': (facts) => { facts.repeats.clear(); },
    'a job that was given up': (facts) => { facts.deadJobs.push('deliver-callback'); },
    'a 2 that nobody was told': (facts) => { facts.heard.splice(0, 1); },
    'a 5 that nobody was told': (facts) => { facts.heard.splice(1, 1); },
    'a refund that nobody was told': (facts) => { facts.heard.splice(2, 1); },
    'news of a payment that was not': (facts) => { facts.heard.push({ kind: 'payment', no: 'O7', state: '2', amount: 100n, channelOrderNo: 'T7' }); },
    'news of a refund with another end': (facts) => { facts.heard.push({ kind: 'refund', no: 'F1', state: '3', amount: 30n, channelOrderNo: undefined }); },
  };
  for (const [lie, plant] of Object.entries(lies)) {
    it(`find ${lie}`, () => {
      const facts = truth();
      plant(facts);
      expect(complaints(facts)).to.not.deep.equal([]);
    });
  }
});
