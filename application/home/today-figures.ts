import { businessDay, dayMs, hourMs, minuteMs, readLongTime, type BusinessDay, type EpochMs } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { DayFigures, Sum } from '../ports/day-figures.js';
import type { RowScope } from '../ports/list-reader.js';

/** Of hours that lie back this far, payments are rarely told any more: they are looked at again less often. */
const settledAfterMs = 2 * hourMs;
const settledFreshMs = 10 * minuteMs;

type Paid = Awaited<ReturnType<DayFigures['paid']>>;

export interface TodayFigures {
  readonly day: BusinessDay;
  readonly paid: Sum;
  readonly channels: Paid;
  /** Made today and not paid so far. */
  readonly unpaid: number;
  /** Paid orders in each hour of the day in China. */
  readonly hours: readonly number[];
  readonly refundsAsked: Sum;
  readonly refundsDone: Sum;
}

/** The figures of today in China, of the payees of one scope. An hour is read by itself and kept, so that looking again costs the last two hours and not the whole day. */
export class TodayReader {
  readonly #figures: DayFigures;
  readonly #clock: Clock;
  readonly #wallNow: () => number;
  readonly #scope: RowScope;
  #day: BusinessDay = '';
  #hours = new Map<number, { readonly paid: Paid; readonly readAt: number; readonly isSettled: boolean }>();

  /** `wallNow`: monotonic milliseconds. */
  constructor(figures: DayFigures, clock: Clock, wallNow: () => number, scope: RowScope) { [this.#figures, this.#clock, this.#wallNow, this.#scope] = [figures, clock, wallNow, scope]; }

  async run(): Promise<TodayFigures> {
    const now = this.#clock.now();
    const day = businessDay(now);
    if (day !== this.#day) this.#hours = new Map();
    this.#day = day;
    const start = startOfDay(day);
    const hours: Paid[] = [];
    for (let hour = 0; hour < 24; hour++) hours.push(await this.#hour(start, hour, now));
    const whole = { fromAt: start, toAt: start + dayMs };
    const refunds = await this.#figures.refunds(whole, this.#scope);
    return {
      day, paid: sumOf(hours.flat()), channels: byChannel(hours.flat()), unpaid: await this.#figures.unpaid(whole, this.#scope), hours: hours.map((paid) => sumOf(paid).count),
      refundsAsked: sumOf(refunds), refundsDone: sumOf(refunds.filter(({ state }) => state === 'refunded')),
    };
  }

  async #hour(start: EpochMs, hour: number, now: EpochMs): Promise<Paid> {
    const from = start + hour * hourMs;
    const known = this.#hours.get(hour);
    if (known?.isSettled === true && this.#wallNow() - known.readAt < settledFreshMs) return known.paid;
    // A channel's clock may be a little ahead of ours.
    if (from > now + hourMs) return [];
    const readAt = this.#wallNow();
    const paid = await this.#figures.paid({ fromAt: from, toAt: from + hourMs }, this.#scope);
    this.#hours.set(hour, { paid, readAt, isSettled: from + hourMs + settledAfterMs < now });
    return paid;
  }
}

function startOfDay(day: BusinessDay): EpochMs {
  const start = readLongTime(`${day}000000`);
  if (!start.ok) throw new RangeError('no such day');
  return start.value;
}

const sumOf = (sums: readonly Sum[]): Sum => sums.reduce<Sum>((all, { count, amount }) => ({ count: all.count + count, amount: all.amount + amount }), { count: 0, amount: 0n });

function byChannel(sums: Paid): Paid {
  const channels = [...new Set(sums.map(({ payChannel }) => payChannel))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return channels.map((payChannel) => ({ payChannel, ...sumOf(sums.filter((sum) => sum.payChannel === payChannel)) }));
}
