import { json, Router, type NextFunction, type Request, type Response } from 'express';
import { noChaos } from '../shared/seeded-chaos.js';
import type { GatewayWorld } from './gateway-world.js';
import { downloadClearingFile, setFeeRate } from './handlers/clearing-control.js';
import * as control from './handlers/control.js';
import { barcodeOutcomes, typingMs } from './rules/barcode-outcomes.js';
import { products } from './rules/products.js';

const loopback: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

function onlyLoopback(request: Request, response: Response, next: NextFunction): void {
  if (loopback.includes(request.socket.remoteAddress ?? '')) return next();
  response.status(403).json({ error: 'loopback only' });
}

/** A body that is there must say that it is JSON: a page of another origin cannot send that without asking first. */
function bodyOf(request: Request): control.ControlBody {
  const body: unknown = request.body;
  if (body === undefined && (request.headers['content-length'] ?? '0') === '0') return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new RangeError('the body is a JSON object');
  return body as control.ControlBody;
}

type Work = (request: Request) => control.ControlAnswer | Promise<control.ControlAnswer>;

function answering(work: Work): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      const { status, body } = await work(request);
      response.status(status).json(body);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      response.status(400).json({ error: error.message });
    }
  };
}

/** `/sim/*`: provisioning, books, faults and chaos, for tests and operators of the demonstration. */
export function controlRoutes(world: GatewayWorld): Router {
  const router = Router();
  router.use(onlyLoopback, json({ limit: '64kb' }));
  router.get('/rules', answering(() => ({ status: 200, body: { barcodes: barcodeOutcomes, typingMs, products } })));
  router.get('/books', answering(() => control.showBooks(world)));
  router.post('/merchants', answering((request) => control.registerMerchant(world, bodyOf(request))));
  router.post('/merchant-certificates', answering((request) => control.certifyMerchant(world, bodyOf(request))));
  router.post('/faults', answering((request) => control.planFault(world, bodyOf(request))));
  router.delete('/faults', answering(() => control.clearFaults(world)));
  router.post('/chaos', answering((request) => control.planChaos(world, bodyOf(request))));
  router.delete('/chaos', answering(() => { world.chaos.use(noChaos); return { status: 200, body: noChaos }; }));
  router.post('/switches', answering((request) => control.changeSwitches(world, bodyOf(request))));
  router.post('/merchants/:merId/fee-rate', answering((request) => setFeeRate(world, String(request.params['merId']), bodyOf(request))));
  router.get('/clearing-files/:merId/:day', (request, response) => { downloadClearingFile(world, request.params.merId, request.params.day, response); });
  router.post('/orders/:orderId/pay', answering((request) => control.decideOrder(world, String(request.params['orderId']), '00', bodyOf(request))));
  router.post('/orders/:orderId/fail', answering((request) => control.decideOrder(world, String(request.params['orderId']), '64', bodyOf(request))));
  return router;
}
