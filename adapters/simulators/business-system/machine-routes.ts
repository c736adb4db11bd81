import express, { type Router } from 'express';
import { acceptance } from '../../../contracts/sdk/callbacks.js';
import { readJsonObject, readRawBody } from '../shared/form-body.js';
import type { Desk } from './desk.js';
import { takeCallback } from './take-callback.js';

const maxOutage = 100;
const httpStatus = { accepted: 200, outage: 500, rejected: 400 } as const;

/** What machines call: the platform's callbacks, and the controls of demo and tests. */
export function machineRoutes(desk: Desk): Router {
  const router = express.Router();
  router.post('/callbacks', async (request, response) => {
    const answer = takeCallback(desk, (await readRawBody(request)).toString('utf8'));
    response.status(httpStatus[answer]).json(answer === 'accepted' ? acceptance() : { code: '40004', msg: '未接受' });
  });
  router.post('/sim/outage', async (request, response) => {
    const { times } = await readJsonObject(request);
    if (typeof times !== 'number' || !Number.isInteger(times) || times < 0 || times > maxOutage) {
      response.status(400).json({ error: `times must be a whole number from 0 to ${maxOutage}` });
      return;
    }
    desk.outage = times;
    response.json({ times });
  });
  router.get('/sim/orders', (_request, response) => {
    response.json({ orders: desk.book.newestFirst(), rejectedCallbacks: desk.book.rejected, outage: desk.outage });
  });
  return router;
}
