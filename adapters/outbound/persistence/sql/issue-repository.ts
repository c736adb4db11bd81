import { maxForgottenIssues, maxLooseFiles, type IssueReader, type IssueStore } from '../../../../application/ports/issue-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { Attachment, AttachmentState, UploadAllowance } from '../../../../domain/service-desk/attachment.js';
import type { Issue, IssueStep } from '../../../../domain/service-desk/issue.js';
import { text } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { allowanceTable, attachmentTable, forgottenIssueTable, issueStepTable, issueTable, type IssueSeal } from './issue-columns.js';
import { addOnce } from './looked-up-insert.js';
import type { Session, WritingSession } from './unit-scope.js';

const looseStates = ['coming', 'dropped', 'loose'] as const satisfies readonly AttachmentState[];

/** Issues on any engine (issue-books port). */
export class SqlIssueReader implements IssueReader {
  readonly #session: Session;
  protected readonly seal: IssueSeal;
  constructor(session: Session, seal: IssueSeal) {
    this.#session = session;
    this.seal = seal;
  }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async byNo(issueNo: string): Promise<Issue | undefined> {
    const row = await issueTable.first(this.#session, { issueNo });
    return row && this.seal.issue(row);
  }
  async mobileOf(issueNo: string): Promise<string | undefined> {
    const row = await issueTable.first(this.#session, { issueNo });
    return row && this.seal.mobile(row);
  }
  async stepsOf(issueNo: string): Promise<readonly IssueStep[]> { return (await issueStepTable.sorted(this.#session, { issueNo }, ['stepNo'])).map((row) => this.seal.step(row)); }
  async attachmentsOf(issueNo: string): Promise<readonly Attachment[]> { return attachmentTable.sorted(this.#session, { issueNo }, ['stepNo', 'attachmentNo']); }
  async attachment(attachmentNo: string): Promise<Attachment | undefined> { return attachmentTable.first(this.#session, { attachmentNo }); }

  async looseBefore(before: EpochMs): Promise<readonly Attachment[]> {
    const [no, uploadedAt] = [attachmentTable.column('attachmentNo'), attachmentTable.column('uploadedAt')];
    const rows: unknown = await attachmentTable.matchingAny(this.#session, 'state', looseStates)?.where(uploadedAt, '<', before).orderBy([uploadedAt, no]).limit(maxLooseFiles);
    return attachmentTable.list(rows ?? []);
  }

  async solvedBefore(before: EpochMs): Promise<readonly string[]> {
    const [no, solvedAt] = [issueTable.column('issueNo'), issueTable.column('solvedAt')];
    const rows: unknown = await this.#session.reading.table(issueTable.name).select(no).whereNull(issueTable.column('forgottenAt')).where(solvedAt, '<', before).orderBy([solvedAt, no]).limit(maxForgottenIssues);
    return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(32).decode(row[no]));
  }
}

export class SqlIssueStore extends SqlIssueReader implements IssueStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, seal: IssueSeal, engine: SqlEngine) {
    super(unit, seal);
    this.#unit = unit;
    this.#engine = engine;
  }

  async take(issueNo: string): Promise<Issue | undefined> {
    const row = await issueTable.firstLocked(this.#unit, { issueNo });
    return row && this.seal.issue(row);
  }
  add(issue: Issue, mobile: string | undefined): Promise<void> { return issueTable.insert(this.#unit, this.seal.row(issue, mobile)); }
  put(issue: Issue): Promise<void> { return issueTable.put(this.#unit, this.seal.row(issue, undefined)); }
  async forget(issueNo: string, solvedBefore: EpochMs, at: EpochMs): Promise<boolean> {
    const row = await forgottenIssueTable.firstLocked(this.#unit, { issueNo });
    if (row?.solvedAt === undefined || row.solvedAt >= solvedBefore || row.forgottenAt !== undefined) return false;
    await forgottenIssueTable.put(this.#unit, { ...row, description: this.seal.forgotten(issueNo), maskedMobile: undefined, sealedMobile: undefined, solution: undefined, forgottenAt: at });
    await this.#unit.writing().table(issueStepTable.name).where(issueStepTable.condition({ issueNo })).update({ [issueStepTable.column('words')]: null });
    return true;
  }
  addStep(step: IssueStep): Promise<void> { return issueStepTable.insert(this.#unit, this.seal.stepRow(step)); }
  addAttachment(attachment: Attachment): Promise<void> { return attachmentTable.insert(this.#unit, attachment); }
  putAttachment(attachment: Attachment): Promise<void> { return attachmentTable.put(this.#unit, attachment); }
  removeAttachment(attachment: Attachment): Promise<void> { return attachmentTable.remove(this.#unit, attachment); }

  async takeAllowance(operatorNo: string): Promise<UploadAllowance> {
    return await allowanceTable.firstLocked(this.#unit, { operatorNo }) ?? { operatorNo, hourBegan: 0, files: 0, bytes: 0, version: 0 };
  }
  async putAllowance(allowance: UploadAllowance): Promise<void> {
    const { operatorNo, version } = allowance;
    if (version > 0) { await allowanceTable.put(this.#unit, allowance); return; }
    if (await addOnce(allowanceTable, this.#unit, this.#engine, { operatorNo }, { ...allowance, version: 1 }) === 'exists') throw new ConcurrentChange('somebody began to count meanwhile');
  }
}
