import express, { type Request, type Response, type Router } from 'express';
import { askEBillByNumber } from '../shared/integrator/ask-documents.js';
import { onlyAccount } from '../shared/integrator/desk.js';
import { eBillCard, noticeCard } from '../shared/integrator/document-cards.js';
import { orderPage } from '../shared/integrator/order-cards.js';
import { formOf, orderRoutes, rejectedFor } from '../shared/integrator/order-routes.js';
import { messagePage } from '../shared/integrator/page-parts.js';
import { html, sendPage, type Html } from '../shared/page.js';
import { billCheckPage } from './bill-check-page.js';
import type { Hall } from './hall.js';
import { indexPage, matterPage, matterStanding } from './hall-pages.js';
import { matterKinds } from './matter-kinds.js';
import type { Matter } from './matter.js';
import { freshMatter, issueSlip, payMatter } from './pay-matter.js';

const text = (form: ReadonlyMap<string, string>, name: string): string => (form.get(name) ?? '').trim();

async function fileMatter(hall: Hall, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const kind = matterKinds.find(({ key }) => key === form.get('kind'));
  const applicant = text(form, 'applicant');
  if (!kind || applicant === '' || applicant.length > 50) { sendPage(response, 400, indexPage(hall, '请选择事项并填写申请人')); return; }
  const { matterNo } = hall.matters.file(hall.desk, kind, applicant, form.get('payerType') === '2' ? '2' : '1');
  response.redirect(303, `/matters/${matterNo}`);
}

async function pay(hall: Hall, matter: Matter, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const payerMobile = text(form, 'payerMobile');
  if (payerMobile !== '' && !/^1[0-9]{10}$/.test(payerMobile)) { sendPage(response, 400, matterPage(hall, matter, '手机号应为 11 位')); return; }
  const order = await payMatter(hall, await freshMatter(hall, matter, true), {
    mode: form.get('mode') === 'pc' ? 'pc' : 'interface', payerMobile: payerMobile === '' ? undefined : payerMobile, eBillWanted: form.get('eBillWanted') === '1',
  });
  if (typeof order !== 'string' && order.cashierUrl !== undefined) { response.redirect(303, order.cashierUrl); return; }
  sendPage(response, 200, matterPage(hall, hall.matters.find(matter.matterNo) ?? matter, typeof order === 'string' ? order : order.stateMsg));
}

/** With the decision goes its payment notice, where the department collects by it. */
async function handOutSlip(hall: Hall, matterNo: string, response: Response): Promise<void> {
  const matter = hall.matters.find(matterNo);
  const isDue = matter?.approvedAt !== undefined && matter.kind.slipFirst === true && matter.slip === undefined;
  const problem = isDue ? await issueSlip(hall, matter) : undefined;
  if (matter === undefined || problem === undefined) response.redirect(303, `/matters/${matterNo}`);
  else sendPage(response, 200, matterPage(hall, matter, problem));
}

async function checkBill({ desk }: Hall, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const [code, no] = [text(form, 'eBillCode'), text(form, 'eBillNo')];
  const isAsked = /^[0-9A-Za-z]{1,32}$/.test(code) && /^[0-9A-Za-z]{1,32}$/.test(no);
  const found = isAsked ? await askEBillByNumber(desk, onlyAccount(desk).devId, code, no) : '请填写票据代码和票据号码';
  sendPage(response, isAsked ? 200 : 400, billCheckPage(desk.face, found));
}

const matterLink = (hall: Hall, matter: Matter | undefined): Html | undefined => matter && html`<p>办件 <a href="/matters/${matter.matterNo}">${matter.matterNo}</a> ${matterStanding(hall, matter)}</p>`;

/** Pages for applicant and official. */
export function hallRoutes(hall: Hall): Router {
  const { desk, matters } = hall;
  const router = express.Router();
  const withMatter = (act: (matter: Matter, request: Request, response: Response) => Promise<void> | void) => async (request: Request, response: Response): Promise<void> => {
    const matter = matters.find(String(request.params['matterNo']));
    if (matter) await act(matter, request, response);
    else sendPage(response, 404, messagePage(desk.face, '没有这个办件', '只在内存中保留最近的办件。'));
  };
  router.get('/', (_request, response) => { sendPage(response, 200, indexPage(hall)); });
  router.post('/matters', (request, response) => fileMatter(hall, request, response));
  router.get('/matters/:matterNo', withMatter(async (matter, _request, response) => { sendPage(response, 200, matterPage(hall, await freshMatter(hall, matter))); }));
  router.post('/matters/:matterNo/approve', withMatter(async ({ matterNo }, _request, response) => {
    matters.change(matterNo, (now) => ({ ...now, approvedAt: now.approvedAt ?? desk.clock.now() }));
    await handOutSlip(hall, matterNo, response);
  }));
  router.post('/matters/:matterNo/slip', withMatter(({ matterNo }, _request, response) => handOutSlip(hall, matterNo, response)));
  router.post('/matters/:matterNo/pay', withMatter((matter, request, response) => pay(hall, matter, request, response)));
  router.get('/bills', (_request, response) => { sendPage(response, 200, billCheckPage(desk.face)); });
  router.post('/bills', (request, response) => checkBill(hall, request, response));
  router.use(orderRoutes(desk, {
    order: (order, note) => orderPage(desk.face, {
      order, note, rejected: rejectedFor(desk, order), more: [noticeCard(order), eBillCard(order)].filter((card) => card !== undefined),
      back: matterLink(hall, matters.ofOrder(order.request.bizOrderNo)),
    }),
    afterReturn: (order) => matterLink(hall, matters.ofOrder(order.request.bizOrderNo)),
  }));
  return router;
}
