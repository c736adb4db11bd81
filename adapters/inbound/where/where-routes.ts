import { comesFromOurPage } from '../cashier/same-origin.js';
import { evenly } from './even-time.js';
import { askPage, closedPage, type AskProblem } from './pages/ask-page.js';
import { codePage, type CodeProblem } from './pages/code-page.js';
import { choicePage, paymentPage } from './pages/payment-page.js';
import { broughtPass, givePass, goTo, mayWriteLine, say, show, whereSettingOf, withinLimit, type WhereDesk, type WhereVisit } from './where-desk.js';
import { nothingWritten, readAskForm, readCodeForm, type FormProblem, type Written } from './where-forms.js';
import { answerEveryMs, asksPerSecond, pagesPerSecond } from './where-limits.js';

const closed = (desk: WhereDesk, visit: WhereVisit): Promise<void> => show(visit, visit.request.method === 'POST' ? 503 : 200, closedPage(whereSettingOf(desk, visit)));
const ask = (desk: WhereDesk, visit: WhereVisit, status: number, written: Written, problem?: AskProblem): Promise<void> =>
  show(visit, status, askPage(whereSettingOf(desk, visit), written, problem));
const code = (desk: WhereDesk, visit: WhereVisit, status: number, problem?: CodeProblem): Promise<void> => show(visit, status, codePage(whereSettingOf(desk, visit, '/code'), problem));

/** Whether a posted form may be read at all; if not, the answer has been given. Cheap checks first. */
async function mayPost(desk: WhereDesk, visit: WhereVisit): Promise<boolean> {
  const { request, response } = visit;
  if (!comesFromOurPage(request.headers, desk.ownOrigin)) {
    desk.deps.measurements.count('security_events', { event: 'where-foreign-post' });
    const address = desk.deps.addressOf(request);
    if (mayWriteLine(desk.deps, address)) desk.deps.journal.warn('where-foreign-post', { requestId: desk.deps.requestIdOf(request), address });
    response.set('Connection', 'close');
    await say(desk, visit, 'foreign-page');
    return false;
  }
  if (withinLimit(desk, visit, 'ask', asksPerSecond)) return true;
  response.set('Connection', 'close');
  await say(desk, visit, 'too-many');
  return false;
}

/** What is left of the body stays unread. */
function refuseForm(desk: WhereDesk, visit: WhereVisit, problem: Exclude<FormProblem, 'malformed'>): Promise<void> {
  visit.response.set('Connection', 'close');
  return say(desk, visit, problem);
}

async function mayLook(desk: WhereDesk, visit: WhereVisit): Promise<boolean> {
  const refusal = visit.repeated ? 'bad-request' : withinLimit(desk, visit, 'page', pagesPerSecond) ? undefined : 'too-many';
  if (refusal !== undefined) await say(desk, visit, refusal);
  return refusal === undefined;
}

/** GET /: the empty form. */
export async function showAsk(desk: WhereDesk, visit: WhereVisit): Promise<void> {
  if (!await mayLook(desk, visit)) return;
  await (desk.deps.ask === undefined ? closed(desk, visit) : ask(desk, visit, 200, nothingWritten));
}

/** POST /: which payment and whose phone. Whatever is true of them, the visitor is sent to the same page after the same time. */
export async function takeAsk(desk: WhereDesk, visit: WhereVisit): Promise<void> {
  const use = desk.deps.ask;
  if (use === undefined) return closed(desk, visit);
  if (!await mayPost(desk, visit)) return;
  const form = await readAskForm(visit.request);
  if (!form.ok) {
    const { refusal } = form;
    if (refusal.kind === 'wrong-field') return ask(desk, visit, 400, refusal.written, refusal.field);
    return refusal.kind === 'malformed' ? ask(desk, visit, 400, nothingWritten, 'malformed') : refuseForm(desk, visit, refusal.kind);
  }
  const answer = await evenly(answerEveryMs, () => use.run(form.value, desk.deps.addressOf(visit.request)));
  if (answer === 'unavailable') return ask(desk, visit, 503, nothingWritten, 'unavailable');
  givePass(desk, visit, 'asked', desk.deps.passes.make('asked', form.value));
  goTo(desk, visit, '/code');
}

/** GET /code: the form for the code, for whoever has asked. */
export async function showCode(desk: WhereDesk, visit: WhereVisit): Promise<void> {
  if (!await mayLook(desk, visit)) return;
  if (broughtPass(desk, visit, 'asked') === undefined) return goTo(desk, visit, '');
  await code(desk, visit, 200);
}

/** POST /code: a right one opens the payments for a while. */
export async function takeCode(desk: WhereDesk, visit: WhereVisit): Promise<void> {
  if (!await mayPost(desk, visit)) return;
  const form = await readCodeForm(visit.request);
  if (!form.ok) return form.refusal === 'malformed' ? code(desk, visit, 400, 'malformed') : refuseForm(desk, visit, form.refusal);
  const asked = broughtPass(desk, visit, 'asked');
  if (asked === undefined) return ask(desk, visit, 400, nothingWritten, 'ask-again');
  const { deps } = desk;
  const opened = await evenly(answerEveryMs, () => deps.open.run(asked, form.value, deps.addressOf(visit.request)));
  if (opened.kind === 'wrong') return code(desk, visit, 400, 'wrong');
  if (opened.kind === 'too-fast') return code(desk, visit, 429, 'too-fast');
  givePass(desk, visit, 'asked', undefined);
  if (opened.kind === 'ask-again') return ask(desk, visit, 400, nothingWritten, 'ask-again');
  deps.journal.info('where-opened', { requestId: deps.requestIdOf(visit.request), orderNos: opened.platformOrderNos.join(' ') });
  givePass(desk, visit, 'session', deps.passes.make('session', { platformOrderNos: opened.platformOrderNos }));
  goTo(desk, visit, '/order');
}

/** GET /order and /order/:place: what the session opened; the place is one among its own payments, so that no address names any. */
export async function showPayment(desk: WhereDesk, visit: WhereVisit): Promise<void> {
  if (!await mayLook(desk, visit)) return;
  const session = broughtPass(desk, visit, 'session');
  if (session === undefined) return ask(desk, visit, 403, nothingWritten, 'no-session');
  const { deps } = desk;
  const { platformOrderNos } = session;
  const place = visit.request.params['place'];
  if (place === undefined && platformOrderNos.length > 1) return show(visit, 200, choicePage(whereSettingOf(desk, visit, '/order'), await deps.show.list(platformOrderNos)));
  const platformOrderNo = typeof place === 'string' ? platformOrderNos[/^[1-9][0-9]?$/.test(place) ? Number(place) - 1 : -1] : platformOrderNos[0];
  const payment = platformOrderNo === undefined ? undefined : await deps.show.run(platformOrderNo);
  if (payment === undefined) return say(desk, visit, 'not-found');
  const self = typeof place === 'string' ? `/order/${place}` : '/order';
  return show(visit, 200, paymentPage(whereSettingOf(desk, visit, self), payment, deps.clock.now(), platformOrderNos.length > 1));
}

/** POST /end: the browser forgets; for computers that many people use. */
export async function endWhere(desk: WhereDesk, visit: WhereVisit): Promise<void> {
  if (!await mayPost(desk, visit)) return;
  for (const kind of ['asked', 'session'] as const) givePass(desk, visit, kind, undefined);
  goTo(desk, visit, '');
}
