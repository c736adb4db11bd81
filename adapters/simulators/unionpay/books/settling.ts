import type { SteppedClock } from '../../shared/stepped-clock.js';
import { chargedCodes } from '../rules/response-codes.js';
import type { Announcer } from './announcer.js';
import type { ClearingRules } from './clearing-rules.js';
import type { Trade } from './trade.js';

/** The only place where a trade gets its result, so that books, originals and notifications stay in step. */
export class Settling {
  readonly #clock: SteppedClock;
  readonly #announcer: Announcer;
  readonly #clearing: ClearingRules;
  readonly #timers = new Map<Trade, () => void>();

  constructor(clock: SteppedClock, announcer: Announcer, clearing: ClearingRules) {
    this.#clock = clock;
    this.#announcer = announcer;
    this.#clearing = clearing;
  }

  /** Gives an open trade its result; does nothing to a decided one. Resolves when the payer's page may go on. */
  async decide(trade: Trade, code: string = trade.code): Promise<void> {
    if (!this.#record(trade, code)) return;
    // While queries still say 34 the trade counts as unknown to the outside: the notification waits too.
    if (trade.hiddenQueries === 0) await this.announce(trade);
  }

  /** A failure that the answer itself tells; no notification follows. */
  decideQuietly(trade: Trade, code: string): void {
    this.#record(trade, code);
  }

  /** Front-type transactions are announced only when paid, back-type ones in either case. */
  async announce(trade: Trade): Promise<void> {
    if (trade.state === 'open' || (trade.kind === 'front' && trade.code !== '00' && trade.code !== 'A6')) return;
    await this.#announcer.announce(trade);
  }

  /** Decides after so much time on the simulators' clock, unless something else decides before. */
  decideLater(trade: Trade, waitMs: number): void {
    this.#timers.set(trade, this.#clock.at(this.#clock.now() + waitMs, () => {
      this.#timers.delete(trade);
      void this.decide(trade);
    }));
  }

  /** Takes a consume back as if it had never been (99/01). */
  reverse(trade: Trade): void {
    this.#timers.get(trade)?.();
    this.#timers.delete(trade);
    trade.state = 'reversed';
    this.#announcer.cancel(trade);
  }

  close(): void {
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
  }

  #record(trade: Trade, code: string): boolean {
    if (trade.state !== 'open') return false;
    trade.code = code;
    trade.decidedAtMs = this.#clock.now();
    trade.settleDay = this.#clearing.dayOf(trade.decidedAtMs);
    trade.feeFen = this.#clearing.feeOf(trade.merId, trade.amountFen);
    trade.state = chargedCodes.includes(code) ? 'success' : 'failed';
    const { original } = trade;
    if (original === undefined) return true;
    original.refundingFen -= trade.amountFen;
    if (trade.state === 'success') original.refundedFen += trade.amountFen;
    if (trade.state === 'success' && trade.kind === 'undo') original.state = 'undone';
    return true;
  }
}
