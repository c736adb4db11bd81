import type { CallbackPlan } from '../../domain/callbacks/callback.js';
import type { Payee } from '../../domain/directory/payee.js';
import { minuteMs, secondMs } from '../../domain/kernel/china-time.js';
import type { Order } from '../../domain/payments/order.js';
import { afterPush, pushFor, type PersonalBillPush } from '../../domain/personal-bills/personal-bill-push.js';
import { hasPersonalBill, personalBillContent, personalBillOf, type PersonalBill } from '../../domain/personal-bills/personal-bill.js';
import { beganAt, holds } from '../../domain/recovery/recovery-mark.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { PersonalBillPushStore, PersonalBills } from '../ports/city-app-bills.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/digests.js';
import type { Directory } from '../ports/directory.js';
import type { JobOutcome, SettleJob } from '../ports/jobs.js';
import type { IssuedBills } from '../ports/issued-bills.js';
import type { Journal } from '../ports/journal.js';
import type { Measurements } from '../ports/measurements.js';
import { Turns } from '../ports/turns.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface PushParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly bills: PersonalBills; readonly clock: Clock; readonly digests: Digests;
  readonly journal: Journal; readonly measurements: Measurements; readonly plan: CallbackPlan;
  readonly issuedBills: IssuedBills;
}

/** How long a push that is held after a restore waits for its next look. */
const heldLookMs = 5 * minuteMs;
/** Pushes of one process under way at the same time: an app that hangs must not hold up callbacks (design 4.9). */
const pushesAtOnce = 4;
const waitForPlaceMs = 3 * secondMs;

interface Seen { readonly order: Order; readonly refunds: readonly Refund[]; readonly known: PersonalBillPush | undefined; readonly isHeld: boolean }

/**
 * Job `push-personal-bill` (key: platformOrderNo): the city app gets the record of a paid order, and gets it again when money went back or the
 * e-bill has its numbers (1.1.7.2.4-b). It compares what is with what the app took last, so running it twice is harmless.
 */
export class PushPersonalBill {
  readonly #parts: PushParts;
  readonly #turns = new Turns();
  #underWay = 0;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string, settle?: SettleJob): Promise<JobOutcome> {
    const { directory, bills, clock, digests, measurements, plan } = this.#parts;
    const seen = await this.#look(platformOrderNo);
    const developer = await directory.developer(seen.order.devId);
    const bill = hasPersonalBill(seen.order, developer) ? await this.#billOf(seen) : undefined;
    if (!developer || !bill) return { kind: 'done' };
    const content = { contentDigest: digests.sm3Hex(personalBillContent(bill)), billState: bill.state };
    const { bizOrderNo, devId, merchantNo } = seen.order;
    const push = pushFor(seen.known, { platformOrderNo, bizOrderNo, devId, merchantNo }, content, clock.now());
    if (push.state !== 'pending') return { kind: 'done' };
    // A sweeper, or news of the order that changed nothing here, may hand us the job early; the plan is the push's own.
    if (push.nextTryAt !== undefined && push.nextTryAt > clock.now()) return { kind: 'again', dueAt: push.nextTryAt };
    if (seen.isHeld) return { kind: 'again', dueAt: clock.now() + heldLookMs };
    if (this.#underWay >= pushesAtOnce) return { kind: 'again', dueAt: this.#turns.next(clock.now(), waitForPlaceMs) };
    const began = clock.now();
    this.#underWay += 1;
    const { accepted, answer } = await bills.push(bill, developer).finally(() => { this.#underWay -= 1; });
    measurements.time('personal_bill_ms', clock.now() - began, { accepted: String(accepted) });
    measurements.count('personal_bill_tries', { accepted: String(accepted) });
    return this.#keep(seen.known, afterPush(push, began, accepted, answer, plan), settle);
  }

  /** After a restore the lost database may have told a newer record than this one can (BAK-03). */
  async #look(platformOrderNo: string): Promise<Seen> {
    return this.#parts.unitOfWork.read(async ({ orders, attempts, refunds, personalBillPushes, recovery }) => {
      const order = await orders.byNo(platformOrderNo);
      if (!order) throw new Error(`no order ${platformOrderNo}`);
      const mark = await recovery.mark();
      const isHeld = mark !== undefined && holds(mark, 'callbacks', beganAt(order, await attempts.ofOrder(platformOrderNo)));
      return { order, refunds: await refunds.ofOrder(platformOrderNo), known: await personalBillPushes.byOrder(platformOrderNo), isHeld };
    });
  }

  async #billOf({ order, refunds }: Seen): Promise<PersonalBill | undefined> {
    const payee = await this.#parts.directory.payee(order.merchantNo);
    const standing = (await this.#parts.issuedBills.ofOrder(order.platformOrderNo)).at(-1);
    const numbers = standing && { billCode: standing.eBillCode, billNo: standing.eBillNo };
    return personalBillOf(order, { refunds, agencyName: agencyNameOf(payee) ?? order.merchantNo, numbers });
  }

  /** The try and the end of its job in one unit; when a person or another worker changed the push meanwhile, everything is looked at anew. */
  async #keep(known: PersonalBillPush | undefined, tried: PersonalBillPush, settle: SettleJob | undefined): Promise<JobOutcome> {
    const { unitOfWork, clock, journal } = this.#parts;
    const { kept, outcome } = await unitOfWork.run(async ({ personalBillPushes }) => {
      const current = await personalBillPushes.byOrder(tried.platformOrderNo);
      const isKept = current?.version === known?.version && await stored(personalBillPushes, current, tried);
      const dueAt = isKept ? tried.nextTryAt : clock.now();
      const end: JobOutcome = dueAt === undefined ? { kind: 'done' } : { kind: 'again', dueAt };
      await settle?.(end);
      return { kept: isKept, outcome: end };
    });
    if (kept && tried.state === 'failed') {
      journal.alarm('personal-bill-given-up', { orderNo: tried.platformOrderNo, devId: tried.devId, tries: tried.tries, answer: tried.lastAnswer });
    }
    return outcome;
  }
}

/** False: somebody else has begun with this order just now. */
async function stored(pushes: PersonalBillPushStore, current: PersonalBillPush | undefined, tried: PersonalBillPush): Promise<boolean> {
  if (current === undefined) return await pushes.add(tried) === 'added';
  await pushes.put(tried);
  return true;
}

/** 执收单位 as people know it: the charging unit where the payee collects for one, else the payee. */
const agencyNameOf = (payee: Payee | undefined): string | undefined => payee?.chargingUnit?.name ?? payee?.payeeName;
