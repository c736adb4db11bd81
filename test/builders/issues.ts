import type { Attachment } from '../../domain/service-desk/attachment.js';
import type { Issue, IssueStep } from '../../domain/service-desk/issue.js';
import { no, noon } from './moments.js';

/** Registered on the first order, with nothing done about it yet. */
export const anIssue = (changes: Partial<Issue> = {}): Issue => ({
  issueNo: no(8801), type: 'payment', relatedOrderNo: no(1), platformOrderNo: no(1), platformRefundOrderNo: undefined, bizOrderNo: 'B-1', description: '张三来电：已扣款，页面显示未支付', maskedMobile: '138****8000',
  state: 'open', solution: undefined, solvedBy: undefined, solvedAt: undefined, registeredBy: 'O1', registeredAt: noon, stepCount: 1, attachmentCount: 0, attachmentBytes: 0, forgottenAt: undefined, version: 1, ...changes,
});

export const anIssueStep = (changes: Partial<IssueStep> = {}): IssueStep => ({ issueNo: no(8801), stepNo: 1, kind: 'registered', words: '张三来电：已扣款，页面显示未支付', by: 'O1', at: noon, ...changes });

/** Uploaded by the first operator, and not attached yet. */
export const anAttachment = (changes: Partial<Attachment> = {}): Attachment => ({
  attachmentNo: no(8901), fileName: '扣款截图.png', kind: 'png', byteSize: 1000, digest: 'a'.repeat(64), scan: 'not-scanned', state: 'loose', uploadedBy: 'O1', uploadedAt: noon, issueNo: undefined, stepNo: undefined,
  version: 1, ...changes,
});
