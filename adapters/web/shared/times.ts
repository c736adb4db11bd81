/** The platform lives in China time, whatever the clock of the machine before the person says. */
const chinaMs = 8 * 3_600_000;

/** Epoch ms → `2026-11-23 14:00:00` in Asia/Shanghai. */
export const timeText = (at: number): string => inChina(at)?.slice(0, 19).replace('T', ' ') ?? '';

/** `20261123` → `2026-11-23`. What is no day is shown as it came. */
export const dayText = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** `2026-11-23` → `20261123`, as the addresses of lists write days. */
export const wireDay = (day: string): string => day.replaceAll('-', '');

/** How a person is greeted at this hour in China. */
export function greetingAt(at: number): string {
  const hour = Number(inChina(at)?.slice(11, 13));
  if (hour < 5) return '夜深了';
  if (hour < 9) return '早上好';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** 95 000 ms → `1 分 35 秒`. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

const inChina = (at: number): string | undefined => (Math.abs(at) <= 8.64e15 - chinaMs ? new Date(at + chinaMs).toISOString() : undefined);
