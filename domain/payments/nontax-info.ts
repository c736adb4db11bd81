import { fen, type Fen } from '../kernel/money.js';

/** One collection item as the business system sent it. */
export interface OrderItem { readonly itemCode: string; readonly itemName: string; readonly quantity: number; readonly price: Fen; readonly amount: Fen }

/** Payment notice and bill data of an order (design 5, `nontaxInfo`). */
export interface NontaxInfo {
  /** A payment notice that is there already. */
  readonly payCode: string | undefined;
  readonly isEBillWanted: boolean;
  readonly payerKind: 'person' | 'unit';
  readonly items: readonly OrderItem[];
}

interface Sent {
  readonly payCode?: string; readonly eBillWanted: '0' | '1'; readonly payerType: '1' | '2';
  readonly items: readonly { readonly itemCode: string; readonly itemName: string; readonly quantity: string; readonly price: string; readonly amount: string }[];
}

/** The gateway's schema has looked at the text before it was stored, so it can be trusted to be of this shape. */
export function nontaxInfoOf({ nontaxInfo }: { readonly nontaxInfo: string | undefined }): NontaxInfo | undefined {
  if (nontaxInfo === undefined) return undefined;
  const sent = JSON.parse(nontaxInfo) as Sent;
  return {
    payCode: sent.payCode, isEBillWanted: sent.eBillWanted === '1', payerKind: sent.payerType === '2' ? 'unit' : 'person',
    items: sent.items.map(({ quantity, price, amount, ...item }) => ({ ...item, quantity: Number(quantity), price: fen(price), amount: fen(amount) })),
  };
}
