import { personalDataPace } from '../../domain/access/personal-data-pace.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { IssueParts } from './issue-parts.js';

export type ContactRefusal = 'unknown' | 'none-given' | 'too-many';

/** The number to call back, in clear: for one issue at a time, as seldom as a payer's data, with a reason, and written down (ENC-04, PRV-02). */
export class ReadIssueContact {
  readonly #parts: IssueParts & { readonly rateLimiter: Pick<RateLimiter, 'allow'> };
  constructor(parts: IssueParts & { readonly rateLimiter: Pick<RateLimiter, 'allow'> }) { this.#parts = parts; }

  async run(acting: Acting, issueNo: string, reason: string): Promise<Result<string, ContactRefusal>> {
    const { unitOfWork, rateLimiter, ids, clock } = this.#parts;
    if (!rateLimiter.allow(personalDataPace.keyOf(acting.by.operatorNo), personalDataPace.perSecond)) return refuse('too-many');
    return unitOfWork.run(async ({ issues, audit }): Promise<Result<string, ContactRefusal>> => {
      if (await issues.byNo(issueNo) === undefined) return refuse('unknown');
      const mobile = await issues.mobileOf(issueNo);
      if (mobile === undefined) return refuse('none-given');
      await audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'issue.contact-read', objectKind: 'issue', objectNo: issueNo, description: '查看问题的联系电话', after: { reason } }));
      return ok(mobile);
    });
  }
}
