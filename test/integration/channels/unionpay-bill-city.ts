import { UnionPayBills } from '../../../adapters/outbound/channels/unionpay/bills/unionpay-bills.js';
import type { AttemptToPay } from '../../../application/ports/payment-channel.js';
import type { FetchedBill } from '../../../application/ports/channel-bills.js';
import { businessDay, dayMs, longTime, readLongTime, type BusinessDay } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import type { BillLine, BillTotals, OddLine } from '../../../domain/reconciliation/bill-line.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import type { City } from './unionpay-city.js';

export interface BillRead {
  readonly lines: readonly BillLine[];
  readonly odd: readonly OddLine[];
  readonly totals: BillTotals | undefined;
  readonly refused: string | undefined;
}

/** Steps the clock to the next time that it is so late in China, `HHmm`, or to a moment, `yyyyMMddHHmm`. */
export function stepTo(city: City, when: string): void {
  const now = city.clock.now();
  const wanted = readLongTime(`${when.length === 4 ? businessDay(now) : ''}${when}00`);
  if (!wanted.ok) throw new Error(`no such time: ${when}`);
  const at = wanted.value > now || when.length > 4 ? wanted.value : wanted.value + dayMs;
  city.clock.advance(Math.round(at - now));
}

/** Beginning of a clearing day in which nothing has happened yet; the day. */
export function newDay(city: City): BusinessDay {
  stepTo(city, '2330');
  return addDays(businessDay(city.clock.now()), 1);
}

/** Steps to nine o'clock of the day after, when the file of the day is ready. */
export function stepToFile(city: City, day: BusinessDay): void {
  stepTo(city, `${addDays(day, 1)}0900`);
}

export const fetchBill = (city: City, day: BusinessDay): Promise<FetchedBill> => new UnionPayBills(city.needs).fetch(city.account, day, 5_000);

/** Fetches and reads; throws where there is no file. */
export async function readBill(city: City, day: BusinessDay): Promise<BillRead> {
  const fetched = await fetchBill(city, day);
  if (fetched.kind !== 'file') throw new Error(`no file but ${JSON.stringify(fetched)}`);
  const read = { lines: [] as BillLine[], odd: [] as OddLine[], totals: undefined as BillTotals | undefined, refused: undefined as string | undefined };
  for await (const piece of new UnionPayBills(city.needs).read(city.account, day, fetched.bytes)) {
    if (piece.kind === 'lines') { read.lines.push(...piece.lines); read.odd.push(...piece.odd); }
    else if (piece.kind === 'end') read.totals = piece.totals;
    else read.refused = piece.why;
  }
  return read;
}

export interface Paid {
  readonly attempt: AttemptToPay;
  /** The line that the bill must have, but for its place. */
  readonly line: Omit<BillLine, 'lineNo'>;
}

/** A payment by barcode or page, and the line to expect as the query told it. */
export async function pay(city: City, amount: bigint, fee: bigint, page?: 'pc' | 'h5'): Promise<Paid> {
  const begun = page === undefined ? city.newAttempt('bar', { amount: fen(amount) }) : (await city.opened(page)).attempt;
  if (page === undefined) await city.charge(begun, '00');
  else await city.control('POST', `orders/${begun.attemptNo}/pay`, {});
  const asked = await city.query(begun);
  if (asked.kind !== 'paid' || asked.amount !== amount) throw new Error(`not paid at ${longTime(city.clock.now())}: ${asked.kind}`);
  const attempt = { ...begun, channelOrderNo: asked.channelOrderNo };
  const signed = { amount: asked.amount, settled: amount as BillLine['settled'], fee: fee as BillLine['fee'] };
  return { attempt, line: { kind: 'payment', ownNo: begun.attemptNo, channelNo: asked.channelOrderNo, ...signed, at: asked.paidAt } };
}

/** A refund or undo, and the line to expect as its query told it. */
export async function giveBack(city: City, { attempt }: Paid, amount: bigint, fee: bigint, how: 'refund' | 'undo' = 'refund'): Promise<Omit<BillLine, 'lineNo'>> {
  const refund = city.newRefund(attempt, amount);
  await city[how](refund);
  const asked = await city.queryRefund(refund);
  if (asked.kind !== 'refunded') throw new Error(`not refunded: ${asked.kind}`);
  const signed = { amount: refund.amount, settled: -amount as BillLine['settled'], fee: -fee as BillLine['fee'] };
  return { kind: 'refund', ownNo: refund.refundTradeNo, channelNo: asked.channelRefundNo ?? '', ...signed, at: asked.at };
}

export const unnumbered = (lines: readonly BillLine[]): readonly Omit<BillLine, 'lineNo'>[] => lines.map(({ lineNo: _place, ...line }) => line);
