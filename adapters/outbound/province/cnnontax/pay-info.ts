import { readYuan, yuan, type Fen } from '../../../../domain/kernel/money.js';
import type { NoticeItem } from '../../../../domain/payment-notices/payment-notice.js';
import type { CnnontaxSettings } from './settings.js';

/** The norm's limit for the whole field. */
export const maxPayInfoChars = 500;
const maxItems = 100;
/** 标准类型 of an item with one price; the norm's own list is not known. */
const fixedPrice = '1';

/** `code|name|amount|unit|quantity|standardType|low-high#` for each item; undefined where a word holds one of the signs between them. */
export function payInfo(items: readonly NoticeItem[], codes: CnnontaxSettings['itemCodes']): string | undefined {
  if (items.some(({ itemCode, nationalCode = '', name, measure }) => /[|#]/.test(itemCode + nationalCode + name + measure))) return undefined;
  return items.map((item) => {
    const code = codes === 'national' ? item.nationalCode ?? item.itemCode : item.itemCode;
    return `${[code, item.name, yuan(item.amount), item.measure, item.quantity, fixedPrice, `${yuan(item.price)}-${yuan(item.price)}`].join('|')}#`;
  }).join('');
}

/** Undefined where a line of it cannot be read. Nothing at all gives no items, with which a notice does not add up and is not paid. */
export function readPayInfo(text: string, codes: CnnontaxSettings['itemCodes']): readonly NoticeItem[] | undefined {
  const lines = text.split('#').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length > maxItems) return undefined;
  const items = lines.map((line) => readItem(line.split('|').map((part) => part.trim()), codes)).filter((item) => item !== undefined);
  return items.length === lines.length ? items : undefined;
}

function readItem([code = '', name = '', amountText, measure = '', quantityText = '']: readonly string[], codes: CnnontaxSettings['itemCodes']): NoticeItem | undefined {
  const amount = readYuan(amountText);
  const whole = /^([1-9][0-9]{0,8})(?:\.0+)?$/.exec(quantityText)?.[1];
  if (!/^[0-9A-Za-z]{1,30}$/.test(code) || name === '' || name.length > 100 || !amount.ok || whole === undefined || measure.length > 20) return undefined;
  const quantity = BigInt(whole);
  const national = codes === 'national' ? code : undefined;
  // The norm tells no price of one piece. What cannot be divided to the fen is one lot at its whole amount, which is what is to be paid.
  return amount.value % quantity === 0n
    ? { itemCode: code, nationalCode: national, name, quantity: Number(quantity), price: (amount.value / quantity) as Fen, amount: amount.value, measure }
    : { itemCode: code, nationalCode: national, name, quantity: 1, price: amount.value, amount: amount.value, measure };
}
