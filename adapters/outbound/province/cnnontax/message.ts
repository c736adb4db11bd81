import { gbkBytes, gbkText } from './gbk.js';
import { childOf, readXml, xmlText, type XmlElement } from './xml.js';

/** Fields of one voucher in their order; names are the norm's. */
export type VoucherFields = Readonly<Record<string, string>>;

export interface NormMessage {
  readonly msgNo: string;
  /** Unique per message; `msgRef` repeats that of the request in a reply, else its own. */
  readonly msgId: string;
  readonly msgRef: string;
  /** Node codes such as F350400 and K3504000001. */
  readonly from: string;
  readonly to: string;
  /** yyyyMMdd */
  readonly workDate: string;
  readonly vouchers: readonly VoucherFields[];
}

const maxVouchers = 100;
const nameForm = /^[A-Za-z][A-Za-z0-9_]{0,40}$/;

/** The whole XML, ASCII only. Undefined where a text does not fit into GBK. */
export function messageXml(message: NormMessage): string | undefined {
  const vouchers = message.vouchers.map(innerVoucher);
  if (vouchers.includes(undefined)) return undefined;
  const head = [['APP', 'CNNONTAX'], ['VER', '1.0'], ['SRC', message.from], ['DES', message.to], ['MsgNo', message.msgNo], ['MsgID', message.msgId], ['MsgRef', message.msgRef], ['WorkDate', message.workDate], ['Reserve', '']] as const;
  return `<?xml version="1.0" encoding="GBK"?><CFX><HEAD>${head.map(([name, text]) => tag(name, text)).join('')}</HEAD><MSG><MOF>${tag('VoucherCount', String(vouchers.length))}`
    + `<VoucherBody>${vouchers.map((voucher) => tag('Voucher', voucher ?? '')).join('')}</VoucherBody></MOF></MSG></CFX>`;
}

const tag = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

/** Base64 of the GBK bytes of a complete inner `<Voucher>`. */
function innerVoucher(fields: VoucherFields): string | undefined {
  const strange = Object.keys(fields).find((name) => !nameForm.test(name));
  if (strange !== undefined) throw new RangeError(`not a field of a voucher: ${strange}`);
  return gbkBytes(`<Voucher>${Object.entries(fields).map(([name, text]) => tag(name, text)).join('')}</Voucher>`)?.toString('base64');
}

/** Undefined for anything but a whole message whose head agrees with the frame's number. */
export function readMessage(msgNo: string, xml: string): NormMessage | undefined {
  const root = readXml(xml);
  const [head, mof] = [childOf(root, 'HEAD'), childOf(childOf(root, 'MSG'), 'MOF')];
  if (root?.name !== 'CFX' || head === undefined || mof === undefined) return undefined;
  const field = (name: string): string | undefined => childOf(head, name)?.text.trim();
  const [app, number, msgId, msgRef, from, to, workDate] = ['APP', 'MsgNo', 'MsgID', 'MsgRef', 'SRC', 'DES', 'WorkDate'].map(field);
  if (app !== 'CNNONTAX' || number !== msgNo || !msgId || !from || !to || !workDate || msgId.length > 64) return undefined;
  const vouchers = readVouchers(childOf(mof, 'VoucherBody'), childOf(mof, 'VoucherCount')?.text.trim());
  return vouchers === undefined ? undefined : { msgNo, msgId, msgRef: msgRef ?? '', from, to, workDate, vouchers };
}

function readVouchers(body: XmlElement | undefined, count: string | undefined): readonly VoucherFields[] | undefined {
  const elements = body?.children ?? [];
  if (String(elements.length) !== count || elements.length > maxVouchers || elements.some(({ name }) => name !== 'Voucher')) return undefined;
  const vouchers = elements.map(({ text }) => readVoucher(text.replace(/\s/g, ''))).filter((voucher) => voucher !== undefined);
  return vouchers.length === elements.length ? vouchers : undefined;
}

function readVoucher(base64: string): VoucherFields | undefined {
  const bytes = Buffer.from(base64, 'base64');
  const text = bytes.toString('base64') === base64 ? gbkText(bytes) : undefined;
  const root = text === undefined ? undefined : readXml(text.trim());
  if (root?.name !== 'Voucher' || root.children.some(({ children }) => children.length > 0)) return undefined;
  const names = new Set(root.children.map(({ name }) => name));
  // A field that stands there twice could be read in two ways.
  return names.size === root.children.length ? Object.fromEntries(root.children.map(({ name, text: value }) => [name, value.trim()])) : undefined;
}
