const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes of a Base64 text without blanks, with its padding; undefined for anything else, which Node would read leniently. */
export function base64Bytes(text: string): Buffer | undefined {
  if (text.length % 4 !== 0) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** Undefined where the bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

export const base64Of = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

export function textOfBase64(text: string): string | undefined {
  const bytes = base64Bytes(text);
  return bytes && utf8Text(bytes);
}
