import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { IssueParts } from './issue-parts.js';

/** The number to call back, in clear: for one issue at a time, and written down (ENC-04). */
export class ReadIssueContact {
  readonly #parts: IssueParts;
  constructor(parts: IssueParts) { this.#parts = parts; }

  run(acting: Acting, issueNo: string): Promise<Result<string, 'unknown' | 'none-given'>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async ({ issues, audit }): Promise<Result<string, 'unknown' | 'none-given'>> => {
      if (await issues.byNo(issueNo) === undefined) return refuse('unknown');
      const mobile = await issues.mobileOf(issueNo);
      if (mobile === undefined) return refuse('none-given');
      await audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'issue.contact-read', objectKind: 'issue', objectNo: issueNo, description: '查看问题的联系电话' }));
      return ok(mobile);
    });
  }
}
