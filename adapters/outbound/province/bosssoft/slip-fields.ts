import { readBusinessDay, readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import type { NoticeConfirmation, NoticeContent, NoticeItem, NoticePayer, NoticeState, PaymentNotice } from '../../../../domain/payment-notices/payment-notice.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import type { BosssoftSettings } from './settings.js';
import { isWireObject, textField, yuanField, type WireObject, type WireValue } from './wire-json.js';

/** More lines than any slip can print. */
const maxItems = 100;

/** The province's fields of a notice, in its order (EPayBook, EPayBookItem). */
export function slipFields(content: NoticeContent): Readonly<Record<string, WireValue>> {
  const { payer, unit } = content;
  return {
    busNo: content.busNo, exeRegionCode: content.region, exeAgencyCode: unit.code, exeAgencyName: unit.name,
    payerName: payer.name, payerType: payer.kind === 'person' ? '1' : '2', payerCertNo: payer.certNo, payerPhone: payer.mobile,
    fillDate: content.fillDay, effectiveDate: content.validUntil, totalAmount: content.totalAmount, delayAmount: content.lateFee,
    items: content.items.map((item, index) => ({
      sortNo: String(index + 1), itemCode: item.itemCode, cenItemidcode: item.nationalCode, itemName: item.name, number: String(item.quantity), std: item.price, amt: item.amount, units: item.measure,
    })),
  };
}

/** Undefined where a field is missing or malformed. Whether amounts agree is not asked here: that is for the domain to refuse. */
export function readSlip(settings: BosssoftSettings, fields: WireObject): PaymentNotice | undefined {
  const head = readHead(settings, fields);
  const [totalAmount, lateFee] = [yuanField(fields, 'totalAmount'), fields['delayAmount'] === undefined ? (0n as NoticeContent['lateFee']) : yuanField(fields, 'delayAmount')];
  const [payer, items, confirmation] = [readPayer(fields), readItems(fields['items']), readConfirmation(fields)];
  if (head === undefined || totalAmount === undefined || lateFee === undefined || payer === undefined || items === undefined || confirmation === 'malformed') return undefined;
  return { ...head, payer, items, totalAmount, lateFee, confirmation };
}

function readHead(settings: BosssoftSettings, fields: WireObject): Omit<PaymentNotice, 'payer' | 'items' | 'totalAmount' | 'lateFee' | 'confirmation'> | undefined {
  const [payCode, region, unitCode, unitName] = [fields['payCode'], textField(fields, 'exeRegionCode', 6), textField(fields, 'exeAgencyCode', 30), textField(fields, 'exeAgencyName', 100)];
  const [fillDay, validUntil, state] = [readBusinessDay(fields['fillDate']), readBusinessDay(fields['effectiveDate']), stateOf(settings, fields)];
  if (!isPayCode(payCode, settings.payCode) || region === undefined || unitCode === undefined || unitName === undefined) return undefined;
  if (!fillDay.ok || !validUntil.ok || state === undefined) return undefined;
  return {
    payCode, checkCode: textField(fields, 'checkCode', 20), busNo: textField(fields, 'busNo', 32) ?? '', region, unit: { code: unitCode, name: unitName }, fillDay: fillDay.value, validUntil: validUntil.value, state,
  };
}

/** Undefined for a word nobody has listed. */
export function stateOf(settings: BosssoftSettings, fields: WireObject): NoticeState | undefined {
  const state = textField(fields, 'state', 8);
  return state !== undefined && Object.hasOwn(settings.states, state) ? settings.states[state] : undefined;
}

const payerKinds: Readonly<Record<string, NoticePayer['kind'] | undefined>> = { 1: 'person', 2: 'unit' };

function readPayer(fields: WireObject): NoticePayer | undefined {
  const name = textField(fields, 'payerName', 100);
  const kind = payerKinds[textField(fields, 'payerType', 1) ?? ''];
  if (name === undefined || kind === undefined) return undefined;
  return { name, kind, certNo: textField(fields, 'payerCertNo', 30), mobile: textField(fields, 'payerPhone', 20) };
}

function readItems(list: unknown): readonly NoticeItem[] | undefined {
  if (!Array.isArray(list) || list.length > maxItems) return undefined;
  const items = list.flatMap((entry) => (isWireObject(entry) ? readItem(entry) ?? [] : []));
  return items.length === list.length ? items : undefined;
}

function readItem(fields: WireObject): NoticeItem | undefined {
  const [itemCode, name, number] = [textField(fields, 'itemCode', 30), textField(fields, 'itemName', 100), textField(fields, 'number', 12)];
  const [price, amount] = [yuanField(fields, 'std'), yuanField(fields, 'amt')];
  const whole = /^([1-9][0-9]{0,8})(?:\.0+)?$/.exec(number ?? '')?.[1];
  if (itemCode === undefined || name === undefined || whole === undefined || price === undefined || amount === undefined) return undefined;
  return { itemCode, nationalCode: textField(fields, 'cenItemidcode', 30), name, quantity: Number(whole), price, amount, measure: textField(fields, 'units', 20) ?? '' };
}

/** Undefined where nobody has paid. */
function readConfirmation(fields: WireObject): NoticeConfirmation | undefined | 'malformed' {
  const [confirmCode, serialNo, at] = [textField(fields, 'confirmCode', 64), textField(fields, 'serialNo', 64), confirmedAt(fields)];
  if (confirmCode === undefined && serialNo === undefined) return undefined;
  return confirmCode === undefined || serialNo === undefined || at === undefined ? 'malformed' : { confirmCode, serialNo, at };
}

export function confirmedAt(fields: WireObject): EpochMs | undefined {
  const at = readLongTime(`${textField(fields, 'confirmDate', 8) ?? ''}${textField(fields, 'confirmTime', 6) ?? ''}`);
  return at.ok ? at.value : undefined;
}
