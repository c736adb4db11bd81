/** Whether a target counts the characters or the bytes (UTF-8) of a text: DM and Oracle do the latter unless they were set up otherwise. */
export type LengthMode = 'char' | 'byte';

const bytesOf = (sign: string): number => {
  const point = sign.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** What servers refuse or a reader of the file would trip over: controls, NUL, halves of characters. */
export const cleaned = (text: string): string => text.toWellFormed().replace(/\p{Cc}+/gu, ' ').trim();

export const sizeOf = (text: string, mode: LengthMode): number =>
  (mode === 'char' ? Array.from(text).length : Array.from(text).reduce((sum, sign) => sum + bytesOf(sign), 0));

/** As many whole characters from the start as fit. */
export function cutToFit(text: string, length: number, mode: LengthMode): string {
  let [size, kept] = [0, ''];
  for (const sign of text) {
    size += mode === 'char' ? 1 : bytesOf(sign);
    if (size > length) break;
    kept += sign;
  }
  return kept;
}
