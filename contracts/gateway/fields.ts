import { Type, type TString, type TUnsafe } from '@sinclair/typebox';
import { orderStates, payChannels, refundStates } from './codes.js';

/** What a field is called in Chinese and what an integrator must know about it. */
interface Words {
  /** Chinese name of the field. */
  readonly title: string;
  readonly description?: string;
  /** When a conditional field (C in the requirement's tables) must be present. */
  readonly condition?: string;
}

/** Free text: at most `max` by the wire's count (a character outside ASCII is 2), clean, not empty unless `empty`. */
export const wireText = ({ max, empty, ...words }: Words & { readonly max: number; readonly empty?: boolean }): TString =>
  Type.String({ ...words, minLength: empty === true ? 0 : 1, wireLength: max, cleanText: true });

/** Text of a closed alphabet, so it is its own length limit. */
export const patternText = ({ max, ...rest }: Words & { readonly max: number; readonly pattern: string }): TString =>
  Type.String({ ...rest, wireLength: max });

/** One of the codes of a table. */
export const codeText = <T extends object>(table: T, words: Words): TUnsafe<keyof T & string> =>
  Type.Unsafe<keyof T & string>(Type.String({
    ...words, enum: Object.keys(table),
    description: [words.description, Object.entries(table).map(([code, text]) => `${code} ${String(text)}`).join('、')].filter(Boolean).join('。'),
  }));

/** Fen, 1 to 11 digits, above zero, no leading zero (1.1.7.1.1-k, PAY-01). */
export const amountText = (words: Words): TString => patternText({ description: '单位：分', ...words, max: 11, pattern: '^[1-9][0-9]{0,10}$' });
/** The same where nothing at all is a possible amount. */
export const amountOrZeroText = (words: Words): TString => patternText({ description: '单位：分', ...words, max: 11, pattern: '^(?:0|[1-9][0-9]{0,10})$' });

export const dayText = (words: Words): TString => Type.String({ description: 'yyyyMMdd', ...words, pattern: '^[0-9]{8}$', calendar: 'day' });
export const momentText = (words: Words): TString => Type.String({ description: 'yyyyMMddHHmmss，北京时间', ...words, pattern: '^[0-9]{14}$', calendar: 'moment' });

/** Absolute address in printable ASCII; Chinese goes percent-encoded, its host as punycode. The gateway checks the origin (URL-01). */
export const urlText = (words: Words & { readonly max?: number }): TString => patternText({ max: 256, ...words, pattern: '^https?://[!-~]+$' });

/**
 * Numbers that a business system gives. Letters, digits and `_ - . : / # @ ( )`, first a letter or digit: so it is safe in a log
 * line, a CSV cell (no formula, no separator), a URL query once encoded and a `|` separated file; no blank, quote, comma or percent.
 */
const ownNumberPattern = '^[A-Za-z0-9][A-Za-z0-9_.:/#@()\\-]{0,127}$';
const ownNumberNote = '在业务系统内唯一；首位为字母或数字，其余可用字母、数字与 _ - . : / # @ ( )';
const platformNumberPattern = '^[A-Za-z0-9]{1,128}$';

type Extra = Partial<Words>;

export const merchantNo = (extra: Extra = {}): TString =>
  patternText({ title: '平台商户编码', description: '收款单位编号', ...extra, max: 20, pattern: '^[A-Za-z0-9_\\-]{1,20}$' });
export const bizOrderNo = (extra: Extra = {}): TString =>
  patternText({ title: '业务系统订单号', description: ownNumberNote, ...extra, max: 128, pattern: ownNumberPattern });
export const platformOrderNo = (extra: Extra = {}): TString =>
  patternText({ title: '平台订单号', ...extra, max: 128, pattern: platformNumberPattern });
export const bizRefundOrderNo = (extra: Extra = {}): TString =>
  patternText({ title: '业务系统退款订单号', description: ownNumberNote, ...extra, max: 128, pattern: ownNumberPattern });
export const platformRefundOrderNo = (extra: Extra = {}): TString =>
  patternText({ title: '平台退款订单号', ...extra, max: 128, pattern: platformNumberPattern });

export const orderDate = (): TString => dayText({ title: '订单日期', description: 'yyyyMMdd，与下单时一致' });
export const orderTitle = (): TString => wireText({ title: '订单标题', max: 64 });
export const orderState = (): TUnsafe<keyof typeof orderStates> => codeText(orderStates, { title: '订单状态' });
export const refundState = (): TUnsafe<keyof typeof refundStates> => codeText(refundStates, { title: '退款状态' });
export const payChannel = (extra: Extra = {}): TUnsafe<keyof typeof payChannels> => codeText(payChannels, { title: '支付渠道', ...extra });
export const orderStateMsg = (): TString => wireText({ title: '订单状态描述', description: '状态说明，失败时为原因', max: 512 });
export const refundStateMsg = (): TString => wireText({ title: '退款状态描述', description: '状态说明，失败时为原因', max: 512 });
export const channelOrderNo = (extra: Extra = {}): TString => wireText({ title: '渠道订单号', ...extra, max: 128 });
export const passbackParams = (): TString => wireText({ title: '回传参数', description: '平台不解析，在查询与通知中原样返回', max: 1024 });
export const userId = (): TString => wireText({ title: '用户id', description: '业务系统认识的缴款人标识', max: 64 });
export const notifyUrl = (): TString =>
  urlText({ title: '后台通知地址', condition: '商户未在平台配置通知地址时必填', description: '来源（协议+主机+端口）须已登记；本单填写时优先于商户配置' });

/** For `anyOf`: at least one of the named fields is there. */
export const anyPresent = (...names: readonly string[]): { readonly anyOf: readonly object[] } => ({
  anyOf: names.map((name) => ({ type: 'object', properties: { [name]: {} }, required: [name] })),
});
