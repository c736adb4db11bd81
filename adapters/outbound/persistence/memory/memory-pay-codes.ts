import type { OwnPayCodes } from '../../../../application/ports/own-pay-codes.js';
import { businessDay, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { ownPayCode } from '../../../../domain/payment-notices/own-pay-code.js';

/** Pay codes in this process' memory. */
export class MemoryPayCodes implements OwnPayCodes {
  readonly #region: string;
  readonly #system: string;
  readonly #codes = new Map<string, string>();
  readonly #serials = new Map<string, number>();

  constructor(region: string, system: string) { [this.#region, this.#system] = [region, system]; }

  async codeOf(busNo: string, now: EpochMs): Promise<string> {
    const known = this.#codes.get(busNo);
    if (known !== undefined) return known;
    const year = businessDay(now).slice(0, 4);
    const serial = (this.#serials.get(year) ?? 0) + 1;
    const made = ownPayCode(this.#region, year, this.#system, serial);
    if (!made.ok) throw new Error(`no pay code for region ${this.#region}: ${made.refusal}`);
    this.#serials.set(year, serial);
    this.#codes.set(busNo, made.value);
    return made.value;
  }

  async known(busNo: string): Promise<string | undefined> { return this.#codes.get(busNo); }
}
