import { pause } from './chance.js';
import type { OutsideProcess } from './outside-process.js';
import type { StoreView } from './store-view.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** How far the clock goes in one step, by the time that has passed since the storm: ladders of queries first, days at the end. */
const steps: readonly { readonly untilMs: number; readonly stepMs: number }[] = [
  { untilMs: 3 * minuteMs, stepMs: 11_000 }, { untilMs: 30 * minuteMs, stepMs: 3 * minuteMs }, { untilMs: 3 * hourMs, stepMs: 15 * minuteMs },
  { untilMs: 24 * hourMs, stepMs: 2 * hourMs }, { untilMs: 96 * hourMs, stepMs: 8 * hourMs },
];
const settleMs = 6_000;
/** Longer than the platform's job lease. */
const leaseMs = 61_000;

/** Lets the city's days pass until nothing is due any more, or until only those wait whose channel never decides. How many steps it took. */
export async function calm(outside: OutsideProcess, store: StoreView): Promise<number> {
  let taken = 0;
  const began = outside.now();
  // What killed processes still hold comes free when its lease ends.
  await outside.advance(leaseMs);
  await workOff(outside, store);
  for (const { untilMs, stepMs } of steps) {
    while (outside.now() - began < untilMs) {
      const nextMs = (await store.nextDueAt() ?? Number.POSITIVE_INFINITY) - outside.now();
      if (nextMs > 96 * hourMs) return taken;
      taken += 1;
      if (!await outside.advance(Math.max(stepMs, Math.min(nextMs + 1, 8 * hourMs)))) throw new Error('the platform cannot be reached although nobody kills it');
      await workOff(outside, store);
    }
  }
  return taken;
}

/** Waits, bounded, until the workers have done what is due. */
export async function workOff(outside: OutsideProcess, store: StoreView): Promise<void> {
  const deadline = performance.now() + settleMs;
  await pause(30);
  while (performance.now() < deadline && await store.busyJobs(outside.now()) > 0) await pause(30);
}
