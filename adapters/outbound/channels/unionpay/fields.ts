/** The fields of one ACP message by name, values raw. */
export type Fields = Readonly<Record<string, string>>;

/** Every value without blanks at its ends, empty ones left out: what is signed must be what is sent (unionpay.md 2). */
export function tidied(fields: Readonly<Record<string, string | undefined>>): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** The text that is signed: all non-empty fields but `signature`, names in ASCII order, `name=value` joined by `&`, values raw (unionpay.md 4). */
export function linkText(fields: Fields): string {
  const counted = Object.entries(fields).filter(([name, value]) => name !== 'signature' && value !== '');
  return counted.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');
}

/** The body of a call to the gateway. */
export const formBody = (fields: Fields): Uint8Array => Buffer.from(new URLSearchParams(fields).toString(), 'ascii');

/** More fields than any message of this protocol has. */
export const maxFields = 200;
const fieldName = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Undefined for strange names, a name that comes twice (which value would be meant?), too many fields or none. */
export function fieldsOf(entries: readonly (readonly [name: string, value: string])[]): Fields | undefined {
  if (entries.length === 0 || entries.length > maxFields) return undefined;
  if (!entries.every(([name]) => fieldName.test(name))) return undefined;
  return new Set(entries.map(([name]) => name)).size === entries.length ? Object.fromEntries(entries) : undefined;
}

/** Undefined when the bytes are not UTF-8; a byte order mark is kept, it would be part of what was signed. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
