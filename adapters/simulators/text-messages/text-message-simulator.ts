import { setMaxListeners } from 'node:events';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { BodyTooLarge, readRawBody } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { controlRoutes } from './control-routes.js';
import { readMessage } from './message.js';
import { Platform } from './platform.js';
import { sentPage } from './sent-page.js';

/** Accounts and texts are kept in memory: there are no keys to keep. */
export type TextMessageSimulatorOptions = Pick<SimulatorOptions, 'port' | 'clock'>;

export interface RunningTextMessageSimulator extends RunningSimulator {
  /** What a customer configures. */
  readonly platformUrl: string;
}

const prefix = '/sms';
const mostShown = 100;
const silenceMs = 60_000;

async function submitted(platform: Platform, route: 'free' | 'template', life: AbortSignal, request: Request, response: Response): Promise<void> {
  const { reply, fate } = platform.submit(route, readMessage(await readRawBody(request)));
  switch (fate?.kind) {
    case 'silence': return hang(response, life);
    case 'busy': response.status(503).type('text/plain').send('busy'); return;
    case 'cut-off': response.socket?.destroy(); return;
    case 'garbage': response.status(200).type('application/json').send('{"rspcod":'); return;
    case 'no-group': response.status(200).json({ ...reply, msgGroup: '' }); return;
    default: response.status(200).json(reply);
  }
}

/** Says nothing until the caller gives up, the simulator closes or the time is over. */
async function hang(response: Response, life: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, silenceMs);
    response.once('close', () => { clearTimeout(timer); resolve(); });
    life.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
  response.destroy();
}

function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) { response.destroy(); return; }
  const status = error instanceof BodyTooLarge ? 413 : 500;
  response.status(status).type('text/plain').send(status === 500 ? 'simulator error' : 'too large');
}

function routes(platform: Platform, life: AbortSignal): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/', (_request, response) => { sendPage(response, 200, sentPage(platform.texts.latest(mostShown))); });
  app.post([`${prefix}/norsubmit`, `${prefix}/submit`], (request, response) => submitted(platform, 'free', life, request, response));
  app.post(`${prefix}/tmpsubmit`, (request, response) => submitted(platform, 'template', life, request, response));
  app.post(`${prefix}/report/query`, async (request, response) => { response.status(200).json(platform.query(readMessage(await readRawBody(request)))); });
  app.use('/sim', controlRoutes(platform));
  app.use((_request, response) => { response.status(404).type('text/plain').send('not found'); });
  app.use(failed);
  return app;
}

/** Starts a 云MAS platform on loopback (protocol sections 1 to 3 and 5). Rejects when the port is taken. */
export async function startTextMessageSimulator({ port, clock }: TextMessageSimulatorOptions): Promise<RunningTextMessageSimulator> {
  const life = new AbortController();
  setMaxListeners(0, life.signal);
  const platform = new Platform(clock, life.signal);
  const running = await listenOnLoopback(routes(platform, life.signal), port, () => {
    life.abort();
    platform.pusher.close();
  });
  return { ...running, platformUrl: `${running.baseUrl}${prefix}` };
}
