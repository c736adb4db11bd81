import { canMove, type Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { attachmentLimits, type Attachment } from './attachment.js';

export type IssueState = 'open' | 'solved';
/** The whole life of an issue (1.1.4.4.3). A solved one can be reopened: whoever calls again because it did not help is heard with the whole history, and not as somebody new. */
export const issueArrows = { open: ['solved'], solved: ['open'] } as const satisfies Arrows<IssueState>;

/** What an issue is about; the document names no values (matrix, `issueType`). */
export const issueTypes = ['payment', 'refund', 'callback', 'e-bill', 'other'] as const;
export type IssueType = (typeof issueTypes)[number];

/** What was done to an issue, one after the other. */
export const issueStepKinds = ['registered', 'followed', 'attached', 'solved', 'reopened'] as const;
export type IssueStepKind = (typeof issueStepKinds)[number];

/** Steps of one issue; more is another issue. */
export const maxIssueSteps = 500;

/** The orders that an issue is about, as far as they are known. */
export interface IssueOrders {
  /** As people search for it and as the list shows it: one of the numbers below, or what somebody was told on the telephone. */
  readonly relatedOrderNo: string | undefined;
  readonly platformOrderNo: string | undefined;
  readonly platformRefundOrderNo: string | undefined;
  readonly bizOrderNo: string | undefined;
}

/** Something that somebody complains or asks about, until it is solved (问题). */
export interface Issue extends IssueOrders {
  readonly issueNo: string;
  readonly type: IssueType;
  readonly description: string;
  /** Masked; the number itself is sealed beside it. */
  readonly maskedMobile: string | undefined;
  readonly state: IssueState;
  /** Of the solution that stands; an issue that was reopened has none. */
  readonly solution: string | undefined;
  readonly solvedBy: string | undefined;
  readonly solvedAt: EpochMs | undefined;
  /** Number of the operator. */
  readonly registeredBy: string;
  readonly registeredAt: EpochMs;
  /** Steps, files and their bytes so far. */
  readonly stepCount: number;
  readonly attachmentCount: number;
  readonly attachmentBytes: number;
  /** When what was said about it was deleted, because its time was over (PRV-01); from then on nothing is done to it. */
  readonly forgottenAt: EpochMs | undefined;
  readonly version: number;
}

/** One entry of an issue's timeline. */
export interface IssueStep {
  readonly issueNo: string;
  /** 1, 2, 3 … */
  readonly stepNo: number;
  readonly kind: IssueStepKind;
  /** Empty where only files were added. */
  readonly words: string;
  readonly by: string;
  readonly at: EpochMs;
}

export type IssueFacts = Pick<Issue, 'issueNo' | 'type' | 'description' | 'maskedMobile' | keyof IssueOrders>;
/** Who does it, when, and with which files. */
export interface IssueHand { readonly by: string; readonly at: EpochMs; readonly files: readonly Pick<Attachment, 'byteSize'>[] }
/** `solved-already`, `not-solved`: no arrow leads there. `nothing-said`: neither words nor files. `forgotten`: nobody could say what it was about. */
export type IssueRefusal = 'forgotten' | 'solved-already' | 'not-solved' | 'nothing-said' | 'too-many-steps' | 'too-many-files' | 'too-many-bytes';
export interface Told { readonly issue: Issue; readonly step: IssueStep }

export function registerIssue(facts: IssueFacts, hand: IssueHand): Result<Told, IssueRefusal> {
  const blank: Issue = {
    ...facts, state: 'open', solution: undefined, solvedBy: undefined, solvedAt: undefined, registeredBy: hand.by, registeredAt: hand.at, stepCount: 0, attachmentCount: 0, attachmentBytes: 0, forgottenAt: undefined, version: 1,
  };
  return withStep(blank, 'registered', facts.description, hand);
}

/** A note of how it goes on; it changes no state, and may follow a solution too (1.1.4.4.3-d). */
export const followIssue = (issue: Issue, words: string, hand: IssueHand): Result<Told, IssueRefusal> => withStep(issue, 'followed', words, hand);

export const attachToIssue = (issue: Issue, hand: IssueHand): Result<Told, IssueRefusal> => (hand.files.length === 0 ? refuse('nothing-said') : withStep(issue, 'attached', '', hand));

/** Once (1.1.4.4.3-c). */
export function solveIssue(issue: Issue, solution: string, hand: IssueHand): Result<Told, IssueRefusal> {
  if (!canMove<IssueState>(issueArrows, issue.state, 'solved')) return refuse('solved-already');
  return withStep({ ...issue, state: 'solved', solution, solvedBy: hand.by, solvedAt: hand.at }, 'solved', solution, hand);
}

/** What was thought to be the solution stays in the timeline. */
export function reopenIssue(issue: Issue, reason: string, hand: IssueHand): Result<Told, IssueRefusal> {
  if (!canMove<IssueState>(issueArrows, issue.state, 'open')) return refuse('not-solved');
  return withStep({ ...issue, state: 'open', solution: undefined, solvedBy: undefined, solvedAt: undefined }, 'reopened', reason, hand);
}

/** What stands in the place of what was said about a forgotten issue; its solution, the number to call back and the words of its steps are not there at all. */
export const forgottenWords = '（已超过保存期限，内容已清除）';

function withStep(issue: Issue, kind: IssueStepKind, words: string, { by, at, files }: IssueHand): Result<Told, IssueRefusal> {
  if (issue.forgottenAt !== undefined) return refuse('forgotten');
  if (words.trim() === '' && kind !== 'attached') return refuse('nothing-said');
  const stepCount = issue.stepCount + 1;
  const attachmentCount = issue.attachmentCount + files.length;
  const attachmentBytes = issue.attachmentBytes + files.reduce((sum, { byteSize }) => sum + byteSize, 0);
  if (stepCount > maxIssueSteps) return refuse('too-many-steps');
  if (attachmentCount > attachmentLimits.filesOfIssue) return refuse('too-many-files');
  if (attachmentBytes > attachmentLimits.bytesOfIssue) return refuse('too-many-bytes');
  return ok({ issue: { ...issue, stepCount, attachmentCount, attachmentBytes }, step: { issueNo: issue.issueNo, stepNo: stepCount, kind, words, by, at } });
}
