import { expect } from 'chai';
import { fen, type FenSum } from '../../../../domain/kernel/money.js';
import { entriesOf } from '../../../../domain/settlement/settlement-entry.js';
import { entriesOfEBill } from '../../../../domain/timeline/e-bill-entries.js';
import { nextSteps } from '../../../../domain/timeline/next-steps.js';
import { entriesOfAttempt } from '../../../../domain/timeline/payment-entries.js';
import { billKeysOf, entriesOfTrade } from '../../../../domain/timeline/settlement-entries.js';
import { entriesOfText, isToPayer, textsAbout } from '../../../../domain/timeline/text-entries.js';
import { forPayer, timelineOf } from '../../../../domain/timeline/timeline.js';
import type { Attempt } from '../../../../domain/payments/attempt.js';
import { anOrderBill, issuedBill } from '../../../builders/e-bills.js';
import { noon } from '../../../builders/moments.js';
import { aTrade } from '../../../builders/settlement.js';
import { aTextMessage } from '../../../builders/text-message.js';
import { anAttempt, anOrder, aRefund } from '../../../contract/persistence/builders.js';

describe('texts in the story of an order', () => {
  it('tell delivered, unknown and what waits, each at its moment, and the masked phone to operators alone', () => {
    const at = { queued: 1, submitted: 3, delivered: 5, failed: 5, unknown: 5 } as const;
    for (const [state, tone, text] of [
      ['queued', 'waiting', '缴费成功短信待发送'], ['submitted', 'waiting', '缴费成功短信已发出，等待送达回执'], ['delivered', 'done', '缴费成功短信已送达'],
      ['failed', 'done', '缴费成功短信未能送达'], ['unknown', 'done', '缴费成功短信是否送达尚无法确认'],
    ] as const) {
      const message = aTextMessage({ state, createdAt: 1, lastTriedAt: 2, submittedAt: 3, endedAt: at[state] === 5 ? 5 : undefined });
      const entries = entriesOfText(message);
      expect(entries).to.deep.equal([{ at: at[state], subject: 'text-message', tone, text, amount: undefined, detail: '138****0001' }]);
      expect(forPayer(timelineOf(entries, [])).entries[0]?.detail).to.equal(undefined);
    }
  });

  it('are looked for under order, refunds and bills, told of no code, and never of another phone', () => {
    expect(textsAbout({ platformOrderNo: 'P1' }, [aRefund({ platformRefundOrderNo: 'F1' })], [anOrderBill({ state: 'issued' }), anOrderBill()])).to.deep.equal([['payment-made', 'P1'], ['refund-made', 'F1'], ['bill-issued', '0000000001']]);
    expect(entriesOfText(aTextMessage({ scene: 'find-payment' }))).to.deep.equal([]);
    const order = (mobile: string | undefined) => anOrder({ payer: { name: undefined, mobile, certNo: undefined } });
    expect([isToPayer(aTextMessage(), order('13800000001')), isToPayer(aTextMessage(), order('13900000001')), isToPayer(aTextMessage(), order(undefined))]).to.deep.equal([true, false, false]);
  });
});

describe('settlement in the story of an order', () => {
  const line = { settled: 12_000n as FenSum, fee: 72n as FenSum, channelNo: 'T', lineNo: 1, runNo: 'R', clearingDay: '20260508', settleDay: '20260508', now: noon + 50 };

  it('is told when a line of the bill was found, for a combined order once, and not of what is open', () => {
    const trade = aTrade({ settleState: 'settled', settledDay: '20260508', shares: [{ subMerchantNo: 'S1', amount: fen(7_000) }, { subMerchantNo: 'S2', amount: fen(5_000) }] });
    const entries = [...entriesOf(trade, line, 0), ...entriesOf({ ...trade, tradeKey: 'Pother' }, { ...line, now: noon + 99 }, 0)];
    expect(entriesOfTrade(trade, entries)).to.deep.equal([{ at: noon + 50, subject: 'settlement', tone: 'done', text: '收款与渠道账单核对一致', amount: 12_000n, detail: '清算日 20260508' }]);
    expect([entriesOfTrade(aTrade(), entries), entriesOfTrade(trade, [])]).to.deep.equal([[], []]);
  });

  it('is awaited in the bill of its day, and payers are not troubled with it', () => {
    expect(billKeysOf([aTrade(), aTrade({ kind: 'refund' }), aTrade({ clearingDay: '20260509', settleState: 'settled' })])).to.deep.equal(['CM-ALI:20260508']);
    const next = nextSteps([{ topic: 'fetch-bill', dueAt: noon + 1 }, { topic: 'send-text', dueAt: noon + 9 }, { topic: 'send-text', dueAt: noon + 5 }, { topic: 'work-notice', dueAt: noon - 5 }, { topic: 'certify-day', dueAt: noon }], noon);
    expect(next.map(({ subject }) => subject)).to.deep.equal(['settlement', 'text-message', 'text-message', 'payment-notice']);
    expect(forPayer(timelineOf([], next)).next.map(({ subject, at }) => [subject, at - noon])).to.deep.equal([['payment-notice', 0], ['text-message', 5]]);
  });
});

describe('moments that others tell in whole seconds', () => {
  it('are not shown before what they follow from', () => {
    const attempt: Attempt = { ...anAttempt({ createdAt: noon + 600 }), state: 'paid', paidAt: noon };
    expect(entriesOfAttempt(attempt).map(({ at }) => at - noon)).to.deep.equal([600, 600]);
    const bill = anOrderBill({ state: 'issued', createdAt: noon + 300, issued: issuedBill({ issuedAt: noon }) });
    expect(entriesOfEBill(bill).map(({ at, text }) => [at - noon, text])).to.deep.equal([[300, '电子票据已开具']]);
    expect(entriesOfEBill({ ...bill, round: 2 })[0]?.text).to.equal('已就剩余金额重新开具电子票据');
  });
});
