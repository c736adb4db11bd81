import type { RefundReader, RefundStore } from '../../../../application/ports/unit-of-work.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { refundArrows, type ApprovalState, type Refund, type RefundOrigin } from '../../../../domain/refunds/refund.js';
import type { Whereabouts } from './archive/whereabouts.js';
import { epochMs, fen, int, longText, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import type { RowCodes } from './row-codes.js';
import { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

const origins = ['merchant', 'rule', 'person'] as const satisfies readonly RefundOrigin[];
const approvals = ['not-needed', 'pending', 'approved', 'rejected'] as const satisfies readonly ApprovalState[];

export interface RefundRow extends Refund { readonly rowMac: string | undefined }

export const refundTable = new SqlTable<RefundRow>('pay_refund', {
  platformRefundOrderNo: ['platform_refund_order_no', text(32)], origin: ['origin', oneOf<RefundOrigin>(origins)], devId: ['dev_id', text(64)],
  merchantNo: ['merchant_no', text(32)], bizRefundOrderNo: ['biz_refund_order_no', text(128)], refundOrderDate: ['refund_order_date', text(8)],
  platformOrderNo: ['platform_order_no', text(32)], refundAmount: ['refund_amount', fen], refundTitle: ['refund_title', words(512)],
  refundReason: ['refund_reason', optional(words(512))], notifyUrl: ['notify_url', optional(text(256))],
  passbackParams: ['passback_params', optional(longText)], subMerchantNo: ['sub_merchant_no', optional(text(32))],
  nontaxRefundRef: ['nontax_refund_ref', optional(text(128, 'any'))], attemptNo: ['attempt_no', text(32)], contentDigest: ['content_digest', text(64)],
  state: ['state', stateOf(refundArrows)], stateMsg: ['state_msg', words(512)], approvalState: ['approval_state', oneOf<ApprovalState>(approvals)],
  approvalRemark: ['approval_remark', optional(words(512))], requestedBy: ['requested_by', text(128, 'any')],
  approvedBy: ['approved_by', optional(text(128, 'any'))], refundTradeNo: ['refund_trade_no', optional(text(32))],
  refundTradeTime: ['refund_trade_time', optional(text(14))], channelRefundNo: ['channel_refund_no', optional(text(128, 'any'))],
  queriesAsked: ['queries_asked', int], createdAt: ['created_at', epochMs], sentAt: ['sent_at', optional(epochMs)],
  refundedAt: ['refunded_at', optional(epochMs)], version: ['version', int], rowMac: ['row_mac', optional(text(64))],
}, ['platformRefundOrderNo'], ['devId', 'merchantNo', 'bizRefundOrderNo', 'platformOrderNo', 'refundAmount', 'attemptNo', 'contentDigest', 'createdAt']);

export const refundOf = ({ rowMac: _, ...refund }: RefundRow): Refund => refund;

/** Throws TamperedError for a row that was changed past the platform. */
export class SqlRefundReader implements RefundReader {
  readonly #where: Whereabouts;
  readonly #codes: RowCodes;
  constructor(where: Whereabouts, codes: RowCodes) {
    this.#where = where;
    this.#codes = codes;
  }

  byNo(platformRefundOrderNo: string): Promise<Refund | undefined> { return this.#first({ platformRefundOrderNo }); }
  byBizNo(devId: string, merchantNo: string, bizRefundOrderNo: string): Promise<Refund | undefined> { return this.#first({ devId, merchantNo, bizRefundOrderNo }); }
  byTradeNo(refundTradeNo: string): Promise<Refund | undefined> { return this.#first({ refundTradeNo }); }
  async ofOrder(platformOrderNo: string): Promise<readonly Refund[]> {
    const rows = await this.#where.ofOrder(refundTable, platformOrderNo, ['createdAt', 'platformRefundOrderNo']);
    return Promise.all(rows.map((row) => this.#known(row)));
  }

  async #first(match: Partial<RefundRow>): Promise<Refund | undefined> {
    const row = await this.#where.first(refundTable, match);
    return row && this.#known(row);
  }

  async #known(row: RefundRow): Promise<Refund> {
    await this.#codes.check(refundTable, row);
    return refundOf(row);
  }
}

export class SqlRefundStore extends SqlRefundReader implements RefundStore {
  readonly #unit: WritingSession;
  readonly #coding: RowCodes;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, where: Whereabouts, codes: RowCodes, engine: SqlEngine) {
    super(where, codes);
    this.#unit = unit;
    this.#coding = codes;
    this.#engine = engine;
  }

  async add(refund: Refund): Promise<void> {
    try {
      await refundTable.insert(this.#unit, this.#coding.coded(refundTable, { ...refund, rowMac: undefined }, 0));
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('the refund number was taken meanwhile', { cause: error }) : error;
    }
  }
  put(refund: Refund): Promise<void> { return refundTable.put(this.#unit, this.#coding.coded(refundTable, { ...refund, rowMac: undefined }, 1)); }
}
