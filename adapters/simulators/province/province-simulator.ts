import express, { type NextFunction, type Request, type Response } from 'express';
import { FaultQueue } from '../shared/fault-queue.js';
import { BodyTooLarge } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator } from '../shared/running-simulator.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { Access, type PartnerAccess } from './access.js';
import { Announcer } from './announcer.js';
import { answerCall, calls } from './calls.js';
import { controlRoutes } from './control-routes.js';
import { SlipBook } from './slip-book.js';
import { slipsPage } from './slips-page.js';
import type { ProvinceWorld } from './world.js';

export interface ProvinceSimulatorOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly clock: SteppedClock;
  readonly partner: PartnerAccess;
}

/** `publicKeyPem`: checks what it signs by SM2. */
export interface RunningProvinceSimulator extends RunningSimulator { readonly publicKeyPem: string }

function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) { response.destroy(); return; }
  const clientStatus = (error as { status?: unknown }).status;
  response.status(error instanceof BodyTooLarge ? 413 : typeof clientStatus === 'number' && clientStatus < 500 ? clientStatus : 500).type('text/plain').send('simulator error');
}

/** Starts a provincial non-tax system on loopback, dialect `bosssoft-json`. Slips are kept in memory. Rejects when the port is taken. */
export async function startProvinceSimulator({ port, clock, partner }: ProvinceSimulatorOptions): Promise<RunningProvinceSimulator> {
  const life = new AbortController();
  const [access, faults] = [new Access(partner), new FaultQueue()];
  const world: ProvinceWorld = { clock, access, faults, book: new SlipBook(clock), announcer: new Announcer(access, faults, life.signal), switches: { charset: 'utf-8', repeatedConfirm: 'same-answer' } };
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/', (_request, response) => { sendPage(response, 200, slipsPage(world)); });
  for (const [name, { path }] of Object.entries(calls)) app.post(path, (request, response) => answerCall(world, name, request, response));
  app.use('/sim', controlRoutes(world));
  app.use(failed);
  const running = await listenOnLoopback(app, port, () => { life.abort(); });
  return { ...running, publicKeyPem: access.publicKeyPem };
}
