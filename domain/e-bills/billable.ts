import type { NontaxInfo } from '../payments/nontax-info.js';
import { ok, refuse, type Result } from '../kernel/result.js';

export type BillableRefusal = 'discount-on-several-items' | 'payer-name-missing';

interface ToBill { readonly bizDiscountAmount: bigint; readonly payer: { readonly name: string | undefined } }

/**
 * Whether the e-bill that an order wants could be made, asked before anybody pays. A discount of the business system lowers what was charged, and with
 * several items nobody can say which line of the bill it lowers; a unit's bill needs its name.
 */
export function isBillable(info: NontaxInfo | undefined, { bizDiscountAmount, payer }: ToBill): Result<true, BillableRefusal> {
  if (info?.isEBillWanted !== true) return ok(true);
  if (bizDiscountAmount > 0n && info.items.length > 1) return refuse('discount-on-several-items');
  return info.payerKind === 'unit' && payer.name === undefined ? refuse('payer-name-missing') : ok(true);
}
