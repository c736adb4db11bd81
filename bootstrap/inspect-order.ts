import type { UnitOfWork } from '../application/ports/unit-of-work.js';

/** Everything the platform knows of one order's money, for the demo and for whoever tries things out in the embedded profile. No personal data. */
export interface InspectedOrder {
  readonly platformOrderNo: string; readonly bizOrderNo: string; readonly state: string; /** What a channel is asked for, paid or not. */ readonly toCharge: string;
  readonly attempts: readonly { readonly attemptNo: string; readonly payChannel: string; readonly payMethod: string; readonly state: string; readonly amount: string; readonly receivedAt: number; readonly sentAt: number | undefined; readonly answeredAt: number | undefined; readonly recordedAt: number | undefined }[];
  readonly refunds: readonly { readonly refundNo: string; readonly attemptNo: string; readonly origin: string; readonly state: string; readonly amount: string }[];
  readonly abnormal: readonly { readonly kind: string; readonly amount: string; readonly handleState: string }[];
  readonly callbacks: readonly { readonly told: string; readonly state: string; readonly tries: number; readonly lastAnswer: string | undefined }[];
}

export async function inspectOrder(unitOfWork: UnitOfWork, platformOrderNo: string): Promise<InspectedOrder | undefined> {
  return unitOfWork.read(async (readers) => {
    const order = await readers.orders.byNo(platformOrderNo);
    if (!order) return undefined;
    const [attempts, refunds, abnormal, callbacks] = await Promise.all([
      readers.attempts.ofOrder(platformOrderNo), readers.refunds.ofOrder(platformOrderNo), readers.abnormalOrders.ofOrder(platformOrderNo), readers.callbacks.ofOrder(platformOrderNo),
    ]);
    return {
      platformOrderNo, bizOrderNo: order.bizOrderNo, state: order.state, toCharge: (order.orderAmount - order.bizDiscountAmount).toString(),
      attempts: attempts.map(({ attemptNo, payChannel, payMethod, state, amount, receivedAt, sentAt, answeredAt, recordedAt }) => ({ attemptNo, payChannel, payMethod, state, amount: amount.toString(), receivedAt, sentAt, answeredAt, recordedAt })),
      refunds: refunds.map(({ platformRefundOrderNo, attemptNo, origin, state, refundAmount }) => ({ refundNo: platformRefundOrderNo, attemptNo, origin, state, amount: refundAmount.toString() })),
      abnormal: abnormal.map(({ kind, amount, handleState }) => ({ kind, amount: amount.toString(), handleState })),
      callbacks: callbacks.map(({ toldState, state, tries, lastAnswer }) => ({ told: toldState, state, tries, lastAnswer })),
    };
  });
}
