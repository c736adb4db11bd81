import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

type Fields = Iterable<readonly [string, string]>;

function joined(fields: Fields): string {
  return [...fields]
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Text of a request (section 2): all non-empty parameters except `sign`; `sign_type` stays in. */
export function requestText(fields: Fields): string {
  return joined([...fields].filter(([name, value]) => name !== 'sign' && value !== ''));
}

/** Text of a notification and of the return page (section 7): `sign` and `sign_type` dropped, empty values kept. */
export function noticeText(fields: Fields): string {
  return joined([...fields].filter(([name]) => name !== 'sign' && name !== 'sign_type'));
}

/** Base64 of SHA256withRSA over the UTF-8 bytes. */
export function rsa2Sign(privateKey: KeyObject, text: string): string {
  return sign('sha256', Buffer.from(text, 'utf8'), privateKey).toString('base64');
}

/** Strict: the signature must be canonical base64, nothing before, within or behind it. */
export function rsa2Verify(publicKey: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== signature) return false;
  return verify('sha256', Buffer.from(text, 'utf8'), publicKey, bytes);
}

/** The same fields with `sign_type` and `sign` added at the end. */
export function signedNotice(privateKey: KeyObject, fields: Fields): Map<string, string> {
  const all = new Map(fields);
  all.set('sign_type', 'RSA2');
  all.set('sign', rsa2Sign(privateKey, noticeText(all)));
  return all;
}

/** An RSA public key of at least 2048 bits from PEM or bare base64 SPKI. Throws RangeError for anything else. */
export function readRsaPublicKey(text: string): KeyObject {
  // Node would quietly derive the public half: a private key pasted here is a mistake that must not be stored.
  if (text.includes('PRIVATE KEY')) throw new RangeError('this is a private key');
  let key: KeyObject;
  try {
    key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  } catch {
    throw new RangeError('not a public key');
  }
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new RangeError('an RSA key of at least 2048 bits is needed');
  return key;
}
