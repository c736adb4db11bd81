const chinaOffsetMs = 8 * 60 * 60 * 1000;

/** `yyyyMMddHHmmssSSS` in China. */
export const time17 = (at: number): string => new Date(at + chinaOffsetMs).toISOString().replace(/\D/g, '').slice(0, 17);

/** `2026年05月08日`, as it stands on a bill. */
export const printedDay = (time: string): string => `${time.slice(0, 4)}年${time.slice(4, 6)}月${time.slice(6, 8)}日`;
