import type { ShownIssue } from '../../../application/service-desk/show-issue.js';
import type { IssueFactsBody, UploadedAttachment } from '../../../contracts/console/issues.js';
import { codeOf } from '../../../contracts/lists/codes.js';
import type { Attachment } from '../../../domain/service-desk/attachment.js';

export const attachmentBody = ({ attachmentNo, fileName, byteSize, scan }: Attachment): UploadedAttachment => ({ attachmentNo, fileName, byteSize, isScanned: scan === 'clean' });

/** An issue as its page shows it; what there is not is left out. */
export function issueBody({ issue, registeredByName, solvedByName, steps }: ShownIssue): IssueFactsBody {
  const { issueNo, type, relatedOrderNo, platformOrderNo, platformRefundOrderNo, bizOrderNo, state, description, maskedMobile, solution, registeredAt, solvedAt } = issue;
  return {
    issueNo, issueType: codeOf('issueType', type), issueState: codeOf('issueState', state), issueDescription: description, registeredBy: registeredByName, registerTime: registeredAt,
    ...given({ relatedOrderNo, platformOrderNo, platformRefundOrderNo, bizOrderNo, contactMobile: maskedMobile, issueSolution: solution, solvedBy: solvedByName, solvedTime: solvedAt }),
    steps: steps.map(({ stepNo, kind, words, byName, at, attachments }) => ({ stepNo, kind, words, byName, at, attachments: attachments.map(attachmentBody) })),
  };
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(facts: T): Given<T> => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Given<T>;
