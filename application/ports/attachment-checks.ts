import type { AttachmentKind, ScanVerdict } from '../../domain/service-desk/attachment.js';
import type { Bytes } from './channel-bills.js';

/** Why the bytes of a file are not those of its kind, or are more than that. */
export const contentFaults = ['not-of-kind', 'cut-short', 'something-behind', 'too-many-pixels', 'active-content'] as const;
export type ContentFault = (typeof contentFaults)[number];

/** Thrown while bytes are read that must not be kept. */
export class RefusedContent extends Error {
  override readonly name = 'RefusedContent';
  readonly fault: ContentFault;
  constructor(fault: ContentFault) {
    super(`the content of a file was refused: ${fault}`);
    this.fault = fault;
  }
}

/** Thrown by the bytes of a file that do not come to their end, or come to another one than was said. */
export class UploadCutOff extends Error {
  override readonly name = 'UploadCutOff';
}

/** Looks at files that strangers sent, without ever drawing or unpacking them (UPL-01). */
export interface ContentCheck {
  /** The same bytes as they come; throws RefusedContent, at the latest after the last one. Keeps a few kilobytes in memory, however long the file. */
  checked(kind: AttachmentKind, bytes: Bytes): Bytes;
}

/** A virus scanner beside the platform (UPL-04). */
export interface FileScanner {
  /** `infected`: the file is not kept. Where nobody scans, the answer is that nobody looked. Throws where a scanner is there and did not answer. */
  scan(bytes: Bytes): Promise<ScanVerdict | 'infected'>;
}
