import express, { type Router } from 'express';
import { sendPage } from '../page.js';
import { onlyAccount, type Desk } from './desk.js';
import { formOf } from './order-routes.js';
import { statementPage } from './statement-page.js';
import { fetchStatement } from './statements.js';

/** The morning's work: statement and abnormal statement of a day. */
export function statementRoutes(desk: Desk): Router {
  const router = express.Router();
  router.get('/statements', (_request, response) => { sendPage(response, 200, statementPage(desk)); });
  router.post('/statements', async (request, response) => {
    const day = ((await formOf(request)).get('day') ?? '').trim();
    if (!/^[0-9]{8}$/.test(day)) { sendPage(response, 400, statementPage(desk, undefined, ['日期应为 8 位数字，例如 20261101'])); return; }
    const account = onlyAccount(desk);
    sendPage(response, 200, statementPage(desk, day, [await fetchStatement(account, 'normal', day), await fetchStatement(account, 'abnormal', day)]));
  });
  return router;
}
