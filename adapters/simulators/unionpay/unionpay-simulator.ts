import { setMaxListeners } from 'node:events';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { FaultQueue } from '../shared/fault-queue.js';
import { BodyTooLarge } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { SeededChaos } from '../shared/seeded-chaos.js';
import { Announcer } from './books/announcer.js';
import { ClearingRules } from './books/clearing-rules.js';
import { MerchantRegister } from './books/merchants.js';
import { Settling } from './books/settling.js';
import { TradeBooks } from './books/trade-books.js';
import { controlRoutes } from './control-routes.js';
import { openAuthority } from './crypto/authority.js';
import { BillFaults } from './faults/bill-faults.js';
import type { GatewayWorld } from './gateway-world.js';
import { frontCall, pressButton, showPayment } from './handlers/front.js';
import { serverCall } from './handlers/server-call.js';
import { homePage } from './pages/home-page.js';
import { messagePage } from './pages/look.js';
import { phonePage, waitingOnPhone } from './pages/phone-page.js';
import { MessageSigner } from './wire/signed-message.js';

export interface UnionPaySimulatorOptions extends SimulatorOptions {
  /** Third part of the leaf's CN; the genuine name unless a test needs another. */
  readonly companyName?: string;
}

/** The four addresses that a merchant configures. */
export interface RunningUnionPaySimulator extends RunningSimulator {
  readonly frontUrl: string;
  readonly backUrl: string;
  readonly queryUrl: string;
  /** Clearing files; the genuine one is the root of a host of its own. */
  readonly fileUrl: string;
}

const usualCompanyName = '中国银联股份有限公司';
const frontPath = '/gateway/api/frontTransReq.do';
const backPath = '/gateway/api/backTransReq.do';
const queryPath = '/gateway/api/queryTrans.do';

function phoneRoutes(app: Express, world: GatewayWorld): void {
  app.get('/phone', (_request, response) => { sendPage(response, 200, phonePage(waitingOnPhone(world))); });
  app.post('/phone/:token/:act', async (request, response) => {
    const trade = waitingOnPhone(world).find(({ pageToken }) => pageToken === request.params.token);
    const { act } = request.params;
    if (trade !== undefined && (act === 'confirm' || act === 'decline')) await world.settling.decide(trade, act === 'confirm' ? '00' : '01');
    response.writeHead(303, { location: '/phone' }).end();
  });
}

function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) { response.destroy(); return; }
  const clientStatus = (error as { status?: unknown }).status;
  const status = error instanceof BodyTooLarge ? 413 : typeof clientStatus === 'number' && clientStatus < 500 ? clientStatus : 500;
  response.status(status).type('text/plain').send(status === 500 ? 'simulator error' : 'bad request');
}

function gateway(world: GatewayWorld): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/', (_request, response) => { sendPage(response, 200, homePage()); });
  app.post('/', (request, response) => serverCall(world, 'file', request, response));
  app.post(backPath, (request, response) => serverCall(world, 'back', request, response));
  app.post(queryPath, (request, response) => serverCall(world, 'query', request, response));
  app.post(frontPath, (request, response) => frontCall(world, request, response));
  app.get('/gateway/pay/:token', (request, response) => { showPayment(world, request.params.token, response); });
  app.post('/gateway/pay/:token/:act', (request, response) => pressButton(world, request.params.token, request.params.act, response));
  phoneRoutes(app, world);
  app.use('/sim', controlRoutes(world));
  app.use((_request, response) => { sendPage(response, 404, messagePage('页面不存在', '没有这个地址。')); });
  app.use(failed);
  return app;
}

/**
 * Starts a UnionPay full-channel gateway 5.1.0 on loopback (protocol sections 1 to 9, 11, 12). Keys and merchants are kept in
 * `dataFolder`, trades in memory. Rejects when the port is taken or a kept file is damaged.
 */
export async function startUnionPaySimulator(options: UnionPaySimulatorOptions): Promise<RunningUnionPaySimulator> {
  const { clock, dataFolder, companyName = usualCompanyName } = options;
  const [rsa, sm2] = await Promise.all([openAuthority('rsa', dataFolder, companyName, clock.now()), openAuthority('sm2', dataFolder, companyName, clock.now())]);
  const authorities = { '01': rsa, 21: sm2 };
  const life = new AbortController();
  // Every call that pauses listens on it, and many may pause at once.
  setMaxListeners(0, life.signal);
  const parts = { clock, signer: new MessageSigner(authorities), merchants: new MerchantRegister(dataFolder), faults: new FaultQueue(), chaos: new SeededChaos(), clearing: new ClearingRules(), billFaults: new BillFaults() };
  const announcer = new Announcer(parts);
  const settling = new Settling(clock, announcer, parts.clearing);
  const world: GatewayWorld = { ...parts, authorities, settling, books: new TradeBooks(), life: life.signal, switches: { autoReturn: false } };
  const running = await listenOnLoopback(gateway(world), options.port, () => {
    life.abort();
    settling.close();
    announcer.close();
  });
  const { baseUrl } = running;
  return { baseUrl, close: () => running.close(), frontUrl: `${baseUrl}${frontPath}`, backUrl: `${baseUrl}${backPath}`, queryUrl: `${baseUrl}${queryPath}`, fileUrl: `${baseUrl}/` };
}
