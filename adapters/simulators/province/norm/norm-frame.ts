import { createHash, createHmac } from 'node:crypto';
import { gbkOf } from '../../shared/gbk.js';

export type NormMac =
  | { readonly rule: 'none' }
  | { readonly rule: 'sha256-token-prefix' | 'sm3-token-prefix' | 'hmac-sm3'; readonly callToken: string; readonly messageToken: string };
export type Token = 'callToken' | 'messageToken';

/** LEN(8) APP(8) VER(3) MSGNO(4) before the XML, MAC(64) behind it (protocol 2.1). */
const [prefixLength, macLength] = [23, 64];
const largest = 300_000;

export type VoucherTexts = Readonly<Record<string, string>>;
export interface NormHead { readonly msgNo: string; readonly msgId: string; readonly msgRef: string; readonly from: string; readonly to: string; readonly day: string }
export interface NormText extends NormHead { readonly vouchers: readonly VoucherTexts[] }

function macText(mac: NormMac, token: Token, xml: Buffer): string {
  if (mac.rule === 'none') return '0'.repeat(macLength);
  if (mac.rule === 'hmac-sm3') return createHmac('sm3', mac[token]).update(xml).digest('hex');
  return createHash(mac.rule === 'sha256-token-prefix' ? 'sha256' : 'sm3').update(Buffer.concat([Buffer.from(mac[token]), xml])).digest('hex');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

const tags = (fields: VoucherTexts): string => Object.entries(fields).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`).join('');

/** A whole frame. This province writes its code in upper case and gives the body attributes, as has been seen. */
export function normFrame(mac: NormMac, token: Token, { vouchers, ...head }: NormText): Buffer {
  const inner = vouchers.map((fields) => gbkOf(`<Voucher>${tags(fields)}</Voucher>`).toString('base64'));
  const heading = tags({ APP: 'CNNONTAX', VER: '1.0', SRC: head.from, DES: head.to, MsgNo: head.msgNo, MsgID: head.msgId, MsgRef: head.msgRef, WorkDate: head.day });
  const xml = Buffer.from(
    `<?xml version="1.0" encoding="GBK"?>\n<CFX><HEAD>${heading}<Reserve/></HEAD><MSG><MOF><VoucherCount>${inner.length}</VoucherCount>`
    + `<VoucherBody AdmDivCode="${head.from.slice(1, 7)}" StYear="${head.day.slice(0, 4)}" VtCode="${head.msgNo}">`
    + `${inner.map((text) => `<Voucher>${text}</Voucher>`).join('')}</VoucherBody></MOF></MSG></CFX>`, 'ascii');
  const length = String(prefixLength + xml.length + macLength).padEnd(8, ' ');
  return Buffer.concat([Buffer.from(`${length}CNNONTAX1.0${head.msgNo}`), xml, Buffer.from(macText(mac, token, xml).toUpperCase())]);
}

/** Bytes of the first frame once it is there whole; undefined while it is not. Throws for what is no frame. */
export function firstFrame(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 8) return undefined;
  const length = Number(/^([0-9]+) *$/.exec(bytes.toString('latin1', 0, 8))?.[1] ?? '0');
  if (length < prefixLength + macLength || length > largest) throw new RangeError('no frame');
  return bytes.length < length ? undefined : bytes.subarray(0, length);
}

/** What a frame says; undefined when it is not by our partner. */
export function readNormFrame(mac: NormMac, token: Token, frame: Buffer): NormText | undefined {
  const [prefix, code] = [frame.toString('latin1', 8, prefixLength), frame.toString('latin1', frame.length - macLength)];
  const xml = frame.subarray(prefixLength, frame.length - macLength);
  if (!prefix.startsWith('CNNONTAX1.0') || (mac.rule !== 'none' && code.toLowerCase() !== macText(mac, token, xml))) return undefined;
  const text = xml.toString('latin1');
  const tag = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
  const inner = [...text.matchAll(/<Voucher>([A-Za-z0-9+/=\s]*)<\/Voucher>/g)].map(([, base64 = '']) => new TextDecoder('gbk').decode(Buffer.from(base64, 'base64')));
  return { msgNo: tag('MsgNo'), msgId: tag('MsgID'), msgRef: tag('MsgRef'), from: tag('SRC'), to: tag('DES'), day: tag('WorkDate'), vouchers: inner.map(fieldsOf) };
}

const fieldsOf = (inner: string): VoucherTexts =>
  Object.fromEntries([...inner.matchAll(/<([A-Za-z]\w*)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [name, unescaped(text)]));
