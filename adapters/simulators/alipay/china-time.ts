const chinaOffsetMs = 8 * 3_600_000;
const shape = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** `yyyy-MM-dd HH:mm:ss` in China time. */
export function chinaTime(epochMs: number): string {
  return new Date(epochMs + chinaOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** `yyyyMMdd` in China time. */
export function chinaDay(epochMs: number): string {
  return chinaTime(epochMs).slice(0, 10).replaceAll('-', '');
}

/** Epoch ms of the next midnight in China. */
export function nextChinaMidnight(epochMs: number): number {
  const dayMs = 86_400_000;
  return (Math.floor((epochMs + chinaOffsetMs) / dayMs) + 1) * dayMs - chinaOffsetMs;
}

/** Epoch ms, or undefined when the text is not exactly `yyyy-MM-dd HH:mm:ss` or names a day that does not exist. */
export function parseChinaTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || !shape.test(value)) return undefined;
  const epochMs = Date.parse(`${value.replace(' ', 'T')}+08:00`);
  return Number.isFinite(epochMs) && chinaTime(epochMs) === value ? epochMs : undefined;
}
