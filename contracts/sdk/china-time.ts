const chinaOffsetMs = 8 * 3600 * 1000;

/** An instant (epoch ms) as `yyyyMMddHHmmss` in China, where the clock has not been changed by season since 1991. */
export function chinaTimestamp(at: number): string {
  return new Date(at + chinaOffsetMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The day in China, `yyyyMMdd`. */
export const chinaDay = (at: number): string => chinaTimestamp(at).slice(0, 8);
