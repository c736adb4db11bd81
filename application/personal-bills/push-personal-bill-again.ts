import type { AuditEntry } from '../../domain/audit/audit-entry.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { pushAgain, type PersonalBillPush } from '../../domain/personal-bills/personal-bill-push.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface PushWish {
  readonly platformOrderNo: string; readonly operator: string; readonly address: string | undefined; readonly requestId: string | undefined;
}
export type PushAgainRefusal = 'no-such-push' | 'waits-already';

/** A person has the record of an order pushed once more: the app was mended, or has lost what it had. The plan begins anew. */
export class PushPersonalBillAgain {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run(wish: PushWish): Promise<Result<PersonalBillPush, PushAgainRefusal>> {
    return this.#unitOfWork.run(async ({ personalBillPushes, outbox, audit }): Promise<Result<PersonalBillPush, PushAgainRefusal>> => {
      const known = await personalBillPushes.byOrder(wish.platformOrderNo);
      if (!known) return refuse('no-such-push');
      const now = this.#clock.now();
      const again = pushAgain(known, now);
      if (!again.ok) return again;
      await personalBillPushes.put(again.value);
      await outbox.enqueue({ topic: 'push-personal-bill', key: wish.platformOrderNo, dueAt: now });
      await audit.append(entryOf(wish, known, { entryId: this.#ids.next(), at: now }));
      return ok(again.value);
    });
  }
}

const entryOf = ({ operator, address, requestId, platformOrderNo }: PushWish, before: PersonalBillPush, mint: Pick<AuditEntry, 'entryId' | 'at'>): AuditEntry => ({
  ...mint, actor: { kind: 'operator', code: operator, address }, action: 'personal-bill.pushed-again', objectKind: 'order', objectNo: platformOrderNo,
  description: '重新推送个人账单', before: { state: before.state, tries: String(before.tries) }, after: { state: 'pending', tries: '0' }, requestId,
});
