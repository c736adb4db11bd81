import { canMove, type Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import type { EBillNumbers } from './e-bill-numbers.js';

export type EBillState = 'pending' | 'issuing' | 'issued' | 'failed' | 'reversing' | 'reversed' | 'void';

/** The whole life of an e-bill. An arrow missing here cannot happen. The next e-bill of an order, after a reversal, is another one. */
export const eBillArrows = {
  // To `void` without having been issued: the money went back before.
  // To `failed` where our own rules say that it cannot be asked for: the lines of a rest are not known, the payer has no name.
  pending: ['issuing', 'failed', 'void'],
  issuing: ['issued', 'failed'],
  // Straight to `issued` where the bill system has it after all.
  failed: ['issuing', 'issued', 'void'],
  // Straight to `reversed` or `void` where the bill system says so by itself.
  issued: ['reversing', 'reversed', 'void'],
  // Back to `issued` where the bill system refuses to reverse.
  reversing: ['reversed', 'issued', 'void'],
  reversed: [],
  void: [],
} as const satisfies Arrows<EBillState>;

export const mayBecome = (bill: Pick<EBill, 'state'>, state: EBillState): boolean => canMove<EBillState>(eBillArrows, bill.state, state);

export interface EBillPayer {
  readonly payerType: 'person' | 'unit';
  readonly name: string;
  /** Identity number of a person, unified social credit code of a unit. */
  readonly certNo: string | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
}

/** One line of the bill. */
export interface EBillItem {
  readonly itemCode: string;
  readonly itemName: string;
  /** Price of one unit. */
  readonly price: Fen;
  /** Decimal number as text, as the business system gave it. */
  readonly quantity: string;
  readonly unit: string | undefined;
  readonly amount: Fen;
}

/** Where the bill is shown and what it looks like; each only where the bill system gave one that we accept. */
export interface EBillLinks {
  readonly pageUrl: string | undefined;
  /** The same page on the internet, where the system tells two. */
  readonly internetPageUrl: string | undefined;
  /** PNG or JPEG in Base64. */
  readonly qrImage: string | undefined;
}

export interface IssuedEBill extends EBillNumbers {
  readonly issuedAt: EpochMs;
  readonly links: EBillLinks;
}

/** The red bill (红票) that takes the whole amount back. */
export interface EBillReversal extends EBillNumbers {
  readonly reversedAt: EpochMs;
  readonly links: EBillLinks;
}

export interface EBill {
  readonly platformOrderNo: string;
  /** 1, then one more after each reversal. */
  readonly round: number;
  /** Our unique number at the bill system, fixed for all tries of this e-bill. */
  readonly busNo: string;
  readonly state: EBillState;
  readonly amount: Fen;
  readonly payer: EBillPayer;
  readonly items: readonly EBillItem[];
  /** Of the payment notice, where there is one. */
  readonly payCode: string | undefined;
  readonly createdAt: EpochMs;
  readonly issued: IssuedEBill | undefined;
  /** Undefined also where the bill system only says that it was reversed. */
  readonly reversal: EBillReversal | undefined;
  /** Why the last try was refused. */
  readonly failure: { readonly code: string; readonly text: string } | undefined;
}
