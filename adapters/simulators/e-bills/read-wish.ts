import type { BillItem, BillWish } from './bill-books.js';
import type { EnvelopeFields } from './envelope.js';
import { fenOfNumber } from './yuan.js';

const textOf = (value: unknown, longest: number): string => (typeof value === 'string' && value.length <= longest ? value : '');

function itemOf(told: unknown): BillItem | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const { chargeCode, chargeName, std, number, amt, units } = told as EnvelopeFields;
  const [stdFen, fen] = [fenOfNumber(std), fenOfNumber(amt)];
  const [code, name] = [textOf(chargeCode, 50), textOf(chargeName, 200)];
  if (stdFen === undefined || fen === undefined || fen === 0n || code === '' || name === '' || typeof number !== 'number') return undefined;
  return { code, name, unit: textOf(units, 20), number: String(number), stdFen, fen };
}

/** The wish, or why it is refused, in the words of a clerk. */
export function readWish(told: EnvelopeFields): BillWish | string {
  const busNo = textOf(told['busNo'], 32);
  const busDateTime = textOf(told['busDateTime'], 17);
  const kind = textOf(told['billCode'], 4);
  const [payer, payerType] = [textOf(told['payer'], 200), told['payerType']];
  const fen = fenOfNumber(told['totalAmt']);
  const items = Array.isArray(told['chargeDetail']) ? told['chargeDetail'].map(itemOf) : [];
  if (busNo === '') return '业务流水号不能为空或过长';
  if (!/^[0-9]{17}$/.test(busDateTime)) return '业务发生时间格式错误';
  if (!/^[0-9]{4}$/.test(kind)) return '票据种类编码不存在';
  if (textOf(told['placeCode'], 20) === '') return '开票点编码不存在';
  if (payer === '' || (payerType !== '1' && payerType !== '2')) return '交款人信息不完整';
  if (fen === undefined || fen === 0n) return '总金额格式错误';
  if (items.length === 0 || !items.every((item) => item !== undefined)) return '项目明细不完整';
  if (items.reduce((sum, item) => sum + item.fen, 0n) !== fen) return '项目明细金额合计与总金额不一致';
  return {
    busNo, busDateTime, kind, payer, payerType, fen, items, placeCode: textOf(told['placeCode'], 20),
    payerCode: textOf(told['idCardNo'] ?? told['creditCode'], 30), payee: textOf(told['payee'], 60), author: textOf(told['author'], 60),
    payCode: textOf(told['payCode'], 40), remark: textOf(told['remark'], 400),
  };
}
