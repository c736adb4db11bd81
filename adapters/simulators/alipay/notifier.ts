import { randomBytes, type KeyObject } from 'node:crypto';
import { Agent } from 'undici';
import type { FaultQueue } from '../shared/fault-queue.js';
import type { SeededChaos } from '../shared/seeded-chaos.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { chinaDay, chinaTime } from './china-time.js';
import { noticeContentFaults, noticePlanFaults, writeLetter } from './notice-faults.js';
import { noticeFields } from './notice-fields.js';
import { postNotice, type Delivery } from './post-notice.js';
import type { Trade, TradeRefund } from './trade.js';

const minuteMs = 60_000;
/** Waits after each sending that was not answered `success`: eight sendings within about 25 hours (section 7). */
export const noticeGapsMs: readonly number[] = [4, 10, 10, 60, 120, 360, 900].map((minutes) => minutes * minuteMs);
const maximumNotices = 50_000;
const maximumConnections = 32;

export type NoticeState = 'waiting' | 'delivered' | 'given-up' | 'withheld' | 'held-back';

/** One notification, as `GET /sim/notices` shows it. */
export interface Notice {
  readonly notifyId: string;
  readonly outTradeNo: string;
  readonly tradeStatus: string;
  readonly state: NoticeState;
  readonly sendings: readonly { readonly at: number; readonly outcome: string }[];
}

interface Kept { notice: Notice; readonly url: string; readonly tradeNo: string; readonly fields: ReadonlyMap<string, string> }

export interface NotifierNeeds {
  readonly clock: SteppedClock;
  readonly privateKey: KeyObject;
  readonly faults: FaultQueue;
  readonly chaos: SeededChaos;
}

/** Sends notifications by Alipay's real rules until each is answered `success`. */
export class Notifier {
  readonly #needs: NotifierNeeds;
  readonly #kept = new Map<string, Kept>();
  readonly #heldBack = new Set<Kept>();
  readonly #timers = new Set<() => void>();
  readonly #agent = new Agent({ connections: maximumConnections, connect: { timeout: 3_000 } });
  readonly #ending = new AbortController();

  constructor(needs: NotifierNeeds) {
    this.#needs = needs;
  }

  /** Something happened to a trade; without notify_url nobody is told. */
  announce(trade: Trade, refund?: TradeRefund): void {
    if (trade.notifyUrl === undefined || this.#ending.signal.aborted) return;
    const { clock, faults } = this.#needs;
    const notifyId = `${chinaDay(clock.now())}${randomBytes(13).toString('hex')}`;
    const fault = faults.take('notify', noticePlanFaults);
    const state = fault?.fault === 'never' ? 'withheld' : fault?.fault === 'out-of-order' ? 'held-back' : 'waiting';
    const notice: Notice = { notifyId, outTradeNo: trade.outTradeNo, tradeStatus: trade.state, state, sendings: [] };
    const kept: Kept = { notice, url: trade.notifyUrl, tradeNo: trade.tradeNo, fields: noticeFields(trade, refund, notifyId) };
    this.#keep(kept);
    if (state === 'held-back') this.#heldBack.add(kept);
    if (state !== 'waiting') return;
    const lateMs = fault?.fault === 'late' ? Number(fault.settings['ms'] ?? minuteMs) : 0;
    this.#later(lateMs, () => this.#deliver(kept, fault?.fault === 'twice'));
  }

  list(): readonly Notice[] {
    return [...this.#kept.values()].map(({ notice }) => notice);
  }

  async end(): Promise<void> {
    this.#ending.abort();
    for (const stop of this.#timers) stop();
    this.#timers.clear();
    await this.#agent.destroy();
  }

  async #deliver(kept: Kept, twice: boolean): Promise<void> {
    const chaos = this.#needs.chaos.nextNotice();
    const delivery = chaos.lost ? { accepted: false, outcome: 'lost' } : await this.#send(kept);
    if (twice || chaos.repeated) await this.#send(kept);
    if (this.#ending.signal.aborted) return;
    const sendings = [...kept.notice.sendings, { at: this.#needs.clock.now(), outcome: delivery.outcome }];
    const retryMs = delivery.accepted ? undefined : noticeGapsMs[sendings.length - 1];
    kept.notice = { ...kept.notice, sendings, state: delivery.accepted ? 'delivered' : retryMs === undefined ? 'given-up' : 'waiting' };
    if (retryMs !== undefined) this.#later(retryMs, () => this.#deliver(kept, false));
    this.#releaseHeldBack(kept);
  }

  // Each sending carries its own time and is signed anew; the notify_id stays.
  async #send(kept: Kept): Promise<Delivery> {
    const { clock, privateKey, faults } = this.#needs;
    const fields = new Map(kept.fields).set('notify_time', chinaTime(clock.now()));
    return postNotice(kept.url, writeLetter(privateKey, fields, faults.take('notify', noticeContentFaults)), this.#agent, this.#ending.signal);
  }

  // Fault `out-of-order`: an older notification goes out right after the first sending of a later one of its trade.
  #releaseHeldBack(sent: Kept): void {
    for (const older of this.#heldBack) {
      if (older.tradeNo !== sent.tradeNo) continue;
      this.#heldBack.delete(older);
      older.notice = { ...older.notice, state: 'waiting' };
      this.#later(0, () => this.#deliver(older, false));
    }
  }

  #keep(kept: Kept): void {
    const oldest = this.#kept.size >= maximumNotices ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(kept.notice.notifyId, kept);
  }

  #later(delayMs: number, action: () => Promise<void>): void {
    if (this.#ending.signal.aborted) return;
    const stop = this.#needs.clock.at(this.#needs.clock.now() + delayMs, () => {
      this.#timers.delete(stop);
      void action();
    });
    this.#timers.add(stop);
  }
}
