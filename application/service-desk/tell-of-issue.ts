import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { attachToIssue, followIssue, reopenIssue, solveIssue, type Issue, type IssueHand, type IssueRefusal, type Told } from '../../domain/service-desk/issue.js';
import { filesFor, keepStep, type IssueParts } from './issue-parts.js';

/** 跟踪、解决、重新打开, each with words and perhaps files; 上传附件 with files alone. */
export type IssueDeed =
  | { readonly kind: 'follow' | 'solve' | 'reopen'; readonly words: string; readonly attachmentNos: readonly string[] }
  | { readonly kind: 'attach'; readonly attachmentNos: readonly string[] };
export type TellRefusal = IssueRefusal | 'unknown' | 'unknown-attachment';

const entries = {
  follow: { action: 'issue.followed', description: '跟踪问题' }, solve: { action: 'issue.solved', description: '解决问题' },
  reopen: { action: 'issue.reopened', description: '重新打开问题' }, attach: { action: 'issue.attached', description: '为问题上传附件' },
} as const satisfies Readonly<Record<IssueDeed['kind'], object>>;

/** One more step of an issue (1.1.4.4.3-c, -d). */
export class TellOfIssue {
  readonly #parts: IssueParts;
  constructor(parts: IssueParts) { this.#parts = parts; }

  run(acting: Acting, issueNo: string, deed: IssueDeed): Promise<Result<Issue, TellRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<Issue, TellRefusal>> => {
      const issue = await stores.issues.take(issueNo);
      if (issue === undefined) return refuse('unknown');
      const [by, now] = [acting.by.operatorNo, clock.now()];
      const files = await filesFor(stores.issues, deed.attachmentNos, { issueNo, stepNo: issue.stepCount + 1, by, now });
      if (!files.ok) return files;
      const told = toldOf(issue, deed, { by, at: now, files: files.value });
      if (!told.ok) return told;
      await stores.issues.put(told.value.issue);
      // What was said stays out of the log: people write names and numbers into it.
      await keepStep(stores, this.#parts, acting, told.value, files.value, { ...entries[deed.kind], before: { state: issue.state }, after: { state: told.value.issue.state, step: String(told.value.step.stepNo) } });
      return ok(told.value.issue);
    });
  }
}

function toldOf(issue: Issue, deed: IssueDeed, hand: IssueHand): Result<Told, IssueRefusal> {
  switch (deed.kind) {
    case 'follow': return followIssue(issue, deed.words, hand);
    case 'solve': return solveIssue(issue, deed.words, hand);
    case 'reopen': return reopenIssue(issue, deed.words, hand);
    case 'attach': return attachToIssue(issue, hand);
  }
}
