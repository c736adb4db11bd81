import { macChars, macHolds, macOf, type MacRule } from './mac.js';

const [lengthChars, app, version, msgNoChars] = [8, 'CNNONTAX', '1.0', 4];
/** LEN, APP, VER and MSGNO. */
export const headBytes = lengthChars + app.length + version.length + msgNoChars;
/** Largest frame that is written or read. */
export const maxFrameBytes = 256 * 1024;

/** `LEN(8) APP(8) VER(3) MSGNO(4) XML MAC(64)`; LEN counts the whole frame, itself included. `xml` must be ASCII. */
export function frameOf(msgNo: string, xml: string, rule: MacRule): Buffer {
  if (!/^[0-9]{4}$/.test(msgNo) || !/^[\x20-\x7e\r\n\t]*$/.test(xml)) throw new RangeError(`a frame holds a number of four digits and ASCII: ${msgNo}`);
  const body = Buffer.from(xml, 'ascii');
  const length = headBytes + body.length + macChars;
  if (length > maxFrameBytes) throw new RangeError(`a frame of ${length} bytes is too long`);
  return Buffer.concat([Buffer.from(`${String(length).padEnd(lengthChars)}${app}${version}${msgNo}`), body, Buffer.from(macOf(rule, body))]);
}

/** Bytes of the frame that begins here, as soon as that can be told; `bad` where no frame begins. */
export function frameLength(start: Uint8Array): number | 'more' | 'bad' {
  if (start.length < lengthChars) return 'more';
  const digits = /^([1-9][0-9]{1,7}) *$/.exec(Buffer.from(start.subarray(0, lengthChars)).toString('latin1'))?.[1];
  const length = Number(digits ?? 0);
  return length >= headBytes + macChars && length <= maxFrameBytes ? length : 'bad';
}

export type Unframed = { readonly kind: 'frame'; readonly msgNo: string; readonly xml: string } | { readonly kind: 'unreadable' | 'unsigned' };

/** Exactly one whole frame. */
export function unframed(frame: Uint8Array, rule: MacRule): Unframed {
  if (frameLength(frame) !== frame.length) return { kind: 'unreadable' };
  const head = Buffer.from(frame.subarray(lengthChars, headBytes)).toString('latin1');
  const [xml, mac] = [frame.subarray(headBytes, -macChars), Buffer.from(frame.subarray(-macChars)).toString('latin1')];
  if (!head.startsWith(`${app}${version}`) || !/^[0-9]{4}$/.test(head.slice(-msgNoChars)) || !/^[0-9A-Fa-f]{64}$/.test(mac)) return { kind: 'unreadable' };
  if (!macHolds(rule, xml, mac)) return { kind: 'unsigned' };
  const text = Buffer.from(xml).toString('latin1');
  return /^[\x20-\x7e\r\n\t]*$/.test(text) ? { kind: 'frame', msgNo: head.slice(-msgNoChars), xml: text } : { kind: 'unreadable' };
}
