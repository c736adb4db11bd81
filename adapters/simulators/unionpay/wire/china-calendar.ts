/** China has one zone without daylight saving. */
const chinaOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
/** The clearing day ends at 23:00 (protocol section 9). */
const hourAfterCutMs = 3_600_000;

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

/** The clearing day (`yyyyMMdd`) of an instant: 23:00:00 already counts for the next day. */
export function clearingDay(atMs: number): string {
  return chinaTime(atMs + hourAfterCutMs).slice(0, 8);
}

/** Refunds are taken for eleven months (section 8), counted here as 335 days. */
export const refundLimitMs = 335 * dayMs;

/** `yyyy-MM-dd HH:mm:ss`, for people. */
export function readableTime(atMs: number): string {
  const digits = chinaTime(atMs);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)} ${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)}`;
}
