import type { StartPaymentRefusal } from '../../../application/payments/cashier-view.js';
import { isChannelAddress } from './channel-origins.js';
import { sendMessage, settingOf, tokenOf, within, type Desk, type Visit } from './desk.js';
import { startsPerSecond } from './limits.js';
import { handoverPage } from './pages/handover-page.js';
import type { MessageKind } from './pages/message-pages.js';
import { refusalWords } from './pages/words.js';
import { readPaymentForm, type FormRefusal, type PaymentForm } from './payment-form.js';
import { comesFromOurPage } from './same-origin.js';
import { sendPage } from './send.js';
import { openOrder, sendMissing, sendOrder } from './show-order.js';

const formMessages: Readonly<Record<FormRefusal, MessageKind>> = {
  'not-a-form': 'not-a-form', 'too-large': 'too-large', malformed: 'bad-request', 'nothing-chosen': 'nothing-chosen', 'unknown-channel': 'bad-request',
};

function refuseForeign(desk: Desk, visit: Visit, cashierToken: string): Promise<void> {
  desk.deps.measurements.count('security_events', { event: 'cashier-foreign-post' });
  desk.deps.journal.warn('cashier-foreign-post', { requestId: desk.deps.requestIdOf(visit.request), address: desk.deps.addressOf(visit.request) });
  visit.response.set('Connection', 'close');
  return sendMessage(desk, visit, 'foreign-page', { cashierToken });
}

/** The order's page as it is now, with the reason on top. */
async function explain(desk: Desk, visit: Visit, cashierToken: string, form: PaymentForm, refusal: StartPaymentRefusal): Promise<void> {
  desk.deps.journal.info('cashier-start-refused', { requestId: desk.deps.requestIdOf(visit.request), payChannel: form.payChannel, refusal });
  const opened = refusal === 'no-such-order' ? undefined : await openOrder(desk, cashierToken, form.view);
  if (refusal === 'no-such-order' || opened === undefined) return sendMissing(desk, visit);
  const { status, words } = refusalWords[refusal];
  return sendOrder(desk, visit, opened, cashierToken, status, { change: false, stop: false, told: words });
}

async function begin(desk: Desk, visit: Visit, cashierToken: string, form: PaymentForm): Promise<void> {
  const { deps } = desk;
  const requestId = deps.requestIdOf(visit.request);
  const started = await deps.startPayment.run({
    cashierToken, payChannel: form.payChannel, terminal: form.view, receivedAt: deps.clock.now(), address: deps.addressOf(visit.request), requestId,
  });
  if (!started.ok) return explain(desk, visit, cashierToken, form, started.refusal);
  const { attemptNo, handover } = started.value;
  // The browser would refuse the form silently; better a fault that somebody sees.
  if (!isChannelAddress(handover.action, desk.channelOrigins)) throw new Error('the channel\'s payment page is not among the channel origins');
  deps.journal.info('cashier-handed-over', { requestId, attemptNo, payChannel: form.payChannel, terminal: form.view });
  return sendPage(visit.request, visit.response, 200, handoverPage(settingOf(desk, visit, form.view), form.payChannel, handover));
}

/** POST /:token: the payer chose a channel. Checks go from cheap to dear; nothing is started before all are passed. */
export async function startPaymentRoute(desk: Desk, visit: Visit): Promise<void> {
  const cashierToken = tokenOf(visit.request);
  if (cashierToken === undefined) return sendMissing(desk, visit);
  if (!comesFromOurPage(visit.request.headers, desk.ownOrigin)) return refuseForeign(desk, visit, cashierToken);
  if (!within(desk, visit.request, 'start', cashierToken, startsPerSecond)) return sendMessage(desk, visit, 'too-many', { cashierToken });
  const form = await readPaymentForm(visit.request);
  if (form.ok) return begin(desk, visit, cashierToken, form.value);
  // What is left of the body stays unread.
  if (form.refusal === 'too-large' || form.refusal === 'not-a-form') visit.response.set('Connection', 'close');
  return sendMessage(desk, visit, formMessages[form.refusal], { cashierToken });
}
