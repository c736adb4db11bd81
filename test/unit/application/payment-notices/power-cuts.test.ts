import { expect } from 'chai';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import { orderRequest } from '../requests.js';
import { only, type Town } from '../town.js';
import type { FakeProvince } from '../fake-province.js';
import { abnormalOf, nontaxFacts, noticesOf, noticeTown, type NoticePlan } from './notice-town.js';

class PowerCut extends Error { override readonly name = 'PowerCut'; }

const tolerating = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
};

/** The whole life of an order with a notice: placed, paid, confirmed. Every part may be told again. */
async function live(town: Town, pays: boolean): Promise<void> {
  const made = await town.placeOrder.run(orderRequest(town, nontaxFacts()));
  if (!made.ok) throw new Error(`not placed: ${made.refusal.code}`);
  await town.work();
  const [order] = town.orders;
  if (pays && order !== undefined && town.attempts.length === 0) {
    await town.startPayment.run({ cashierToken: order.cashierToken, payChannel: 'alipay', terminal: 'pc', receivedAt: 0, address: '', requestId: '' });
  }
  for (const { attemptNo } of town.attempts) if (!town.alipay.trades.has(attemptNo)) town.alipay.pay(attemptNo);
  for (const attempt of town.attempts) await town.ask.query(attempt);
  await town.work();
  await town.work();
}

/** The story with the power cut at each step in turn: around every unit of work and every call of channel and province. */
async function tellWithCuts(plan: NoticePlan, pays: boolean, check: (town: Town, province: FakeProvince, cutAt: string) => void): Promise<number> {
  for (let cutAtStep = 1; ; cutAtStep++) {
    const { town, province } = await noticeTown(plan);
    let [steps, cutAt] = [0, 'nowhere'];
    const fuse = (moment: string): void => {
      steps += 1;
      if (steps === cutAtStep) cutAt = `${steps} ${moment}`;
      if (steps >= cutAtStep) throw new PowerCut(moment);
    };
    for (const part of [town, town.alipay, province]) part.fuse = fuse;
    await tolerating(() => live(town, pays));
    const isOver = steps < cutAtStep;
    for (const part of [town, town.alipay, province]) part.fuse = () => undefined;
    await town.pass(60_000);
    await live(town, pays);
    await town.pass(5 * hourMs);
    check(town, province, cutAt);
    if (isOver) return steps;
  }
}

describe('a power cut while a notice is on its way', () => {
  it('makes no second notice and confirms each payment exactly once', async () => {
    const steps = await tellWithCuts({}, true, (town, province, cutAt) => {
      const { platformOrderNo, state } = only(town.orders);
      expect([state, noticesOf(town).map(({ step }) => step), province.slips.size], cutAt).to.deep.equal(['paid', ['confirmed'], 1]);
      expect(only([...province.slips.values()]).confirmation?.serialNo, cutAt).to.equal(platformOrderNo);
      expect(abnormalOf(town), cutAt).to.deep.equal([]);
    });
    expect(steps).to.be.above(15);
  });

  it('of a payee that wants its notice first leaves no notice open that no order pays', async () => {
    const steps = await tellWithCuts({ payee: { isNoticeFirst: true } }, true, (town, province, cutAt) => {
      const { platformOrderNo } = only(town.orders);
      const open = [...province.slips.values()].filter(({ state }) => state !== 'void');
      expect(open.map(({ confirmation }) => confirmation?.serialNo), cutAt).to.deep.equal([platformOrderNo]);
      expect(noticesOf(town).filter(({ step }) => step !== 'voided').map(({ step }) => step), cutAt).to.deep.equal(['confirmed']);
    });
    expect(steps).to.be.above(15);
  });

  it('leaves no notice open of an order that nobody paid', async () => {
    await tellWithCuts({}, false, (town, province, cutAt) => {
      expect([only(town.orders).state, [...province.slips.values()].filter(({ state }) => state !== 'void')], cutAt).to.deep.equal(['closed', []]);
      expect(noticesOf(town).map(({ step }) => step), cutAt).to.deep.equal(['voided']);
    });
  });
});
