import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';

/**
 * What a respCode or origRespCode means for us (unionpay.md 6). Only `failed`, `not-now` and `our-fault` are a definite no; a code that is not
 * in the table is no word at all and never a failure by itself.
 */
export type CodeClass =
  | 'done' | 'done-with-defect'
  /** Under way or unclear: ask again. */
  | 'open'
  | 'not-found'
  /** Asked too often. */
  | 'slow-down'
  /** Money moved although the payment is called failed. */
  | 'charged'
  /** The same number was sent before: the earlier one counts. */
  | 'duplicate'
  /** Refused at the entrance because the channel is busy or closed. */
  | 'not-now'
  /** Our message was wrong; nothing was executed. */
  | 'our-fault'
  | 'failed';

export interface CodeMeaning {
  readonly class: CodeClass;
  /** For the payer where the channel gives no text of its own. */
  readonly text: string;
}

const callBank = '交易失败，请咨询发卡银行';
const otherCard = '支付未成功，请更换银行卡或其他支付方式';
const merchantTrouble = '收款单位暂不能使用银联支付，请选择其他支付方式';
const later = '银联系统繁忙，请稍后再试';
const ours = '支付请求未被银联受理，请选择其他支付方式';
const waiting = '支付结果待银联确认';
const taken = '已扣款，支付结果由收款平台处理';

const group = (codes: string, meaning: CodeMeaning): Readonly<Record<string, CodeMeaning>> =>
  Object.fromEntries(codes.split(' ').map((code) => [code, meaning]));

/** The table of unionpay.md 6 as data. 98 (no such file) speaks of clearing files and never of a trade, so it is not here. */
export const codeTable: Readonly<Record<string, CodeMeaning>> = {
  ...group('00', { class: 'done', text: '交易成功' }),
  ...group('A6', { class: 'done-with-defect', text: '交易成功' }),
  ...group('03 04 05 99', { class: 'open', text: waiting }),
  ...group('34', { class: 'not-found', text: '银联尚无此交易' }),
  ...group('37', { class: 'slow-down', text: later }),
  ...group('42 74 75', { class: 'charged', text: taken }),
  ...group('12', { class: 'duplicate', text: waiting }),
  ...group('02 06', { class: 'not-now', text: later }),
  ...group('10 11 13 14', { class: 'our-fault', text: ours }),
  ...group('01', { class: 'failed', text: '交易失败，详情请咨询 95516' }),
  ...group('30', { class: 'failed', text: otherCard }),
  ...group('31 32 43', { class: 'failed', text: merchantTrouble }),
  ...group('33', { class: 'failed', text: '交易金额超过限额' }),
  ...group('35', { class: 'failed', text: '原交易不存在或状态不正确' }),
  ...group('36', { class: 'failed', text: '与原交易信息不符' }),
  ...group('38', { class: 'failed', text: otherCard }),
  ...group('39', { class: 'failed', text: '当前时间银联不受理此交易' }),
  ...group('40 41', { class: 'failed', text: otherCard }),
  ...group('44 61', { class: 'failed', text: '银行卡号无效，请确认后重试' }),
  ...group('64', { class: 'failed', text: '银行卡余额不足' }),
  ...group('65', { class: 'failed', text: '密码、有效期或安全码有误' }),
  ...group('66', { class: 'failed', text: '身份信息或手机号有误，验证失败' }),
  ...group('67', { class: 'failed', text: '密码输入次数超限' }),
  ...group('60 62 63 68 69 70 71 72 73 76 77 78 79 80 82', { class: 'failed', text: callBank }),
};

/** Undefined for a code never heard of. */
export const meaningOf = (code: string): CodeMeaning | undefined => (Object.hasOwn(codeTable, code) ? codeTable[code] : undefined);

const whys: Readonly<Partial<Record<CodeClass, UnknownWhy>>> = {
  open: 'pending', 'slow-down': 'busy', 'not-now': 'busy', 'our-fault': 'call-refused', failed: 'call-refused',
};

/** Why a question itself (query, file) failed. Nothing here says anything about what it asked for. */
export function whyNotAnswered(code: string): UnknownWhy {
  const meaning = meaningOf(code);
  return (meaning && whys[meaning.class]) ?? 'unheard-word';
}

/** Longest text of the channel that is shown. */
export const maxReasonLength = 100;

/**
 * Why it failed, in Chinese for the payer: the channel's own text without its bracketed inner number, else ours. The channel's words about
 * our own mistakes say nothing to a payer and stay out.
 */
export function reasonFor(code: string, channelText: string | undefined): string {
  const meaning = meaningOf(code);
  const shown = (channelText ?? '').replace(/\[[^\]]*\]\s*$/, '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  const helpful = meaning?.class !== 'our-fault' && /\p{Script=Han}/u.test(shown);
  return helpful ? [...shown].slice(0, maxReasonLength).join('') : (meaning?.text ?? otherCard);
}
