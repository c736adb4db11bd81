import type { RawMessage } from '../../../../application/ports/payment-channel.js';
import { fieldsOf, utf8Text, type Fields } from './fields.js';

/** A notification has about 3 kB, most of it the certificate. */
export const maxMessageBytes = 64 * 1024;

/**
 * The fields of a notification or of a browser's return: the body decoded once as a form. The query of the address is ours and was not
 * signed, so it is never looked at (unionpay.md 7 and 12). Undefined for anything that cannot be read in exactly one way.
 */
export function readFormMessage(message: RawMessage): Fields | undefined {
  if (message.method !== 'POST' || message.body.length === 0 || message.body.length > maxMessageBytes) return undefined;
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(message.contentType.trim())) return undefined;
  const text = utf8Text(message.body);
  if (text === undefined) return undefined;
  const entries = text.split('&').filter((pair) => pair !== '').map(decodedPair);
  return entries.every((entry) => entry !== undefined) ? fieldsOf(entries) : undefined;
}

function decodedPair(pair: string): readonly [string, string] | undefined {
  const at = pair.indexOf('=');
  const name = decoded(at < 0 ? pair : pair.slice(0, at));
  const value = decoded(at < 0 ? '' : pair.slice(at + 1));
  return name === undefined || value === undefined ? undefined : [name, value];
}

/** Strict: `URLSearchParams` would repair a broken escape and so change what was signed. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
