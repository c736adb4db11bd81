import type { FaultQueue } from '../../shared/fault-queue.js';
import { encodeForm } from '../../shared/form-body.js';
import type { SeededChaos } from '../../shared/seeded-chaos.js';
import type { SteppedClock } from '../../shared/stepped-clock.js';
import { planAnnouncement, takeDressing } from '../faults/fault-orders.js';
import type { MessageSigner } from '../wire/signed-message.js';
import type { MerchantRegister } from './merchants.js';
import { tradeMessage } from './trade-message.js';
import type { Trade } from './trade.js';

/** Waiting before the second to fifth sending (protocol section 7), on the simulators' clock. */
export const resendGapsMs: readonly number[] = [60_000, 120_000, 240_000, 300_000];
/** The merchant must answer within this time; a real socket limit. */
export const answerTimeoutMs = 10_000;

export interface AnnouncerParts {
  readonly clock: SteppedClock;
  readonly signer: MessageSigner;
  readonly merchants: MerchantRegister;
  readonly faults: FaultQueue;
  readonly chaos: SeededChaos;
}

/** Sends back notifications, up to five times each. */
export class Announcer {
  readonly #parts: AnnouncerParts;
  readonly #life = new AbortController();
  readonly #waiting = new Map<Trade, () => void>();

  constructor(parts: AnnouncerParts) {
    this.#parts = parts;
  }

  /** Starts the announcement of a decided trade, once. Resolves at once, or after the first sending when a fault orders so. */
  async announce(trade: Trade): Promise<void> {
    if (trade.announced || trade.backUrl === '') return;
    trade.announced = true;
    const plan = planAnnouncement(this.#parts.faults);
    if (plan.count !== undefined) {
      for (let sending = 0; sending < plan.count; sending += 1) void this.#send(trade);
      return;
    }
    if (plan.duplicate) void this.#send(trade);
    if (plan.beforeReturn) await this.#attempt(trade, 0);
    else this.#later(trade, 0, plan.lateMs);
  }

  /** No further sending: the trade was taken back. */
  cancel(trade: Trade): void {
    trade.announced = true;
    this.#waiting.get(trade)?.();
    this.#waiting.delete(trade);
  }

  close(): void {
    this.#life.abort();
    for (const stop of this.#waiting.values()) stop();
    this.#waiting.clear();
  }

  #later(trade: Trade, attempt: number, waitMs: number): void {
    if (this.#life.signal.aborted) return;
    this.#waiting.set(trade, this.#parts.clock.at(this.#parts.clock.now() + waitMs, () => {
      this.#waiting.delete(trade);
      void this.#attempt(trade, attempt);
    }));
  }

  async #attempt(trade: Trade, attempt: number): Promise<void> {
    const { lost, repeated } = this.#parts.chaos.nextNotice();
    if (repeated) void this.#send(trade);
    const accepted = !lost && await this.#send(trade);
    const gapMs = resendGapsMs[attempt];
    if (!accepted && gapMs !== undefined && trade.state !== 'reversed') this.#later(trade, attempt + 1, gapMs);
  }

  /** One POST. HTTP 200 and 302 count as accepted, the body is not looked at. */
  async #send(trade: Trade): Promise<boolean> {
    const { faults, merchants, signer } = this.#parts;
    const method = merchants.find(trade.merId)?.signMethod ?? '01';
    const fields = signer.sign(tradeMessage(trade), method, takeDressing(faults, 'notify'));
    try {
      const response = await fetch(trade.backUrl, {
        method: 'POST', redirect: 'manual', body: encodeForm(Object.entries(fields)),
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
        signal: AbortSignal.any([this.#life.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      await response.body?.cancel();
      return response.status === 200 || response.status === 302;
    } catch {
      return false; // not reachable, too slow, or we are closing: the plan of sendings decides what follows
    }
  }
}
