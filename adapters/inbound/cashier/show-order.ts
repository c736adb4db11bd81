import type { CashierTerminal, CashierView } from '../../../application/payments/cashier-view.js';
import { mayMissAgain, sendMessage, settingOf, tokenOf, within, type Desk, type Visit } from './desk.js';
import { pagesPerSecond, statesPerSecond } from './limits.js';
import { orderPage, type PageWishes } from './pages/order-page.js';
import { stateOf } from './pages/words.js';
import { sendJson, sendPage } from './send.js';

/** An order as this terminal shows it. An order made for PC is shown as PC even on a phone. */
export interface Opened { readonly view: CashierView; readonly terminal: CashierTerminal }

export async function openOrder(desk: Desk, cashierToken: string, terminal: CashierTerminal): Promise<Opened | undefined> {
  const view = await desk.deps.openCashier.run(cashierToken, terminal);
  if (view === undefined) return undefined;
  if (!view.pcOnly || terminal === 'pc') return { view, terminal };
  // The channels differ by terminal, so the PC's are asked for.
  const asPc = await desk.deps.openCashier.run(cashierToken, 'pc');
  return asPc === undefined ? undefined : { view: asPc, terminal: 'pc' };
}

export function sendMissing(desk: Desk, visit: Visit): Promise<void> {
  return sendMessage(desk, visit, mayMissAgain(desk, visit.request) ? 'not-found' : 'too-many');
}

export function sendOrder(desk: Desk, visit: Visit, opened: Opened, cashierToken: string, status: number, wishes: PageWishes): Promise<void> {
  return sendPage(visit.request, visit.response, status, orderPage(settingOf(desk, visit, opened.terminal), opened.view, cashierToken, wishes));
}

/** GET /:token. Changes nothing. */
export async function showOrder(desk: Desk, visit: Visit): Promise<void> {
  const cashierToken = tokenOf(visit.request);
  if (cashierToken === undefined) return sendMissing(desk, visit);
  if (visit.repeated) return sendMessage(desk, visit, 'bad-request', { cashierToken });
  if (!within(desk, visit.request, 'page', cashierToken, pagesPerSecond)) return sendMessage(desk, visit, 'too-many', { cashierToken });
  const opened = await openOrder(desk, cashierToken, visit.visitor.terminal);
  if (opened === undefined) return sendMissing(desk, visit);
  return sendOrder(desk, visit, opened, cashierToken, 200, { change: visit.visitor.change, stop: visit.visitor.stop });
}

/** GET /:token/state: what the page's script asks for. No facts of the order. */
export async function tellState(desk: Desk, visit: Visit): Promise<void> {
  const { request, response } = visit;
  const cashierToken = tokenOf(request);
  const tooMany = (): Promise<void> => sendJson(request, response, 429, { stateMsg: '访问过于频繁' });
  const missing = (): Promise<void> => (mayMissAgain(desk, request) ? sendJson(request, response, 404, { stateMsg: '没有找到该订单' }) : tooMany());
  if (cashierToken === undefined) return missing();
  if (!within(desk, request, 'state', cashierToken, statesPerSecond)) return tooMany();
  const view = await desk.deps.openCashier.run(cashierToken, visit.visitor.terminal);
  if (view === undefined) return missing();
  return sendJson(request, response, 200, { page: view.page, stateMsg: stateOf(view), remainingMs: Math.max(0, view.expiresAt - view.now) });
}
