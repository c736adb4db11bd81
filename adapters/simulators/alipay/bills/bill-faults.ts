import { randomInt } from 'node:crypto';
import { fenOfYuan } from '../yuan.js';
import { dayStart, type BillRow } from './bill-rows.js';
import { feeOf, usualRate } from './fees.js';

/** Faults of what stands in a day's bill; they stay until they are taken back. */
export const rowFaults = ['missing-row', 'extra-row', 'changed-amount', 'changed-fee', 'duplicated-row', 'late-row', 'wrong-totals'] as const;
/** Faults of asking for it; each strikes `times` times. */
export const tryFaults = ['not-ready', 'truncated-zip', 'expired-address'] as const;
export const billFaults: readonly string[] = [...rowFaults, ...tryFaults];

const dayMs = 86_400_000;
const noonMs = 12 * 3_600_000;
const maximumFaults = 1_000;
const mostTimes = 1_000_000;
const usualExtraFen = 6_600n;

interface PlannedBillFault {
  readonly fault: string;
  readonly day: string;
  readonly startsAt: number;
  /** Undefined: every seller's bill of the day. */
  readonly sellerId: string | undefined;
  /** `out_trade_no`, or of refunds `out_request_no`; undefined: the first row of the day. */
  readonly no: string | undefined;
  readonly amountFen: bigint | undefined;
  readonly feeFen: bigint | undefined;
  /** Of `extra-row`: the number that Alipay would have given. */
  readonly tradeNo: string;
  readonly times: number;
}

type Settings = Readonly<Record<string, unknown>>;

function optionalText(settings: Settings, name: string): string | undefined {
  const value = settings[name];
  if (value === undefined || (typeof value === 'string' && /^[\w-]{1,64}$/.test(value))) return value;
  throw new RangeError(`${name} is 1 to 64 letters and digits`);
}

function optionalYuan(settings: Settings, name: string): bigint | undefined {
  const fen = settings[name] === '0.00' ? 0n : fenOfYuan(settings[name]);
  if (settings[name] !== undefined && fen === undefined) throw new RangeError(`${name} is yuan, such as "0.01"`);
  return fen;
}

const isSame = (left: BillRow, right: BillRow): boolean => left.kind === right.kind && left.tradeNo === right.tradeNo && left.requestNo === right.requestNo;

/** What was ordered to be wrong with bills. */
export class BillFaults {
  #planned: PlannedBillFault[] = [];

  /** `{day: yyyyMMdd, sellerId?, no?, amount?, fee?}`, amounts in yuan. Throws RangeError. */
  plan(fault: string, times: number, settings: Settings): void {
    const day = typeof settings['day'] === 'string' ? settings['day'] : '';
    const startsAt = dayStart(day);
    if (startsAt === undefined) throw new RangeError('day is yyyyMMdd');
    if (!Number.isSafeInteger(times) || times < 1 || times > mostTimes) throw new RangeError(`times must be 1 to ${mostTimes}`);
    if (this.#planned.length >= maximumFaults) throw new RangeError('too many planned faults');
    const tradeNo = `${day}22001${Array.from({ length: 15 }, () => randomInt(10)).join('')}`;
    this.#planned.push({
      fault, day, startsAt, times, tradeNo, sellerId: optionalText(settings, 'sellerId'), no: optionalText(settings, 'no'),
      amountFen: optionalYuan(settings, 'amount'), feeFen: optionalYuan(settings, 'fee'),
    });
  }

  list(): readonly Settings[] {
    return this.#planned.map(({ fault, day, sellerId, no, times }) => ({ target: 'bill', fault, times, settings: { day, sellerId, no } }));
  }

  clear(): void {
    this.#planned = [];
  }

  /** True when the fault strikes this try; uses it up once. */
  strikes(fault: (typeof tryFaults)[number], sellerId: string, day: string): boolean {
    const index = this.#planned.findIndex((one) => one.fault === fault && this.#isFor(one, sellerId, day));
    const found = this.#planned[index];
    if (found === undefined) return false;
    if (found.times === 1) this.#planned.splice(index, 1);
    else this.#planned[index] = { ...found, times: found.times - 1 };
    return true;
  }

  totalsOffFen(sellerId: string, day: string): bigint {
    return this.#planned.some((one) => one.fault === 'wrong-totals' && this.#isFor(one, sellerId, day)) ? 1n : 0n;
  }

  /** The rows that a bill shows instead of the true ones. `truth` gives those of any day. */
  shown(sellerId: string, day: string, startsAt: number, truth: (day: string) => readonly BillRow[]): readonly BillRow[] {
    const late = this.#planned.filter((one) => one.fault === 'late-row' && one.startsAt + dayMs === startsAt && (one.sellerId ?? sellerId) === sellerId);
    const broughtLate = late.flatMap((one) => this.#chosen(truth(one.day), one) ?? []);
    return this.#planned.filter((one) => this.#isFor(one, sellerId, day)).reduce((rows, one) => this.#changed(rows, one), [...truth(day), ...broughtLate]);
  }

  #isFor(one: PlannedBillFault, sellerId: string, day: string): boolean {
    return one.day === day && (one.sellerId ?? sellerId) === sellerId;
  }

  #chosen(rows: readonly BillRow[], { no }: PlannedBillFault): BillRow | undefined {
    return no === undefined ? rows[0] : rows.find((row) => (row.requestNo === '' ? row.outTradeNo : row.requestNo) === no);
  }

  #changed(rows: BillRow[], one: PlannedBillFault): BillRow[] {
    if (one.fault === 'extra-row') return [...rows, extraRow(one)];
    const chosen = this.#chosen(rows, one);
    if (chosen === undefined) return rows;
    const instead = (after: readonly BillRow[]): BillRow[] => rows.flatMap((row) => (isSame(row, chosen) ? after : [row]));
    const sign = chosen.kind === '交易' ? 1n : -1n;
    switch (one.fault) {
      case 'missing-row': case 'late-row': return instead([]);
      case 'duplicated-row': return instead([chosen, chosen]);
      case 'changed-amount': return instead([{ ...chosen, amountFen: one.amountFen === undefined ? chosen.amountFen + sign : sign * one.amountFen }]);
      case 'changed-fee': return instead([{ ...chosen, feeFen: one.feeFen === undefined ? chosen.feeFen - sign : -sign * one.feeFen }]);
      default: return rows;
    }
  }
}

/** Money that no system of ours asked for. */
function extraRow({ no, amountFen = usualExtraFen, feeFen, tradeNo, startsAt }: PlannedBillFault): BillRow {
  const at = startsAt + noonMs;
  return {
    kind: '交易', tradeNo, outTradeNo: no ?? `OTHER${tradeNo.slice(-12)}`, requestNo: '', title: '其他系统收款', createdAt: at, finishedAt: at, payer: '*某(138****0000)',
    amountFen, feeFen: -(feeFen ?? feeOf(amountFen, usualRate)),
  };
}
