import { secondMs } from '../../domain/kernel/china-time.js';
import { nontaxInfoOf } from '../../domain/payments/nontax-info.js';
import type { Order } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { JobOutcome } from '../ports/jobs.js';
import { Turns } from '../ports/turns.js';
import type { CallBillSystem } from './call-bill-system.js';
import type { TakeStep } from './take-step.js';

export interface WorkEBillParts {
  readonly take: TakeStep; readonly call: CallBillSystem; readonly clock: Clock;
  /** Orders of one process that are at the bill systems at the same time: the other jobs of the process go on while these hang. */
  readonly maxAtOnce?: number;
}

const usualAtOnce = 4;
/** How long an order waits at least for a place among them. */
const placeWaitMs = 15 * secondMs;
/** Each may take two questions of the longest time limit; a job ends well within its lease. */
const mostCalls = 2;
/** What is stored without calling anybody, from call to call. */
const mostSteps = 12;

/** Whether an order has anything to do with e-bills. */
export const wantsEBill = (order: Order): boolean => order.state === 'paid' && nontaxInfoOf(order)?.isEBillWanted === true;

/**
 * Job `work-e-bill`: whatever is to do now for the e-bill of a paid order, until nothing is or the bill system must be waited for. It may run at any time
 * and as often as anybody likes: each step is taken by compare-and-set, and a step taken waits for its answer before the next.
 */
export class WorkEBill {
  readonly #parts: WorkEBillParts;
  readonly #turns = new Turns();
  #atOnce = 0;

  constructor(parts: WorkEBillParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string): Promise<JobOutcome> {
    const { clock, maxAtOnce = usualAtOnce } = this.#parts;
    if (this.#atOnce >= maxAtOnce) return { kind: 'again', dueAt: this.#turns.next(clock.now(), placeWaitMs) };
    this.#atOnce++;
    try {
      return await this.#work(platformOrderNo);
    } finally {
      this.#atOnce--;
    }
  }

  async #work(platformOrderNo: string): Promise<JobOutcome> {
    const { take, call, clock } = this.#parts;
    let calls = 0;
    for (let steps = 0; steps < mostSteps && calls < mostCalls; steps++) {
      const step = await take.run(platformOrderNo);
      switch (step.kind) {
        case 'rest': return { kind: 'done' };
        case 'wait': return { kind: 'again', dueAt: step.until };
        case 'keep': case 'add': continue;
        case 'issue': await call.issue(step.bill, step.asksFirst); break;
        case 'reverse': await call.reverse(step.bill, step.asksFirst); break;
      }
      calls++;
    }
    return { kind: 'again', dueAt: clock.now() };
  }
}
