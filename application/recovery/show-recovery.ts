import type { Callback } from '../../domain/callbacks/callback.js';
import type { LostPayment } from '../../domain/recovery/lost-payment.js';
import { beganAt, holds, type HeldKind, type RecoveryMark } from '../../domain/recovery/recovery-mark.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';
import { mostShown } from './recovery-parts.js';

export interface ShownRecovery {
  readonly mark: RecoveryMark | undefined;
  readonly refunds: readonly Refund[];
  readonly callbacks: readonly Callback[];
  readonly lostPayments: readonly LostPayment[];
}

/** What a restore holds back now, and what money is known only to the channels. */
export class ShowRecovery {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  async run(): Promise<ShownRecovery> {
    return this.#unitOfWork.run(async (stores) => {
      const mark = await stores.recovery.mark();
      return { mark, refunds: await heldRefunds(stores, mark), callbacks: await heldCallbacks(stores, mark), lostPayments: await stillLost(stores) };
    });
  }
}

/** Payments no attempt stands for: one that a person has named belongs to its order now. */
async function stillLost({ attempts, recovery }: Pick<Readers, 'attempts' | 'recovery'>): Promise<readonly LostPayment[]> {
  const lost: LostPayment[] = [];
  for (const payment of await recovery.lostPayments(mostShown)) if (!await attempts.byNo(payment.attemptNo)) lost.push(payment);
  return lost;
}

/** Refunds that are neither done nor failed and may not be sent. */
export async function heldRefunds(readers: Pick<Readers, 'orders' | 'attempts' | 'recovery'>, mark: RecoveryMark | undefined): Promise<readonly Refund[]> {
  const held: Refund[] = [];
  if (!mark) return held;
  for (const refund of await readers.recovery.openRefunds(mostShown)) {
    if (await isOld(readers, mark, 'refunds', refund.platformOrderNo) && !await readers.recovery.isReleased(mark.recoveryNo, refund.platformRefundOrderNo)) held.push(refund);
  }
  return held;
}

/** Callbacks nobody has accepted and that may not be sent. */
export async function heldCallbacks(readers: Pick<Readers, 'orders' | 'attempts' | 'recovery'>, mark: RecoveryMark | undefined): Promise<readonly Callback[]> {
  const held: Callback[] = [];
  for (const callback of await readers.recovery.pendingCallbacks(mostShown)) if (await isOld(readers, mark, 'callbacks', callback.platformOrderNo)) held.push(callback);
  return held;
}

async function isOld({ orders, attempts }: Pick<Readers, 'orders' | 'attempts'>, mark: RecoveryMark | undefined, kind: HeldKind, orderNo: string): Promise<boolean> {
  const order = await orders.byNo(orderNo);
  return order !== undefined && holds(mark, kind, beganAt(order, await attempts.ofOrder(orderNo)));
}
