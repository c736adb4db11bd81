import type { Attachment } from '../../domain/service-desk/attachment.js';
import type { Issue, IssueStep } from '../../domain/service-desk/issue.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** A step with the name of whoever did it, and the files that it brought. */
export interface ShownStep extends Omit<IssueStep, 'issueNo'> { readonly byName: string; readonly attachments: readonly Attachment[] }
export interface ShownIssue { readonly issue: Issue; readonly registeredByName: string; readonly solvedByName: string | undefined; readonly steps: readonly ShownStep[] }

/** 问题详情: one issue with its timeline and files (1.1.4.4.3-z). */
export class ShowIssue {
  readonly #unitOfWork: UnitOfWork;
  constructor(unitOfWork: UnitOfWork) { this.#unitOfWork = unitOfWork; }

  run(issueNo: string): Promise<ShownIssue | undefined> {
    return this.#unitOfWork.read(async ({ issues, operators }): Promise<ShownIssue | undefined> => {
      const issue = await issues.byNo(issueNo);
      if (issue === undefined) return undefined;
      const [steps, attachments] = [await issues.stepsOf(issueNo), await issues.attachmentsOf(issueNo)];
      const names = new Map<string, string>();
      for (const operatorNo of new Set(steps.map(({ by }) => by))) names.set(operatorNo, (await operators.byNo(operatorNo))?.name ?? operatorNo);
      const nameOf = (operatorNo: string): string => names.get(operatorNo) ?? operatorNo;
      return {
        issue, registeredByName: nameOf(issue.registeredBy), solvedByName: issue.solvedBy === undefined ? undefined : nameOf(issue.solvedBy),
        steps: steps.map(({ issueNo: _, ...step }) => ({ ...step, byName: nameOf(step.by), attachments: attachments.filter(({ stepNo }) => stepNo === step.stepNo) })),
      };
    });
  }
}
