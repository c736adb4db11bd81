import { ok, refuse, type Result } from '../../../../domain/kernel/result.js';

/** Notifications have about 30 fields; new ones appear without notice (section 7). */
const maxFields = 200;
export const maxFormBytes = 64 * 1024;

export type FormFields = ReadonlyMap<string, string>;

/** `name=value&…`, percent-encoded UTF-8. */
export function encodeForm(fields: Iterable<readonly [string, string]>): string {
  return [...fields].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** `+` is a space, then percent: exactly once, because values may themselves contain `%` and `+` (section 11). */
const decodeOnce = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/**
 * Form text to fields, values as sent, empty ones kept. Refused: broken percent sequences, bytes that are not UTF-8, a name that
 * comes twice (which one was signed could not be told), too many fields.
 */
export function decodeForm(text: string): Result<FormFields, 'unreadable'> {
  const fields = new Map<string, string>();
  const pairs = text.split('&').filter((pair) => pair !== '');
  if (pairs.length > maxFields || text.length > maxFormBytes) return refuse('unreadable');
  try {
    for (const pair of pairs) {
      const [name = '', ...rest] = pair.split('=');
      const decoded = decodeOnce(name);
      if (decoded === '' || fields.has(decoded)) return refuse('unreadable');
      fields.set(decoded, decodeOnce(rest.join('=')));
    }
  } catch (fault) {
    if (fault instanceof URIError) return refuse('unreadable');
    throw fault;
  }
  return ok(fields);
}

/** The bytes of a form body; anything that is not ASCII was not form-encoded. */
export function decodeFormBytes(body: Uint8Array): Result<FormFields, 'unreadable'> {
  if (body.length > maxFormBytes || body.some((byte) => byte > 126)) return refuse('unreadable');
  return decodeForm(Buffer.from(body).toString('latin1').trim());
}
