import { fitsFormat, longestEBillNumber, type EBillFormat } from '../../../domain/e-bills/e-bill-numbers.js';
import type { BillMarks } from '../../../domain/e-bills/verified-e-bill.js';
import { readYuan } from '../../../domain/kernel/money.js';
import { ok, refuse, type Result } from '../../../domain/kernel/result.js';

export const markNames = ['eBillCode', 'eBillNo', 'checkCode', 'amount'] as const;
export type MarkName = (typeof markNames)[number];
/** What the visitor wrote, shown again beside what is wrong with it. */
export type Written = Readonly<Record<MarkName, string>>;
export const nothingWritten: Written = { eBillCode: '', eBillNo: '', checkCode: '', amount: '' };

/** How long the numbers are is the bill systems' affair; bills of other regions may have others. */
const anyNumber: EBillFormat = { signs: 'letters-and-digits', shortest: 1, longest: longestEBillNumber };
/** Longer is nothing that stands on a bill. */
const longestField = 80;

/** `malformed`: not the fields of our form, once each. */
export type MarksRefusal = { readonly kind: 'malformed' } | { readonly kind: 'wrong'; readonly written: Written; readonly field: MarkName };

/** Reads the marks of a bill as people copy them: blanks around and between, full-width digits, a yuan sign or thousands commas in the amount. */
export function readMarks(fields: URLSearchParams): Result<BillMarks, MarksRefusal> {
  const names = [...fields.keys()];
  if (names.length !== markNames.length || markNames.some((name) => fields.getAll(name).length !== 1)) return refuse({ kind: 'malformed' });
  const written = Object.fromEntries(markNames.map((name) => [name, (fields.get(name) ?? '').slice(0, longestField)])) as unknown as Written;
  const clean = (name: MarkName): string => written[name].normalize('NFKC').replace(/\s/gu, '');
  const amount = readYuan(clean('amount').replace(/[¥￥,元]/gu, ''));
  for (const field of ['eBillCode', 'eBillNo', 'checkCode'] as const) if (!fitsFormat(anyNumber, clean(field))) return refuse({ kind: 'wrong', written, field });
  if (!amount.ok || amount.value === 0n) return refuse({ kind: 'wrong', written, field: 'amount' });
  return ok({ eBillCode: clean('eBillCode'), eBillNo: clean('eBillNo'), checkCode: clean('checkCode'), amount: amount.value });
}
