import type { Arrows } from '../kernel/arrows.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import { sumOf, type Fen } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/** `paying` is ours alone: the province knows nothing of an attempt that is under way. */
export type NoticeState = 'unpaid' | 'paying' | 'paid' | 'void' | 'expired' | 'refunded';

/** The whole life of a payment notice. `expired` may still become `paid`: money that was on its way is never refused. */
export const noticeArrows = {
  unpaid: ['paying', 'paid', 'void', 'expired'],
  paying: ['unpaid', 'paid', 'void', 'expired'],
  paid: ['refunded'],
  expired: ['paid', 'void'],
  void: [],
  refunded: [],
} as const satisfies Arrows<NoticeState>;

/** 执收单位 as registered with the province. */
export interface ChargingUnit { readonly code: string; readonly name: string }

export interface NoticePayer {
  readonly name: string;
  readonly kind: 'person' | 'unit';
  /** Identity or credit code; personal data. */
  readonly certNo: string | undefined;
  readonly mobile: string | undefined;
}

export interface NoticeItem {
  /** Code in the province's own list, and in the national one where there is one. */
  readonly itemCode: string;
  readonly nationalCode: string | undefined;
  readonly name: string;
  /** Whole pieces, at least 1. */
  readonly quantity: number;
  readonly price: Fen;
  /** quantity × price. */
  readonly amount: Fen;
  /** 计量单位, such as 件. */
  readonly measure: string;
}

/** That the province has booked a payment. */
export interface NoticeConfirmation {
  readonly confirmCode: string;
  /** Number of the payment that was confirmed; ours is the platform order number, another channel's looks otherwise. */
  readonly serialNo: string;
  readonly at: EpochMs;
}

/** What a payment notice says before the province has given it a number. */
export interface NoticeContent {
  /** Our order number; asking for the same one again gives the same notice. Empty on one that was issued to somebody else. */
  readonly busNo: string;
  readonly unit: ChargingUnit;
  /** 非税区划编码, 6 digits (GB/T 2260). */
  readonly region: string;
  readonly payer: NoticePayer;
  readonly items: readonly NoticeItem[];
  /** Items plus late fee: what is to be paid. */
  readonly totalAmount: Fen;
  readonly lateFee: Fen;
  readonly fillDay: BusinessDay;
  /** Last day on which it may be paid. */
  readonly validUntil: BusinessDay;
}

/** 缴款书. Only what the province reports makes it `paid`. */
export interface PaymentNotice extends NoticeContent {
  readonly payCode: string;
  readonly checkCode: string | undefined;
  readonly state: NoticeState;
  readonly confirmation: NoticeConfirmation | undefined;
}

export type ContentRefusal = 'no-items' | 'item-does-not-multiply' | 'nothing-to-pay' | 'total-differs' | 'days-reversed';

/** A notice that adds up to the fen; a balancing line is never invented. */
export function checkContent(content: NoticeContent): Result<undefined, ContentRefusal> {
  const { items, totalAmount, lateFee } = content;
  if (items.length === 0) return refuse('no-items');
  if (items.some(({ quantity, price, amount }) => !Number.isSafeInteger(quantity) || quantity < 1 || BigInt(quantity) * price !== amount)) return refuse('item-does-not-multiply');
  if (totalAmount === 0n) return refuse('nothing-to-pay');
  if (sumOf(items.map(({ amount }) => amount)) + lateFee !== totalAmount) return refuse('total-differs');
  return content.validUntil < content.fillDay ? refuse('days-reversed') : ok(undefined);
}

/** The one unit that may charge all these items; undefined where there is none, or not only one (one order holds items of one unit). */
export function oneUnitOf<Unit extends { readonly code: string }>(units: readonly Unit[]): Unit | undefined {
  const [first] = units;
  return first !== undefined && units.every(({ code }) => code === first.code) ? first : undefined;
}
