import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import { arrived, attachmentLimits, comingAttachment, countUpload, type Attachment, type ScanVerdict } from '../../domain/service-desk/attachment.js';
import { nameFile } from '../../domain/service-desk/file-name.js';
import { RefusedContent, UploadCutOff, type ContentCheck, type ContentFault, type FileScanner } from '../ports/attachment-checks.js';
import type { Bytes } from '../ports/channel-bills.js';
import type { Journal } from '../ports/journal.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { IssueParts } from './issue-parts.js';

/** A file as it comes in: what was said of it, and its bytes, which throw UploadCutOff. */
export interface IncomingFile { readonly fileName: string; readonly mediaType: string; readonly byteSize: number; readonly bytes: Bytes }
export type UploadRefusal = 'kind-not-allowed' | 'empty' | 'too-large' | 'too-many-uploads' | 'busy' | 'cut-off' | 'infected' | ContentFault;

export interface UploadParts extends IssueParts {
  readonly files: Pick<KeptFiles, 'keep' | 'read' | 'discardAttachment'>;
  readonly check: ContentCheck;
  readonly scanner: FileScanner;
  readonly journal: Journal;
  /** Files that this process takes in at once. */
  readonly maxAtOnce: number;
}

type Kept = { readonly kind: 'kept'; readonly digest: string; readonly scan: ScanVerdict } | { readonly kind: 'refused'; readonly refusal: UploadRefusal };

/** Takes a file in that is to be attached to an issue (UPL-01 to -04). Until then it is its uploader's alone, and goes after a day. */
export class UploadAttachment {
  readonly #parts: UploadParts;
  #atOnce = 0;
  constructor(parts: UploadParts) { this.#parts = parts; }

  async run(acting: Acting, file: IncomingFile): Promise<Result<Attachment, UploadRefusal>> {
    const named = nameFile(file.fileName, file.mediaType);
    if (!named.ok) return named;
    if (file.byteSize < 1) return refuse('empty');
    if (file.byteSize > attachmentLimits.bytes) return refuse('too-large');
    if (this.#atOnce >= this.#parts.maxAtOnce) return refuse('busy');
    this.#atOnce += 1;
    try {
      const { ids, clock } = this.#parts;
      const attachment = comingAttachment({ ...named.value, attachmentNo: ids.next(), byteSize: file.byteSize, uploadedBy: acting.by.operatorNo, uploadedAt: clock.now() });
      return await this.#take(acting, attachment, file.bytes);
    } finally {
      this.#atOnce -= 1;
    }
  }

  /** Noted before the first byte: what a process leaves half done is found by its row. */
  async #take(acting: Acting, attachment: Attachment, bytes: Bytes): Promise<Result<Attachment, UploadRefusal>> {
    const isCounted = await this.#begin(attachment);
    if (!isCounted) return refuse('too-many-uploads');
    const kept = await this.#keep(attachment, bytes);
    return kept.kind === 'kept' ? this.#end(acting, attachment, kept) : this.#giveUp(acting, attachment, kept.refusal);
  }

  #begin(attachment: Attachment): Promise<boolean> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async ({ issues }) => {
      const counted = countUpload(await issues.takeAllowance(attachment.uploadedBy), attachment.byteSize, clock.now());
      if (!counted.ok) return false;
      await issues.putAllowance(counted.value);
      await issues.addAttachment(attachment);
      return true;
    });
  }

  async #keep({ attachmentNo: fileNo, fileName, kind, byteSize }: Attachment, bytes: Bytes): Promise<Kept> {
    const { files, check, scanner } = this.#parts;
    try {
      const { digest } = await files.keep({ fileNo, purpose: 'attachment', fileName }, whole(byteSize, check.checked(kind, bytes)));
      const scan = await scanner.scan(files.read(fileNo));
      return scan === 'infected' ? { kind: 'refused', refusal: scan } : { kind: 'kept', digest, scan };
    } catch (error) {
      if (error instanceof RefusedContent) return { kind: 'refused', refusal: error.fault };
      if (error instanceof UploadCutOff) return { kind: 'refused', refusal: 'cut-off' };
      throw error;
    }
  }

  #end(acting: Acting, { attachmentNo }: Attachment, { digest, scan }: Extract<Kept, { kind: 'kept' }>): Promise<Result<Attachment, UploadRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async ({ issues, audit }): Promise<Result<Attachment, UploadRefusal>> => {
      const current = await issues.attachment(attachmentNo);
      const here = current && arrived(current, digest, scan);
      if (here === undefined) return refuse('cut-off');
      await issues.putAttachment(here);
      // No name: whoever saves a picture of somebody's papers names it after them.
      const after = { kind: here.kind, byteSize: String(here.byteSize), digest, scan };
      await audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'issue.attachment-uploaded', objectKind: 'attachment', objectNo: attachmentNo, description: '上传附件', after }));
      return ok(here);
    });
  }

  async #giveUp(acting: Acting, { attachmentNo, kind, byteSize }: Attachment, refusal: UploadRefusal): Promise<Result<never, UploadRefusal>> {
    const { unitOfWork, files, ids, clock, journal } = this.#parts;
    await files.discardAttachment(attachmentNo);
    await unitOfWork.run(async ({ issues, audit }) => {
      const current = await issues.attachment(attachmentNo);
      if (current !== undefined) await issues.removeAttachment(current);
      if (refusal === 'cut-off') return;
      const after = { kind, byteSize: String(byteSize), why: refusal };
      await audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'issue.attachment-refused', objectKind: 'attachment', objectNo: attachmentNo, description: '上传的附件被拒绝', after }));
    });
    if (refusal === 'infected') journal.alarm('attachment-infected', { attachmentNo, operatorNo: acting.by.operatorNo });
    return refuse(refusal);
  }
}

/** Neither fewer bytes than were said nor more. */
async function* whole(byteSize: number, bytes: Bytes): Bytes {
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    if (total > byteSize) throw new UploadCutOff('more bytes than were said');
    yield piece;
  }
  if (total !== byteSize) throw new UploadCutOff('fewer bytes than were said');
}
