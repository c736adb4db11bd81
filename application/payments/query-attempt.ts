import type { EpochMs } from '../../domain/kernel/china-time.js';
import { hasMoney, isUncertain, mayStillBePaid, type Attempt } from '../../domain/payments/attempt.js';
import { nextQueryAt, patienceIsOver } from '../../domain/payments/query-ladder.js';
import type { Clock } from '../ports/clock.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AskChannel } from './ask-channel.js';
import type { CancelBarcode } from './cancel-barcode.js';
import { cancelDoubtMs, lookAgainMs, nextLookAt } from './cancel-doubt.js';

/** Job `query-attempt`: asks about an open attempt on its ladder until it is decided or only the bill can tell (design 4.2). */
export class QueryAttempt {
  readonly #unitOfWork: UnitOfWork;
  readonly #ask: AskChannel;
  readonly #cancel: CancelBarcode;
  readonly #clock: Clock;
  readonly #journal: Journal;

  constructor(unitOfWork: UnitOfWork, ask: AskChannel, cancel: CancelBarcode, clock: Clock, journal: Journal) {
    this.#unitOfWork = unitOfWork;
    this.#ask = ask;
    this.#cancel = cancel;
    this.#clock = clock;
    this.#journal = journal;
  }

  async run(attemptNo: string): Promise<JobOutcome> {
    const attempt = await this.#unitOfWork.read(({ attempts }) => attempts.byNo(attemptNo));
    if (!attempt) throw new Error(`no attempt ${attemptNo}`);
    if (attempt.cancelAskedAt !== undefined && hasMoney(attempt)) return this.#lookAfterCancel(attempt);
    if (attempt.state === 'ended' && attempt.cancelAskedAt !== undefined) return this.#doubtEnded(attempt, attempt.cancelAskedAt);
    if (!mayStillBePaid(attempt) && !isUncertain(attempt)) return { kind: 'done' };
    const asked = await this.#ask.query(attempt);
    const after = asked.applied?.attempt ?? attempt;
    if (patienceIsOver(after, this.#clock.now()) && await this.#cancel.run(after)) return { kind: 'again', dueAt: this.#clock.now() + lookAgainMs };
    return this.#next(after);
  }

  /** Taken back unpaid; a charge that was still on its way when we cancelled would show now. */
  async #doubtEnded(attempt: Attempt, cancelAskedAt: EpochMs): Promise<JobOutcome> {
    await this.#ask.query(attempt);
    const now = this.#clock.now();
    return now < cancelAskedAt + cancelDoubtMs ? { kind: 'again', dueAt: now + lookAgainMs } : { kind: 'done' };
  }

  /** Booked although we asked to cancel it: the cancel may have given the money back without our hearing of it. */
  async #lookAfterCancel(attempt: Attempt): Promise<JobOutcome> {
    const dueAt = nextLookAt(attempt, await this.#cancel.lookAfter(attempt), this.#clock.now());
    return dueAt === undefined ? { kind: 'done' } : { kind: 'again', dueAt };
  }

  #next(attempt: Attempt): JobOutcome {
    const dueAt = nextQueryAt(attempt, this.#clock.now());
    if (dueAt !== undefined) return { kind: 'again', dueAt };
    if (attempt.state === 'open') this.#journal.alarm('attempt-left-to-bill', { attemptNo: attempt.attemptNo, orderNo: attempt.platformOrderNo });
    return { kind: 'done' };
  }
}
