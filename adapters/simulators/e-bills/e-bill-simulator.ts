import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { FaultQueue } from '../shared/fault-queue.js';
import { BodyTooLarge } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import { RecordFile } from '../shared/record-file.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { billAmounts, BillBooks } from './bill-books.js';
import { billPage, listPage } from './bill-page.js';
import { controlRoutes } from './control-routes.js';
import type { Client } from './envelope.js';
import { messagePage } from './look.js';
import { methodCall } from './method-route.js';
import type { EBillWorld } from './world.js';

/** Without a folder the bills are in memory only. Clients are always told at the start. */
export interface EBillSimulatorOptions extends Omit<SimulatorOptions, 'dataFolder'> {
  readonly dataFolder?: string;
  readonly clients: readonly Client[];
}

export interface RunningEBillSimulator extends RunningSimulator {
  /** For clients with region and deptcode. */
  readonly standardUrl: string;
  /** For clients of the short form. */
  readonly medicalUrl: string;
}

const standardPath = '/standard-web/api/standard';
const medicalPath = '/api/medical';
const longestSlownessMs = 60_000;

async function showBill(world: EBillWorld, token: string, response: Response): Promise<void> {
  const fault = world.faults.take('page', ['slow']);
  if (fault !== undefined) await pause(Math.min(Number(fault.settings['ms'] ?? 5_000) || 0, longestSlownessMs), undefined, { signal: world.life });
  const bill = world.books.byToken(token);
  if (bill === undefined) return sendPage(response, 404, messagePage('票据不存在', '没有这张票据，或地址不完整。'));
  sendPage(response, 200, billPage(bill, bill.red?.token === token, `${world.address.baseUrl}/h5/bill/${token}`));
}

function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent || (error instanceof Error && error.name === 'AbortError')) { response.destroy(); return; }
  const clientStatus = (error as { status?: unknown }).status;
  const status = error instanceof BodyTooLarge ? 413 : typeof clientStatus === 'number' && clientStatus < 500 ? clientStatus : 500;
  response.status(status).type('text/plain').send(status === 500 ? 'simulator error' : 'bad request');
}

function service(world: EBillWorld): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/', (_request, response) => { sendPage(response, 200, listPage(world.books.all())); });
  app.get('/h5/bill/:token', (request, response) => showBill(world, request.params.token, response));
  app.post(`${standardPath}/:method`, (request, response) => methodCall(world, true, request.params.method, request, response));
  app.post(`${medicalPath}/:method`, (request, response) => methodCall(world, false, request.params.method, request, response));
  app.use('/sim', controlRoutes(world));
  app.use((_request, response) => { sendPage(response, 404, messagePage('页面不存在', '没有这个地址。')); });
  app.use(failed);
  return app;
}

/** Starts an e-bill system on loopback (ebill.md 2, 3 and 7). Rejects when the port is taken. */
export async function startEBillSimulator({ port, clock, clients, dataFolder }: EBillSimulatorOptions): Promise<RunningEBillSimulator> {
  const life = new AbortController();
  // Every hanging call listens on it, and many may hang at once.
  setMaxListeners(0, life.signal);
  const file = dataFolder === undefined ? undefined : join(dataFolder, 'bills.jsonl');
  const world: EBillWorld = {
    clock, books: new BillBooks(clock, new RecordFile(file, billAmounts)), faults: new FaultQueue(), clients: new Map(clients.map((client) => [client.appid, client])),
    noises: new Map(), life: life.signal, address: { baseUrl: '' },
  };
  const running = await listenOnLoopback(service(world), port, () => { life.abort(); });
  const { baseUrl } = running;
  world.address.baseUrl = baseUrl;
  return { baseUrl, close: () => running.close(), standardUrl: `${baseUrl}${standardPath}`, medicalUrl: `${baseUrl}${medicalPath}` };
}
