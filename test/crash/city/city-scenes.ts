import { askJson } from '../../../bootstrap/profiles/embedded/outside-link.js';
import { pause, type Chance } from '../chance.js';
import { channels, goTo, isPaid, other, type Placed, type Scene, type Stage } from '../scenes.js';
import type { Handover } from '../wallet.js';
import type { CityPremises } from './city-premises.js';
import { wordsOf, type People, type Person } from './people.js';

export interface CityStage extends Stage { readonly premises: CityPremises; readonly people: People }
type CityScene = Scene<CityStage>;
interface PlacedPerson extends Placed { readonly person: Person }

async function place({ till, people }: CityStage, chance: Chance, validMinutes?: number): Promise<PlacedPerson> {
  const person = people.next(chance);
  const { cashierUrl, ...placed } = await till.place({ ...wordsOf(person), ...(validMinutes === undefined ? {} : { validMinutes }) }, chance.happens(0.2) ? 2 : 1);
  people.all.set(placed.order.bizOrderNo, person);
  if (cashierUrl === undefined) throw new Error('an order without cashier');
  return { ...placed, cashierUrl, person };
}

async function payThere({ wallet }: CityStage, handover: Handover | undefined): Promise<void> {
  if (!handover) return;
  await wallet.visit(handover);
  await wallet.pay(handover);
}

/** Whole or in part. Of several items nobody but a person knows which a part is for, so those go back whole. */
async function giveBack(stage: CityStage, { order, platformOrderNo, person }: Omit<PlacedPerson, 'cashierUrl'>, chance: Chance): Promise<void> {
  if (!await isPaid(stage, order, platformOrderNo)) return;
  // What follows the payment is sometimes done by then, and sometimes under way.
  await pause(chance.between(0, 2_500));
  const third = order.amountFen / 3n;
  const how = person.due.items(order.amountFen).length > 1 ? 'whole' : chance.pick(['whole', 'part', 'part', 'parts', 'same-at-once'] as const);
  if (how === 'whole') await stage.till.refund(order, platformOrderNo, order.amountFen, 2);
  if (how === 'part') await stage.till.refund(order, platformOrderNo, third);
  if (how === 'parts') for (const amount of [third, third, order.amountFen - 2n * third]) await stage.till.refund(order, platformOrderNo, amount);
  if (how === 'same-at-once') await stage.till.refund(order, platformOrderNo, order.amountFen - third, 3);
}

const pay: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance);
  await payThere(stage, await goTo(stage, placed, chance.pick(channels), chance));
  if (chance.happens(0.5)) await giveBack(stage, placed, chance);
};

const scan: CityScene = async (stage, chance) => {
  const { till, wallet, people } = stage;
  const person = people.next(chance);
  const { order, platformOrderNo } = await till.place({ ...wordsOf(person), barContent: wallet.code(chance.pick(channels), chance.pick(['00', '00', '00', '04', '05', '03']), chance) });
  people.all.set(order.bizOrderNo, person);
  if (chance.happens(0.3)) await giveBack(stage, { order, platformOrderNo, person }, chance);
};

const leave: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance, 3);
  const handover = chance.happens(0.5) ? await goTo(stage, placed, chance.pick(channels), chance) : undefined;
  if (handover) await stage.wallet.visit(handover);
};

const close: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance);
  if (chance.happens(0.5)) await pause(chance.between(0, 1_500));
  await stage.till.close(placed.order);
};

const payTwice: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance);
  const channel = chance.pick(channels);
  const [first, second] = [await goTo(stage, placed, channel, chance), await goTo(stage, placed, other(channel), chance)];
  for (const handover of chance.shuffled([first, second])) await payThere(stage, handover);
};

const payAfterClose: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance);
  const handover = await goTo(stage, placed, chance.pick(channels), chance);
  if (!handover) return;
  await Promise.all([stage.till.close(placed.order), pause(chance.between(0, 800)).then(() => payThere(stage, handover))]);
};

/** The pay code of an order's notice as soon as it has one. */
async function payCodeOf({ store }: CityStage, platformOrderNo: string, withinMs: number): Promise<string | undefined> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await pause(200)) {
    const [row] = await store.all('payment_notice', (query) => query.where({ platform_order_no: platformOrderNo }));
    if (typeof row?.['pay_code'] === 'string') return row['pay_code'];
  }
  return undefined;
}

/** A bank's window takes the money for a notice that the province still calls unpaid. */
async function payElsewhere({ premises, people }: CityStage, payCode: string | undefined): Promise<void> {
  if (payCode === undefined) return;
  const isTaken = await askJson('POST', `${premises.provinceUrl}/sim/pay-elsewhere`, { payCode }).then(() => true, () => false);
  if (isTaken) people.paidElsewhere.add(payCode);
}

/** The payer has paid at a bank, and pays here all the same, before, after or at the same time; or only looks. */
const atTheWindow: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance, chance.pick([3, 120]));
  const payCode = await payCodeOf(stage, placed.platformOrderNo, 4_000);
  const early = chance.happens(0.5) ? await goTo(stage, placed, chance.pick(channels), chance) : undefined;
  await Promise.all([payElsewhere(stage, payCode), payThere(stage, early)]);
  if (chance.happens(0.5)) await payThere(stage, early ?? await goTo(stage, placed, chance.pick(channels), chance));
};

const closedThenAtTheWindow: CityScene = async (stage, chance) => {
  const placed = await place(stage, chance);
  const payCode = await payCodeOf(stage, placed.platformOrderNo, 3_000);
  await Promise.all([stage.till.close(placed.order), payElsewhere(stage, payCode)]);
};

export const cityDeck: readonly CityScene[] = [pay, pay, pay, pay, pay, pay, pay, scan, scan, leave, close, payTwice, payAfterClose, atTheWindow, atTheWindow, closedThenAtTheWindow];

/** What has to have happened before a run ends. */
export async function isEnough({ store, people }: CityStage): Promise<boolean> {
  const has = async (table: string, narrow: Readonly<Record<string, string>>): Promise<boolean> => (await store.all(table, (query) => query.where(narrow).limit(1))).length > 0;
  const seen = await Promise.all([has('pay_attempt', { state: 'paid' }), has('payment_notice', { notice_step: 'confirmed' }), has('e_bill', { state: 'issued' }), has('pay_refund', { state: 'refunded' })]);
  return seen.every((one) => one) && people.paidElsewhere.size > 0;
}
