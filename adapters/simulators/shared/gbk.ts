/** Two-byte characters of GBK: first byte 0x81 to 0xFE, second 0x40 to 0xFE without 0x7F. */
function table(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // Unassigned pairs decode to more than one character or to the replacement sign.
      if ([...character].length === 1 && character !== '\ufffd' && !codes.has(character)) codes.set(character, lead * 256 + trail);
    }
  }
  return codes;
}

let known: ReadonlyMap<string, number> | undefined;

/** Text as GBK, in which channels write their bill files. A character outside GBK becomes a question mark. */
export function gbkOf(text: string): Buffer {
  known ??= table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : known.get(character) ?? 0x3f;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}
