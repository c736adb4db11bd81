import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { acceptance } from '../../../contracts/sdk/callbacks.js';
import type { PlannedFault } from '../shared/fault-queue.js';
import { MalformedForm, readJsonObject, readRawBody } from '../shared/form-body.js';
import { takeCallback } from './take-callback.js';
import { pushFaults, takePush } from './take-push.js';
import { dueKinds } from './dues.js';
import type { AppWorld } from './world.js';

const bodyOf = async (request: Request): Promise<string> => (await readRawBody(request)).toString('utf8');

/** What the platform calls: personal bills for the city app, callbacks for the developer of each mode. `life` ends what is answered slowly. */
export function machineRoutes(world: AppWorld, life: AbortSignal): Router {
  const router = express.Router();
  router.post('/openapi/personal-bill/push', async (request, response) => {
    const { status, body, afterMs } = takePush(world, await bodyOf(request));
    if (afterMs > 0) await pause(afterMs, life);
    if (typeof body === 'string') response.status(status).type('html').send(body);
    else response.status(status).json(body);
  });
  for (const mode of ['business', 'zone'] as const) {
    router.post(`/${mode}/callbacks`, async (request, response) => {
      const taken = await takeCallback(world, mode, await bodyOf(request));
      if (taken && world.faults.take('callback', ['error-500'])) response.status(500).json({ code: '20000', msg: '系统异常' });
      else response.status(taken ? 200 : 400).json(taken ? acceptance() : { code: '40004', msg: '未接受' });
    });
  }
  router.use('/sim', controlRoutes(world));
  return router;
}

const pause = (ms: number, life: AbortSignal): Promise<void> => new Promise((resolve) => {
  const timer = setTimeout(resolve, ms);
  life.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
});

const loopback: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** A page of another origin cannot send JSON without asking first. */
function onlyOurs(request: Request, response: Response, next: NextFunction): void {
  const isJson = request.method === 'GET' || request.method === 'DELETE' || (request.headers['content-type'] ?? '').startsWith('application/json');
  if (loopback.includes(request.socket.remoteAddress ?? '') && isJson && request.headers.origin === undefined) return next();
  response.status(403).json({ error: 'loopback and JSON only' });
}

const answering = (work: (body: Readonly<Record<string, unknown>>) => unknown) => async (request: Request, response: Response): Promise<void> => {
  try {
    response.json(work(request.method === 'POST' ? await readJsonObject(request) : {}) ?? {});
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof MalformedForm)) throw error;
    response.status(400).json({ error: error.message });
  }
};

const faultsOf: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([['push', pushFaults], ['callback', ['error-500']]]);

function faultOf({ target, fault, times = 1, settings = {} }: Readonly<Record<string, unknown>>): PlannedFault {
  if (typeof target !== 'string' || typeof fault !== 'string' || typeof times !== 'number' || typeof settings !== 'object' || settings === null) {
    throw new RangeError('target, fault, times, settings');
  }
  if (faultsOf.get(target)?.includes(fault) !== true) throw new RangeError(`no fault ${fault} of ${target}`);
  return { target, fault, times, settings: settings as Readonly<Record<string, unknown>> };
}

/** `/sim/*`: what the app holds, and faults, for tests and operators of the demonstration. */
function controlRoutes(world: AppWorld): Router {
  const router = express.Router();
  router.use(onlyOurs);
  router.get('/bills', answering(() => ({ bills: world.bills.all(), pushes: world.bills.seen })));
  router.get('/orders', answering(() => ({ business: world.orders.newestFirst('business'), zone: world.orders.newestFirst('zone') })));
  router.get('/dues', answering(() => ({ dues: world.dues.of(world.user.userId) })));
  router.post('/dues', answering(({ kind = 0 }) => {
    const found = typeof kind === 'number' ? dueKinds[kind] : undefined;
    if (!found) throw new RangeError(`kind is a whole number below ${dueKinds.length}`);
    return world.dues.handOver(world.user.userId, found);
  }));
  router.get('/faults', answering(() => world.faults.list()));
  router.post('/faults', answering((body) => { world.faults.plan(faultOf(body)); }));
  router.delete('/faults', answering(() => { world.faults.clear(); }));
  return router;
}
