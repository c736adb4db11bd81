import type { EBillToIssue } from '../../../../application/ports/bill-issuer.js';
import type { EBillPayer } from '../../../../domain/e-bills/e-bill.js';
import { sumOf } from '../../../../domain/kernel/money.js';
import { yuanNumber } from './amounts.js';
import { time17 } from './bill-fields.js';
import { ExactNumber, type ToWrite } from './exact-json.js';
import type { BosssoftSettings } from './settings.js';

const longestRemark = 200;
const isQuantity = (text: string): boolean => /^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?$/.test(text);

/** Why a bill is not even asked for. */
export function defectOf({ items, amount }: EBillToIssue): { readonly code: 'items-differ' | 'quantity'; readonly text: string } | undefined {
  if (items.length === 0 || sumOf(items.map((item) => item.amount)) !== (amount as bigint)) return { code: 'items-differ', text: '明细金额合计与开票金额不符' };
  return items.every(({ quantity }) => isQuantity(quantity)) ? undefined : { code: 'quantity', text: '明细数量不是数字' };
}

export const cut = (text: string, longest: number): string => Array.from(text).slice(0, longest).join('');

/** The fields of invoiceEBill (ebill.md 3.1). */
export function issueContent(settings: BosssoftSettings, bill: EBillToIssue): ToWrite {
  return {
    busNo: bill.busNo, busDateTime: time17(bill.paidAt), placeCode: settings.placeCode, billCode: settings.kindCode,
    ...payerFields(bill.payer),
    payee: settings.cashier, author: settings.author, payChannel: settings.payChannelCode,
    totalAmt: yuanNumber(bill.amount), remark: cut(bill.remark ?? '', longestRemark), payCode: bill.payCode,
    chargeDetail: bill.items.map((item) => ({
      chargeCode: item.itemCode, chargeName: item.itemName, std: yuanNumber(item.price), number: new ExactNumber(item.quantity), amt: yuanNumber(item.amount), units: item.unit,
    })),
  };
}

const payerFields = ({ payerType, name, certNo, mobile, email }: EBillPayer): Readonly<Record<string, string | undefined>> =>
  ({ payer: name, payerType: payerType === 'person' ? '1' : '2', [payerType === 'person' ? 'idCardNo' : 'creditCode']: certNo, tel: mobile, email });
