import { Router, type Router as ExpressRouter } from 'express';
import { sendPage } from '../../shared/page.js';
import { messagePage } from '../cashier-pages.js';
import type { BillDesk } from './bill-desk.js';

/** `GET /bills/:token`: whoever has the address gets the file. Late askers get a page with status 200, as from the real one. */
export function billRoute(bills: BillDesk): ExpressRouter {
  const router = Router();
  router.get('/bills/:token', (request, response) => {
    const file = bills.fileAt(String(request.params['token']));
    if (file === undefined) { sendPage(response, 200, messagePage('下载超时', '账单下载链接已失效，请重新获取。')); return; }
    response.setHeader('cache-control', 'no-store');
    response.type('application/zip').send(file);
  });
  return router;
}
