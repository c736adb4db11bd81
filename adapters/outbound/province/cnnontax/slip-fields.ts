import { businessDay, dayMs, readBusinessDay, readLongTime } from '../../../../domain/kernel/china-time.js';
import { readYuan, yuan, type Fen } from '../../../../domain/kernel/money.js';
import type { NoticeConfirmation, NoticeContent, NoticeState, PaymentNotice } from '../../../../domain/payment-notices/payment-notice.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import { gbkBytes } from './gbk.js';
import type { VoucherFields } from './message.js';
import { maxPayInfoChars, payInfo, readPayInfo } from './pay-info.js';
import type { CnnontaxSettings, FieldName } from './settings.js';

export type SlipToSend = NoticeContent & { readonly payCode: string; readonly checkCode?: string | undefined };

/** The norm's fields of a slip, or why it cannot be sent, in words: what does not fit is refused here and never cut or changed. */
export function slipVoucher(settings: CnnontaxSettings, slip: SlipToSend, state: 'unpaid' | 'void'): VoucherFields | string {
  const { names, receiver, msgNo } = settings;
  const items = payInfo(slip.items, settings.itemCodes);
  if (items === undefined) return '项目编码、名称或计量单位中含有 | 或 #，报文不能表示';
  if (receiver === undefined) return '没有配置收款账户（receiver）';
  const code = Object.entries(settings.states).find(([, meaning]) => meaning === state)?.[0] ?? '';
  const carried: Readonly<Record<Exclude<FieldName, 'serialNo' | 'confirmDay' | 'confirmTime' | 'confirmCode'>, string>> = {
    payCode: slip.payCode, region: slip.region, fillDay: slip.fillDay, unitCode: slip.unit.code, unitName: slip.unit.name,
    payerName: slip.payer.name, mobile: slip.payer.mobile ?? '', certNo: slip.payer.certNo ?? '',
    total: yuan(slip.totalAmount), original: yuan((slip.totalAmount - slip.lateFee) as Fen), lateFee: yuan(slip.lateFee), state: code, items,
    checkCode: slip.checkCode ?? '', busNo: slip.busNo, validUntil: slip.validUntil,
  };
  const fields = {
    // 4601 asks for the year and for a number of ours of at most 20 characters: the pay code is one.
    ...(msgNo.issue === '4601' ? { SetYear: slip.fillDay.slice(0, 4), PayNo: slip.payCode.slice(0, 20), IsAutoMake: 'N' } : {}),
    ...Object.fromEntries(Object.entries(carried).map(([name, text]) => [names[name as FieldName], text] as const).filter(([wire]) => wire !== '')),
    RecAcctType: receiver.accountType, RecName: receiver.name, RecAcct: receiver.account, RecAcctReal: receiver.realAccount,
    RecOpBk: receiver.bank, RecBankNo: receiver.bankNo, IsInterBank: receiver.isInterBank ? '1' : '0',
    ...(settings.wantsPaidMessage ? { Hold1: 'Y' } : {}),
  };
  return whyNotSent(slip, items) ?? fields;
}

/** Limits of the norm (province-nontax.md 2.3), and words that GBK has no place for. Names the field, never what stands in it. */
function whyNotSent(slip: SlipToSend, items: string): string | undefined {
  const texts: readonly (readonly [label: string, text: string, most: number])[] = [
    ['缴款人名称', slip.payer.name, 100], ['执收单位编码', slip.unit.code, 30], ['执收单位名称', slip.unit.name, 100],
    ['缴款人证件号', slip.payer.certNo ?? '', 30], ['手机号', slip.payer.mobile ?? '', 20], ['项目明细', items, maxPayInfoChars],
  ];
  const [foreign, long] = [texts.find(([, text]) => gbkBytes(text) === undefined), texts.find(([, text, most]) => text.length > most)];
  if (foreign !== undefined) return `${foreign[0]}含有省系统字符集（GBK）不能表示的字符，没有发送`;
  return long === undefined ? undefined : `${long[0]}超过 ${long[2]} 个字符，没有发送`;
}

