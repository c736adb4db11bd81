import type { CallbackHealth } from '../../../../application/ports/callback-desk.js';
import type { CallbackReader, CallbackStore } from '../../../../application/ports/unit-of-work.js';
import { callbackArrows, type Callback } from '../../../../domain/callbacks/callback.js';
import type { BatchStanding, ResendBatch } from '../../../../domain/callbacks/resend-batch.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { Whereabouts } from './archive/whereabouts.js';
import { epochMs, int, longText, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { CallbackDesk } from './callback-desk.js';
import { addOnce } from './looked-up-insert.js';
import { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

export const callbackTable = new SqlTable<Callback>('merchant_callback', {
  callbackId: ['callback_id', text(64)], kind: ['kind', oneOf(['payment', 'refund'])], platformOrderNo: ['platform_order_no', text(32)],
  platformRefundOrderNo: ['platform_refund_order_no', optional(text(32))], devId: ['dev_id', text(64)], merchantNo: ['merchant_no', text(32)],
  url: ['target_url', text(256)], toldState: ['told_state', text(16)], content: ['content_text', longText],
  passbackParams: ['passback_params', optional(longText)], state: ['state', stateOf(callbackArrows)], tries: ['tries', int],
  firstTriedAt: ['first_tried_at', optional(epochMs)], lastTriedAt: ['last_tried_at', optional(epochMs)], nextTryAt: ['next_try_at', optional(epochMs)],
  lastAnswer: ['last_answer', optional(words(200))], acceptedAt: ['accepted_at', optional(epochMs)], createdAt: ['created_at', epochMs],
  version: ['version', int],
}, ['callbackId'], ['kind', 'platformOrderNo', 'platformRefundOrderNo', 'devId', 'merchantNo', 'toldState', 'content', 'passbackParams', 'createdAt']);

export class SqlCallbackReader implements CallbackReader {
  readonly #where: Whereabouts;
  readonly #desk: CallbackDesk;
  constructor(session: Session, where: Whereabouts) {
    this.#where = where;
    this.#desk = new CallbackDesk(session, callbackTable);
  }

  byId(callbackId: string): Promise<Callback | undefined> { return this.#where.first(callbackTable, { callbackId }); }
  ofOrder(platformOrderNo: string): Promise<readonly Callback[]> {
    return this.#where.ofOrder(callbackTable, platformOrderNo, ['createdAt', 'callbackId']);
  }
  health(fromAt: EpochMs, toAt: EpochMs): Promise<readonly CallbackHealth[]> { return this.#desk.health(fromAt, toAt); }
  batchStanding(batch: ResendBatch, now: EpochMs): Promise<BatchStanding> { return this.#desk.batchStanding(batch, now); }
  leftOf(batch: ResendBatch, limit: number): Promise<readonly Callback[]> { return this.#desk.leftOf(batch, limit); }
}

export class SqlCallbackStore extends SqlCallbackReader implements CallbackStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, where: Whereabouts, engine: SqlEngine) {
    super(unit, where);
    this.#unit = unit;
    this.#engine = engine;
  }

  add(callback: Callback): Promise<'added' | 'exists'> {
    return addOnce(callbackTable, this.#unit, this.#engine, { callbackId: callback.callbackId }, callback);
  }
  addFresh(callback: Callback): Promise<void> { return callbackTable.insert(this.#unit, callback); }
  put(callback: Callback): Promise<void> { return callbackTable.put(this.#unit, callback); }
}
