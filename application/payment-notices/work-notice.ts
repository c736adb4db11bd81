import { hourMs } from '../../domain/kernel/china-time.js';
import { moneyBack, refundsOfPayment } from '../../domain/payment-notices/money-back.js';
import { nextMove, nextRefundLookAt, type NoticeMove } from '../../domain/payment-notices/notice-move.js';
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
/** What is done without a word to or from the province: no mover of these looks at it. */
type QuietMove = 'note-payment' | 'second-payment' | 'tell-unconfirmable';
/** A notice whose region may have lost its connection. */
export type FoundNotice = Omit<SeenNotice, 'province'> & { readonly province: Province | undefined };
export interface QuietMover { move(found: FoundNotice): Promise<Moved> }
export type NoticeMovers = Readonly<Record<Exclude<NoticeMove, 'nothing' | QuietMove>, NoticeMover> & Record<QuietMove, QuietMover>>;

export interface WorkParts extends Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'clock' | 'journal' | 'workPlaces'> { readonly movers: NoticeMovers }

/** More than any notice takes from its issue to its end. */
const maxMoves = 12;
/** A connection that was taken away is brought back by people. */
const noProvinceLookMs = hourMs;

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

  async #work(key: string, first: FoundNotice): Promise<JobOutcome> {
    let seen: FoundNotice | undefined = first;
    for (let moves = 0; moves < maxMoves; moves++) {
      const move = seen === undefined ? 'nothing' : this.#moveOf(seen);
      if (seen === undefined || move === 'nothing') return { kind: 'done' };
      const moved = await this.#move(move, seen);
      if (moved !== 'on') return moved;
      seen = await this.#see(key);
    }
    throw new Error(`the payment notice of ${key} does not come to rest`);
  }

  #moveOf({ record, order, refunds }: FoundNotice): NoticeMove { return nextMove(record, order, moneyBack(record, order, refunds)); }

  #move(move: Exclude<NoticeMove, 'nothing'>, found: FoundNotice): Promise<Moved> {
    const { movers } = this.#parts;
    if (isQuiet(move)) return movers[move].move(found);
    const { province } = found;
    return province === undefined ? Promise.resolve(this.#withoutProvince(move, found.record)) : movers[move].move({ ...found, province });
  }

  /** A connection that was taken away: people are told, and the notice goes on by itself where it comes back. */
  #withoutProvince(move: NoticeMove, { noticeNo, region, tries }: NoticeRecord): JobOutcome {
    const now = this.#parts.clock.now();
    // Of a refund that was asked about long enough people have been told; its job comes here only because something else happened.
    if (move === 'follow-refund' && tries > 0 && nextRefundLookAt(tries, now) === undefined) return { kind: 'done' };
    this.#parts.journal.alarm('payment-notice-no-province', { noticeNo, region, move });
    return { kind: 'again', dueAt: now + noProvinceLookMs };
  }

  async #see(key: string): Promise<FoundNotice | undefined> {
    return this.#parts.unitOfWork.read(async ({ notices, orders, refunds }) => {
      const record = await notices.byOrder(key) ?? await notices.byNo(key);
      if (record === undefined) return undefined;
      const order = record.platformOrderNo === undefined ? undefined : await orders.byNo(record.platformOrderNo);
      const ofOrder = order === undefined ? [] : await refunds.ofOrder(order.platformOrderNo);
      return { record, order, refunds: refundsOfPayment(order, ofOrder), province: this.#parts.provinces.get(record.region) };
    });
  }
}

const quietMoves: readonly NoticeMove[] = ['note-payment', 'second-payment', 'tell-unconfirmable'] satisfies readonly QuietMove[];
const isQuiet = (move: NoticeMove): move is QuietMove => quietMoves.includes(move);
