import type { SpentNumbers } from '../../../../application/ports/province.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';

/** Numbers remembered at one time; a province calls us far less often within ten minutes. */
const usualLimit = 100_000;

/** Numbers spent in this process. When there are too many, no further one is taken: to forget one would be to let it be played again. */
export class SpentHere implements SpentNumbers {
  readonly #limit: number;
  readonly #untils = new Map<string, EpochMs>();

  constructor(limit: number = usualLimit) { this.#limit = limit; }

  async spend(number: string, now: EpochMs, keepMs: number): Promise<boolean> {
    this.#forget(now);
    if (this.#untils.has(number) || this.#untils.size >= this.#limit) return false;
    this.#untils.set(number, now + keepMs);
    return true;
  }

  /** The oldest stand first, because all are kept equally long. */
  #forget(now: EpochMs): void {
    for (const [number, until] of this.#untils) {
      if (until > now) return;
      this.#untils.delete(number);
    }
  }
}
