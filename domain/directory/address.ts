import { ok, refuse, type Result } from '../kernel/result.js';

export type AddressRefusal = 'address-malformed' | 'address-not-allowed';

/** Names of the return page's own fields: an address that brings one already could speak in our name (URL-04). */
const returnFields: ReadonlySet<string> = new Set(
  ['bizOrderNo', 'orderDate', 'platformOrderNo', 'orderState', 'orderStateMsg', 'orderAmount', 'userId', 'devId', 'timestamp', 'sign']);

export const maxAddressBytes = 256;

/**
 * An address somebody gave for callbacks, return or bill details, as the one text that is stored and used (URL-01). Refused: anything but
 * http(s) (https alone where `httpsOnly`), user info, fragments, over 256 bytes, blanks and control characters, origins not registered.
 */
export function readAddress(text: string, allowedOrigins: readonly string[], httpsOnly: boolean): Result<string, AddressRefusal> {
  if (text.length > maxAddressBytes || !/^https?:\/\/[\x21-\x7e]+$/.test(text) || text.includes('\\')) return refuse('address-malformed');
  if (!URL.canParse(text)) return refuse('address-malformed');
  const url = new URL(text);
  if (httpsOnly && url.protocol !== 'https:') return refuse('address-malformed');
  if (url.username !== '' || url.password !== '' || text.includes('#')) return refuse('address-malformed');
  // The host as written must be the host as understood: 2130706433, 0x7f.1 and full-width digits are ways round a list.
  const written = /^https?:\/\/([^/?]*)/.exec(text)?.[1] ?? '';
  if (written.toLowerCase().replace(/:(80|443)$/, '') !== url.host.replace(/:(80|443)$/, '')) return refuse('address-malformed');
  if (url.href.length > maxAddressBytes) return refuse('address-malformed');
  return allowedOrigins.includes(url.origin) ? ok(url.href) : refuse('address-not-allowed');
}

/** An origin that addresses may lie under, as it is compared: `scheme://host` with the port where it is not the usual one; a slash behind it is forgiven. */
export function readOrigin(text: string, httpsOnly: boolean): Result<string, 'origin-malformed'> {
  const bare = text.replace(/\/$/, '');
  const origin = URL.canParse(bare) ? new URL(bare).origin : '';
  const read = readAddress(`${bare}/`, [origin], httpsOnly);
  return read.ok && read.value === `${origin}/` ? ok(origin) : refuse('origin-malformed');
}

/** As `readAddress`, and without a parameter that the return page itself sends. */
export function readReturnAddress(text: string, allowedOrigins: readonly string[], httpsOnly: boolean): Result<string, AddressRefusal> {
  const read = readAddress(text, allowedOrigins, httpsOnly);
  if (!read.ok) return read;
  const ours = [...new URL(read.value).searchParams.keys()].some((name) => returnFields.has(name));
  return ours ? refuse('address-malformed') : read;
}

/** Origin and path of an address that was read, and that something stands behind: its query may hold a secret. */
export function shownAddress(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
