import express, { type ErrorRequestHandler } from 'express';
import { FaultQueue } from '../shared/fault-queue.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { SeededChaos } from '../shared/seeded-chaos.js';
import { BarcodeDesk } from './barcode-desk.js';
import { BillDesk } from './bills/bill-desk.js';
import { billRoute } from './bills/bill-route.js';
import { messagePage } from './cashier-pages.js';
import { cashierRoutes } from './cashier-routes.js';
import { CashierSessions } from './cashier-sessions.js';
import { controlRoutes } from './control-routes.js';
import { serveGateway } from './gateway-route.js';
import { indexPage } from './index-page.js';
import { KeyStore } from './key-store.js';
import { Notifier } from './notifier.js';
import { TradeBook } from './trade-book.js';
import { Wire } from './wire.js';
import type { World } from './world.js';

const defaultTimestampToleranceMs = 3_600_000;
const tradesOnIndexPage = 20;

export interface AlipaySimulatorOptions extends SimulatorOptions {
  /** How far a request's timestamp may lie from the simulator's clock; one hour when left out. */
  readonly timestampToleranceMs?: number;
}

export interface RunningAlipaySimulator extends RunningSimulator {
  /** Address for server calls and page payments. */
  readonly gatewayUrl: string;
  readonly alipayPublicKeyPem: string;
}

async function buildWorld(options: AlipaySimulatorOptions): Promise<World> {
  const { clock } = options;
  const keys = await KeyStore.open(options.dataFolder);
  const faults = new FaultQueue();
  const chaos = new SeededChaos();
  const notifier = new Notifier({ clock, privateKey: keys.privateKey, faults, chaos });
  const book = new TradeBook(clock, (trade, refund) => { notifier.announce(trade, refund); });
  return {
    clock, keys, book, notifier, faults, chaos, sessions: new CashierSessions(), barcodes: new BarcodeDesk(clock, book), bills: new BillDesk(clock, book),
    timestampToleranceMs: options.timestampToleranceMs ?? defaultTimestampToleranceMs,
  };
}

// The last net: a defect of the simulator is shown as such and never taken for an answer of Alipay.
const showDefect: ErrorRequestHandler = (_fault, _request, response, next) => {
  if (response.headersSent) next(_fault);
  else sendPage(response, 500, messagePage('模拟器故障', '模拟器内部错误。'));
};

function buildApp(world: World, wire: Wire): express.Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.all('/gateway.do', (request, response) => serveGateway(world, wire, request, response));
  app.get('/', (_request, response) => { sendPage(response, 200, indexPage(world.book.all().slice(-tradesOnIndexPage).reverse(), world.keys.appIds().length)); });
  app.use(billRoute(world.bills));
  app.use(cashierRoutes(world));
  app.use(controlRoutes(world));
  app.use((_request, response) => { sendPage(response, 404, messagePage('页面不存在', '没有这个页面。')); });
  app.use(showDefect);
  return app;
}

/** Starts the simulated Alipay open gateway on loopback. Rejects when the port is busy or the data folder cannot be used. */
export async function startAlipaySimulator(options: AlipaySimulatorOptions): Promise<RunningAlipaySimulator> {
  const world = await buildWorld(options);
  const wire = new Wire();
  const end = async (): Promise<void> => {
    wire.end();
    world.book.end();
    world.barcodes.end();
    await world.notifier.end();
  };
  const running = await listenOnLoopback(buildApp(world, wire), options.port, end);
  world.bills.servedAt(running.baseUrl);
  return { ...running, gatewayUrl: `${running.baseUrl}/gateway.do`, alipayPublicKeyPem: world.keys.publicKeyPem };
}
