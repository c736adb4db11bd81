/** China has one zone without daylight saving. */
const chinaOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** An instant as `yyyyMMddHHmmss` in China. */
export function chinaTime(atMs: number): string {
  return new Date(atMs + chinaOffsetMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** `yyyyMMddHHmmss` → epoch ms; undefined when it is no real time (such as the 30th of February). */
export function readChinaTime(text: string | undefined): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - chinaOffsetMs;
  return chinaTime(at) === text ? at : undefined;
}

/** The clearing day (`yyyyMMdd`) of an instant; the minute of the cut already counts for the next day. */
export function clearingDay(atMs: number, cutMinute: number): string {
  return chinaTime(atMs + dayMs - cutMinute * minuteMs).slice(0, 8);
}

const daysAfter = (day: string, days: number): string => chinaTime((readChinaTime(`${day}000000`) ?? Number.NaN) + days * dayMs).slice(0, 8);
/** `yyyyMMdd`; throws RangeError for what is no day. */
export const nextDay = (day: string): string => daysAfter(day, 1);
export const previousDay = (day: string): string => daysAfter(day, -1);

/** `MMDD` → the latest such day up to tomorrow (a clearing day begins the evening before); undefined when no such day is near, as 0229 in most years. */
export function latestDay(monthDay: string, nowMs: number): string | undefined {
  const tomorrow = chinaTime(nowMs + dayMs).slice(0, 8);
  const year = Number(tomorrow.slice(0, 4));
  const candidate = `${year}${monthDay}` <= tomorrow ? `${year}${monthDay}` : `${year - 1}${monthDay}`;
  return readChinaTime(`${candidate}000000`) === undefined ? undefined : candidate;
}

/** Refunds are taken for eleven months (section 8), counted here as 335 days. */
export const refundLimitMs = 335 * dayMs;

/** `yyyy-MM-dd HH:mm:ss`, for people. */
export function readableTime(atMs: number): string {
  const digits = chinaTime(atMs);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)} ${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)}`;
}
