import type { ReadAttachment } from '../../../application/service-desk/read-attachment.js';
import type { ReadIssueContact } from '../../../application/service-desk/read-issue-contact.js';
import type { IssueAbout, RegisterIssue, RegisterRefusal } from '../../../application/service-desk/register-issue.js';
import type { ShowIssue } from '../../../application/service-desk/show-issue.js';
import type { IssueDeed, TellOfIssue, TellRefusal } from '../../../application/service-desk/tell-of-issue.js';
import type { IncomingFile, UploadAttachment } from '../../../application/service-desk/upload-attachment.js';
import {
  attachToIssue, followIssue, registerIssue, reopenIssue, seeContact, solveIssue, uploadedAttachment, type AttachToIssueBody, type FollowIssueBody, type IssueContact, type IssueRegistered, type RegisterIssueBody,
  type ReopenIssueBody, type SeeContactBody, type SolveIssueBody, type UploadedAttachment, issueRegistered, issueContact, issueFacts,
} from '../../../contracts/console/issues.js';
import { done } from '../../../contracts/console/schemas.js';
import { wordsOf } from '../../../contracts/lists/codes.js';
import { attachmentKinds, attachmentLimits, kindFacts } from '../../../domain/service-desk/attachment.js';
import { issueTypes } from '../../../domain/service-desk/issue.js';
import { acting } from './acting.js';
import { attachmentBody, issueBody } from './issue-bodies.js';
import { issueFields, issueWords, uploadWords } from './issue-words.js';
import { refused, type About, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface IssueDesk {
  readonly register: RegisterIssue; readonly tell: TellOfIssue; readonly show: ShowIssue; readonly upload: UploadAttachment; readonly readAttachment: ReadAttachment; readonly readContact: ReadIssueContact;
}

const edit = { permission: 'service-desk.issues.edit' } as const;
const read = { permission: 'service-desk.issues.read' } as const;
const ofIssue: readonly About[] = [{ kind: 'issue', field: 'issueNo' }];
const onOrders: readonly About[] = [{ kind: 'order', field: 'platformOrderNo' }, { kind: 'refund', field: 'platformRefundOrderNo' }, { kind: 'order-or-refund', field: 'relatedOrderNo' }];
const said = (refusal: RegisterRefusal | TellRefusal): Refusal => {
  const field = issueFields[refusal];
  return refused(refusal === 'unknown' ? 'NOT_FOUND' : 'REFUSED', { message: issueWords[refusal], ...(field !== undefined && { field }) });
};
function aboutOf({ platformOrderNo, platformRefundOrderNo, relatedOrderNo }: RegisterIssueBody): IssueAbout | undefined {
  if ([platformOrderNo, platformRefundOrderNo, relatedOrderNo].filter((one) => one !== undefined).length > 1) return undefined;
  if (platformOrderNo !== undefined) return { kind: 'order', platformOrderNo };
  return platformRefundOrderNo !== undefined ? { kind: 'refund', platformRefundOrderNo } : { kind: 'told', relatedOrderNo };
}

/** 问题管理 (1.1.4.4.3) and 问题登记 on orders and refunds (1.1.4.4.1-c, 1.1.4.4.2-c). */
export function issueRoutes(desk: IssueDesk): readonly ConsoleRoute[] {
  const telling = async (call: OwnCall<never>, issueNo: string, deed: IssueDeed): Promise<Answer | Refusal> => {
    const told = await desk.tell.run(acting(call), issueNo, deed);
    return told.ok ? { body: { done: true } } : said(told.refusal);
  };
  return [
    {
      name: 'attachments.upload', method: 'POST', path: '/attachments', access: edit, about: 'own', summary: '上传附件', answer: uploadedAttachment, file: { maxBytes: attachmentLimits.bytes, mediaTypes: attachmentKinds.map((kind) => kindFacts[kind].mediaType) },
      handle: async (call: OwnCall<IncomingFile>) => {
        const uploaded = await desk.upload.run(acting(call), call.body);
        if (uploaded.ok) return { body: attachmentBody(uploaded.value) satisfies UploadedAttachment };
        const [code, message] = uploadWords[uploaded.refusal];
        return refused(code, { message, field: 'attachments' });
      },
    },
    {
      name: 'issues.register', method: 'POST', path: '/issues/register', access: edit, about: onOrders, summary: '登记问题', requirements: ['1.1.4.4.1-c', '1.1.4.4.2-c', '1.1.4.4.3-b'], body: registerIssue, answer: issueRegistered, refuses: ['REFUSED'],
      handle: async (call: OwnCall<RegisterIssueBody>) => {
        const { issueType, issueDescription, contactMobile, attachments } = call.body;
        const [about, type] = [aboutOf(call.body), issueTypes.find((one) => wordsOf('issueType', issueType).includes(one))];
        if (about === undefined || type === undefined) return refused('BAD_REQUEST');
        const registered = await desk.register.run(acting(call), { about, type, description: issueDescription, mobile: contactMobile, attachmentNos: attachments });
        return registered.ok ? { body: { issueNo: registered.value.issueNo } satisfies IssueRegistered } : said(registered.refusal);
      },
    },
    {
      name: 'issues.follow', method: 'POST', path: '/issues/follow', access: edit, about: ofIssue, summary: '跟踪问题', requirements: ['1.1.4.4.3-d'], body: followIssue, answer: done, refuses: ['NOT_FOUND', 'REFUSED'],
      handle: (call: OwnCall<FollowIssueBody>) => telling(call as OwnCall<never>, call.body.issueNo, { kind: 'follow', words: call.body.issueDescription, attachmentNos: call.body.attachments }),
    },
    {
      name: 'issues.solve', method: 'POST', path: '/issues/solve', access: edit, about: ofIssue, summary: '解决问题', requirements: ['1.1.4.4.3-c'], body: solveIssue, answer: done, refuses: ['NOT_FOUND', 'REFUSED'],
      handle: (call: OwnCall<SolveIssueBody>) => telling(call as OwnCall<never>, call.body.issueNo, { kind: 'solve', words: call.body.issueSolution, attachmentNos: call.body.attachments }),
    },
    {
      name: 'issues.reopen', method: 'POST', path: '/issues/reopen', access: edit, about: ofIssue, summary: '重新打开问题', body: reopenIssue, answer: done, refuses: ['NOT_FOUND', 'REFUSED'],
      handle: (call: OwnCall<ReopenIssueBody>) => telling(call as OwnCall<never>, call.body.issueNo, { kind: 'reopen', words: call.body.issueDescription, attachmentNos: call.body.attachments }),
    },
    {
      name: 'issues.attach', method: 'POST', path: '/issues/attach', access: edit, about: ofIssue, summary: '为问题上传附件', body: attachToIssue, answer: done, refuses: ['NOT_FOUND', 'REFUSED'],
      handle: (call: OwnCall<AttachToIssueBody>) => telling(call as OwnCall<never>, call.body.issueNo, { kind: 'attach', attachmentNos: call.body.attachments }),
    },
    {
      name: 'issues.contact', method: 'POST', path: '/issues/contact', access: { permission: 'service-desk.personal-data.read' }, stepUp: true, about: ofIssue, summary: '查看问题的联系电话', body: seeContact, answer: issueContact, refuses: ['NOT_FOUND', 'TOO_MANY'],
      handle: async (call: OwnCall<SeeContactBody>) => {
        // Whoever may not read issues does not get at their numbers either.
        if (!call.who.rights.has(read.permission)) return refused('FORBIDDEN');
        const found = await desk.readContact.run(acting(call), call.body.issueNo, call.body.reason);
        if (found.ok) return { body: { contactMobile: found.value } satisfies IssueContact };
        return found.refusal === 'too-many' ? refused('TOO_MANY', { message: '查看过于频繁，请稍后再试' }) : refused('NOT_FOUND', { message: found.refusal === 'unknown' ? issueWords.unknown : '没有登记联系电话' });
      },
    },
    {
      name: 'issues.one', method: 'GET', path: '/issues/:issueNo', access: read, about: ofIssue, summary: '一个问题的详情、跟踪记录和附件', requirements: ['1.1.4.4.3-z'], answer: issueFacts,
      handle: async ({ params }: OwnCall<never>) => {
        const shown = await desk.show.run(params['issueNo'] ?? '');
        return shown === undefined ? refused('NOT_FOUND', { message: issueWords.unknown }) : { body: issueBody(shown) };
      },
    },
    {
      name: 'attachments.read', method: 'GET', path: '/issues/:issueNo/attachments/:attachmentNo', access: read, about: ofIssue, summary: '下载问题的附件', answer: 'file',
      handle: async (call: OwnCall<never>) => {
        const found = await desk.readAttachment.run(acting(call), call.params['issueNo'] ?? '', call.params['attachmentNo'] ?? '');
        if (!found.ok) return refused('NOT_FOUND');
        const { fileName, byteSize, bytes } = found.value;
        return { file: { fileName, byteCount: byteSize, bytes } };
      },
    },
  ];
}
