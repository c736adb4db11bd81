import type { EBillLinks } from '../../../../domain/e-bills/e-bill.js';
import { base64Bytes } from './base64-text.js';
import type { ExactObject } from './exact-json.js';
import type { BosssoftNeeds } from './needs.js';

const longestUrl = 1_000;
/** Of a picture in Base64: a QR code has about 2 kB. */
const longestPicture = 128 * 1024;
/** PNG and JPEG; an SVG could carry a script. */
const pictureStarts = ['89504e470d0a1a0a', 'ffd8ff'];

/** A page address that may be shown: of one of the agreed origins, without a login in it. */
export function shownUrl(origins: readonly string[], told: unknown): string | undefined {
  if (typeof told !== 'string' || told.length > longestUrl || !/^[\x21-\x7e]+$/.test(told) || told.includes('\\') || !URL.canParse(told)) return undefined;
  const url = new URL(told);
  if (url.username !== '' || url.password !== '' || !origins.includes(url.origin)) return undefined;
  return url.href;
}

function shownPicture(told: unknown): string | undefined {
  if (typeof told !== 'string' || told.length > longestPicture) return undefined;
  const start = base64Bytes(told)?.subarray(0, 8).toString('hex');
  return start !== undefined && pictureStarts.some((known) => start.startsWith(known)) ? told : undefined;
}

/** Whatever may not be shown is left out: a bill is issued, however odd its pictures are. */
export function linksOf({ settings, journal }: Pick<BosssoftNeeds, 'settings' | 'journal'>, told: ExactObject): EBillLinks {
  const links = {
    pageUrl: shownUrl(settings.pageOrigins, told.get('pictureUrl')),
    internetPageUrl: shownUrl(settings.pageOrigins, told.get('pictureNetUrl')),
    qrImage: shownPicture(told.get('billQRCode')),
  };
  const places = [['pictureUrl', links.pageUrl], ['pictureNetUrl', links.internetPageUrl], ['billQRCode', links.qrImage]] as const;
  for (const [field, link] of places) if (link === undefined && isTold(told, field)) journal.warn('ebill-link-refused', { field });
  return links;
}

const isTold = (told: ExactObject, field: string): boolean => !['', null, undefined].includes(told.get(field) as string | null | undefined);
