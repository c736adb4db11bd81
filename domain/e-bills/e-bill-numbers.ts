import { ok, refuse, type Result } from '../kernel/result.js';

/** What names an e-bill, exactly as the bill system gave it; never computed by us. */
export interface EBillNumbers {
  /** 票据代码 */
  readonly eBillCode: string;
  /** 票据号码 */
  readonly eBillNo: string;
  /** 校验码: a random value that proves possession. */
  readonly checkCode: string;
}

/** How long the numbers are and of what signs: attributes of a bill batch, so configuration. */
export interface EBillFormat { readonly signs: 'digits' | 'letters-and-digits'; readonly shortest: number; readonly longest: number }
export type EBillFormats = Readonly<Record<keyof EBillNumbers, EBillFormat>>;

/** As the national rule has them; the check code is usually six characters, and nobody promises it. */
export const usualFormats: EBillFormats = {
  eBillCode: { signs: 'digits', shortest: 8, longest: 8 },
  eBillNo: { signs: 'digits', shortest: 10, longest: 10 },
  checkCode: { signs: 'letters-and-digits', shortest: 4, longest: 20 },
};

/** No number is longer, whatever a configuration says. */
export const longestEBillNumber = 64;

const signs: Readonly<Record<EBillFormat['signs'], RegExp>> = { digits: /^[0-9]+$/, 'letters-and-digits': /^[0-9A-Za-z]+$/ };

export const fitsFormat = (format: EBillFormat, text: string): boolean =>
  text.length >= format.shortest && text.length <= Math.min(format.longest, longestEBillNumber) && signs[format.signs].test(text);

/** Numbers that somebody told. */
export function readEBillNumbers(formats: EBillFormats, told: Readonly<Record<keyof EBillNumbers, unknown>>): Result<EBillNumbers, keyof EBillNumbers> {
  const { eBillCode, eBillNo, checkCode } = told;
  if (typeof eBillCode !== 'string' || !fitsFormat(formats.eBillCode, eBillCode)) return refuse('eBillCode');
  if (typeof eBillNo !== 'string' || !fitsFormat(formats.eBillNo, eBillNo)) return refuse('eBillNo');
  if (typeof checkCode !== 'string' || !fitsFormat(formats.checkCode, checkCode)) return refuse('checkCode');
  return ok({ eBillCode, eBillNo, checkCode });
}
