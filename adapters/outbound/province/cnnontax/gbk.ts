/** Two-byte characters of GBK: first byte 0x81 to 0xFE, second 0x40 to 0xFE without 0x7F. */
function twoByteCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number>();
  for (let code = 0x8140; code <= 0xfefe; code += 1) {
    const trail = code & 0xff;
    if (trail < 0x40 || trail === 0x7f || trail === 0xff) continue;
    const character = decoder.decode(Uint8Array.of(code >> 8, trail));
    if (Array.from(character).length === 1 && character !== '\ufffd' && !codes.has(character)) codes.set(character, code);
  }
  return codes;
}

let known: ReadonlyMap<string, number> | undefined;

/** Text as GBK; undefined where a character has no place in it, because a name must not change on its way. */
export function gbkBytes(text: string): Buffer | undefined {
  known ??= twoByteCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character < '\u0080' ? character.charCodeAt(0) : known.get(character);
    if (code === undefined) return undefined;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}

export function gbkText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
