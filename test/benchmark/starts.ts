import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { residentMb } from './process-figures.js';
import { startProduct, type Product, type Site } from './product.js';
import { RequestMaker } from './requests.js';
import { Connections, exchange } from './load.js';

export interface StartFigures {
  /** No data folder yet: migrations, keys, demo city. */
  readonly firstStartMs: number;
  /** Everything is there. */
  readonly coldStartMs: readonly number[];
  readonly idleMb: number;
  readonly pages: readonly PageWeight[];
}
export interface PageWeight { readonly view: 'PC' | 'phone'; readonly htmlBytes: number; readonly gzipBytes: number; readonly parts: number; readonly thirdParty: number }

const restarts = 2;
const agents = {
  PC: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
  phone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
} as const;

/** Starts the product with an empty folder, then again; the last one is left running. */
export async function measureStarts(site: Site, idleMs: number): Promise<readonly [StartFigures, Product]> {
  let product = await startProduct(site);
  const firstStartMs = product.readyMs;
  const coldStartMs: number[] = [];
  for (let start = 0; start < restarts; start++) {
    await product.stop();
    product = await startProduct(site);
    coldStartMs.push(product.readyMs);
  }
  await pause(idleMs);
  const idleMb = residentMb(product.pid);
  const pages = [await weigh(product, 'PC'), await weigh(product, 'phone')];
  return [{ firstStartMs, coldStartMs, idleMb, pages }, product];
}

/** The cashier page with everything of our own that it loads, compressed as a proxy would. */
async function weigh(product: Product, view: PageWeight['view']): Promise<PageWeight> {
  const url = await placeOne(product);
  const load = async (address: string | URL): Promise<string> => (await fetch(address, { headers: { 'user-agent': agents[view] } })).text();
  const html = await load(url);
  const links = [...html.matchAll(/<(?:script|img|link|iframe)\b[^>]*?\s(?:src|href)="([^"]+)"/g)].map((match) => new URL(match[1] ?? '', url)).filter((link) => link.protocol.startsWith('http'));
  const own = links.filter((link) => link.origin === product.site.baseUrl);
  const texts = [html, ...await Promise.all(own.map(load))];
  return { view, htmlBytes: Buffer.byteLength(html), gzipBytes: texts.reduce((sum, text) => sum + gzipSync(text).length, 0), parts: texts.length, thirdParty: links.length - own.length };
}

/** Places one order; gives its cashier address. */
async function placeOne(product: Product): Promise<string> {
  return (await placeSome(product, 1))[0]?.cashierUrl ?? '';
}

export interface Placed { readonly platformOrderNo: string; readonly cashierUrl: string; readonly bizOrderNo: string; readonly orderDate: string }

/** Places orders of the first developer, one after the other. */
export async function placeSome(product: Product, count: number, maker = makerOf(product, 'RSA2')): Promise<readonly Placed[]> {
  const connection = new Connections(1);
  const placed: Placed[] = [];
  for (const { body, bizOrderNo, orderDate } of maker.creates(count)) {
    const { text } = await exchange(connection.agent, `${product.site.baseUrl}/gateway`, body);
    const { platformOrderNo = '', cashierUrl = '' } = RequestMaker.dataOf(text);
    placed.push({ platformOrderNo, cashierUrl, bizOrderNo, orderDate });
  }
  connection.close();
  return placed;
}

export function makerOf(product: Product, algorithm: 'RSA2' | 'SM2'): RequestMaker {
  const developer = product.credentials.developers.find((one) => one.algorithm === algorithm);
  if (!developer) throw new Error(`the demo city has no ${algorithm} developer`);
  return new RequestMaker(developer);
}
