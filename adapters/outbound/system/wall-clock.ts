import type { Clock } from '../../../application/ports/clock.js';

/** The machine's own time: the only clock of the production profile. */
export class WallClock implements Clock {
  now(): number {
    return Date.now();
  }

  async sleep(ms: number): Promise<void> {
    await new Promise((resolve) => { setTimeout(resolve, ms); });
  }
}
