import type { Config } from '../../config.js';
import type { DemoCity, DeskOrder } from './demo-city.js';
import { PaperDesk } from './paper-desk.js';
import type { Scene } from './story.js';
import type { Teller } from './teller.js';

/** State of a payment notice at the province as its sheet tells it: unpaid, paid. */
const [unpaid, confirmed] = ['0', '1'];

/** From the payment notice to the e-bill: everything around a payment, once in peace and once in trouble. */
export function paperScenes(config: Config): readonly Scene[] {
  const desk = new PaperDesk(config);
  return [
    { title: 'payment notice, payment, confirmation, e-bill, text, personal bill; then all of it back', play: async (city, tell) => inPeace(desk, city, tell) },
    { title: 'the same with the province down for ten minutes and the bill system answering late', play: async (city, tell) => inTrouble(desk, city, tell) },
  ];
}

async function inPeace(desk: PaperDesk, city: DemoCity, tell: Teller): Promise<DeskOrder> {
  const began = await city.advance(0.001);
  const order = await desk.tapFee();
  const no = order.platformOrderNo ?? '';
  const slip = await tell.seen('the province has issued the payment notice', city, 1, async () => wanted(await desk.slip(no), ({ state }) => state === unpaid));
  tell.step(`pay code ${slip.payCode}`);
  await payInApp(desk, city, tell, order);
  await paperIsThere(desk, city, tell, no);
  const texts = await tell.seen('the payer has the texts about payment and e-bill', city, 1, async () => wanted((await desk.textsSince(began)).filter(({ text }) => text.includes(slip.payCode) || text.includes(no)), ({ length }) => length >= 2));
  for (const { text } of texts) tell.step(`  ${text}`);
  const told = await tell.seen('the city app shows the record with the numbers of the e-bill', city, 1, async () => wanted(await desk.personalBill(no), ({ billNo }) => billNo !== undefined));
  tell.step(`  ${told['itemName'] ?? ''}, e-bill ${told['billCode'] ?? ''} ${told['billNo'] ?? ''}`);
  await desk.refundInApp(order, '120');
  await tell.seen('the money is back', city, 2, async () => wanted(await city.inspect(no), ({ refunds }) => refunds.some(({ state }) => state === 'refunded')));
  await tell.seen('the e-bill is reversed by a red one, and no other stands', city, 2, async () => wanted(await desk.bills(no), (bills) => bills.length === 1 && bills.every(({ red }) => red !== undefined && red !== null)));
  await tell.seen('the record of the city app says refunded', city, 2, async () => wanted(await desk.personalBill(no), ({ state }) => state === 'REFUNDED'));
  return desk.appOrder(order);
}

async function inTrouble(desk: PaperDesk, city: DemoCity, tell: Teller): Promise<DeskOrder> {
  await desk.trouble();
  const order = await desk.tapFee();
  const no = order.platformOrderNo ?? '';
  tell.step('the province cuts every connection; the bill system loses its answers');
  await payInApp(desk, city, tell, order);
  tell.step('payment and callback waited for nobody');
  await city.advance(600);
  const bills = await desk.bills(no);
  if (await desk.slip(no) !== undefined || bills.length > 1) throw new Error('the trouble was not what was ordered');
  tell.step(`ten minutes later: no payment notice at the province, ${bills.length} e-bill that nobody here knows the number of`);
  await desk.calm();
  await tell.seen('the province is back: the payment notice is issued and confirmed', city, 60, async () => wanted(await desk.slip(no), ({ state }) => state === confirmed));
  await paperIsThere(desk, city, tell, no);
  const all = await desk.bills(no);
  if (all.length !== 1) throw new Error(`${all.length} e-bills instead of one`);
  tell.step('nothing is double: one confirmation, one e-bill');
  return desk.appOrder(order);
}

async function payInApp(desk: PaperDesk, city: DemoCity, tell: Teller, order: DeskOrder): Promise<void> {
  const { attemptNo } = await city.openChannel(order, 'alipay', 'h5');
  await city.payAt('alipay', attemptNo);
  await tell.seen('paid, and the business app was told', city, 0, async () => wanted(await desk.appOrder(order), ({ state, callbacks }) => state === '2' && callbacks.length > 0));
}

async function paperIsThere(desk: PaperDesk, city: DemoCity, tell: Teller, no: string): Promise<void> {
  const slip = await tell.seen('the province has confirmed the payment', city, 5, async () => wanted(await desk.slip(no), ({ state, serialNo }) => state === confirmed && serialNo === no));
  tell.step(`  under our order number, confirmation ${slip.confirmCode ?? ''}`);
  const [bill] = await tell.seen('the e-bill is issued', city, 30, async () => wanted(await desk.bills(no), ({ length }) => length > 0));
  tell.step(`  ${bill?.code ?? ''} ${bill?.no ?? ''}, ${(Number(bill?.fen ?? 0) / 100).toFixed(2)} yuan`);
}

const wanted = <T>(found: T | undefined, isIt: (found: T) => boolean): T | undefined => (found !== undefined && isIt(found) ? found : undefined);
