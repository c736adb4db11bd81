/**
 * Bytes of standard base64 (RFC 4648 section 4) or undefined (GW-05). Node's decoder silently takes blanks, the URL alphabet, missing
 * padding and non-zero spare bits; encoding the result again and comparing refuses every spelling but one.
 */
export function decodeBase64(text: unknown, maxBytes: number): Buffer | undefined {
  if (typeof text !== 'string' || text.length > Math.ceil(maxBytes / 3) * 4) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** The same for base64url without padding (RFC 4648 section 5). */
export function decodeBase64Url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
