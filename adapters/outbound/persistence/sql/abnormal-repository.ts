import type {
  AbnormalOrderReader, AbnormalOrderStore, PayeeRecords, RepeatPaymentReader, RepeatPaymentStore,
} from '../../../../application/ports/unit-of-work.js';
import type { AbnormalKind, AbnormalOrder, HandleState, RepeatPayment } from '../../../../domain/payments/abnormal-order.js';
import type { Whereabouts } from './archive/whereabouts.js';
import { epochMs, fen, int, oneOf, optional, text, words } from './codecs.js';
import { payChannel } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

const kinds = ['paid-after-close', 'amount-mismatch', 'channel-error', 'unknown-order'] as const satisfies readonly AbnormalKind[];
const handleState = oneOf<HandleState>(['pending', 'following', 'handled']);

export const abnormalTable = new SqlTable<AbnormalOrder>('abnormal_order', {
  abnormalId: ['abnormal_id', text(64)], kind: ['kind', oneOf<AbnormalKind>(kinds)], platformOrderNo: ['platform_order_no', text(32)],
  merchantNo: ['merchant_no', text(32)], attemptNo: ['attempt_no', text(32)], payChannel: ['pay_channel', payChannel],
  channelOrderNo: ['channel_order_no', optional(text(128, 'any'))], amount: ['amount', fen], note: ['remark', words(512)],
  handleState: ['handle_state', handleState], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['abnormalId']);

export const repeatTable = new SqlTable<RepeatPayment>('repeat_payment', {
  attemptNo: ['attempt_no', text(32)], platformOrderNo: ['platform_order_no', text(32)], merchantNo: ['merchant_no', text(32)],
  payChannel: ['pay_channel', payChannel], channelOrderNo: ['channel_order_no', text(128, 'any')], amount: ['amount', fen],
  handleState: ['handle_state', handleState], paidAt: ['paid_at', epochMs], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['attemptNo']);

export class SqlAbnormalReader implements AbnormalOrderReader {
  readonly #where: Whereabouts;
  constructor(where: Whereabouts) { this.#where = where; }

  ofPayee(query: PayeeRecords): Promise<readonly AbnormalOrder[]> { return this.#where.ofPayee(abnormalTable, 'abnormalId', query); }
  byId(abnormalId: string): Promise<AbnormalOrder | undefined> { return this.#where.first(abnormalTable, { abnormalId }); }
  ofOrder(platformOrderNo: string): Promise<readonly AbnormalOrder[]> {
    return this.#where.ofOrder(abnormalTable, platformOrderNo, ['createdAt', 'abnormalId']);
  }
}

export class SqlAbnormalStore extends SqlAbnormalReader implements AbnormalOrderStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, where: Whereabouts, engine: SqlEngine) {
    super(where);
    this.#unit = unit;
    this.#engine = engine;
  }

  add(record: AbnormalOrder): Promise<'added' | 'exists'> {
    return addOnce(abnormalTable, this.#unit, this.#engine, { abnormalId: record.abnormalId }, record);
  }
  put(record: AbnormalOrder): Promise<void> { return abnormalTable.put(this.#unit, record); }
}

export class SqlRepeatReader implements RepeatPaymentReader {
  readonly #where: Whereabouts;
  constructor(where: Whereabouts) { this.#where = where; }

  ofPayee(query: PayeeRecords): Promise<readonly RepeatPayment[]> { return this.#where.ofPayee(repeatTable, 'attemptNo', query); }
  byAttempt(attemptNo: string): Promise<RepeatPayment | undefined> { return this.#where.first(repeatTable, { attemptNo }); }
  ofOrder(platformOrderNo: string): Promise<readonly RepeatPayment[]> {
    return this.#where.ofOrder(repeatTable, platformOrderNo, ['createdAt', 'attemptNo']);
  }
}

export class SqlRepeatStore extends SqlRepeatReader implements RepeatPaymentStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, where: Whereabouts, engine: SqlEngine) {
    super(where);
    this.#unit = unit;
    this.#engine = engine;
  }

  add(record: RepeatPayment): Promise<'added' | 'exists'> {
    return addOnce(repeatTable, this.#unit, this.#engine, { attemptNo: record.attemptNo }, record);
  }
  put(record: RepeatPayment): Promise<void> { return repeatTable.put(this.#unit, record); }
}
