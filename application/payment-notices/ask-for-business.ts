import type { NoticeReport } from '../../domain/payment-notices/province-report.js';
import type { Province } from '../ports/province.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import { Places } from './places.js';

/** Questions of one process that business systems have under way at all provinces together: the other requests go on while these hang. */
const questionsAtOnce = 4;
/** Codes that nobody here knows, of one developer, on average; ten times as many at once. Whoever tries codes out is slowed down. */
const newCodesPerSecond = 2;

export interface CodeAsked { readonly payCode: string; readonly devId: string; readonly isKnownHere: boolean; readonly timeoutMs: number }

/** What business systems want of the province while they wait: to know about a pay code, or to have a notice issued. */
export class AskForBusiness {
  readonly #rateLimiter: Pick<RateLimiter, 'allow'>;
  readonly #issuesPerSecond: number;
  readonly #places = new Places(questionsAtOnce);

  /** `issuesPerSecond`: notices of one developer, on average; ten times as many at once. */
  constructor(rateLimiter: Pick<RateLimiter, 'allow'>, issuesPerSecond: number) {
    this.#rateLimiter = rateLimiter;
    this.#issuesPerSecond = issuesPerSecond;
  }

  /** Undefined where it was not asked, because too much is asked: nothing is known, and the same request may be repeated. */
  async run({ queries }: Pick<Province, 'queries'>, { payCode, devId, isKnownHere, timeoutMs }: CodeAsked): Promise<NoticeReport | undefined> {
    const asked = await this.#places.within(async () =>
      (isKnownHere || this.#rateLimiter.allow(`new-pay-code:${devId}`, newCodesPerSecond) ? queries.query({ payCode }, timeoutMs) : undefined));
    return asked?.came;
  }

  /** Whether this developer may have the province called for one more notice now: one system that has gone wrong must not fill the province. */
  mayIssue(devId: string): boolean { return this.#rateLimiter.allow(`issue-notice:${devId}`, this.#issuesPerSecond); }
}
