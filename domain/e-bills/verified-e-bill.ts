import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import type { IssuedEBill } from './e-bill.js';
import type { FoundEBill } from './e-bill-report.js';

/** A bill that is not ours and that a visitor let us check (查验): nothing of it is personal. */
export interface VerifiedEBill extends IssuedEBill {
  /** Made from region, code and number, so that a bill is kept once however often it is checked. */
  readonly verifiedKey: string;
  readonly eBillRegionCode: string;
  readonly state: 'issued' | 'reversed' | 'void';
  readonly amount: Fen;
  readonly verifiedAt: EpochMs;
  readonly version: number;
}

export const stateOfStanding = { normal: 'issued', reversed: 'reversed', void: 'void' } as const satisfies Record<FoundEBill['standing'], VerifiedEBill['state']>;

/** What a visitor reads off a bill. */
export interface BillMarks { readonly eBillCode: string; readonly eBillNo: string; readonly checkCode: string; readonly amount: Fen }

/** The bill that bears all four marks. A wrong check code, a wrong amount and no such bill are one answer, so that nobody finds a check code by trying. */
export function bearerOf(found: readonly FoundEBill[], marks: BillMarks): FoundEBill | undefined {
  return found.find((bill) => bill.eBillCode === marks.eBillCode && bill.eBillNo === marks.eBillNo && bill.amount === marks.amount && isSameText(bill.checkCode, marks.checkCode));
}

/** Takes as long wherever two texts differ. */
function isSameText(one: string, other: string): boolean {
  let differs = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) differs |= one.charCodeAt(at) ^ (other.charCodeAt(at % Math.max(other.length, 1)) || 0);
  return differs === 0;
}
