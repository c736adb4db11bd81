import { setTimeout as pause } from 'node:timers/promises';
import { attemptNoOf, chooseChannel } from '../../bootstrap/cli/demo/page-forms.js';
import type { InspectedOrder } from '../../bootstrap/inspect-order.js';
import { chinaTimestamp } from '../../contracts/sdk/china-time.js';
import { createGatewayClient, type GatewayClient } from '../../contracts/sdk/client.js';
import { payAtChannel, postForm } from '../support/payer.js';
import { openEar, type Ear } from './ear.js';
import { cpuSeconds } from './process-figures.js';
import type { Product } from './product.js';
import { inspect, recordFigures, type RecordFigures } from './records.js';
import type { Settings } from './settings.js';
import { latenciesOf, type Latencies } from './statistics.js';

export interface PaymentFigures {
  readonly payers: number; readonly payments: number; readonly perSecond: number; readonly errors: number; readonly firstError: string | undefined;
  /** From the sending of the order's creation to the callback at the business system, and from the payer's "pay" to it. */
  readonly createToTold: Latencies; readonly payToTold: Latencies;
  readonly records: RecordFigures; readonly cpuMs: number;
}

const patienceMs = 20_000;
const lookEveryMs = 50;
export const kinds = [
  { algorithm: 'RSA2', payChannel: 'alipay', view: 'pc' }, { algorithm: 'SM2', payChannel: 'unionpay', view: 'h5' },
  { algorithm: 'RSA2', payChannel: 'unionpay', view: 'pc' }, { algorithm: 'SM2', payChannel: 'alipay', view: 'h5' },
] as const;

/** Payers who each make one payment after the other, over both channels and both algorithms, all over real sockets. */
export async function measurePayments(product: Product, settings: Settings): Promise<PaymentFigures> {
  const clients = new Map(product.credentials.developers.map((developer) =>
    [developer.algorithm, { merchantNo: developer.merchantNo, client: createGatewayClient({ ...developer, gatewayUrl: product.credentials.gatewayUrl }) }]));
  const ear = await openEar(product);
  const [told, wrong]: [Told[], string[]] = [[], []];
  const [began, cpuBefore, run] = [performance.now(), cpuSeconds(product.pid), Date.now().toString(36)];
  let sequence = 0;
  const payer = async (): Promise<void> => {
    while (performance.now() < began + settings.paymentMs) {
      const mine = sequence++;
      const kind = kinds[mine % kinds.length] ?? kinds[0];
      const party = clients.get(kind.algorithm);
      if (!party) throw new Error(`no ${kind.algorithm} developer`);
      await payOne(product, ear, { ...kind, ...party, bizOrderNo: `P${run}${String(mine).padStart(8, '0')}` })
        .then((one) => told.push(one), (error: unknown) => wrong.push(error instanceof Error ? error.message : 'thrown'));
    }
  };
  await Promise.all(Array.from({ length: settings.payers }, payer));
  const [seconds, cpuMs] = [(performance.now() - began) / 1000, (cpuSeconds(product.pid) - cpuBefore) * 1000 / told.length];
  const orders = await Promise.all(told.map(async ({ platformOrderNo }) => accepted(product, platformOrderNo)));
  ear.close();
  const unaccepted = orders.filter((order) => order.state !== 'paid' || order.callbacks[0]?.state !== 'accepted').map((order) => `order ${order.state}, callback ${order.callbacks[0]?.state ?? 'none'}`);
  return {
    payers: settings.payers, payments: told.length, perSecond: told.length / seconds, errors: wrong.length + unaccepted.length, firstError: wrong[0] ?? unaccepted[0],
    createToTold: latenciesOf(told.map((one) => one.createToToldMs)), payToTold: latenciesOf(told.map((one) => one.payToToldMs)), records: recordFigures(orders), cpuMs,
  };
}

export interface Told { readonly platformOrderNo: string; readonly createMs: number; readonly createToToldMs: number; readonly payToToldMs: number }
export interface OnePayment { readonly client: GatewayClient; readonly merchantNo: string; readonly bizOrderNo: string; readonly payChannel: 'alipay' | 'unionpay'; readonly view: 'pc' | 'h5'; readonly now?: () => number }

/** Create, look at the cashier, choose, open the channel's page, pay there, wait for the callback. */
export async function payOne(product: Product, ear: Ear, { client, merchantNo, bizOrderNo, payChannel, view, now = Date.now }: OnePayment): Promise<Told> {
  const began = performance.now();
  const orderTime = chinaTimestamp(now());
  const placed = await client.createOrder({ merchantNo, bizOrderNo, orderDate: orderTime.slice(0, 8), orderTime, orderAmount: '8000', orderTitle: '不动产登记费', notifyUrl: `${ear.address}/callbacks` });
  const createMs = performance.now() - began;
  await (await fetch(placed.cashierUrl)).text();
  const handover = await chooseChannel(placed.cashierUrl, payChannel, view);
  await postForm(handover.action, handover.fields);
  const paysAt = performance.now();
  await payAtChannel({ alipayUrl: product.site.alipayUrl, unionpayUrl: product.site.unionpayUrl }, payChannel, attemptNoOf(handover));
  const toldAt = await ear.paid(bizOrderNo, patienceMs);
  return { platformOrderNo: placed.platformOrderNo, createMs, createToToldMs: toldAt - began, payToToldMs: toldAt - paysAt };
}

/** The platform books the acceptance a moment after the ear has given it. */
async function accepted(product: Product, platformOrderNo: string): Promise<InspectedOrder> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const order = await inspect(product, platformOrderNo);
    if (order.callbacks[0]?.state === 'accepted' || performance.now() > until) return order;
    await pause(lookEveryMs);
  }
}
