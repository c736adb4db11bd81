import { ok, refuse, type Result } from '../kernel/result.js';
import { attachmentKinds, attachmentLimits, kindFacts, type AttachmentKind } from './attachment.js';

/** Names that some systems take for a device, whatever stands behind the dot. */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
/** Signs that nobody sees, that turn text round, or that join others. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

export interface NamedFile { readonly fileName: string; readonly kind: AttachmentKind }

/**
 * A name that people can keep, made of the one that came: no path, nothing unseen, one dot (UPL-02). The ending and the media type that was said have to name one
 * kind; whether the bytes are of it is seen when they come (UPL-01).
 */
export function nameFile(given: string, mediaType: string): Result<NamedFile, 'kind-not-allowed'> {
  const plain = given.normalize('NFC').replace(unseen, '').split(/[\\/]/).at(-1)?.trim() ?? '';
  const dot = plain.lastIndexOf('.');
  const ending = plain.slice(dot + 1).toLowerCase();
  const kind = attachmentKinds.find((one) => kindFacts[one].endings.includes(ending));
  if (dot < 0 || kind === undefined || kindFacts[kind].mediaType !== mediaType.trim().toLowerCase()) return refuse('kind-not-allowed');
  return ok({ fileName: `${baseOf(plain.slice(0, dot), attachmentLimits.nameChars - ending.length - 1)}.${ending}`, kind });
}

/** Inner dots go: `bill.exe.png` is no program for anybody. */
function baseOf(text: string, most: number): string {
  const plain = text.replace(/[<>:"|?*.%;]/g, '_').replace(/\s+/gu, ' ').trim();
  const cut = Array.from(plain).slice(0, most).join('').trim();
  if (cut === '') return '附件';
  return devices.test(cut) ? `_${cut}` : cut;
}
