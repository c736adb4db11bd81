import type { AttemptReader, AttemptStore } from '../../../../application/ports/unit-of-work.js';
import { attemptArrows, type Attempt } from '../../../../domain/payments/attempt.js';
import type { Whereabouts } from './archive/whereabouts.js';
import { epochMs, fen, flag, int, optional, text, words } from './codecs.js';
import { payChannel, payMethod, stateOf } from './domain-codecs.js';
import type { RowCodes } from './row-codes.js';
import { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

export interface AttemptRow extends Attempt { readonly rowMac: string | undefined }

export const attemptTable = new SqlTable<AttemptRow>('pay_attempt', {
  attemptNo: ['attempt_no', text(32)], platformOrderNo: ['platform_order_no', text(32)], merchantNo: ['merchant_no', text(32)],
  payChannel: ['pay_channel', payChannel], payMethod: ['pay_method', payMethod], channelMerchantId: ['channel_merchant_id', text(32)],
  amount: ['amount', fen], state: ['state', stateOf(attemptArrows)], busy: ['busy', flag], channelTime: ['channel_time', text(14)],
  limitAt: ['limit_at', epochMs], codeDigest: ['code_digest', optional(text(64))], channelOrderNo: ['channel_order_no', optional(text(128, 'any'))],
  paidAt: ['paid_at', optional(epochMs)], paidByPayer: ['paid_by_payer', optional(fen)], channelDiscountAmount: ['channel_discount_amount', optional(fen)],
  clearingDay: ['clearing_day', optional(text(16))], reason: ['reason', optional(words(512))], cancelAskedAt: ['cancel_asked_at', optional(epochMs)],
  queriesAsked: ['queries_asked', int], receivedAt: ['received_at', epochMs], sentAt: ['sent_at', optional(epochMs)],
  answeredAt: ['answered_at', optional(epochMs)], recordedAt: ['recorded_at', optional(epochMs)], createdAt: ['created_at', epochMs], version: ['version', int],
  rowMac: ['row_mac', optional(text(64))],
}, ['attemptNo'], ['platformOrderNo', 'merchantNo', 'createdAt']);

export const attemptOf = ({ rowMac: _, ...attempt }: AttemptRow): Attempt => attempt;

/** Throws TamperedError for a row that was changed past the platform. */
export class SqlAttemptReader implements AttemptReader {
  readonly #where: Whereabouts;
  readonly #codes: RowCodes;
  constructor(where: Whereabouts, codes: RowCodes) {
    this.#where = where;
    this.#codes = codes;
  }

  async byNo(attemptNo: string): Promise<Attempt | undefined> {
    const row = await this.#where.first(attemptTable, { attemptNo });
    return row && this.#known(row);
  }
  async ofOrder(platformOrderNo: string): Promise<readonly Attempt[]> {
    const rows = await this.#where.ofOrder(attemptTable, platformOrderNo, ['createdAt', 'attemptNo']);
    return Promise.all(rows.map((row) => this.#known(row)));
  }

  async #known(row: AttemptRow): Promise<Attempt> {
    await this.#codes.check(attemptTable, row);
    return attemptOf(row);
  }
  async anyThrough(channelMerchantId: string, merchantNo?: string): Promise<boolean> {
    return await this.#where.first(attemptTable, { channelMerchantId, ...(merchantNo !== undefined && { merchantNo }) }) !== undefined;
  }
}

export class SqlAttemptStore extends SqlAttemptReader implements AttemptStore {
  readonly #unit: WritingSession;
  readonly #coding: RowCodes;
  constructor(unit: WritingSession, where: Whereabouts, codes: RowCodes) {
    super(where, codes);
    this.#unit = unit;
    this.#coding = codes;
  }

  add(attempt: Attempt): Promise<void> { return attemptTable.insert(this.#unit, this.#coding.coded(attemptTable, { ...attempt, rowMac: undefined }, 0)); }
  put(attempt: Attempt): Promise<void> { return attemptTable.put(this.#unit, this.#coding.coded(attemptTable, { ...attempt, rowMac: undefined }, 1)); }
}
