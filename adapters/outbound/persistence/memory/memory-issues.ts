import { maxForgottenIssues, maxLooseFiles, type IssueStore } from '../../../../application/ports/issue-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { forgottenWords, type Issue } from '../../../../domain/service-desk/issue.js';
import type { MemoryIssue } from './memory-issue-rows.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import { putVersioned } from './memory-table.js';

const issueOf = (row: MemoryIssue | undefined): Issue | undefined => {
  if (row === undefined) return undefined;
  const { mobile: _, ...issue } = row;
  return issue;
};

/** Issues over the memory tables. */
export function issueStore(view: View): IssueStore {
  const { issues, issueSteps, attachments, uploadAllowances } = view.tables;
  const addNew = async (answer: Promise<'added' | 'exists'>): Promise<void> => { if (await answer === 'exists') throw new Error('a number was given twice'); };
  return {
    byNo: async (issueNo) => issueOf(issues.get(issueNo, seen(view))),
    take: async (issueNo) => issueOf(issues.get(issueNo, seen(view))),
    mobileOf: async (issueNo) => issues.get(issueNo, seen(view))?.mobile,
    stepsOf: async (issueNo) => issueSteps.group('issue', issueNo, seen(view)),
    attachmentsOf: async (issueNo) => attachments.all(seen(view)).filter((one) => one.issueNo === issueNo)
      .sort((a, b) => (a.stepNo ?? 0) - (b.stepNo ?? 0) || (a.attachmentNo < b.attachmentNo ? -1 : 1)),
    attachment: async (attachmentNo) => attachments.get(attachmentNo, seen(view)),
    looseBefore: async (before) => attachments.all(seen(view)).filter(({ state, uploadedAt }) => state !== 'attached' && uploadedAt < before)
      .sort((a, b) => a.uploadedAt - b.uploadedAt || (a.attachmentNo < b.attachmentNo ? -1 : 1)).slice(0, maxLooseFiles),
    solvedBefore: async (before) => issues.all(seen(view)).filter(({ solvedAt, forgottenAt }) => forgottenAt === undefined && solvedAt !== undefined && solvedAt < before)
      .sort((a, b) => (a.solvedAt ?? 0) - (b.solvedAt ?? 0) || (a.issueNo < b.issueNo ? -1 : 1)).slice(0, maxForgottenIssues).map(({ issueNo }) => issueNo),
    forget: async (issueNo, solvedBefore, at) => {
      const known = issues.get(issueNo, seen(view));
      if (known?.solvedAt === undefined || known.solvedAt >= solvedBefore || known.forgottenAt !== undefined) return false;
      await put(view, issues, issueNo, { ...known, description: forgottenWords, maskedMobile: undefined, solution: undefined, forgottenAt: at, mobile: undefined });
      for (const step of issueSteps.group('issue', issueNo, true)) issueSteps.write({ ...step, words: '' });
      return true;
    },
    add: (issue, mobile) => addNew(addOnce(view, issues, { ...issue, mobile })),
    put: async (issue) => {
      const { state, solution, solvedBy, solvedAt, stepCount, attachmentCount, attachmentBytes, version } = issue;
      const known = issues.get(issue.issueNo, true) ?? { ...issue, mobile: undefined };
      await put(view, issues, issue.issueNo, { ...known, state, solution, solvedBy, solvedAt, stepCount, attachmentCount, attachmentBytes, version });
    },
    addStep: (step) => addNew(addOnce(view, issueSteps, step)),
    addAttachment: (attachment) => addNew(addOnce(view, attachments, attachment)),
    putAttachment: async (attachment) => {
      const { fileName, kind, byteSize, uploadedBy, uploadedAt } = attachments.get(attachment.attachmentNo, true) ?? attachment;
      await put(view, attachments, attachment.attachmentNo, { ...attachment, fileName, kind, byteSize, uploadedBy, uploadedAt });
    },
    removeAttachment: async ({ attachmentNo, version }) => {
      writing(view);
      if (attachments.get(attachmentNo, true)?.version !== version) throw new ConcurrentChange('somebody was faster');
      attachments.remove(attachmentNo);
    },
    takeAllowance: async (operatorNo) => uploadAllowances.get(operatorNo, seen(view)) ?? { operatorNo, hourBegan: 0, files: 0, bytes: 0, version: 0 },
    putAllowance: async (allowance) => {
      writing(view);
      if (allowance.version > 0) putVersioned(uploadAllowances, allowance.operatorNo, allowance);
      else if (!uploadAllowances.insert({ ...allowance, version: 1 })) throw new ConcurrentChange('somebody began to count meanwhile');
    },
  };
}
