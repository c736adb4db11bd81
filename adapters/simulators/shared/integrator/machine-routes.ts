import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import { acceptance } from '../../../../contracts/sdk/callbacks.js';
import { MalformedForm, readJsonObject, readRawBody } from '../form-body.js';
import { deskFaults, readDeskFault } from './desk-faults.js';
import type { Desk } from './desk.js';
import { takeCallback } from './take-callback.js';

const maxOutage = 100;
const httpStatus = { accepted: 200, outage: 500, rejected: 400 } as const;
const refusal = { code: '40004', msg: '未接受' };
/** Neither an envelope nor the agreed word: the platform must go on telling. */
const wrongText = '<html><body>系统维护中，请稍后再试</body></html>';

async function receiveCallback(desk: Desk, request: Request, response: Response): Promise<void> {
  const body = (await readRawBody(request)).toString('utf8');
  const planned = desk.faults.take('callback', deskFaults['callback'] ?? []);
  if (planned?.fault === 'http-500') desk.outage += 1;
  const answer = await takeCallback(desk, body, planned !== undefined);
  // Refused for another reason: the ordered outage is over all the same.
  if (planned?.fault === 'http-500' && answer !== 'outage') desk.outage -= 1;
  if (planned?.fault === 'slow') await sleep(Number(planned.settings['ms']), undefined, { ref: false });
  if (planned?.fault === 'wrong-text' && answer === 'accepted') { response.status(200).type('html').send(wrongText); return; }
  response.status(httpStatus[answer]).json(answer === 'accepted' ? acceptance() : refusal);
}

// A web page of another origin must not steer the simulator through somebody's browser.
function fromHere(request: Request): boolean {
  const { host = '', origin } = request.headers;
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}

const steering = (answer: (body: Readonly<Record<string, unknown>>) => object) => async (request: Request, response: Response): Promise<void> => {
  try {
    if (!fromHere(request)) throw new RangeError('only from this machine');
    response.json(answer(request.method === 'POST' ? await readJsonObject(request) : {}));
  } catch (fault) {
    if (!(fault instanceof RangeError || fault instanceof MalformedForm)) throw fault;
    response.status(400).json({ error: fault.message });
  }
};

function setOutage(desk: Desk, { times }: Readonly<Record<string, unknown>>): object {
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 0 || times > maxOutage) throw new RangeError(`times must be a whole number from 0 to ${maxOutage}`);
  desk.outage = times;
  return { times };
}

/** What machines call: the platform's callbacks, and the controls of demo and tests. */
export function machineRoutes(desk: Desk): Router {
  const router = express.Router();
  router.post('/callbacks', (request, response) => receiveCallback(desk, request, response));
  router.post('/sim/outage', steering((body) => setOutage(desk, body)));
  router.get('/sim/orders', steering(() => ({ orders: desk.book.newestFirst(), rejectedCallbacks: desk.book.rejected, outage: desk.outage })));
  router.get('/sim/rules', steering(() => ({ faults: deskFaults })));
  router.get('/sim/faults', steering(() => ({ planned: desk.faults.list() })));
  router.post('/sim/faults', steering((body) => { desk.faults.plan(readDeskFault(body)); return { planned: desk.faults.list() }; }));
  router.delete('/sim/faults', steering(() => { desk.faults.clear(); return { planned: [] }; }));
  return router;
}
