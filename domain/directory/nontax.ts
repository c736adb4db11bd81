import type { Fen } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/** 区域非税配置 (1.1.5.1): under which codes the non-tax and the bill system know a region of the platform. They are not equal in general. */
export interface NontaxRegion {
  /** Code of the region on this platform, as a payee names it. */
  readonly regionCode: string;
  readonly regionName: string;
  readonly nontaxRegionCode: string;
  readonly nontaxRegionName: string;
  readonly eBillRegionCode: string;
  readonly eBillRegionName: string;
  readonly version: number;
}

/** 资金性质 */
export type FundNature = 'administrative-fee' | 'government-fund' | 'penalty' | 'state-asset' | 'other';

/** What a payer gets in the end: an e-bill of its own, or the payment notice itself (province-nontax.md 2.6). */
export type VoucherKind = 'e-bill' | 'payment-notice';

/** 收入项目: one item that units of a region may collect. */
export interface NontaxItem {
  readonly regionCode: string;
  readonly itemCode: string;
  readonly itemName: string;
  /** Code in the national list, where there is one. */
  readonly nationalCode: string | undefined;
  /** 计量单位, such as 件. */
  readonly measure: string;
  readonly fundNature: FundNature;
  /** Limits of the price of one piece; undefined: none. */
  readonly lowestPrice: Fen | undefined;
  readonly highestPrice: Fen | undefined;
  readonly voucherKind: VoucherKind;
  /** 执收单位 that may collect it; empty: every unit of the region. */
  readonly unitCodes: readonly string[];
  readonly enabled: boolean;
  readonly version: number;
}

/** What of an order's item is held against the catalogue. */
export interface ItemToCollect { readonly itemCode: string; readonly price: Fen }

export type ItemRefusal =
  | { readonly code: 'item-unknown' | 'item-off' | 'unit-may-not-collect'; readonly itemCode: string }
  | { readonly code: 'price-out-of-range'; readonly itemCode: string; readonly lowest: Fen | undefined; readonly highest: Fen | undefined };

/** Checked before anybody pays: what the province would refuse afterwards is refused now. */
export function mayCollect(item: NontaxItem | undefined, asked: ItemToCollect, unitCode: string): Result<NontaxItem, ItemRefusal> {
  const { itemCode, price } = asked;
  if (item === undefined) return refuse({ code: 'item-unknown', itemCode });
  if (!item.enabled) return refuse({ code: 'item-off', itemCode });
  if (item.unitCodes.length > 0 && !item.unitCodes.includes(unitCode)) return refuse({ code: 'unit-may-not-collect', itemCode });
  const { lowestPrice: lowest, highestPrice: highest } = item;
  if ((lowest !== undefined && price < lowest) || (highest !== undefined && price > highest)) return refuse({ code: 'price-out-of-range', itemCode, lowest, highest });
  return ok(item);
}
