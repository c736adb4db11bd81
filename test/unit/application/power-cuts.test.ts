import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { aMessage } from './fake-bank.js';
import { barcodeRequest, orderRequest, refundRequest } from './requests.js';
import { expectTradesOfBooks } from './trades-and-books.js';
import { only, openTown, type Town, type TownPlan } from './town.js';

class PowerCut extends Error { override readonly name = 'PowerCut'; }

/**
 * A story told again and again, each time with the power cut one step later: before and after every unit of work and every call of a channel.
 * Once cut, the process does nothing more until it is started again; then people and channels repeat what they got no answer to, and jobs run.
 */
interface Story {
  readonly plan?: TownPlan;
  /** Runs before the power can fail. */
  readonly before?: (town: Town) => Promise<void>;
  /** Everything the outside does; run once with the cut, and again after it. */
  readonly tell: (town: Town) => Promise<void>;
  readonly after: (town: Town, cutAt: string) => void;
  /** The story has at least this many steps: a fuse that is never asked would make every check green. */
  readonly steps: number;
}

function armed(town: Town, cutAtStep: number): { readonly steps: () => number; readonly cutAt: () => string } {
  let steps = 0;
  let cutAt = 'nowhere';
  const fuse = (moment: string): void => {
    steps += 1;
    if (steps === cutAtStep) cutAt = moment;
    if (steps >= cutAtStep) throw new PowerCut(moment);
  };
  town.fuse = fuse;
  town.alipay.fuse = fuse;
  town.unionpay.fuse = fuse;
  return { steps: () => steps, cutAt: () => cutAt };
}

function revive(town: Town): void {
  for (const part of [town, town.alipay, town.unionpay]) part.fuse = () => undefined;
}

const tolerating = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
};

