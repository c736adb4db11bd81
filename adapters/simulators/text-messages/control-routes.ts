import { Router, type NextFunction, type Request, type Response } from 'express';
import { MalformedForm, readJsonObject } from '../shared/form-body.js';
import { endings } from './endings.js';
import type { Platform } from './platform.js';

const mostListed = 5_000;

type Body = Readonly<Record<string, unknown>>;

/** A page of another origin cannot send JSON without asking first, and a name that was rebound to loopback has another Host. */
function onlyOurs(request: Request, response: Response, next: NextFunction): void {
  const isLocal = /^(?:127\.0\.0\.1|localhost)(?::[0-9]+)?$/.test(request.headers.host ?? '');
  const isJson = request.method === 'GET' || (request.headers['content-type'] ?? '').startsWith('application/json');
  if (isLocal && isJson) return next();
  response.status(403).json({ error: 'loopback and JSON only' });
}

function answering(work: (body: Body) => unknown): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      const body = request.method === 'GET' ? {} : await readJsonObject(request);
      response.status(200).json(await work(body));
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof MalformedForm)) throw error;
      response.status(400).json({ error: error.message });
    }
  };
}

async function injected(platform: Platform, body: Body): Promise<unknown> {
  const { apId, mobile, smsContent, addSerial = '' } = body;
  const account = typeof apId === 'string' ? platform.accounts.find(apId) : undefined;
  if (account === undefined) throw new RangeError('no such account');
  if (typeof mobile !== 'string' || typeof smsContent !== 'string' || typeof addSerial !== 'string') throw new RangeError('mobile, smsContent and addSerial are texts');
  return { status: await platform.inbound(account, mobile, smsContent, addSerial) };
}

/** `/sim/*`: accounts, what was sent, and texts from phones; for tests and operators of the demonstration. */
export function controlRoutes(platform: Platform): Router {
  const router = Router();
  router.use(onlyOurs);
  router.get('/rules', answering(() => ({ endings: endings.map(({ digits, meaning }) => ({ digits, meaning })) })));
  router.get('/texts', answering(() => ({ texts: platform.texts.latest(mostListed) })));
  router.post('/accounts', answering((body) => ({ apId: platform.accounts.register(body).apId })));
  router.post('/inbound', answering((body) => injected(platform, body)));
  router.post('/forget', answering(() => { platform.texts.clear(); return {}; }));
  return router;
}
