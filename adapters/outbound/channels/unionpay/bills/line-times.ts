import { dayMs, hourMs, minuteMs, secondMs, type BusinessDay, type EpochMs } from '../../../../../domain/kernel/china-time.js';
import { momentNear } from '../message-times.js';

/** A movement farther from its file's day than this is not believed: what is settled late is late by days, and 29 February must not find another year. */
const farthestMs = 31 * dayMs;

/** Reads the times of one file, MMDDhhmmss without year, near the file's day. The days are remembered: a file has few of them and many lines. */
export class LineTimes {
  readonly #noon: string;
  readonly #noonAt: EpochMs;
  readonly #midnights = new Map<string, EpochMs | undefined>();

  constructor(day: BusinessDay) {
    this.#noon = `${day}120000`;
    this.#noonAt = momentNear(`${day.slice(4)}120000`, this.#noon) ?? Number.NaN;
  }

  /** Undefined for what is no time or far from the day. */
  momentOf(text: string): EpochMs | undefined {
    if (!/^[0-9]{4}(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]$/.test(text)) return undefined;
    const midnight = this.#midnightOf(text.slice(0, 4));
    if (midnight === undefined) return undefined;
    const at = midnight + Number(text.slice(4, 6)) * hourMs + Number(text.slice(6, 8)) * minuteMs + Number(text.slice(8, 10)) * secondMs;
    return Math.abs(at - this.#noonAt) <= farthestMs ? at : undefined;
  }

  #midnightOf(monthDay: string): EpochMs | undefined {
    if (!this.#midnights.has(monthDay)) this.#midnights.set(monthDay, momentNear(`${monthDay}000000`, this.#noon));
    return this.#midnights.get(monthDay);
  }
}
