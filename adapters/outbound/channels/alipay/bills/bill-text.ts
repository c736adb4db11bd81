import { BillRefused } from '../../../wire/bill-refused.js';

const fatal = new TextDecoder('gb18030', { fatal: true });
const lenient = new TextDecoder('gb18030');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** GBK and its larger sister; undefined where the bytes are neither. */
export function readGbk(bytes: Uint8Array): string | undefined {
  try {
    return fatal.decode(bytes);
  } catch {
    return undefined;
  }
}

/** For a person who has to look at a line that cannot be read. */
export const readAnyhow = (bytes: Uint8Array): string => lenient.decode(bytes);

/** A line of the frame, which is in GBK or the whole file is not. */
export function frameText(bytes: Uint8Array): string {
  const text = readGbk(bytes);
  if (text === undefined) throw new BillRefused('charset', '文件不是 GBK 编码');
  return plain(text);
}

/** The same words in UTF-8 instead of GBK. */
export function isUtf8With(bytes: Uint8Array, words: string): boolean {
  try {
    return utf8.decode(bytes).includes(words);
  } catch {
    return false;
  }
}

const halfWidth: Readonly<Record<string, string>> = { '（': '(', '）': ')', '：': ':', '，': ',', '【': '[', '】': ']', '／': '/', '＃': '#' };

/** Bills mix full and half width signs; blanks and tabs mean nothing in frame and header. */
export const plain = (text: string): string => text.replace(/[（）：，【】／＃]/g, (sign) => halfWidth[sign] ?? sign).replace(/[\s\ufeff]+/g, '');
