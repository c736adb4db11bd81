import { ok, refuse, type Result } from './result.js';

/** Milliseconds since 1970-01-01T00:00Z. The only form in which an instant is kept. */
export type EpochMs = number;
/** `yyyyMMdd` in Asia/Shanghai. */
export type BusinessDay = string;

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Mainland China has kept one zone without daylight saving since 1991, so an offset is exact for our dates. */
const chinaOffsetMs = 8 * hourMs;

/** An instant as `yyyyMMddHHmmss` in China (requirement 1.1.7.1.1-h). */
export function longTime(at: EpochMs): string {
  return new Date(at + chinaOffsetMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The day in China on which an instant falls, `yyyyMMdd` (1.1.7.1.1-i). */
export const businessDay = (at: EpochMs): BusinessDay => longTime(at).slice(0, 8);

/** `yyyy-MM-dd HH:mm:ss` in China, for people and for channels that write it so. */
export function dashedTime(at: EpochMs): string {
  return new Date(at + chinaOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads `yyyyMMddHHmmss` as China time; refuses moments that do not exist (20260230…, 24:60:60). */
export function readLongTime(text: unknown): Result<EpochMs, 'not-a-time'> {
  if (typeof text !== 'string' || !/^[0-9]{14}$/.test(text)) return refuse('not-a-time');
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  const [year, month, day, hour, minute, second] = [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14)] as const;
  // Compared with the calendar rather than written out again: a bill of a million lines has two million times. Years below 100 mean others to the clock.
  const isMoment = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) && hour < 24 && minute < 60 && second < 60;
  return isMoment ? ok(Date.UTC(year, month - 1, day, hour, minute, second) - chinaOffsetMs) : refuse('not-a-time');
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : monthDays[month - 1] ?? 0);

/** Reads `yyyyMMdd`; refuses days that do not exist. */
export function readBusinessDay(text: unknown): Result<BusinessDay, 'not-a-day'> {
  if (typeof text !== 'string') return refuse('not-a-day');
  return readLongTime(`${text}000000`).ok ? ok(text) : refuse('not-a-day');
}
