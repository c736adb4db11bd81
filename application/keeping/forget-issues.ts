import type { Forgotten } from '../../domain/keeping/forgetting.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { droppedWithIssue } from '../../domain/service-desk/attachment.js';
import { maxForgottenIssues } from '../ports/issue-books.js';
import type { Stores } from '../ports/unit-of-work.js';

/** A page of issues that were solved long ago. That there was one, of which order, by whom and when it was solved stays; what people said, whom to call and the files go. */
export async function forgetIssues({ issues }: Pick<Stores, 'issues'>, before: EpochMs, now: EpochMs): Promise<Forgotten> {
  const due = await issues.solvedBefore(before);
  let [forgotten, files] = [0, 0];
  for (const issueNo of due) {
    // It may have been reopened between the two looks.
    if (!await issues.forget(issueNo, before, now)) continue;
    for (const attachment of await issues.attachmentsOf(issueNo)) {
      // Out of the issue at once; whoever tidies up after uploads deletes its bytes and its name some minutes later, and goes on where a process ended.
      await issues.putAttachment(droppedWithIssue(attachment));
      files += 1;
    }
    forgotten += 1;
  }
  return { counts: { issues: forgotten, files }, isLast: due.length < maxForgottenIssues };
}
