import { Router, type Request, type Response, type Router as ExpressRouter } from 'express';
import { MalformedForm, readJsonObject } from '../shared/form-body.js';
import { readChaosPlan } from '../shared/seeded-chaos.js';
import { barcodeRules } from './barcode-rules.js';
import { billFaults } from './bills/bill-faults.js';
import { booksOf } from './books.js';
import { afterFaults, beforeFaults, methodFaults } from './call-faults.js';
import { callMethods } from './envelope.js';
import { noticeContentFaults, noticePlanFaults } from './notice-faults.js';
import { steerTrade } from './steer-trade.js';
import type { World } from './world.js';

const longestFaultDelayMs = 30 * 86_400_000;

type Body = Readonly<Record<string, unknown>>;

/** All faults that may be ordered, by target. */
export const knownFaults: Readonly<Record<string, readonly string[]>> = {
  notify: [...noticePlanFaults, ...noticeContentFaults],
  bill: billFaults,
  ...Object.fromEntries(callMethods.map((method) => [method, [...beforeFaults, ...afterFaults, ...methodFaults[method]]])),
};

// A web page of another origin must not steer the simulator through somebody's browser.
function fromHere(request: Request): boolean {
  const { host = '', origin } = request.headers;
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new RangeError(`${name} is missing`);
  return value;
}

async function registerApp(world: World, body: Body): Promise<Body> {
  const app = { appId: textOf(body, 'appId'), sellerId: textOf(body, 'sellerId'), appPublicKeyPem: textOf(body, 'appPublicKeyPem') };
  await world.keys.register(app);
  return { alipayPublicKeyPem: world.keys.publicKeyPem, alipayPublicKey: world.keys.publicKeyBase64 };
}

const plannedFaults = (world: World): readonly unknown[] => [...world.faults.list(), ...world.bills.faults.list()];

function planFault(world: World, body: Body): Body {
  const { method, fault, times = 1, ...settings } = body;
  const target = typeof method === 'string' ? method : '';
  if (typeof fault !== 'string' || knownFaults[target]?.includes(fault) !== true) throw new RangeError('unknown method or fault, see GET /sim/rules');
  if (target === 'bill') {
    world.bills.faults.plan(fault, Number(times), settings);
    return { planned: plannedFaults(world) };
  }
  const { ms = 0 } = settings;
  if (!Number.isSafeInteger(ms) || Number(ms) < 0 || Number(ms) > longestFaultDelayMs) throw new RangeError(`ms is 0 to ${longestFaultDelayMs}`);
  world.faults.plan({ target, fault, times: Number(times), settings });
  return { planned: plannedFaults(world) };
}

function setFeeRate(world: World, body: Body): Body {
  const sellerId = textOf(body, 'sellerId');
  world.bills.rates.change(sellerId, body['rate'], world.clock.now());
  return { sellerId, rate: body['rate'] };
}

function setChaos(world: World, body: Body): Body {
  const plan = readChaosPlan(body);
  world.chaos.use(plan);
  return { ...plan };
}

function guarded(answer: (body: Body, request: Request, response: Response) => Body | Promise<Body>): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      if (!fromHere(request)) throw new RangeError('only from this machine');
      response.json(await answer(request.method === 'POST' ? await readJsonObject(request) : {}, request, response));
    } catch (fault) {
      if (!(fault instanceof RangeError || fault instanceof MalformedForm)) throw fault;
      response.status(400).json({ error: fault.message });
    }
  };
}

/** `/sim/...`: for tests and demos, JSON, loopback only. */
export function controlRoutes(world: World): ExpressRouter {
  const router = Router();
  router.get('/sim/rules', guarded(() => ({ barcode: barcodeRules, faults: knownFaults })));
  router.get('/sim/books', guarded(() => booksOf(world.book)));
  router.get('/sim/notices', guarded(() => ({ notices: world.notifier.list() })));
  router.get('/sim/faults', guarded(() => ({ planned: plannedFaults(world) })));
  router.post('/sim/apps', guarded((body) => registerApp(world, body)));
  router.post('/sim/faults', guarded((body) => planFault(world, body)));
  router.delete('/sim/faults', guarded(() => { world.faults.clear(); world.bills.faults.clear(); return { planned: [] }; }));
  router.post('/sim/fees', guarded((body) => setFeeRate(world, body)));
  router.post('/sim/chaos', guarded((body) => setChaos(world, body)));
  router.post('/sim/trades/:outTradeNo/:step', guarded((body, request, response) => {
    const { status, ...rest } = steerTrade(world, String(request.params['outTradeNo']), String(request.params['step']), body);
    response.status(status);
    return rest;
  }));
  return router;
}
