import type { FaultQueue } from '../shared/fault-queue.js';
import type { Access } from './access.js';
import { lineFaults, messageFaults } from './faults.js';
import type { NormCaller } from './norm/norm-caller.js';
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
  readonly #caller: NormCaller | undefined;
  readonly #deliveries: Delivery[] = [];
  /** Where the partner hears messages, by HTTP and on its own port of the line; where both are undefined nothing is sent. */
  url: string | undefined;
  linePort: number | undefined;

  constructor(access: Access, faults: FaultQueue, life: AbortSignal, caller: NormCaller | undefined) {
    this.#access = access;
    this.#faults = faults;
    this.#life = life;
    this.#caller = caller;
  }

  get deliveries(): readonly Delivery[] { return this.#deliveries; }

  async tell(slip: Slip): Promise<void> {
    // Each partner hears of its own region.
    const url = slip.regionCode === this.#access.region ? this.url : undefined;
    const linePort = slip.regionCode === this.#caller?.region ? this.linePort : undefined;
    if (slip.confirmation === undefined || (url === undefined && linePort === undefined)) return;
    const fault = this.#faults.take('paid-message', messageFaults)?.fault;
    if (url !== undefined) await this.#tellByHttp(url, slip, fault);
    if (linePort !== undefined && this.#caller !== undefined) await this.#tellOnLine(linePort, this.#caller, slip, fault);
  }

  async #tellByHttp(url: string, slip: Slip, fault: string | undefined): Promise<void> {
    const { serialNo = '', time = '', channel = '' } = slip.confirmation ?? {};
    const content = { payCode: slip.payCode, serialNo, totalAmt: yuanNumber(amountOf(slip, fault)), confirmDate: time.slice(0, 8), confirmTime: time.slice(8), paymentChannel: channel, sourceSystem: 'PROVINCE-SIM' };
    const envelope = this.#access.message(content);
    await this.#post(slip.payCode, () => this.#send(url, fault === 'bad-signature' ? { ...envelope, sign: '0'.repeat(32) } : envelope));
    if (fault === 'duplicate') await this.#post(slip.payCode, () => this.#send(url, this.#access.message(content)));
    if (fault === 'replay') await this.#post(slip.payCode, () => this.#send(url, envelope));
  }

  async #tellOnLine(port: number, caller: NormCaller, slip: Slip, fault: string | undefined): Promise<void> {
    const amount = amountOf(slip, fault);
    const frame = caller.frameOf(slip, amount);
    const ofBytes = fault !== undefined && [...lineFaults, 'bad-signature', 'garbage'].includes(fault) ? fault : undefined;
    await this.#post(slip.payCode, () => caller.post(port, frame, ofBytes));
    if (fault === 'duplicate') await this.#post(slip.payCode, () => caller.post(port, caller.frameOf(slip, amount)));
    if (fault === 'replay') await this.#post(slip.payCode, () => caller.post(port, frame));
  }

  async #post(payCode: string, sending: () => Promise<string>): Promise<void> {
    const result = await sending();
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

const amountOf = (slip: Slip, fault: string | undefined): bigint => (fault === 'wrong-amount' ? slip.total + 1n : slip.total);