/** Undefined where a field is missing or malformed. Whether amounts agree is not asked here: that is for the domain to refuse. */
export function readSlip(settings: CnnontaxSettings, fields: VoucherFields): PaymentNotice | undefined {
  const field = (name: FieldName, most = 200): string | undefined => fieldOf(settings, fields, name, most);
  const [payCode, region, unitCode, unitName, payerName] = [field('payCode'), field('region', 6), field('unitCode', 30), field('unitName', 100), field('payerName', 100)];
  const [totalAmount, lateFee, fillDay] = [readYuan(field('total')), readYuan(field('lateFee') ?? '0'), readBusinessDay(field('fillDay'))];
  const [state, confirmation] = [stateOf(settings, fields), readConfirmation(settings, fields)];
  const items = readPayInfo(field('items', maxPayInfoChars) ?? '', settings.itemCodes);
  if (!isPayCode(payCode, settings.payCode) || region === undefined || unitCode === undefined || unitName === undefined || payerName === undefined) return undefined;
  if (!totalAmount.ok || !lateFee.ok || !fillDay.ok || state === undefined || items === undefined || confirmation === 'malformed') return undefined;
  const certNo = field('certNo', 30);
  return {
    payCode, checkCode: field('checkCode', 20), busNo: orderNumber(field('busNo')), region, unit: { code: unitCode, name: unitName },
    payer: { name: payerName, kind: payerKind(certNo), certNo, mobile: field('mobile', 30) }, items, totalAmount: totalAmount.value, lateFee: lateFee.value,
    fillDay: fillDay.value, validUntil: lastDay(settings, field('validUntil'), fillDay.value), state, confirmation,
  };
}

export function fieldOf(settings: CnnontaxSettings, fields: VoucherFields, name: FieldName, most = 200): string | undefined {
  const wire = settings.names[name];
  const text = wire !== '' && Object.hasOwn(fields, wire) ? fields[wire] : undefined;
  return text !== undefined && text !== '' && text.length <= most ? text : undefined;
}

/** Undefined for a word nobody has listed. */
export function stateOf(settings: CnnontaxSettings, fields: VoucherFields): NoticeState | undefined {
  const state = fieldOf(settings, fields, 'state', 8);
  return state !== undefined && Object.hasOwn(settings.states, state) ? settings.states[state] : undefined;
}

/** Undefined where nobody has paid, or the message does not say who. */
export function readConfirmation(settings: CnnontaxSettings, fields: VoucherFields): NoticeConfirmation | undefined | 'malformed' {
  const [serialNo, day, time] = [fieldOf(settings, fields, 'serialNo', 64), fieldOf(settings, fields, 'confirmDay', 8), fieldOf(settings, fields, 'confirmTime', 6)];
  if (serialNo === undefined) return undefined;
  const at = readLongTime(`${day ?? ''}${time ?? ''}`);
  // The norm's paid message has no confirm code of its own: the payment's number stands for it.
  return at.ok ? { confirmCode: fieldOf(settings, fields, 'confirmCode', 64) ?? serialNo, serialNo, at: at.value } : 'malformed';
}

/** The free field may hold anybody's words; only what can be a number of ours is taken for one. */
const orderNumber = (text: string | undefined): string => (text !== undefined && /^[0-9A-Za-z]{1,32}$/.test(text) ? text : '');

/** The norm does not say whether a person or a unit pays; 统一社会信用代码 has a letter or a 9 where an identity number has none. */
const payerKind = (certNo = ''): 'person' | 'unit' => (/^[0-9A-Z]{18}$/.test(certNo) && !/^[1-8][0-9]{16}[0-9X]$/.test(certNo) ? 'unit' : 'person');

function lastDay(settings: CnnontaxSettings, told: string | undefined, fillDay: string): string {
  const [day, filled] = [readBusinessDay(told), readLongTime(`${fillDay}000000`)];
  if (day.ok) return day.value;
  return filled.ok ? businessDay(filled.value + settings.validDays * dayMs) : fillDay;
}
