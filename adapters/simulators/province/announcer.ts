import type { FaultQueue } from '../shared/fault-queue.js';
import type { Access } from './access.js';
import type { Slip } from './slip.js';
import { yuanNumber, type Fields } from './wire.js';

/** One sending of a paid message. `result`: the partner's code, or why there was none. */
export interface Delivery { readonly payCode: string; readonly result: string }

const timeoutMs = 5_000;
const maxDeliveries = 1_000;

/** Tells the partner that a slip was paid. Sends at once, and again when told to. */
export class Announcer {
  readonly #access: Access;
  readonly #faults: FaultQueue;
  readonly #life: AbortSignal;
  readonly #deliveries: Delivery[] = [];
  /** Where the partner hears messages; nothing is sent while it is undefined. */
  url: string | undefined;

  constructor(access: Access, faults: FaultQueue, life: AbortSignal) {
    this.#access = access;
    this.#faults = faults;
    this.#life = life;
  }

  get deliveries(): readonly Delivery[] { return this.#deliveries; }

  async tell(slip: Slip): Promise<void> {
    if (this.url === undefined || slip.confirmation === undefined) return;
    const duplicate = this.#faults.take('paid-message', ['duplicate', 'replay', 'bad-signature', 'wrong-amount']);
    const amount = duplicate?.fault === 'wrong-amount' ? slip.total + 1n : slip.total;
    const content = { payCode: slip.payCode, serialNo: slip.confirmation.serialNo, totalAmt: yuanNumber(amount), confirmDate: slip.confirmation.time.slice(0, 8), confirmTime: slip.confirmation.time.slice(8), paymentChannel: slip.confirmation.channel, sourceSystem: 'PROVINCE-SIM' };
    const envelope = this.#access.message(content);
    await this.#post(slip.payCode, duplicate?.fault === 'bad-signature' ? { ...envelope, sign: '0'.repeat(32) } : envelope);
    if (duplicate?.fault === 'duplicate') await this.#post(slip.payCode, this.#access.message(content));
    if (duplicate?.fault === 'replay') await this.#post(slip.payCode, envelope);
  }

  async #post(payCode: string, envelope: Fields): Promise<void> {
    const result = await this.#send(this.url ?? '', envelope);
    this.#deliveries.push({ payCode, result });
    if (this.#deliveries.length > maxDeliveries) this.#deliveries.shift();
  }

  async #send(url: string, envelope: Fields): Promise<string> {
    try {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(envelope), signal: AbortSignal.any([this.#life, AbortSignal.timeout(timeoutMs)]) });
      return this.#access.resultOf(await answer.text()) ?? 'unsigned answer';
    } catch {
      return 'no answer';
    }
  }
}
