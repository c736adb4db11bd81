/**
 * Bytes of a strict Base64 text, or undefined: standard alphabet, right padding, unused bits zero. Node's own decoder lets all of
 * that pass (GW-05), so one signature would have many spellings.
 */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
