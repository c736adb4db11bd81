import { dayMs, hourMs, longTime, minuteMs, secondMs, type EpochMs } from '../kernel/china-time.js';
import type { TextKind } from './templates.js';

/** Minutes after midnight in China. From the first on, until just before the second of the next morning, nobody is disturbed. */
export interface NightWindow { readonly fromMinute: number; readonly untilMinute: number }

/** 21:00 to 08:00 [assumed]. */
export const defaultNight: NightWindow = { fromMinute: 21 * 60, untilMinute: 8 * 60 };

/** When a text may go out: at once, or at the end of the night. Codes never wait: a person is waiting for them. */
export function earliestSendAt(kind: TextKind, now: EpochMs, night: NightWindow = defaultNight): EpochMs {
  if (kind === 'code') return now;
  const midnight = midnightBefore(now);
  const [from, until] = [midnight + night.fromMinute * minuteMs, midnight + night.untilMinute * minuteMs];
  if (now < until) return until;
  return now >= from ? until + dayMs : now;
}

function midnightBefore(at: EpochMs): EpochMs {
  const time = longTime(at);
  const [hours, minutes, seconds] = [8, 10, 12].map((from) => Number(time.slice(from, from + 2)));
  return at - (at % secondMs) - (hours ?? 0) * hourMs - (minutes ?? 0) * minuteMs - (seconds ?? 0) * secondMs;
}
