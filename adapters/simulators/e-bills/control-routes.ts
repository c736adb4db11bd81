import { json, Router, type NextFunction, type Request, type Response } from 'express';
import type { PlannedFault } from '../shared/fault-queue.js';
import { methodFaults } from './method-route.js';
import { isMethod } from './methods.js';
import type { EBillWorld } from './world.js';

const loopback: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

function onlyLoopback(request: Request, response: Response, next: NextFunction): void {
  if (loopback.includes(request.socket.remoteAddress ?? '')) return next();
  response.status(403).json({ error: 'loopback only' });
}

/** A body must say that it is JSON: a page of another origin cannot send that without asking first. */
function bodyOf(request: Request): Readonly<Record<string, unknown>> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new RangeError('the body is a JSON object');
  return body as Readonly<Record<string, unknown>>;
}

function faultOf({ target, fault, times = 1, settings = {} }: Readonly<Record<string, unknown>>): PlannedFault {
  if (typeof target !== 'string' || typeof fault !== 'string' || typeof times !== 'number' || typeof settings !== 'object' || settings === null) throw new RangeError('target, fault, times, settings');
  const known: readonly string[] = target === 'page' ? ['slow'] : isMethod(target) ? methodFaults : [];
  if (!known.includes(fault)) throw new RangeError(`no fault ${fault} of ${target}`);
  return { target, fault, times, settings: settings as Readonly<Record<string, unknown>> };
}

function answering(work: (request: Request) => unknown): (request: Request, response: Response) => void {
  return (request, response) => {
    try {
      response.json(work(request) ?? {});
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      response.status(400).json({ error: error.message });
    }
  };
}

/** `/sim/*`: books, faults, stock and clock, for tests and operators of the demonstration. */
export function controlRoutes(world: EBillWorld): Router {
  const { books, faults, clock } = world;
  const router = Router();
  router.use(onlyLoopback, json({ limit: '64kb' }));
  router.get('/bills', answering(() => books.all().map(({ busNo, code, no, random, fen, state, red, createTime }) =>
    ({ busNo, code, no, random, fen: String(fen), state, createTime, red: red && { code: red.code, no: red.no, random: red.random } }))));
  router.post('/bills/:busNo/void', answering(({ params }) => {
    const bill = books.byBusNo(String(params['busNo']))[0];
    if (bill === undefined) throw new RangeError('no such bill');
    books.voidBill(bill);
  }));
  router.get('/faults', answering(() => faults.list()));
  router.post('/faults', answering((request) => { faults.plan(faultOf(bodyOf(request))); }));
  router.delete('/faults', answering(() => { faults.clear(); }));
  router.post('/stock', answering((request) => {
    const { billCode, left } = bodyOf(request);
    if (typeof billCode !== 'string' || !/^[0-9]{4}$/.test(billCode) || !Number.isSafeInteger(left) || (left as number) < 0) throw new RangeError('billCode (4 digits) and left');
    books.setStock(billCode, left as number);
  }));
  router.post('/clock', answering((request) => { clock.advance(Number(bodyOf(request)['advanceMs'])); return { now: clock.now() }; }));
  return router;
}
