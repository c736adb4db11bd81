import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { readConfig } from '../../bootstrap/config.js';
import { openResources } from '../../bootstrap/resources.js';
import { createGatewayClient, type GatewayClient } from '../../contracts/sdk/client.js';
import type { Product } from './product.js';

/** A business system that only listens: takes every callback that is genuine, and knows when it came. */
export interface Ear {
  readonly address: string;
  /** When (performance.now) the platform told that this order is paid. Rejects after `withinMs`. */
  paid(bizOrderNo: string, withinMs: number): Promise<number>;
  close(): void;
}

/** Longer than the product keeps an answer of its directory. */
const directoryForgetsMs = 2_500;

export async function openEar(product: Product): Promise<Ear> {
  const clients = new Map(product.credentials.developers.map((developer) => [developer.devId, createGatewayClient({ ...developer, gatewayUrl: product.credentials.gatewayUrl })]));
  const heard = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const bizOrderNo = paidOrder(clients, Buffer.concat(chunks).toString('utf8'));
      response.writeHead(bizOrderNo === undefined ? 400 : 200, { 'content-type': 'text/plain' }).end(bizOrderNo === undefined ? 'not believed' : 'success');
      if (bizOrderNo === undefined) return;
      heard.set(bizOrderNo, performance.now());
      waiting.get(bizOrderNo)?.(performance.now());
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await letIn(product, address);
  return {
    address,
    paid: (bizOrderNo, withinMs) => new Promise((resolve, reject) => {
      const at = heard.get(bizOrderNo);
      if (at !== undefined) { resolve(at); return; }
      const timer = setTimeout(() => reject(new Error(`no callback within ${withinMs} ms`)), withinMs);
      waiting.set(bizOrderNo, (when) => { clearTimeout(timer); waiting.delete(bizOrderNo); resolve(when); });
    }),
    close: () => { server.close(); server.closeAllConnections(); },
  };
}

function paidOrder(clients: ReadonlyMap<string, GatewayClient>, body: string): string | undefined {
  try {
    const { devId = '' } = JSON.parse(body) as { devId?: string };
    const callback = clients.get(devId)?.parseCallback(body);
    return callback?.kind === 'refund' ? undefined : callback?.data.bizOrderNo;
  } catch {
    return undefined;
  }
}

/** Registers the ear's origin with both developers. In the file of this run alone; the next start of the demo city would undo it. */
async function letIn(product: Product, origin: string): Promise<void> {
  const { environment } = product.site;
  // As a command would: a row that SQL has changed is believed by nobody.
  const resources = await openResources(readConfig(environment), new WallClock(), { journal: new PinoJournal('warn'), trail: new AsyncRequestTrail() }, environment, 'command');
  try {
    for (const { devId } of product.credentials.developers) {
      const developer = await resources.unitOfWork.read(({ directory }) => directory.developers.one({ devId }));
      if (developer) await resources.directoryEditor.saveDeveloper({ ...developer, allowedOrigins: [origin] }, { kind: 'system', code: 'benchmark', address: undefined });
    }
  } finally {
    await resources.close();
  }
  await new Promise((resolve) => { setTimeout(resolve, directoryForgetsMs); });
}
