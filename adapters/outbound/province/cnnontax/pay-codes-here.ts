import type { OwnPayCodes } from '../../../../application/ports/own-pay-codes.js';
import { businessDay, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { ownPayCode } from '../../../../domain/payment-notices/own-pay-code.js';

/** Pay codes of one process's life, for tests. */
export class PayCodesHere implements OwnPayCodes {
  readonly #region: string;
  readonly #system: string;
  readonly #codes = new Map<string, string>();

  constructor(region: string, system: string) { [this.#region, this.#system] = [region, system]; }

  async codeOf(busNo: string, now: EpochMs): Promise<string> {
    const known = this.#codes.get(busNo);
    if (known !== undefined) return known;
    const made = ownPayCode(this.#region, businessDay(now).slice(0, 4), this.#system, this.#codes.size + 1);
    if (!made.ok) throw new Error(`no pay code for region ${this.#region}: ${made.refusal}`);
    this.#codes.set(busNo, made.value);
    return made.value;
  }

  async known(busNo: string): Promise<string | undefined> { return this.#codes.get(busNo); }
}
