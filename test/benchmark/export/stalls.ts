import { readFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';

/** How long the serving thread did not come round to others. */
export interface Stalls {
  readonly longestMs: number;
  /** Longest work of the thread itself between two turns: its processor time, without waiting for a processor or a disk that others use. */
  readonly longestOwnMs: number;
  readonly ownP99Ms: number;
}

const everyMs = 2;

/** Processor time of the main thread so far; NaN where the system does not tell. */
function workedMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Watches this thread until it is told to stop: how late is a timer that wants to run every two milliseconds? */
export function watchStalls(): () => Stalls {
  if (threadId !== 0) throw new Error('the main thread is watched');
  const turns: number[] = [];
  let longestMs = 0;
  let [at, worked] = [performance.now(), workedMs()];
  const timer = setInterval(() => {
    const [now, workedNow] = [performance.now(), workedMs()];
    longestMs = Math.max(longestMs, now - at - everyMs);
    turns.push(workedNow - worked);
    [at, worked] = [now, workedNow];
  }, everyMs);
  return () => {
    clearInterval(timer);
    turns.sort((a, b) => a - b);
    return { longestMs, longestOwnMs: turns.at(-1) ?? 0, ownP99Ms: turns[Math.floor(turns.length * 0.99)] ?? 0 };
  };
}
