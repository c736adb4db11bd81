import type { Fields } from '../crypto/signing.js';

/** `k=v&k=v` with the values as they are: no escaping at all (protocol section 2). Empty fields are not sent. */
export function answerBody(fields: Fields): string {
  return Object.entries(fields).filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`).join('&');
}
