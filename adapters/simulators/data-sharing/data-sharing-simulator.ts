import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { FaultQueue } from '../shared/fault-queue.js';
import { BodyTooLarge, MalformedForm, readJsonObject, readRawBody } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { FrontBase } from './front-base.js';
import { frontTable } from './front-columns.js';
import type { LengthMode } from './front-ddl.js';
import { Receiver, type Caller, type ReceiverReply } from './receiver.js';
import { viewerPage } from './viewer-page.js';

export interface DataSharingSimulatorOptions extends Pick<SimulatorOptions, 'port' | 'dataFolder'> { readonly lengthMode?: LengthMode }

export interface RunningDataSharingSimulator extends RunningSimulator {
  /** The front database, for whoever may write into it. */
  readonly frontFile: string;
  readonly base: FrontBase;
  register(caller: Caller): void;
  readonly publicKeys: () => Receiver['publicKeys'];
  readonly faults: FaultQueue;
}

const faultNames = ['silence', 'cut-off', 'garbage', 'busy', 'refused', 'lost-reply', 'wrong-count', 'forged', 'slow'] as const;
const mostRows = 1000;
const mostBytes = 8_000_000;
const silenceMs = 60_000;
const slowMs = 1_500;

/** Faults of the interface (`target` "batch"): before the rows are taken, or after. */
async function received(receiver: Receiver, faults: FaultQueue, request: Request, response: Response): Promise<void> {
  const raw = await readRawBody(request, mostBytes);
  const fault = faults.take('batch', faultNames)?.fault;
  const { caller, batchNo } = receiver.headOf(raw);
  const take = (): ReceiverReply => receiver.signed(caller, receiver.receive(String(request.params['table']), raw));
  switch (fault) {
    case 'silence': setTimeout(() => { response.destroy(); }, silenceMs).unref(); return;
    case 'cut-off': response.socket?.destroy(); return;
    case 'busy': response.status(503).send('busy'); return;
    case 'refused': response.json(receiver.signed(caller, { code: '5000', msg: '平台维护中', batchNo, accepted: 0, rejected: [] })); return;
    case 'garbage': response.type('application/json').send('{"code":'); return;
    case 'lost-reply': take(); response.socket?.destroy(); return;
    case 'wrong-count': response.json(receiver.signed(caller, { ...receiver.receive(String(request.params['table']), raw), accepted: 0 })); return;
    case 'forged': response.json({ ...take(), rejected: [], accepted: mostRows }); return;
    case 'slow': await new Promise((resolve) => { setTimeout(resolve, slowMs); }); response.json(take()); return;
    default: response.json(take());
  }
}

/** A page of another origin cannot send JSON without asking first, and a name that was rebound to loopback has another Host. */
function onlyOurs(request: Request, response: Response, next: NextFunction): void {
  const isJson = request.method === 'GET' || (request.headers['content-type'] ?? '').startsWith('application/json');
  if (/^(?:127\.0\.0\.1|localhost)(?::[0-9]+)?$/.test(request.headers.host ?? '') && isJson) return next();
  response.status(403).json({ error: 'loopback and JSON only' });
}

function controls(base: FrontBase, faults: FaultQueue): express.Router {
  const router = express.Router();
  router.use(onlyOurs);
  router.get('/rows/:table', (request, response) => {
    const table = frontTable(String(request.params['table']));
    const since = typeof request.query['since'] === 'string' ? request.query['since'] : '';
    response.json(table === undefined ? { error: 'no such table' } : { count: base.count(table), rows: base.changedSince(table, since, 1000) });
  });
  router.post('/switches', async (request, response) => {
    const { refuse, slowDownMs, duplicate } = await readJsonObject(request);
    if (typeof refuse === 'boolean') base.refuse(refuse);
    if (typeof slowDownMs === 'number') base.slowDown(Math.min(Math.max(slowDownMs, 0), 30_000));
    if (duplicate === true) base.duplicate();
    response.json({});
  });
  router.post('/faults', async (request, response) => {
    const { fault, times = 1 } = await readJsonObject(request);
    const known = faultNames.find((name) => name === fault);
    if (known === undefined || typeof times !== 'number') throw new RangeError(`fault is one of ${faultNames.join(', ')}`);
    faults.plan({ target: 'batch', fault: known, times, settings: {} });
    response.json({});
  });
  return router;
}

function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) { response.destroy(); return; }
  const isTheirs = error instanceof RangeError || error instanceof MalformedForm;
  const status = error instanceof BodyTooLarge ? 413 : isTheirs ? 400 : 500;
  response.status(status).json({ error: isTheirs ? error.message : 'simulator error' });
}

function routes(base: FrontBase, receiver: Receiver, faults: FaultQueue): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/', (_request, response) => { sendPage(response, 200, viewerPage(base)); });
  app.post('/share/:table/batch', (request, response) => received(receiver, faults, request, response));
  app.use('/sim', controls(base, faults));
  app.use((_request, response) => { response.status(404).type('text/plain').send('not found'); });
  app.use(failed);
  return app;
}

/** Starts the city's data sharing platform on loopback: its front database in a file, its interface, and a page that shows what arrived. */
export async function startDataSharingSimulator({ port, dataFolder, lengthMode = 'char' }: DataSharingSimulatorOptions): Promise<RunningDataSharingSimulator> {
  const frontFile = join(dataFolder, 'front.db');
  const base = new FrontBase(frontFile, lengthMode);
  const faults = new FaultQueue();
  const receiver = new Receiver(base);
  const running = await listenOnLoopback(routes(base, receiver, faults), port, () => { base.close(); });
  return { ...running, frontFile, base, faults, register: (caller) => { receiver.register(caller); }, publicKeys: () => receiver.publicKeys };
}
