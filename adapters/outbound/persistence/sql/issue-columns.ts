import type { FieldPlace, Vault } from '../../../../application/ports/vault.js';
import { attachmentArrows, attachmentKinds, scanVerdicts, type Attachment, type UploadAllowance } from '../../../../domain/service-desk/attachment.js';
import { forgottenWords, issueArrows, issueStepKinds, issueTypes, type Issue, type IssueStep } from '../../../../domain/service-desk/issue.js';
import { epochMs, int, longText, oneOf, optional, text, words, type Codec } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import { fileNameChars } from './sql-kept-files.js';
import { SqlTable } from './sql-table.js';

/** An issue as it is stored: what was written stands sealed in its properties. */
export interface IssueRow extends Issue { readonly sealedMobile: string | undefined }

const no = text(32);
/** Sealed words; none where none were said. */
const maybeSealed: Codec<string> = { encode: (value) => (value === '' ? null : longText.encode(value)), decode: (stored) => (stored === null ? '' : longText.decode(stored)) };

export const issueTable = new SqlTable<IssueRow>('desk_issue', {
  issueNo: ['issue_no', no], type: ['issue_type', oneOf(issueTypes)], relatedOrderNo: ['related_order_no', optional(text(128))], platformOrderNo: ['platform_order_no', optional(no)],
  platformRefundOrderNo: ['platform_refund_no', optional(no)], bizOrderNo: ['biz_order_no', optional(text(128))], description: ['sealed_description', longText],
  maskedMobile: ['masked_mobile', optional(text(16))], sealedMobile: ['sealed_mobile', optional(text(300))], state: ['state', stateOf(issueArrows)], solution: ['sealed_solution', optional(longText)],
  solvedBy: ['solved_by', optional(no)], solvedAt: ['solved_at', optional(epochMs)], registeredBy: ['registered_by', no], registeredAt: ['registered_at', epochMs], stepCount: ['step_count', int],
  attachmentCount: ['attachment_count', int], attachmentBytes: ['attachment_bytes', int], forgottenAt: ['forgotten_at', optional(epochMs)], version: ['version', int],
}, ['issueNo'], ['type', 'relatedOrderNo', 'platformOrderNo', 'platformRefundOrderNo', 'bizOrderNo', 'description', 'maskedMobile', 'sealedMobile', 'registeredBy', 'registeredAt', 'forgottenAt']);

/** What of an issue is overwritten when its time is over, and by nothing else. */
export const forgottenIssueTable = new SqlTable<Pick<IssueRow, 'issueNo' | 'solvedAt' | 'description' | 'maskedMobile' | 'sealedMobile' | 'solution' | 'forgottenAt' | 'version'>>(issueTable.name, {
  issueNo: ['issue_no', no], solvedAt: ['solved_at', optional(epochMs)], description: ['sealed_description', longText], maskedMobile: ['masked_mobile', optional(text(16))], sealedMobile: ['sealed_mobile', optional(text(300))],
  solution: ['sealed_solution', optional(longText)], forgottenAt: ['forgotten_at', optional(epochMs)], version: ['version', int],
}, ['issueNo'], ['solvedAt']);

export const issueStepTable = new SqlTable<IssueStep>('issue_step', {
  issueNo: ['issue_no', no], stepNo: ['step_no', int], kind: ['step_kind', oneOf(issueStepKinds)], words: ['sealed_words', maybeSealed], by: ['done_by', no], at: ['done_at', epochMs],
}, ['issueNo', 'stepNo']);

export const attachmentTable = new SqlTable<Attachment>('issue_attachment', {
  attachmentNo: ['attachment_no', no], fileName: ['file_name', words(fileNameChars)], kind: ['file_kind', oneOf(attachmentKinds)], byteSize: ['byte_size', int],
  digest: ['file_digest', optional(text(64))], scan: ['scan_verdict', optional(oneOf(scanVerdicts))], state: ['state', stateOf(attachmentArrows)], uploadedBy: ['uploaded_by', no],
  uploadedAt: ['uploaded_at', epochMs], issueNo: ['issue_no', optional(no)], stepNo: ['step_no', optional(int)], version: ['version', int],
}, ['attachmentNo'], ['fileName', 'kind', 'byteSize', 'uploadedBy', 'uploadedAt']);

export const allowanceTable = new SqlTable<UploadAllowance>('upload_allowance', {
  operatorNo: ['operator_no', no], hourBegan: ['hour_began', epochMs], files: ['file_count', int], bytes: ['byte_count', int], version: ['version', int],
}, ['operatorNo']);

/** Where the description of an issue is sealed, for whoever shows it in a list. */
export const descriptionPlace = (issueNo: string): FieldPlace => ({ table: issueTable.name, column: 'sealed_description', rowId: issueNo });

/** Between what the core knows of issues and its rows (ENC-01). */
export class IssueSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  row(issue: Issue, mobile: string | undefined): IssueRow {
    return {
      ...issue, description: this.#vault.seal(descriptionPlace(issue.issueNo), issue.description),
      solution: issue.solution && this.#vault.seal(solutionPlace(issue.issueNo), issue.solution), sealedMobile: mobile && this.#vault.seal(mobilePlace(issue.issueNo), mobile),
    };
  }
  issue({ sealedMobile: _, ...row }: IssueRow): Issue {
    return { ...row, description: this.#vault.open(descriptionPlace(row.issueNo), row.description), solution: row.solution && this.#vault.open(solutionPlace(row.issueNo), row.solution) };
  }
  /** What stands in the place of a description that was forgotten. */
  forgotten(issueNo: string): string { return this.#vault.seal(descriptionPlace(issueNo), forgottenWords); }
  mobile({ issueNo, sealedMobile }: IssueRow): string | undefined { return sealedMobile && this.#vault.open(mobilePlace(issueNo), sealedMobile); }
  stepRow(step: IssueStep): IssueStep { return { ...step, words: step.words && this.#vault.seal(wordsPlace(step), step.words) }; }
  step(row: IssueStep): IssueStep { return { ...row, words: row.words && this.#vault.open(wordsPlace(row), row.words) }; }
}

const solutionPlace = (issueNo: string): FieldPlace => ({ table: issueTable.name, column: 'sealed_solution', rowId: issueNo });
const mobilePlace = (issueNo: string): FieldPlace => ({ table: issueTable.name, column: 'sealed_mobile', rowId: issueNo });
const wordsPlace = ({ issueNo, stepNo }: IssueStep): FieldPlace => ({ table: issueStepTable.name, column: 'sealed_words', rowId: `${issueNo}:${stepNo}` });
