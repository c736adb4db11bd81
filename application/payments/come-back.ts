import type { Journal } from '../ports/journal.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AskChannel } from './ask-channel.js';

/** Questions one order may cause by its payer walking back and forth, a second. */
const askedPerSecond = 0.5;

/** The payer is back from the channel, paid or not. A browser's return proves nothing: the channel is asked (1.1.1.1.5-a). */
export class ComeBack {
  readonly #unitOfWork: UnitOfWork;
  readonly #ask: AskChannel;
  readonly #rateLimiter: RateLimiter;
  readonly #journal: Journal;

  constructor(unitOfWork: UnitOfWork, ask: AskChannel, rateLimiter: RateLimiter, journal: Journal) {
    this.#unitOfWork = unitOfWork;
    this.#ask = ask;
    this.#rateLimiter = rateLimiter;
    this.#journal = journal;
  }

  async run(cashierToken: string): Promise<void> {
    const open = await this.#unitOfWork.read(async ({ orders, attempts }) => {
      const order = await orders.byCashierToken(cashierToken);
      if (!order || order.state === 'paid' || order.state === 'closed') return [];
      return (await attempts.ofOrder(order.platformOrderNo)).filter((attempt) => attempt.state === 'open');
    });
    if (open.length === 0 || !this.#rateLimiter.allow(`come-back:${cashierToken}`, askedPerSecond)) return;
    const answers = await Promise.allSettled(open.map((attempt) => this.#ask.query(attempt)));
    for (const answer of answers) if (answer.status === 'rejected') this.#journal.fault('come-back', answer.reason);
  }

  /** The cashier of the order this attempt belongs to. */
  async tokenOf(attemptNo: string): Promise<string | undefined> {
    return this.#unitOfWork.read(async ({ orders, attempts }) => {
      const attempt = await attempts.byNo(attemptNo);
      return attempt && (await orders.byNo(attempt.platformOrderNo))?.cashierToken;
    });
  }
}
