import { chinaDay, parseChinaTime } from '../china-time.js';
import type { Trade } from '../trade.js';
import type { TradeBook } from '../trade-book.js';
import { feeBackOf, feeOf, type FeeRates } from './fees.js';

/** One row of a detail file; money signed as the file has it: refunds minus, a fee that was taken minus. */
export interface BillRow {
  readonly kind: '交易' | '退款';
  readonly tradeNo: string;
  readonly outTradeNo: string;
  /** Of refunds that were given a number of their own; a cancelled barcode payment has none. */
  readonly requestNo: string;
  readonly title: string;
  readonly createdAt: number;
  readonly finishedAt: number;
  readonly payer: string;
  readonly amountFen: bigint;
  readonly feeFen: bigint;
}

const dayShape = /^\d{8}$/;

/** Epoch ms at which a day `yyyyMMdd` begins in China; undefined where there is no such day. */
export function dayStart(day: string): number | undefined {
  return dayShape.test(day) ? parseChinaTime(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)} 00:00:00`) : undefined;
}

function shared(trade: Trade): Pick<BillRow, 'tradeNo' | 'outTradeNo' | 'title' | 'createdAt' | 'payer'> {
  return { tradeNo: trade.tradeNo, outTradeNo: trade.outTradeNo, title: trade.subject, createdAt: trade.createdAt, payer: `*付款人(${trade.buyerLogonId})` };
}

function rowsOf(trade: Trade, rates: FeeRates): readonly BillRow[] {
  const { paidAt, totalFen } = trade;
  if (paidAt === undefined) return [];
  const taken = feeOf(totalFen, rates.rateAt(trade.sellerId, paidAt));
  const rows: BillRow[] = [{ ...shared(trade), kind: '交易', requestNo: '', finishedAt: paidAt, amountFen: totalFen, feeFen: -taken }];
  let wentBack = 0n;
  for (const { outRequestNo, amountFen, at } of trade.refunds) {
    // The difference of two roundings, so that the parts never add up to more or less than the fee.
    const feeFen = feeBackOf(taken, wentBack + amountFen, totalFen) - feeBackOf(taken, wentBack, totalFen);
    wentBack += amountFen;
    rows.push({ ...shared(trade), kind: '退款', requestNo: outRequestNo === trade.outTradeNo ? '' : outRequestNo, finishedAt: at, amountFen: -amountFen, feeFen });
  }
  return rows;
}

/** What truly happened on a day in China, payments and refunds by the time they were done. */
export function trueRows(book: TradeBook, rates: FeeRates, sellerId: string, day: string): readonly BillRow[] {
  return book.all()
    .filter((trade) => trade.sellerId === sellerId)
    .flatMap((trade) => rowsOf(trade, rates))
    .filter((row) => chinaDay(row.finishedAt) === day)
    .sort((left, right) => left.finishedAt - right.finishedAt);
}
