import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Attachment, UploadAllowance } from '../../domain/service-desk/attachment.js';
import type { Issue, IssueStep } from '../../domain/service-desk/issue.js';

/** Files that are looked through at once. */
export const maxLooseFiles = 100;
/** Issues that are forgotten at once, each with up to hundreds of steps and dozens of files. */
export const maxForgottenIssues = 20;

/** Issues with their timelines and files (1.1.4.4.3). What was said is sealed at rest: people write names and numbers into it. */
export interface IssueReader {
  byNo(issueNo: string): Promise<Issue | undefined>;
  /** In the order in which it was done. */
  stepsOf(issueNo: string): Promise<readonly IssueStep[]>;
  /** By step, then by number. */
  attachmentsOf(issueNo: string): Promise<readonly Attachment[]>;
  attachment(attachmentNo: string): Promise<Attachment | undefined>;
  /** The number to call back, in clear; undefined where none was given. */
  mobileOf(issueNo: string): Promise<string | undefined>;
  /** Files that belong to no issue and were uploaded, or began to come, before then; the oldest first, at most `maxLooseFiles`. */
  looseBefore(before: EpochMs): Promise<readonly Attachment[]>;
  /** Numbers of issues that were solved before then and are not forgotten, the oldest first, at most `maxForgottenIssues`. */
  solvedBefore(before: EpochMs): Promise<readonly string[]>;
}

export interface IssueStore extends IssueReader {
  /** `mobile`: in clear, as `readMobile` gives it. */
  add(issue: Issue, mobile: string | undefined): Promise<void>;
  /** Reads under the row's lock until the unit ends. */
  take(issueNo: string): Promise<Issue | undefined>;
  /** Who registered what about which order, when and with which number is written once. */
  put(issue: Issue): Promise<void>;
  /**
   * Overwrites its words and its number, and the words of all its steps; false where it was not solved before then, or is forgotten. Nothing of it is opened: what was changed past the platform has its time as
   * well, and must not keep others from theirs.
   */
  forget(issueNo: string, solvedBefore: EpochMs, at: EpochMs): Promise<boolean>;
  addStep(step: IssueStep): Promise<void>;
  addAttachment(attachment: Attachment): Promise<void>;
  /** Its state, where it belongs and what was found of its bytes; the rest is written once. */
  putAttachment(attachment: Attachment): Promise<void>;
  removeAttachment(attachment: Attachment): Promise<void>;
  /** Under the row's lock until the unit ends; one without anything in it where there was none. */
  takeAllowance(operatorNo: string): Promise<UploadAllowance>;
  putAllowance(allowance: UploadAllowance): Promise<void>;
}