async function tellWithCuts(story: Story): Promise<void> {
  for (let cutAtStep = 1; ; cutAtStep++) {
    const town = await openTown(story.plan);
    await story.before?.(town);
    const fuse = armed(town, cutAtStep);
    await tolerating(() => story.tell(town));
    if (fuse.steps() < cutAtStep) { expect(cutAtStep, 'steps of the story').to.be.above(story.steps); return; }
    revive(town);
    try {
      await story.tell(town);
      await town.pass(5 * 86_400_000);
      story.after(town, fuse.cutAt());
      expectTradesOfBooks(town);
    } catch (error) {
      throw new Error(`cut at step ${cutAtStep} (${fuse.cutAt()}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}

/** What the banks hold for us: every payment less everything that went back. */
const held = (town: Town): bigint => [town.alipay, town.unionpay].reduce((sum, bank) =>
  sum + [...bank.trades.values()].filter((trade) => trade.state === 'paid').reduce((all, trade) => all + trade.amount, 0n)
  - [...bank.refunded.values()].reduce((all, amount) => all + amount, 0n), 0n);

/** What our own books say should be there. */
const booked = (town: Town): bigint => town.attempts.filter((attempt) => ['paid', 'repeat', 'late', 'stray'].includes(attempt.state)).reduce((sum, attempt) => sum + attempt.amount, 0n)
  - town.refunds.filter((refund) => refund.state === 'refunded').reduce((sum, refund) => sum + refund.refundAmount, 0n);

const told = (town: Town): string[] => town.callbacks.map((callback) => `${callback.toldState} ${callback.state}`).sort();

/** The payer starts a payment unless the order is done, pays what the page shows, and the channel sends its message. */
async function payOnPage(town: Town, payChannel: 'alipay' | 'unionpay' = 'alipay'): Promise<void> {
  const placedOrder = await town.placeOrder.run(orderRequest(town));
  if (!placedOrder.ok) throw new Error(placedOrder.refusal.code);
  const begun = await town.startPayment.run({ cashierToken: placedOrder.value.order.cashierToken, payChannel, terminal: 'pc', receivedAt: town.clock.at, address: '', requestId: '' });
  if (!begun.ok) return;
  const { attemptNo } = begun.value;
  town[payChannel].pay(attemptNo);
  town[payChannel].verdict = { genuine: true, refund: undefined, confirmByQuery: false, payment: { kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: town.clock.at } };
  await town.receiveMessage.run(payChannel, aMessage('payment', attemptNo));
  await town.pass(20_000);
}

describe('wherever the power is cut', () => {
  it('a payment on a page is booked once and told once', () => tellWithCuts({
    steps: 10,
    tell: (town) => payOnPage(town),
    after: (town) => {
      expect(only(town.orders).state).to.equal('paid');
      expect([held(town), booked(town)]).to.deep.equal([12_000n, 12_000n]);
      expect(told(town)).to.deep.equal(['paid accepted']);
      expect(town.waiting).to.deep.equal([]);
    },
  }));

  it('a scanned code is charged at most once, and what was charged is booked or given back', () => tellWithCuts({
    plan: { patience: { barcodeAnswerMs: 20 } }, steps: 8,
    tell: async (town) => {
      await town.chargeBarcode.run(barcodeRequest(town));
      await town.pass(20_000);
    },
    after: (town, cutAt) => {
      expect(town.alipay.countOf('charge')).to.be.at.most(1);
      expect(held(town)).to.equal(booked(town));
      const { state } = only(town.orders);
      expect(state, cutAt).to.equal(town.alipay.countOf('charge') === 1 ? 'paid' : 'closed');
      expect(told(town)).to.deep.equal(state === 'paid' ? ['paid accepted'] : []);
    },
  }));

  it('a scanned code that is taken back leaves no money anywhere', () => tellWithCuts({
    plan: { patience: { barcodeAnswerMs: 1 } }, steps: 6,
    before: async (town) => {
      town.alipay.charging = 'paid';
      // The channel is slow to know of its own payment: every question before the cancel is answered "waiting".
      town.alipay.says.charge = async () => ({ kind: 'unknown', attemptNo: only(town.attempts).attemptNo, why: 'timeout' });
      town.alipay.says.query = async ({ attemptNo }) => (town.alipay.trades.get(attemptNo)?.state === 'closed' ? { kind: 'ended', attemptNo } : { kind: 'waiting', attemptNo });
      await town.chargeBarcode.run(barcodeRequest(town));
      await town.pass(44_000);
    },
    tell: async (town) => { await town.pass(10_000); },
    after: (town) => {
      expect([held(town), booked(town)]).to.deep.equal([0n, 0n]);
      expect(only(town.attempts).state).to.equal('ended');
      expect(only(town.orders).state).to.equal('closed');
    },
  }));

  it('a refund goes out under one number, once, and is told once', () => tellWithCuts({
    steps: 8,
    before: (town) => payOnPage(town),
    tell: async (town) => {
      await town.requestRefund.run(refundRequest(town));
      await town.pass(0);
    },
    after: (town) => {
      expect(only(town.refunds)).to.include({ state: 'refunded', refundAmount: 1_000n });
      expect([...town.alipay.refunded]).to.deep.equal([[only(town.refunds).refundTradeNo, 1_000n]]);
      expect(new Set(town.alipay.calls.filter((one) => one.call.endsWith('refund')).map((one) => one.no)).size, 'numbers sent').to.equal(1);
      expect([held(town), booked(town)]).to.deep.equal([11_000n, 11_000n]);
      expect(told(town)).to.deep.equal(['paid accepted', 'refunded accepted']);
    },
  }));

  it('money that came after closing goes back once', () => tellWithCuts({
    steps: 8,
    before: async (town) => {
      town.unionpay.closable = false;
      const result = await town.placeOrder.run(orderRequest(town));
      if (!result.ok) throw new Error(result.refusal.code);
      const { cashierToken, platformOrderNo } = result.value.order;
      const begun = await town.startPayment.run({ cashierToken, payChannel: 'unionpay', terminal: 'pc', receivedAt: town.clock.at, address: '', requestId: '' });
      await town.closeOrder.run(platformOrderNo, 'closedByMerchant', { kind: 'system', code: 't', address: undefined });
      if (begun.ok) town.unionpay.pay(begun.value.attemptNo);
    },
    tell: async (town) => { await town.pass(20_000); },
    after: (town) => {
      expect([only(town.orders).state, only(town.attempts).state]).to.deep.equal(['closed', 'late']);
      expect([held(town), booked(town), town.unionpay.refunded.size]).to.deep.equal([0n, 0n, 1]);
      expect(only(town.abnormal).handleState).to.equal('handled');
    },
  }));

  it('an order paid twice is told twice and keeps one payment', () => tellWithCuts({
    plan: { payee: { repeatRefundByRule: true } }, steps: 10,
    before: async (town) => {
      town.unionpay.closable = false;
      const result = await town.placeOrder.run(orderRequest(town));
      if (!result.ok) throw new Error(result.refusal.code);
      const { cashierToken } = result.value.order;
      for (const payChannel of ['unionpay', 'alipay'] as const) {
        const begun = await town.startPayment.run({ cashierToken, payChannel, terminal: 'pc', receivedAt: town.clock.at, address: '', requestId: '' });
        if (!begun.ok) throw new Error(begun.refusal);
      }
      for (const attempt of town.attempts) town[attempt.payChannel].pay(attempt.attemptNo);
    },
    tell: async (town) => { await town.pass(20_000); },
    after: (town) => {
      expect(only(town.orders).state).to.equal('paid');
      expect(town.attempts.map((attempt) => attempt.state).sort()).to.deep.equal(['paid', 'repeat']);
      expect([held(town), booked(town), only(town.repeats).handleState]).to.deep.equal([12_000n, 12_000n, 'handled']);
      expect(told(town)).to.deep.equal(['paid accepted', 'repeat-paid accepted']);
    },
  }));
});
