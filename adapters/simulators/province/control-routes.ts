import { json, Router, type NextFunction, type Request, type Response } from 'express';
import { calls } from './calls.js';
import { callFaults, lineFaults, messageFaults } from './faults.js';
import { codes, isRefusal } from './slip-book.js';
import { slipAnswer } from './slip.js';
import { statementFaults } from './statement.js';
import { chinaTime, textOf, yuanNumber, type Fields } from './wire.js';
import type { ProvinceWorld } from './world.js';

const loopback: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

function onlyLoopback(request: Request, response: Response, next: NextFunction): void {
  if (loopback.includes(request.socket.remoteAddress ?? '')) return next();
  response.status(403).json({ error: 'loopback only' });
}

/** A body that is there must say that it is JSON: a page of another origin cannot send that without asking first. */
function answering(work: (body: Fields) => object | Promise<object>): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      const body: unknown = request.body ?? {};
      if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new RangeError('the body is a JSON object');
      response.json(await work(body as Fields));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      response.status(400).json({ error: error.message });
    }
  };
}

/** `/sim/*`: faults, switches, permissions and what happens outside of the platform, for tests and operators of the demonstration. */
export function controlRoutes(world: ProvinceWorld): Router {
  const router = Router();
  router.use(onlyLoopback, json({ limit: '64kb' }));
  router.get('/slips', answering(() => ({ slips: world.book.list().map((slip) => slipAnswer(slip, world.book.stateOf(slip))), deliveries: world.announcer.deliveries })));
  router.post('/faults', answering((body) => planFault(world, body)));
  router.delete('/faults', answering(() => { world.faults.clear(); return {}; }));
  router.post('/switches', answering((body) => changeSwitches(world, body)));
  router.post('/units', answering((body) => permit(world, body)));
  router.post('/pay-elsewhere', answering((body) => payElsewhere(world, body)));
  router.post('/refund', answering((body) => done(world.book.refund(textOf(body['payCode'])))));
  router.post('/tell', answering(async (body) => {
    const slip = world.book.find(body);
    if (slip === undefined) throw new RangeError('no such slip');
    await world.announcer.tell(slip);
    return {};
  }));
  return router;
}

function planFault(world: ProvinceWorld, body: Fields): object {
  const [target, fault] = [textOf(body['target']), textOf(body['fault'])];
  const ofCalls = [...callFaults, ...lineFaults];
  const known: Readonly<Record<string, readonly string[]>> = { ...Object.fromEntries(Object.keys(calls).map((name) => [name, ofCalls])), state: ofCalls, 'paid-message': messageFaults };
  const ofTarget = [...(known[target] ?? []), ...(target === 'statement' ? ['not-ready', ...statementFaults] : [])];
  if (!ofTarget.includes(fault)) throw new RangeError(`unknown fault; known: ${ofTarget.join(', ') || Object.keys(known).join(', ')}`);
  world.faults.plan({ target, fault, times: Number(body['times'] ?? 1), settings: body });
  return { planned: world.faults.list() };
}

function changeSwitches(world: ProvinceWorld, body: Fields): object {
  const { charset, repeatedConfirm, normResults, normConfirm, notifyUrl, notifyPort } = body;
  if (charset === 'utf-8' || charset === 'gbk') world.switches.charset = charset;
  if (repeatedConfirm === 'same-answer' || repeatedConfirm === 'error') world.switches.repeatedConfirm = repeatedConfirm;
  if (normResults === 'seen' || normResults === 'detailed') world.switches.normResults = normResults;
  if (typeof normConfirm === 'string' && /^[0-9]{4}$/.test(normConfirm)) world.switches.normConfirm = normConfirm;
  if (notifyPort === 0 || (Number.isSafeInteger(notifyPort) && Number(notifyPort) < 65_536)) world.announcer.linePort = Number(notifyPort) || undefined;
  if (typeof notifyUrl === 'string') world.announcer.url = notifyUrl === '' ? undefined : notifyUrl;
  return { ...world.switches, notifyUrl: world.announcer.url, notifyPort: world.announcer.linePort };
}

function permit(world: ProvinceWorld, body: Fields): object {
  const items = body['items'];
  if (textOf(body['unit']) === '' || !Array.isArray(items) || !items.every((item) => typeof item === 'string')) throw new RangeError('unit and items are needed');
  world.book.permit(textOf(body['unit']), items);
  return world.book.permitted;
}

/** The payer pays at a bank's window: the whole amount, under the bank's own number, and the province tells us. */
async function payElsewhere(world: ProvinceWorld, body: Fields): Promise<object> {
  const slip = world.book.find(body);
  if (slip === undefined) throw new RangeError('no such slip');
  const time = chinaTime(world.clock.now());
  const paid = world.book.confirm({ payCode: slip.payCode, serialNo: textOf(body['serialNo']) || `BANK-${slip.payCode}`, totalAmt: yuanNumber(slip.total), confirmDate: time.slice(0, 8), confirmTime: time.slice(8), paymentChannel: textOf(body['channel']) || 'BANK' });
  if (isRefusal(paid)) throw new RangeError(`${paid.code} ${paid.text}`);
  await world.announcer.tell(paid);
  return slipAnswer(paid, paid.state);
}

function done(outcome: object): object {
  if (isRefusal(outcome)) throw new RangeError(outcome.code === codes.notFound ? 'no such slip' : outcome.text);
  return {};
}
