import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { FaultQueue } from '../shared/fault-queue.js';
import { BodyTooLarge } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import { RecordFile } from '../shared/record-file.js';
import type { RunningSimulator } from '../shared/running-simulator.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { readPrivateJson, writePrivateJson } from '../unionpay/crypto/private-file.js';
import { newSm2PrivateKeyPem } from '../unionpay/crypto/sm2.js';
import { Access, type PartnerAccess } from './access.js';
import { Announcer } from './announcer.js';
import { answerCall, calls } from './calls.js';
import { controlRoutes } from './control-routes.js';
import { NormCaller } from './norm/norm-caller.js';
import { startNormLine, type RunningLine } from './norm/norm-line.js';
import type { NormPartner } from './norm/norm-partner.js';
import { SlipBook, slipAmounts } from './slip-book.js';
import { slipsPage } from './slips-page.js';
import type { ProvinceWorld } from './world.js';

export interface ProvinceSimulatorOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly clock: SteppedClock;
  readonly partner: PartnerAccess;
  /** A port for frames of the national norm beside the one for HTTP; 0 picks a free one. `notifyPort`: the partner's own, for paid messages. */
  readonly line?: NormPartner & { readonly port: number; readonly notifyPort?: number };
  /** Folder for slips and the signing key, so that a restart goes on with them; without it they are in memory only. */
  readonly dataFolder?: string;
}

/** `publicKeyPem`: checks what it signs by SM2. */
export interface RunningProvinceSimulator extends RunningSimulator { readonly publicKeyPem: string; readonly linePort: number | undefined }

function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) { response.destroy(); return; }
  const clientStatus = (error as { status?: unknown }).status;
  response.status(error instanceof BodyTooLarge ? 413 : typeof clientStatus === 'number' && clientStatus < 500 ? clientStatus : 500).type('text/plain').send('simulator error');
}

const keyFile = 'province-key.json';
const slipFile = 'slips.jsonl';

function signingKey(folder: string | undefined): string {
  const kept = folder === undefined ? undefined : readPrivateJson(join(folder, keyFile)) as { readonly pem: string } | undefined;
  const pem = kept?.pem ?? newSm2PrivateKeyPem();
  if (folder !== undefined && kept === undefined) writePrivateJson(join(folder, keyFile), { pem });
  return pem;
}

/** Starts a provincial non-tax system on loopback: dialect `bosssoft-json`, and `cnnontax-xml` on a port of its own, from one slip book. Rejects when a port is taken. */
export async function startProvinceSimulator({ port, clock, partner, line, dataFolder }: ProvinceSimulatorOptions): Promise<RunningProvinceSimulator> {
  const life = new AbortController();
  const [access, faults] = [new Access(partner, signingKey(dataFolder)), new FaultQueue()];
  const world: ProvinceWorld = {
    clock, access, faults, book: new SlipBook(clock, new RecordFile(dataFolder === undefined ? undefined : join(dataFolder, slipFile), slipAmounts)),
    announcer: new Announcer(access, faults, life.signal, line && new NormCaller(line, clock)), switches: { charset: 'utf-8', repeatedConfirm: 'same-answer', normResults: 'seen', normConfirm: line?.confirmMsgNo },
  };
  world.announcer.linePort = line?.notifyPort;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/', (_request, response) => { sendPage(response, 200, slipsPage(world)); });
  for (const [name, { path }] of Object.entries(calls)) app.post(path, (request, response) => answerCall(world, name, request, response));
  app.use('/sim', controlRoutes(world));
  app.use(failed);
  let frames: RunningLine | undefined;
  const service = await listenOnLoopback(app, port, async () => { life.abort(); await frames?.close(); });
  try {
    frames = line && await startNormLine(world, line, line.port);
  } catch (error) {
    await service.close();
    throw error;
  }
  return { ...service, publicKeyPem: access.publicKeyPem, linePort: frames?.port };
}
