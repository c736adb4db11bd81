import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { InspectedOrder } from '../../bootstrap/inspect-order.js';
import { chinaTimestamp } from '../../contracts/sdk/china-time.js';
import { exchange } from './load.js';
import { cpuSeconds, residentMb, watchMemory } from './process-figures.js';
import type { Product } from './product.js';
import { inspect, recordFigures, type RecordFigures } from './records.js';
import { RequestMaker } from './requests.js';
import type { Settings } from './settings.js';
import type { Placed } from './starts.js';
import { latenciesOf, type Latencies } from './statistics.js';

export interface HeldFigures {
  readonly connections: number; readonly seconds: number; readonly requests: number; readonly errors: number; readonly firstError: string | undefined;
  readonly all: Latencies; readonly page: Latencies; readonly query: Latencies; readonly create: Latencies;
  readonly memoryMb: { readonly before: number; readonly highest: number }; readonly cpuShare: number;
  /** Barcode payments made meanwhile, at a channel that takes a second on average to answer. */
  readonly barcodes: { readonly errors: number; readonly firstError: string | undefined; readonly records: RecordFigures };
}

/** Of ten requests: cashier pages, queries, and the rest creates. */
const mix = ['page', 'query', 'create', 'page', 'query', 'page', 'query', 'create', 'page', 'query'] as const;
type Kind = (typeof mix)[number];
interface Shot { readonly kind: Kind; readonly url: string; readonly body: Buffer | undefined; readonly atMs: number }

const openAtOnce = 100;
/** The platform lets a payee scan two codes a second. */
const barcodeEveryMs = 600;
/** The simulator waits 0 to this long before it does anything, one second in the middle. Waiting afterwards would prove nothing: its message would overtake its answer. */
const channelWaitsUpToMs = 2_000;

/** As many people as the tender names, each with an open connection, each doing something every ten seconds. */
export async function measureHeld(product: Product, maker: RequestMaker, placed: readonly Placed[], settings: Settings): Promise<HeldFigures> {
  const agents = Array.from({ length: settings.heldConnections }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  for (let opened = 0; opened < agents.length; opened += openAtOnce) {
    await Promise.all(agents.slice(opened, opened + openAtOnce).map((agent) => exchange(agent, `${product.site.baseUrl}/healthz`)));
  }
  const plans = agents.map((_, index) => shotsOf(product, maker, placed, index, settings));
  const [before, stopWatching, cpuBefore, began] = [residentMb(product.pid), watchMemory(product.pid), cpuSeconds(product.pid), performance.now()];
  const took: Record<Kind, number[]> = { page: [], query: [], create: [] };
  const wrong: string[] = [];
  const person = async (agent: Agent, plan: readonly Shot[]): Promise<void> => {
    for (const shot of plan) {
      await pause(Math.max(0, began + shot.atMs - performance.now()));
      const sentAt = performance.now();
      const said = await exchange(agent, shot.url, shot.body).then(complaintOf(shot.kind), (error: unknown) => (error instanceof Error ? error.message : 'thrown'));
      if (said === undefined) took[shot.kind].push(performance.now() - sentAt);
      else wrong.push(said);
    }
  };
  const [barcodes] = await Promise.all([scan(product, maker, settings.heldMs), ...agents.map((agent, index) => person(agent, plans[index] ?? []))]);
  const seconds = (performance.now() - began) / 1000;
  const [highest, cpuShare] = [stopWatching(), (cpuSeconds(product.pid) - cpuBefore) / seconds];
  for (const agent of agents) agent.destroy();
  const all = [...took.page, ...took.query, ...took.create];
  return {
    connections: agents.length, seconds, requests: all.length + wrong.length, errors: wrong.length, firstError: wrong[0], all: latenciesOf(all), page: latenciesOf(took.page),
    query: latenciesOf(took.query), create: latenciesOf(took.create), memoryMb: { before, highest }, cpuShare, barcodes,
  };
}

/** One connection's requests: spread over each ten seconds, the first ones too. */
function shotsOf(product: Product, maker: RequestMaker, placed: readonly Placed[], index: number, settings: Settings): readonly Shot[] {
  const firstMs = index * settings.heldEveryMs / settings.heldConnections;
  const count = Math.max(1, Math.round(settings.heldMs / settings.heldEveryMs));
  return Array.from({ length: count }, (_, turn) => {
    const kind = mix[(index + turn) % mix.length] ?? 'page';
    const order = placed[(index + turn) % placed.length];
    if (!order) throw new Error('there is no order to look at');
    const atMs = firstMs + turn * settings.heldEveryMs;
    if (kind === 'page') return { kind, url: order.cashierUrl, body: undefined, atMs };
    const body = kind === 'query' ? maker.queries(1, [order])[0] : maker.creates(1)[0]?.body;
    return { kind, url: `${product.site.baseUrl}/gateway`, body, atMs };
  });
}

const complaintOf = (kind: Kind) => ({ status, text }: { readonly status: number; readonly text: string }): string | undefined => {
  const good = status === 200 && (kind === 'page' ? text.includes('<form') : (JSON.parse(text) as { code: string }).code === '10000');
  return good ? undefined : `${kind}: ${status} ${text.slice(0, 200)}`;
};

/** Scanned payments at Alipay, which takes its time. */
async function scan(product: Product, maker: RequestMaker, forMs: number): Promise<HeldFigures['barcodes']> {
  const count = Math.floor(forMs / barcodeEveryMs);
  await chaos(product, channelWaitsUpToMs);
  const agent = new Agent({ keepAlive: true });
  const wrong: string[] = [];
  const one = async (index: number): Promise<InspectedOrder | undefined> => {
    await pause(index * barcodeEveryMs);
    const orderTime = chinaTimestamp(Date.now());
    const body = maker.body('epay-trade-core.bar.order.create', {
      merchantNo: maker.developer.merchantNo, bizOrderNo: maker.nextBizOrderNo(), orderDate: orderTime.slice(0, 8), orderTime, orderAmount: '100', orderTitle: '停车费',
      barContent: `28${String(index).padStart(14, '0')}00`,
    });
    try {
      const { text } = await exchange(agent, `${product.site.baseUrl}/gateway`, body);
      const { orderState, platformOrderNo = '' } = RequestMaker.dataOf(text);
      if (orderState !== '2') wrong.push(text.slice(0, 200));
      return await inspect(product, platformOrderNo);
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : 'thrown');
      return undefined;
    }
  };
  const orders = await Promise.all(Array.from({ length: count }, (_, index) => one(index)));
  agent.destroy();
  await chaos(product, 0);
  return { errors: wrong.length, firstError: wrong[0], records: recordFigures(orders.filter((found) => found !== undefined)) };
}

async function chaos(product: Product, delayMsMax: number): Promise<void> {
  const answer = await fetch(`${product.site.alipayUrl}/sim/chaos`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ seed: 7, delayMsMax }) });
  if (!answer.ok) throw new Error(`the simulator does not take the delay: ${await answer.text()}`);
}
