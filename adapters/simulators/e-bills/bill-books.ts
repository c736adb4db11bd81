import { randomBytes, randomInt } from 'node:crypto';
import type { RecordFile } from '../shared/record-file.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { time17 } from './china-time.js';

export interface BillItem { readonly code: string; readonly name: string; readonly unit: string; readonly number: string; readonly stdFen: bigint; readonly fen: bigint }

/** What a unit asked for. */
export interface BillWish {
  readonly busNo: string;
  readonly busDateTime: string;
  readonly placeCode: string;
  readonly kind: string;
  readonly payer: string;
  readonly payerType: '1' | '2';
  readonly payerCode: string;
  readonly payee: string;
  readonly author: string;
  readonly payCode: string;
  readonly remark: string;
  readonly fen: bigint;
  readonly items: readonly BillItem[];
}

export interface Numbers { readonly code: string; readonly no: string; readonly random: string; readonly createTime: string; readonly token: string }
export type RedBill = Numbers & { readonly reason: string };
export interface IssuedBill extends BillWish, Numbers { readonly state: '1' | '2'; readonly red: RedBill | undefined }

const checkSigns = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const checkCodeLength = 6;
/** Of the supervising body: Fujian. */
const provinceCode = '35';

/** What is kept: a bill as it is now, or how many numbers are left of a kind. */
export type BillRecord = { readonly bill: IssuedBill } | { readonly kind: string; readonly left: number };
export const billAmounts: readonly string[] = ['fen', 'stdFen'];

/** All bills of the simulated system, in the order of issuing. */
export class BillBooks {
  readonly #clock: SteppedClock;
  readonly #bills: IssuedBill[] = [];
  readonly #serials = new Map<string, number>();
  readonly #stock = new Map<string, number>();

  readonly #records: RecordFile<BillRecord>;

  /** Goes on with what is in the file. */
  constructor(clock: SteppedClock, records: RecordFile<BillRecord>) {
    [this.#clock, this.#records] = [clock, records];
    for (const record of records.read()) this.#remember(record);
    records.rewrite([...this.#bills.map((bill) => ({ bill })), ...[...this.#stock].map(([kind, left]) => ({ kind, left }))]);
  }

  #remember(record: BillRecord): void {
    if ('kind' in record) { this.#stock.set(record.kind, record.left); return; }
    const { bill } = record;
    const at = this.#bills.findIndex(({ token }) => token === bill.token);
    if (at < 0) this.#bills.push(bill);
    else this.#bills[at] = bill;
    for (const { code, no } of [bill, bill.red ?? bill]) this.#serials.set(code, Math.max(this.#serials.get(code) ?? 0, Number(no)));
  }

  all(): readonly IssuedBill[] { return this.#bills; }
  byBusNo(busNo: string): readonly IssuedBill[] { return this.#bills.filter((bill) => bill.busNo === busNo); }
  byNumbers(code: unknown, no: unknown): IssuedBill | undefined { return this.#bills.find((bill) => bill.code === code && bill.no === no); }
  byToken(token: string): IssuedBill | undefined { return this.#bills.find((bill) => bill.token === token || bill.red?.token === token); }
  ofDays(from: string, to: string): readonly IssuedBill[] {
    return this.#bills.filter(({ createTime }) => createTime.slice(0, 8) >= from && createTime.slice(0, 8) <= to);
  }

  /** Numbers that are left of a kind from now on; without a word about it there is no end of them. */
  setStock(kind: string, left: number): void {
    this.#stock.set(kind, left);
    this.#records.add({ kind, left });
  }

  /** Undefined where no number is left. */
  issue(wish: BillWish): IssuedBill | undefined {
    const numbers = this.#takeNumbers(wish.kind);
    if (numbers === undefined) return undefined;
    const bill: IssuedBill = { ...wish, ...numbers, state: '1', red: undefined };
    this.#bills.push(bill);
    this.#records.add({ bill });
    return bill;
  }

  reverse(bill: IssuedBill, reason: string): RedBill | undefined {
    const numbers = this.#takeNumbers(bill.kind);
    if (numbers === undefined) return undefined;
    const red = { ...numbers, reason };
    this.#put({ ...bill, red });
    return red;
  }

  voidBill(bill: IssuedBill): void { this.#put({ ...bill, state: '2' }); }

  #put(changed: IssuedBill): void {
    this.#bills[this.#bills.findIndex(({ token }) => token === changed.token)] = changed;
    this.#records.add({ bill: changed });
  }

  /** Serial per kind and year: the code has the year in it. */
  #takeNumbers(kind: string): Numbers | undefined {
    const left = this.#stock.get(kind);
    if (left === 0) return undefined;
    if (left !== undefined) this.setStock(kind, left - 1);
    const createTime = time17(this.#clock.now());
    const code = `${provinceCode}${kind}${createTime.slice(2, 4)}`;
    const serial = (this.#serials.get(code) ?? 0) + 1;
    this.#serials.set(code, serial);
    const random = Array.from({ length: checkCodeLength }, () => checkSigns[randomInt(checkSigns.length)] ?? '0').join('');
    return { code, no: String(serial).padStart(10, '0'), random, createTime, token: randomBytes(16).toString('hex') };
  }
}
