import { Type, type Static, type TUnion, type TLiteral } from '@sinclair/typebox';
import { codeTables } from '../lists/codes.js';
import { closed } from './schemas.js';

const number = (description: string) => Type.String({ pattern: '^[0-9]{26}$', description });
/** What somebody writes: line breaks, and nothing else that is not seen. */
const written = (description: string) => Type.String({ minLength: 1, maxLength: 1000, pattern: '^(?=[^]*\\S)[^\\p{Cs}\\p{Bidi_Control}\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]+$', description });
const code = (values: readonly { readonly code: string }[], description: string): TUnion<TLiteral<string>[]> => Type.Union(values.map(({ code: one }) => Type.Literal(one)), { description });
const issueNo = number('问题编号');
const issueType = code(codeTables.issueType, '问题类型');
const attachments = Type.Array(number('附件编号'), { maxItems: 10, description: '上传附件（每次至多 10 个）' });

/** Either of an order, or of a refund, or of any number that somebody was told, or of none. */
export const registerIssue = closed({
  platformOrderNo: Type.Optional(number('支付订单号')), platformRefundOrderNo: Type.Optional(number('退款订单号')),
  relatedOrderNo: Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$', description: '关联订单号（字母、数字和符号）' })),
  issueType, issueDescription: written('问题描述信息'), contactMobile: Type.Optional(Type.String({ minLength: 1, maxLength: 24, description: '联系电话' })), attachments,
});
export const followIssue = closed({ issueNo, issueDescription: written('问题描述'), attachments });
export const solveIssue = closed({ issueNo, issueSolution: written('解决办法'), attachments });
export const reopenIssue = closed({ issueNo, issueDescription: written('重新打开的原因'), attachments });
export const attachToIssue = closed({ issueNo, attachments: Type.Array(number('附件编号'), { minItems: 1, maxItems: 10, description: '上传附件（每次至多 10 个）' }) });
export const oneIssue = closed({ issueNo });

const attachment = closed({ attachmentNo: Type.String(), fileName: Type.String(), byteSize: Type.Integer(), isScanned: Type.Boolean({ description: '是否经过病毒查杀' }) });
export const uploadedAttachment = attachment;
export const issueRegistered = closed({ issueNo: Type.String() });
export const issueContact = closed({ contactMobile: Type.String() });
const step = closed({
  stepNo: Type.Integer(), kind: Type.Union((['registered', 'followed', 'attached', 'solved', 'reopened'] as const).map((one) => Type.Literal(one))), words: Type.String(), byName: Type.String(), at: Type.Integer(),
  attachments: Type.Array(attachment),
});
export const issueFacts = closed({
  issueNo: Type.String(), issueType, relatedOrderNo: Type.Optional(Type.String()), platformOrderNo: Type.Optional(Type.String()), platformRefundOrderNo: Type.Optional(Type.String()), bizOrderNo: Type.Optional(Type.String()),
  issueState: code(codeTables.issueState, '状态'), issueDescription: Type.String(), contactMobile: Type.Optional(Type.String({ description: '联系电话（已脱敏）' })), issueSolution: Type.Optional(Type.String()),
  registeredBy: Type.String(), registerTime: Type.Integer(), solvedBy: Type.Optional(Type.String()), solvedTime: Type.Optional(Type.Integer()), steps: Type.Array(step),
});

export type RegisterIssueBody = Static<typeof registerIssue>;
export type FollowIssueBody = Static<typeof followIssue>;
export type SolveIssueBody = Static<typeof solveIssue>;
export type ReopenIssueBody = Static<typeof reopenIssue>;
export type AttachToIssueBody = Static<typeof attachToIssue>;
export type OneIssueBody = Static<typeof oneIssue>;
export type UploadedAttachment = Static<typeof uploadedAttachment>;
export type IssueRegistered = Static<typeof issueRegistered>;
export type IssueContact = Static<typeof issueContact>;
export type IssueFactsBody = Static<typeof issueFacts>;
