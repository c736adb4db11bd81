import { maxTradesAtOnce, type TradeReader, type TradeStore } from '../../../../application/ports/settlement-books.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import { fen as toFen } from '../../../../domain/kernel/money.js';
import type { Share } from '../../../../domain/settlement/shares.js';
import type { Trade, TradeKind, TradePurpose } from '../../../../domain/settlement/trade.js';
import { epochMs, fen, json, oneOf, optional, text, type Codec } from './codecs.js';
import { payChannel, payMethod } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { pageSize } from './row-limits.js';
import { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

export const tradeKind = oneOf<TradeKind>(['payment', 'refund']);
export const tradePurpose = oneOf<TradePurpose>(['order', 'repeat', 'late']);
export const tradeKey = text(40);

const shareList = json<readonly Share[]>(
  (parsed) => (parsed as readonly (readonly [string, string])[]).map(([subMerchantNo, amount]) => ({ subMerchantNo, amount: toFen(amount) })),
  (shares) => shares.map(({ subMerchantNo, amount }) => [subMerchantNo, amount.toString()]),
);
/** Nearly all trades have none, and a million of them come a day. */
const shares: Codec<readonly Share[]> = {
  encode: (value) => (value.length === 0 ? null : shareList.encode(value)),
  decode: (stored) => (stored === null ? [] : shareList.decode(stored)),
};

export const tradeTable = new SqlTable<Trade>('trade', {
  tradeKey: ['trade_key', tradeKey], kind: ['kind', tradeKind], purpose: ['purpose', tradePurpose], platformOrderNo: ['platform_order_no', text(32)],
  attemptNo: ['attempt_no', text(32)], platformRefundOrderNo: ['platform_refund_order_no', optional(text(32))], devId: ['dev_id', text(64)],
  merchantNo: ['merchant_no', text(32)], bizOrderNo: ['biz_order_no', text(128)], orderDate: ['order_date', text(8)], payChannel: ['pay_channel', payChannel],
  payMethod: ['pay_method', payMethod], channelMerchantId: ['channel_merchant_id', text(32)], channelOrderNo: ['channel_order_no', optional(text(128, 'any'))],
  orderAmount: ['order_amount', fen], amount: ['amount', fen], channelDiscountAmount: ['channel_discount_amount', fen], shares: ['share_list', shares],
  tradeAt: ['trade_at', epochMs], clearingDay: ['clearing_day', text(8)], settleState: ['settle_state', oneOf(['open', 'settled'])],
  settledDay: ['settled_day', optional(text(8))], seenRunNo: ['seen_run_no', optional(text(32))], createdAt: ['created_at', epochMs],
}, ['tradeKey']);

const key = tradeTable.column('tradeKey');
const day = tradeTable.column('clearingDay');

export class SqlTradeReader implements TradeReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  byKeys(tradeKeys: readonly string[]): Promise<readonly Trade[]> { return tradeTable.listAny(this.#session, 'tradeKey', tradeKeys); }

  async byChannelNo(channelMerchantId: string, channelOrderNo: string): Promise<Trade | undefined> {
    return (await tradeTable.sorted(this.#session, { channelMerchantId, channelOrderNo }, ['tradeKey']))[0];
  }

  ofOrder(platformOrderNo: string): Promise<readonly Trade[]> { return tradeTable.sorted(this.#session, { platformOrderNo }, ['createdAt', 'tradeKey']); }

  async unsettled({ channelMerchantId, from, to, after, limit }: Parameters<TradeReader['unsettled']>[0]): Promise<readonly Trade[]> {
    const query = tradeTable.matching(this.#session, { channelMerchantId, settleState: 'open' }).where(day, '>=', after?.clearingDay ?? from).where(day, '<=', to);
    if (after) query.where((behind) => behind.where(day, '>', after.clearingDay).orWhere((same) => same.where(day, after.clearingDay).andWhere(key, '>', after.tradeKey)));
    return tradeTable.list(await query.orderBy([day, key]).limit(pageSize(limit, maxTradesAtOnce)));
  }

  async settledUnseen({ channelMerchantId, day: settledDay, runNo, after, limit }: Parameters<TradeReader['settledUnseen']>[0]): Promise<readonly Trade[]> {
    const query = tradeTable.matching(this.#session, { channelMerchantId, settledDay }).where(tradeTable.column('seenRunNo'), '<>', runNo);
    if (after !== undefined) query.where(key, '>', after);
    return tradeTable.list(await query.orderBy(key).limit(pageSize(limit, maxTradesAtOnce)));
  }

  async anyOn(channelMerchantId: string, clearingDay: BusinessDay): Promise<boolean> {
    const rows: unknown = await this.#session.reading.table(tradeTable.name).select(key)
      .where(tradeTable.condition({ channelMerchantId, clearingDay })).whereIn(tradeTable.column('settleState'), ['open', 'settled']).limit(1);
    return Array.isArray(rows) && rows.length > 0;
  }
}

export class SqlTradeStore extends SqlTradeReader implements TradeStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  add(trade: Trade): Promise<'added' | 'exists'> { return addOnce(tradeTable, this.#unit, this.#engine, { tradeKey: trade.tradeKey }, trade); }
  addFresh(trade: Trade): Promise<void> { return tradeTable.insert(this.#unit, trade); }

  markSettled(tradeKeys: readonly string[], settledDay: BusinessDay, seenRunNo: string): Promise<void> {
    return tradeTable.changeEach(this.#unit, 'tradeKey', tradeKeys, { settleState: 'settled', settledDay, seenRunNo });
  }
  markOpen(tradeKeys: readonly string[]): Promise<void> {
    return tradeTable.changeEach(this.#unit, 'tradeKey', tradeKeys, { settleState: 'open', settledDay: undefined });
  }
}
