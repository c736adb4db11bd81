import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Bytes } from '../ports/channel-bills.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { IssueParts } from './issue-parts.js';

export interface AttachmentBytes { readonly fileName: string; readonly byteSize: number; readonly bytes: Bytes }

/** A file of an issue, for whoever may read issues; who took it is written down. A number of another issue, or of none yet, is none (IDOR-01). */
export class ReadAttachment {
  readonly #parts: IssueParts & { readonly files: Pick<KeptFiles, 'find' | 'read'> };
  constructor(parts: IssueParts & { readonly files: Pick<KeptFiles, 'find' | 'read'> }) { this.#parts = parts; }

  async run(acting: Acting, issueNo: string, attachmentNo: string): Promise<Result<AttachmentBytes, 'unknown'>> {
    const { unitOfWork, files, ids, clock } = this.#parts;
    const attachment = await unitOfWork.read(({ issues }) => issues.attachment(attachmentNo));
    if (attachment?.state !== 'attached' || attachment.issueNo !== issueNo) return refuse('unknown');
    const file = await files.find(attachmentNo);
    if (file === undefined) throw new Error(`attachment ${attachmentNo} has no kept file`);
    const after = { attachment: attachmentNo, digest: file.digest };
    await unitOfWork.run(({ audit }) => audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'issue.attachment-read', objectKind: 'issue', objectNo: issueNo, description: '下载问题的附件', after })));
    return ok({ fileName: attachment.fileName, byteSize: file.byteSize, bytes: files.read(attachmentNo) });
  }
}
