import { nextMove, type NoticeMove } from '../../domain/payment-notices/notice-move.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { Order } from '../../domain/payments/order.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Province } from '../ports/province.js';
import { Turns } from '../ports/turns.js';
import { placeWaitMs, type NoticeParts } from './notice-parts.js';

/** A notice with what decides about it; of the refunds those of the payment that settled its order. */
export interface SeenNotice { readonly record: NoticeRecord; readonly order: Order | undefined; readonly refunds: readonly Refund[]; readonly province: Province }

/** What came of one move: `on` to the next, or the job rests until then. */
export type Moved = 'on' | JobOutcome;
export interface NoticeMover { move(seen: SeenNotice): Promise<Moved> }
export type NoticeMovers = Readonly<Record<Exclude<NoticeMove, 'nothing'>, NoticeMover>>;

export interface WorkParts extends Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'clock' | 'workPlaces'> { readonly movers: NoticeMovers }

/** More than any notice takes from its issue to its end. */
const maxMoves = 12;

/** Job `work-notice`: reads how a notice stands and does the next thing until there is none; running twice does nothing twice. */
export class WorkNotice {
  readonly #parts: WorkParts;
  readonly #turns = new Turns();

  constructor(parts: WorkParts) {
    this.#parts = parts;
  }

  /** `key`: an order's number, or that of a notice without an order. */
  async run(key: string): Promise<JobOutcome> {
    const first = await this.#see(key);
    if (first === undefined || this.#moveOf(first) === 'nothing') return { kind: 'done' };
    const { workPlaces, clock } = this.#parts;
    const worked = await workPlaces.within(() => this.#work(key, first));
    return worked?.came ?? { kind: 'again', dueAt: this.#turns.next(clock.now(), placeWaitMs) };
  }

  async #work(key: string, first: SeenNotice): Promise<JobOutcome> {
    let seen: SeenNotice | undefined = first;
    for (let moves = 0; moves < maxMoves; moves++) {
      const move = seen === undefined ? 'nothing' : this.#moveOf(seen);
      if (seen === undefined || move === 'nothing') return { kind: 'done' };
      const moved = await this.#parts.movers[move].move(seen);
      if (moved !== 'on') return moved;
      seen = await this.#see(key);
    }
    throw new Error(`the payment notice of ${key} does not come to rest`);
  }

  #moveOf({ record, order, refunds }: SeenNotice): NoticeMove { return nextMove(record, order, refunds.some(({ state }) => state === 'refunded')); }

  async #see(key: string): Promise<SeenNotice | undefined> {
    return this.#parts.unitOfWork.read(async ({ notices, orders, refunds }) => {
      const record = await notices.byOrder(key) ?? await notices.byNo(key);
      const province = record && this.#parts.provinces.get(record.region);
      // A connection that was taken away: its notices wait for people.
      if (record === undefined || province === undefined) return undefined;
      const order = record.platformOrderNo === undefined ? undefined : await orders.byNo(record.platformOrderNo);
      // Money that was paid a second time is not what the notice is about, nor is its way back.
      const ofOrder = order === undefined ? [] : await refunds.ofOrder(order.platformOrderNo);
      return { record, order, refunds: ofOrder.filter(({ attemptNo }) => attemptNo === order?.paidAttemptNo), province };
    });
  }
}
