import type { RateLimiter } from '../../../application/ports/rate-limiter.js';

/** Signature checks a second, on average, that end in a refusal, of one developer's name from one address. */
export const failedChecksPerSecond = 50;

/**
 * What fails before anybody is known counts against its address, and a failed signature also against the name it came under: so guessing and
 * flooding cost little, while a developer that signs well is limited as that developer only, whoever else uses its address (RATE-01).
 */
export class FailureLimits {
  readonly #limiter: RateLimiter;
  readonly #perAddress: number;

  constructor(limiter: RateLimiter, perAddressPerSecond: number) {
    this.#limiter = limiter;
    this.#perAddress = perAddressPerSecond;
  }

  isAddressSpent(address: string): boolean { return this.#limiter.isSpent(ofAddress(address), this.#perAddress); }
  /** Counts one failure; false when there were too many. */
  allowsAddress(address: string): boolean { return this.#limiter.allow(ofAddress(address), this.#perAddress); }

  /** The same for names of nobody, so that nothing shows who exists (GW-13). */
  isPairSpent(address: string, devId: string): boolean { return this.#limiter.isSpent(ofPair(address, devId), failedChecksPerSecond); }
  countPair(address: string, devId: string): void { this.#limiter.allow(ofPair(address, devId), failedChecksPerSecond); }
}

const ofAddress = (address: string): string => `gateway-failures:${address}`;
const ofPair = (address: string, devId: string): string => `gateway-checks:${address}:${devId}`;
