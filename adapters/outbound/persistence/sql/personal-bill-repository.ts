import type { PersonalBillPushReader, PersonalBillPushStore } from '../../../../application/ports/city-app-bills.js';
import { personalBillPushArrows, type PersonalBillPush } from '../../../../domain/personal-bills/personal-bill-push.js';
import type { PersonalBillState } from '../../../../domain/personal-bills/personal-bill.js';
import { epochMs, int, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

/** Stays where it is when its order is archived: one small row, found by the order's number. */
export const personalBillPushTable = new SqlTable<PersonalBillPush>('personal_bill_push', {
  platformOrderNo: ['platform_order_no', text(32)], bizOrderNo: ['biz_order_no', text(128)], devId: ['dev_id', text(64)], merchantNo: ['merchant_no', text(32)],
  contentDigest: ['content_digest', text(64)], billState: ['bill_state', oneOf<PersonalBillState>(['paid', 'refunded'])],
  state: ['state', stateOf(personalBillPushArrows)],
  tries: ['tries', int], firstTriedAt: ['first_tried_at', optional(epochMs)], lastTriedAt: ['last_tried_at', optional(epochMs)],
  nextTryAt: ['next_try_at', optional(epochMs)], lastAnswer: ['last_answer', optional(words(200))], acceptedAt: ['accepted_at', optional(epochMs)],
  createdAt: ['created_at', epochMs], version: ['version', int],
}, ['platformOrderNo'], ['bizOrderNo', 'devId', 'merchantNo', 'createdAt']);

export class SqlPersonalBillPushReader implements PersonalBillPushReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  byOrder(platformOrderNo: string): Promise<PersonalBillPush | undefined> { return personalBillPushTable.first(this.#session, { platformOrderNo }); }
}

export class SqlPersonalBillPushStore extends SqlPersonalBillPushReader implements PersonalBillPushStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  add(push: PersonalBillPush): Promise<'added' | 'exists'> {
    return addOnce(personalBillPushTable, this.#unit, this.#engine, { platformOrderNo: push.platformOrderNo }, push);
  }
  put(push: PersonalBillPush): Promise<void> { return personalBillPushTable.put(this.#unit, push); }
}
