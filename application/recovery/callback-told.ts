import type { Actor } from '../../domain/audit/audit-entry.js';
import type { Callback } from '../../domain/callbacks/callback.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { beganAt, holds } from '../../domain/recovery/recovery-mark.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';

export type ToldRefusal = 'no-such-callback' | 'not-held';

/** The business system has confirmed that it was told before the loss: a held callback is settled without being sent. */
export class CallbackTold {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  async run(callbackId: string, by: Actor): Promise<Result<Callback, ToldRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<Callback, ToldRefusal>> => {
      const callback = await stores.callbacks.byId(callbackId);
      const order = callback && await stores.orders.take(callback.platformOrderNo);
      if (!callback || !order) return refuse('no-such-callback');
      const began = beganAt(order, await stores.attempts.ofOrder(order.platformOrderNo));
      if (callback.state !== 'pending' || !holds(await stores.recovery.mark(), 'callbacks', began)) return refuse('not-held');
      const told: Callback = { ...callback, state: 'accepted', acceptedAt: clock.now(), nextTryAt: undefined, lastAnswer: 'told before the restore' };
      await stores.callbacks.put(told);
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.callback-told', objectKind: 'callback', objectNo: callbackId, description: '业务系统确认恢复前已收到，不再发送', before: undefined, after: { orderNo: callback.platformOrderNo, told: callback.toldState },
      });
      return ok(told);
    });
  }
}
