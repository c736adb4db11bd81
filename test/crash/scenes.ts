import { pause, type Chance } from './chance.js';
import type { OutsideProcess } from './outside-process.js';
import type { StoreView } from './store-view.js';
import type { Owner, PlacedOrder, Till } from './till.js';
import type { Channel, Handover, Wallet } from './wallet.js';

export interface Stage { readonly till: Till; readonly wallet: Wallet; readonly outside: OutsideProcess; readonly store: StoreView }
export type Scene<S = Stage> = (stage: S, chance: Chance) => Promise<void>;

export interface Placed { readonly order: PlacedOrder; readonly platformOrderNo: string; readonly cashierUrl: string }

const owners: readonly Owner[] = ['rsa2', 'sm2'];
export const channels: readonly Channel[] = ['alipay', 'unionpay'];
export const other = (channel: Channel): Channel => (channel === 'alipay' ? 'unionpay' : 'alipay');
const paidWithinMs = 15_000;

async function placePage({ till }: Stage, chance: Chance, validMinutes?: number): Promise<Placed> {
  const wish = { owner: chance.pick(owners), amountFen: BigInt(chance.between(1, 900_000)), ...(validMinutes === undefined ? {} : { validMinutes }) };
  const { cashierUrl, ...placed } = await till.place(wish, chance.happens(0.2) ? 2 : 1);
  if (cashierUrl === undefined) throw new Error('an order without cashier');
  return { ...placed, cashierUrl };
}

export async function goTo({ wallet }: Stage, placed: Placed, channel: Channel, chance: Chance): Promise<Handover | undefined> {
  return wallet.choose(placed.cashierUrl, channel, chance.pick(['pc', 'h5']));
}

export async function isPaid({ till }: Stage, order: PlacedOrder, platformOrderNo: string): Promise<boolean> {
  const deadline = performance.now() + paidWithinMs;
  while (performance.now() < deadline) {
    if (await till.stateOf(order, platformOrderNo) === '2') return true;
    await pause(400);
  }
  return false;
}

/** All of it, several parts, the same refund several times at once, or more than there is. */
async function giveBack(stage: Stage, order: PlacedOrder, platformOrderNo: string, chance: Chance): Promise<void> {
  if (!await isPaid(stage, order, platformOrderNo)) return;
  const { till } = stage;
  const part = order.amountFen / 3n;
  const how = part === 0n ? 'whole' : chance.pick(['whole', 'parts', 'parts', 'same-at-once', 'too-many'] as const);
  if (how === 'whole') await till.refund(order, platformOrderNo, order.amountFen, 2);
  if (how === 'parts') for (const amount of [part, part, order.amountFen - 2n * part]) await till.refund(order, platformOrderNo, amount);
  if (how === 'same-at-once') await till.refund(order, platformOrderNo, order.amountFen - part, 3);
  if (how === 'too-many') await Promise.all(Array.from({ length: 5 }, () => till.refund(order, platformOrderNo, part)));
}

const payOnPage: Scene = async (stage, chance) => {
  const placed = await placePage(stage, chance);
  const handover = await goTo(stage, placed, chance.pick(channels), chance);
  if (!handover) return;
  await stage.wallet.visit(handover);
  await stage.wallet.pay(handover);
  if (chance.happens(0.7)) await giveBack(stage, placed.order, placed.platformOrderNo, chance);
};

const leave: Scene = async (stage, chance) => {
  const placed = await placePage(stage, chance, 3);
  const handover = await goTo(stage, placed, chance.pick(channels), chance);
  if (handover && chance.happens(0.6)) await stage.wallet.visit(handover);
};

const failThenPay: Scene = async (stage, chance) => {
  const placed = await placePage(stage, chance);
  const first = await goTo(stage, placed, 'unionpay', chance);
  if (!first) return;
  await stage.wallet.visit(first);
  await stage.wallet.fail(first);
  const second = await goTo(stage, placed, chance.pick(channels), chance);
  if (!second) return;
  await stage.wallet.visit(second);
  await stage.wallet.pay(second);
};

/** Two windows: the first choice is kept, a second one made, and both are paid. */
const payTwice: Scene = async (stage, chance) => {
  const placed = await placePage(stage, chance);
  const channel = chance.pick(channels);
  const first = await goTo(stage, placed, channel, chance);
  const second = await goTo(stage, placed, chance.happens(0.7) ? other(channel) : channel, chance);
  for (const handover of chance.shuffled([first, second])) {
    if (!handover) continue;
    await stage.wallet.visit(handover);
    await stage.wallet.pay(handover);
  }
  if (chance.happens(0.4)) await giveBack(stage, placed.order, placed.platformOrderNo, chance);
};

/** Closed while the payer still has the channel's page open and pays on it. */
const payAfterClose: Scene = async (stage, chance) => {
  const placed = await placePage(stage, chance);
  const handover = await goTo(stage, placed, chance.pick(channels), chance);
  if (!handover) return;
  const paying = async (): Promise<void> => {
    await stage.wallet.visit(handover);
    await stage.wallet.pay(handover);
  };
  const closing = stage.till.close(placed.order);
  if (chance.happens(0.3)) await Promise.all([closing, paying()]);
  else await closing.then(paying);
};

/** UnionPay's page lets a payment through after its time limit: charged, but called failed (42). */
const payAfterExpiry: Scene = async (stage, chance) => {
  const placed = await placePage(stage, chance, 2);
  const handover = await goTo(stage, placed, 'unionpay', chance);
  if (!handover) return;
  await stage.wallet.visit(handover);
  for (let tries = 0; tries < 20 && !await stage.outside.advance(125_000); tries += 1) await pause(300);
  await stage.wallet.pay(handover, true);
};

const scan: Scene = async (stage, chance) => {
  const { till, wallet, outside, store } = stage;
  const channel = chance.pick(channels);
  const ending = `0${chance.between(0, 9)}`;
  const { order, platformOrderNo } = await till.place({ owner: chance.pick(owners), amountFen: BigInt(chance.between(1, 90_000)), barContent: wallet.code(channel, ending, chance) });
  const [attemptNo] = await store.attemptsOf(platformOrderNo);
  if (ending === '09' && attemptNo !== undefined) {
    // Sometimes at once, sometimes about when the platform loses patience and takes the payment back.
    if (chance.happens(0.6)) await outside.advance(44_000);
    await pause(chance.between(0, 1_500));
    await wallet.confirmOnPhone(channel, attemptNo);
  }
  if (['03', '07'].includes(ending)) await till.scanAgain(order, wallet.code(channel, '00', chance));
  if (['00', '04', '05', '08'].includes(ending)) await giveBack(stage, order, platformOrderNo, chance);
};

const wanted = ['paid', 'repeat', 'late'];
/** Every kind of money has occurred. */
export const hasAllMoney = async ({ store }: Stage): Promise<boolean> => (await Promise.all(wanted.map((state) => store.hasAttempt(state)))).every((has) => has);

/** One full deck holds every scene; it is shuffled anew each time. */
export const deck: readonly Scene[] = [payOnPage, payOnPage, payOnPage, payOnPage, leave, failThenPay, payTwice, payTwice, payAfterClose, payAfterClose, payAfterExpiry, scan, scan, scan, scan];
