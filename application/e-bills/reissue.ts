import type { Actor } from '../../domain/audit/audit-entry.js';
import { mayReissue, usualPendingMs } from '../../domain/e-bills/may-issue.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { minuteMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { auditEBill } from './keep-e-bill.js';
import { wantsEBill, type WorkEBill } from './work-e-bill.js';

export interface ReissueParts {
  readonly unitOfWork: UnitOfWork; readonly work: Pick<WorkEBill, 'run'>; readonly ids: Ids; readonly clock: Clock;
  /** Age from which a pending e-bill may be pressed on. */
  readonly pendingMs?: number;
}

/** `not-now`: issued, ended, being issued (it is asked about by itself), or waiting for less than the limit. */
export type ReissueRefusal = 'order-unknown' | 'not-wanted' | 'not-now';

/** 补开 (1.1.5.3.3): a person presses; it is asked first whether the bill exists already, and what came of it is shown. */
export class Reissue {
  readonly #parts: ReissueParts;

  constructor(parts: ReissueParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string, by: Actor, requestId?: string): Promise<Result<OrderEBill, ReissueRefusal>> {
    const { unitOfWork, work } = this.#parts;
    const order = await unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
    if (!order) return refuse('order-unknown');
    if (!wantsEBill(order)) return refuse('not-wanted');
    const pressed = await unitOfWork.run((stores) => this.#press(stores, platformOrderNo, by, requestId));
    if (!pressed.ok) return pressed;
    await work.run(platformOrderNo);
    const bill = (await unitOfWork.read(({ eBills }) => eBills.ofOrder(platformOrderNo))).at(-1);
    return bill ? ok(bill) : refuse('not-wanted');
  }

  async #press(stores: Stores, platformOrderNo: string, actor: Actor, requestId: string | undefined): Promise<Result<true, ReissueRefusal>> {
    const { clock, pendingMs = usualPendingMs } = this.#parts;
    const now = clock.now();
    const bill = (await stores.eBills.ofOrder(platformOrderNo)).at(-1);
    if (bill && !mayReissue(bill, now, pendingMs)) {
      await auditEBill(stores, this.#parts, { action: 'e-bill.reissue-refused', description: '补开票据：当前状态不可补开', actor, requestId }, bill);
      return refuse('not-now');
    }
    if (bill) {
      // At least one try: whoever takes it up asks before it issues.
      const pressed = { ...bill, tries: 1, nextTryAt: now };
      await stores.eBills.put(pressed);
      await auditEBill(stores, this.#parts, { action: 'e-bill.reissue-pressed', description: '补开票据', actor, requestId }, pressed, bill);
    }
    // Should this process die now, somebody else goes on.
    await stores.outbox.enqueue({ topic: 'work-e-bill', key: platformOrderNo, dueAt: now + minuteMs });
    return ok(true);
  }
}
