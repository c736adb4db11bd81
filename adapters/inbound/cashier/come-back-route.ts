import { sendMissing } from './show-order.js';
import { tokenOf, within, type Desk, type Visit } from './desk.js';
import { asksPerSecond } from './limits.js';

/**
 * /:token/back: the payer gave up at the channel, or presses 重新查询 (1.1.1.1.5-a). The channel is asked, then the order's page shows what
 * is true. Nothing in the address or body is believed, so a GET from anywhere can at most cause a question. If asking fails, the payer
 * still gets the page.
 */
export async function comeBackRoute(desk: Desk, visit: Visit): Promise<void> {
  const cashierToken = tokenOf(visit.request);
  if (cashierToken === undefined) return sendMissing(desk, visit);
  if (within(desk, visit.request, 'ask', cashierToken, asksPerSecond)) {
    try {
      await desk.deps.comeBack.run(cashierToken);
    } catch (error) {
      desk.deps.journal.fault('cashier-come-back-failed', error, { requestId: desk.deps.requestIdOf(visit.request) });
    }
  }
  visit.response.status(303).set('Location', `${desk.basePath}/${cashierToken}`).end();
}
