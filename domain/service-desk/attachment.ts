import { canMove, type Arrows } from '../kernel/arrows.js';
import { dayMs, hourMs, type EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/**
 * Kinds of files that may be attached (UPL-01). No office documents and no archives: whether one is harmless is seen only after it was unpacked, and nothing
 * that strangers send is unpacked here. No text either: its charset would be guessed, and as a page it would be markup.
 */
export const attachmentKinds = ['png', 'jpg', 'pdf'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];
/** What a kind is called on the wire, and how names of it end. */
export const kindFacts: Readonly<Record<AttachmentKind, { readonly mediaType: string; readonly endings: readonly string[] }>> = {
  png: { mediaType: 'image/png', endings: ['png'] }, jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] }, pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
};

const mebibyte = 1024 * 1024;
export const attachmentLimits = {
  bytes: 10 * mebibyte,
  /** Files that one deed brings along. */
  filesOfDeed: 10,
  filesOfIssue: 30,
  bytesOfIssue: 100 * mebibyte,
  /** Of one operator. */
  filesAnHour: 60,
  bytesAnHour: 200 * mebibyte,
  /** How long a file waits for its issue. */
  looseMs: dayMs,
  /** Of its name, the ending included. */
  nameChars: 100,
} as const;

/** `coming`: its bytes are on their way, or were when their process ended. `loose`: uploaded, and belongs to no issue yet. `dropped`: waited too long, or its issue was forgotten; its bytes are being deleted. */
export type AttachmentState = 'coming' | 'loose' | 'attached' | 'dropped';
export const attachmentArrows = { coming: ['loose', 'dropped'], loose: ['attached', 'dropped'], attached: ['dropped'], dropped: [] } as const satisfies Arrows<AttachmentState>;

/** What a virus scanner said; where there is none, that nobody looked (UPL-04). */
export const scanVerdicts = ['clean', 'not-scanned'] as const;
export type ScanVerdict = (typeof scanVerdicts)[number];

/** A file that belongs to an issue, or is going to (附件). Its number is also that of the kept file with its bytes. */
export interface Attachment {
  readonly attachmentNo: string;
  readonly fileName: string;
  readonly kind: AttachmentKind;
  readonly byteSize: number;
  /** SM3 over the bytes, hex; known, as what the scanner said, once they are all here. */
  readonly digest: string | undefined;
  readonly scan: ScanVerdict | undefined;
  readonly state: AttachmentState;
  readonly uploadedBy: string;
  readonly uploadedAt: EpochMs;
  /** Both once it is attached. */
  readonly issueNo: string | undefined;
  readonly stepNo: number | undefined;
  readonly version: number;
}

/** A file whose bytes are about to come. */
export const comingAttachment = (facts: Pick<Attachment, 'attachmentNo' | 'fileName' | 'kind' | 'byteSize' | 'uploadedBy' | 'uploadedAt'>): Attachment =>
  ({ ...facts, digest: undefined, scan: undefined, state: 'coming', issueNo: undefined, stepNo: undefined, version: 1 });

/** All of its bytes are here; undefined when it was given up meanwhile. */
export const arrived = (attachment: Attachment, digest: string, scan: ScanVerdict): Attachment | undefined =>
  (canMove<AttachmentState>(attachmentArrows, attachment.state, 'loose') ? { ...attachment, digest, scan, state: 'loose' } : undefined);

/** The file as part of a step. Of somebody else's upload nobody learns more than of one that there is not (ISO-04). */
export function attach(attachment: Attachment, issueNo: string, stepNo: number, by: string, now: EpochMs): Result<Attachment, 'unknown'> {
  if (attachment.uploadedBy !== by || !canMove<AttachmentState>(attachmentArrows, attachment.state, 'attached') || isStale(attachment, now)) return refuse('unknown');
  return ok({ ...attachment, state: 'attached', issueNo, stepNo });
}

const isStale = ({ uploadedAt }: Attachment, now: EpochMs): boolean => now - uploadedAt >= attachmentLimits.looseMs;

/** It is on its way out; undefined when it belongs to an issue. */
export const dropped = (attachment: Attachment): Attachment | undefined => (attachment.state === 'attached' ? undefined : { ...attachment, state: 'dropped' });

/** It goes with its issue, whose time is over. */
export const droppedWithIssue = (attachment: Attachment): Attachment => ({ ...attachment, state: 'dropped', issueNo: undefined, stepNo: undefined });

/** What one operator has uploaded within the hour that began then. */
export interface UploadAllowance { readonly operatorNo: string; readonly hourBegan: EpochMs; readonly files: number; readonly bytes: number; readonly version: number }

/** Counted before a byte is read, so that many at once do not pass together. */
export function countUpload(allowance: UploadAllowance, byteSize: number, now: EpochMs): Result<UploadAllowance, 'too-many-uploads'> {
  const hourBegan = now - now % hourMs;
  const { files, bytes } = allowance.hourBegan === hourBegan ? allowance : { files: 0, bytes: 0 };
  if (files + 1 > attachmentLimits.filesAnHour || bytes + byteSize > attachmentLimits.bytesAnHour) return refuse('too-many-uploads');
  return ok({ ...allowance, hourBegan, files: files + 1, bytes: bytes + byteSize });
}
