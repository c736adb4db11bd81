import type { Acting } from '../../domain/operators/acting.js';
import { deedEntry, type Deed } from '../../domain/operators/acting.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { attach, type Attachment } from '../../domain/service-desk/attachment.js';
import type { Told } from '../../domain/service-desk/issue.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { IssueStore } from '../ports/issue-books.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

export interface IssueParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock }

/** Where files are to belong, and who says so. */
export interface Belonging { readonly issueNo: string; readonly stepNo: number; readonly by: string; readonly now: EpochMs }

/** The files of these numbers as parts of a step, not stored yet. One that is not the asker's own loose upload is refused like one that there is not (ISO-04). */
export async function filesFor(issues: Pick<IssueStore, 'attachment'>, attachmentNos: readonly string[], { issueNo, stepNo, by, now }: Belonging): Promise<Result<readonly Attachment[], 'unknown-attachment'>> {
  const files: Attachment[] = [];
  for (const attachmentNo of new Set(attachmentNos)) {
    const found = await issues.attachment(attachmentNo);
    const attached = found && attach(found, issueNo, stepNo, by, now);
    if (!attached?.ok) return refuse('unknown-attachment');
    files.push(attached.value);
  }
  return ok(files);
}

/** What every step of an issue leaves behind. */
export async function keepStep({ issues, audit }: Pick<Stores, 'issues' | 'audit'>, { ids, clock }: Pick<IssueParts, 'ids' | 'clock'>, acting: Acting, told: Told, files: readonly Attachment[], deed: Pick<Deed, 'action' | 'description' | 'before' | 'after'>): Promise<void> {
  await issues.addStep(told.step);
  for (const file of files) await issues.putAttachment(file);
  const attachments = files.length === 0 ? {} : { attachments: files.map(({ attachmentNo }) => attachmentNo).join(',') };
  await audit.append(deedEntry(ids.next(), clock.now(), acting, { ...deed, objectKind: 'issue', objectNo: told.issue.issueNo, after: { ...deed.after, ...attachments } }));
}
