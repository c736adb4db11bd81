import { followAttempts } from '../../domain/payments/judge-report.js';
import { mayStillBePaid, type Attempt } from '../../domain/payments/attempt.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AskChannel } from './ask-channel.js';

/** Questions one order may cause by its payer walking back and forth, a second. */
const askedPerSecond = 0.5;

export interface ComeBackParts {
  readonly unitOfWork: UnitOfWork; readonly ask: AskChannel; readonly rateLimiter: RateLimiter; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
}

/** The payer is back from the channel, paid or not. A browser's return proves nothing: the channel is asked (1.1.1.1.5-a). */
export class ComeBack {
  readonly #parts: ComeBackParts;

  constructor(parts: ComeBackParts) {
    this.#parts = parts;
  }

  /** The payer gave up at the channel: unless it says otherwise, the order is awaiting payment again (design 4.3). */
  async run(cashierToken: string): Promise<void> {
    const undecided = await this.#askOpen(cashierToken);
    for (const attempt of undecided) if (attempt.busy) await this.#leave(attempt);
  }

  /** The channel sent the browser back after a payment: only the question. */
  async returned(cashierToken: string): Promise<void> {
    await this.#askOpen(cashierToken);
  }

  /** The cashier of the order this attempt belongs to. */
  async tokenOf(attemptNo: string): Promise<string | undefined> {
    return this.#parts.unitOfWork.read(async ({ orders, attempts }) => {
      const attempt = await attempts.byNo(attemptNo);
      return attempt && (await orders.byNo(attempt.platformOrderNo))?.cashierToken;
    });
  }

  /** Attempts that are open after the channel was asked. */
  async #askOpen(cashierToken: string): Promise<readonly Attempt[]> {
    const { unitOfWork, rateLimiter, ask, journal } = this.#parts;
    const open = await unitOfWork.read(async ({ orders, attempts }) => {
      const order = await orders.byCashierToken(cashierToken);
      if (!order || order.state === 'paid' || order.state === 'closed') return [];
      return (await attempts.ofOrder(order.platformOrderNo)).filter(mayStillBePaid);
    });
    if (open.length === 0 || !rateLimiter.allow(`come-back:${cashierToken}`, askedPerSecond)) return [];
    const answers = await Promise.allSettled(open.map(async (attempt) => (await ask.query(attempt)).applied?.attempt ?? attempt));
    for (const answer of answers) if (answer.status === 'rejected') journal.fault('come-back', answer.reason);
    return answers.flatMap((answer) => (answer.status === 'fulfilled' && answer.value.state === 'open' ? [answer.value] : []));
  }

  async #leave(left: Attempt): Promise<void> {
    const { unitOfWork, ids, clock } = this.#parts;
    await unitOfWork.run(async (stores) => {
      const order = await stores.orders.take(left.platformOrderNo);
      const attempts = await stores.attempts.ofOrder(left.platformOrderNo);
      const current = attempts.find((attempt) => attempt.attemptNo === left.attemptNo);
      if (!order || current?.state !== 'open' || !current.busy) return;
      const idle = { ...current, busy: false };
      const followed = followAttempts(order, attempts.map((attempt) => (attempt === current ? idle : attempt)));
      await stores.attempts.put(idle);
      if (followed.state !== order.state) await stores.orders.put(followed);
      await stores.audit.append({
        entryId: ids.next(), at: clock.now(), actor: { kind: 'payer', code: 'cashier', address: undefined }, action: 'attempt.left', objectKind: 'order',
        objectNo: order.platformOrderNo, description: '缴款人从渠道页面返回，未完成支付', before: { orderState: order.state }, after: { orderState: followed.state, attemptNo: current.attemptNo }, requestId: undefined,
      });
    });
  }
}
