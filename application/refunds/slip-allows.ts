import type { Payee } from '../../domain/directory/payee.js';
import { ok, type Result } from '../../domain/kernel/result.js';
import { mayRefundSlip, type SlipRefundRefusal } from '../../domain/payment-notices/slip-refund.js';
import type { Order } from '../../domain/payments/order.js';
import { paymentKey } from '../../domain/settlement/trade.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { Stores } from '../ports/unit-of-work.js';

/** The money that is to go back, and the province's number for it. */
export type SlipMoney = Pick<Refund, 'attemptNo' | 'nontaxRefundRef'>;

/** What the payee's policy says, as things stand now, about money whose payment notice the province has confirmed. */
export async function slipAllows({ notices, trades }: Pick<Stores, 'notices' | 'trades'>, order: Order, payee: Payee, { attemptNo, nontaxRefundRef }: SlipMoney): Promise<Result<undefined, SlipRefundRefusal>> {
  // Money that was paid a second time is not what the notice is about.
  if (order.nontaxInfo === undefined || attemptNo !== order.paidAttemptNo) return ok(undefined);
  const record = await notices.byOrder(order.platformOrderNo);
  const [trade] = await trades.byKeys([paymentKey(attemptNo)]);
  return mayRefundSlip({ policy: payee.slipRefundPolicy, record, isSettled: trade?.settleState === 'settled', nontaxRefundRef });
}
