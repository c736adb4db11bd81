import { randomBytes } from 'node:crypto';
import type { SteppedClock } from '../../shared/stepped-clock.js';
import { chinaDay } from '../china-time.js';
import type { GatewayRequest } from '../envelope.js';
import { refused, succeeded, type Reply } from '../replies.js';
import type { TradeBook } from '../trade-book.js';
import { BillFaults } from './bill-faults.js';
import { billZip } from './bill-file.js';
import { dayStart, trueRows } from './bill-rows.js';
import { FeeRates } from './fees.js';

/** A day's bill exists from 09:00 of the next day. */
const readyAfterMs = (24 + 9) * 3_600_000;
const addressLifeMs = 30_000;
const maximumAddresses = 10_000;

interface OpenAddress { readonly sellerId: string; readonly day: string; readonly startsAt: number; readonly closesAt: number; readonly isCut: boolean }

const invalid = (what: string): Reply => refused('40002', 'isv.invalid-parameter', `参数无效：${what}`);
const noBill = refused('40004', 'BILL_NOT_EXIST', '账单不存在');

/** Hands out the trade bills of past days: what is in the trade book, and whatever was ordered to be wrong with it. */
export class BillDesk {
  readonly faults = new BillFaults();
  readonly rates = new FeeRates();
  readonly #clock: SteppedClock;
  readonly #book: TradeBook;
  readonly #addresses = new Map<string, OpenAddress>();
  #baseUrl = '';

  constructor(clock: SteppedClock, book: TradeBook) {
    this.#clock = clock;
    this.#book = book;
  }

  /** Told once the server knows its port. */
  servedAt(baseUrl: string): void {
    this.#baseUrl = baseUrl;
  }

  /** `alipay.data.dataservice.bill.downloadurl.query`; the month bill and the account bill are not played. */
  addressOf(request: GatewayRequest): Reply {
    const { bill_type: type, bill_date: date } = request.bizContent;
    const { sellerId } = request.app;
    if (type !== 'trade') return invalid('bill_type');
    const day = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date.replaceAll('-', '') : '';
    const startsAt = dayStart(day);
    const now = this.#clock.now();
    // Never today, never a day that has not been.
    if (startsAt === undefined || day >= chinaDay(now)) return invalid('bill_date');
    if (now < startsAt + readyAfterMs || !this.#hasBill(sellerId, day, startsAt) || this.faults.strikes('not-ready', sellerId, day)) return noBill;
    return succeeded({ bill_download_url: `${this.#baseUrl}/bills/${this.#open(sellerId, day, startsAt, now)}` });
  }

  /** The file behind an address; undefined when its time is over, or where there never was one. */
  fileAt(token: string): Buffer | undefined {
    const address = this.#addresses.get(token);
    if (address === undefined || this.#clock.now() >= address.closesAt) return undefined;
    const { sellerId, day, startsAt, isCut } = address;
    const rows = this.faults.shown(sellerId, day, startsAt, (of) => trueRows(this.#book, this.rates, sellerId, of));
    const file = billZip({ sellerId, day, startsAt, writtenAt: startsAt + readyAfterMs, rows, totalsOffFen: this.faults.totalsOffFen(sellerId, day) });
    return isCut ? file.subarray(0, Math.floor(file.length / 2)) : file;
  }

  // A bill from which a fault took every row is still a bill.
  #hasBill(sellerId: string, day: string, startsAt: number): boolean {
    const truth = (of: string): ReturnType<typeof trueRows> => trueRows(this.#book, this.rates, sellerId, of);
    return truth(day).length > 0 || this.faults.shown(sellerId, day, startsAt, truth).length > 0;
  }

  #open(sellerId: string, day: string, startsAt: number, now: number): string {
    for (const [token, { closesAt }] of this.#addresses) if (now >= closesAt) this.#addresses.delete(token);
    if (this.#addresses.size >= maximumAddresses) throw new Error('the simulator holds too many addresses');
    const token = randomBytes(16).toString('hex');
    const life = this.faults.strikes('expired-address', sellerId, day) ? 0 : addressLifeMs;
    this.#addresses.set(token, { sellerId, day, startsAt, closesAt: now + life, isCut: this.faults.strikes('truncated-zip', sellerId, day) });
    return token;
  }
}
