import type { SpentNumbers } from '../../../../application/ports/province.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';

/** Numbers spent by whoever shares this memory. */
export class MemorySpentNumbers implements SpentNumbers {
  readonly #untils = new Map<string, EpochMs>();

  async spend(number: string, now: EpochMs, keepMs: number): Promise<boolean> {
    for (const [old, until] of this.#untils) if (until <= now) this.#untils.delete(old);
    if (this.#untils.has(number)) return false;
    this.#untils.set(number, now + keepMs);
    return true;
  }
}
