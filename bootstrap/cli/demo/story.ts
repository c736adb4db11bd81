import type { DemoCity, DeskOrder } from './demo-city.js';
import { freshCode, type Teller } from './teller.js';

/** One scene: what happens, told step by step; gives the order it was about. */
export interface Scene { readonly title: string; readonly play: (city: DemoCity, tell: Teller) => Promise<DeskOrder> }

const paid = '2';

/** The story of the product in ten orders. Each scene waits for what it claims; nothing is assumed. */
export const scenes: readonly Scene[] = [
  { title: 'RSA2 order paid by Alipay on the PC', play: async (city, tell) => payOnPage(city, tell, 'rsa2', 'alipay', 'pc') },
  { title: 'SM2 order paid by UnionPay on the phone', play: async (city, tell) => payOnPage(city, tell, 'sm2', 'unionpay', 'h5') },
  {
    title: 'barcode payment that first answers "the payer is typing"', play: async (city, tell) => {
      const order = await city.place('rsa2', { mode: 'bar', barContent: freshCode('28', 18, '01') });
      tell.step(`code scanned; the answer says ${order.stateMsg}`);
      await city.advance(8);
      await tell.until('the channel says paid', city, order, paid, 5);
      await tell.untilCallbacks('the business system was told', city, order, 1);
      return city.order(order);
    },
  },
  {
    title: 'payment cancelled at the channel, then paid through the other one', play: async (city, tell) => {
      const order = await city.place('rsa2');
      await city.openChannel(order, 'alipay', 'h5');
      tell.step('Alipay page opened, payer gives up');
      await city.comeBack(order);
      await tell.until('back at the cashier, still payable', city, order, '0', 0);
      const second = await city.openChannel(order, 'unionpay', 'h5');
      await city.payAt('unionpay', second.attemptNo);
      await tell.until('paid through UnionPay', city, order, paid, 5);
      await tell.untilCallbacks('the business system was told', city, order, 1);
      return city.order(order);
    },
  },
  {
    title: 'order nobody pays', play: async (city, tell) => {
      const order = await city.place('rsa2', { validMinutes: '2' });
      tell.step('valid for two minutes; the clock is stepped past them');
      await city.advance(125);
      return tell.until('closed', city, order, '4', 1);
    },
  },
  {
    title: 'payment arriving after the order was closed', play: async (city, tell) => {
      const order = await city.place('rsa2');
      const open = await city.openChannel(order, 'alipay', 'pc');
      tell.step('Alipay page open; the business system closes the order');
      await city.close(order);
      await tell.until('closed', city, order, '4', 1);
      await city.payAt('alipay', open.attemptNo);
      tell.step('the payer pays all the same on the open page');
      await tell.untilReturned('late money is kept as an abnormal order and goes back by rule', city, order, 'paid-after-close');
      return city.order(order);
    },
  },
  {
    title: 'order paid twice', play: async (city, tell) => {
      const order = await city.place('rsa2');
      const first = await city.openChannel(order, 'unionpay', 'pc');
      const second = await city.openChannel(order, 'alipay', 'pc');
      tell.step('two channel pages open, the payer pays on both');
      await city.payAt('alipay', second.attemptNo);
      await tell.until('paid', city, order, paid, 5);
      await city.payAt('unionpay', first.attemptNo);
      await tell.untilReturned('the second payment is called back as 重缴 and goes back by rule', city, order, undefined);
      await tell.untilCallbacks('both payments were told', city, order, 2);
      return city.order(order);
    },
  },
  {
    title: 'full refund', play: async (city, tell) => {
      const order = await payOnPage(city, tell, 'sm2', 'alipay', 'h5');
      await city.refund(order, '80.00', '业务撤销');
      await tell.untilRefunded('80.00 yuan are back', city, order, 8_000n);
      await tell.untilCallbacks('payment and refund were told', city, order, 2);
      return city.order(order);
    },
  },
  {
    title: 'partial refunds', play: async (city, tell) => {
      const order = await payOnPage(city, tell, 'rsa2', 'unionpay', 'pc');
      await city.refund(order, '10.00', '多收一本证书工本费');
      await city.refund(order, '20.00', '减免');
      await tell.untilRefunded('30.00 of 80.00 yuan are back', city, order, 3_000n);
      await tell.untilCallbacks('the payment and both refunds were told', city, order, 3);
      return city.order(order);
    },
  },
  {
    title: 'business system down for two callbacks', play: async (city, tell) => {
      await city.outage(2);
      const order = await payOnPage(city, tell, 'sm2', 'unionpay', 'pc', false);
      await tell.untilCallbacks('first callback refused', city, order, 1);
      await city.advance(61);
      await tell.untilCallbacks('second refused a minute later', city, order, 2);
      await city.advance(181);
      await tell.untilCallbacks('third accepted three minutes later', city, order, 3);
      return city.order(order);
    },
  },
];

async function payOnPage(city: DemoCity, tell: Teller, developer: 'rsa2' | 'sm2', channel: 'alipay' | 'unionpay', view: 'pc' | 'h5', told = true): Promise<DeskOrder> {
  const order = await city.place(developer);
  tell.step(`order ${order.platformOrderNo ?? ''} placed, cashier open`);
  const { attemptNo } = await city.openChannel(order, channel, view);
  await city.payAt(channel, attemptNo);
  tell.step(`paid on the channel's ${view} page`);
  const done = await tell.until('the platform knows', city, order, paid, 5);
  if (told) await tell.untilCallbacks('the business system was told', city, order, 1);
  return done;
}
