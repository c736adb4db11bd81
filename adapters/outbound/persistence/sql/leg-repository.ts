import { maxLegsAtOnce, type LegReader, type LegStore } from '../../../../application/ports/leg-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import type { LegCheck } from '../../../../domain/settlement/leg-check.js';
import type { LegOrder } from '../../../../domain/settlement/legs-of-order.js';
import type { KeptGap } from '../../../../domain/settlement/order-legs.js';
import type { Whereabouts } from './archive/whereabouts.js';
import { text } from './codecs.js';
import type { SqlEngine } from './engine.js';
import {
  legBillTable, legCheckRow, legCheckTable, legGapRow, legGapTable, legNoticeTable, legOrderTable, legRefundTable, toCheck, type LegGapRow, type LegRefundRow,
} from './leg-columns.js';
import { addOnce } from './looked-up-insert.js';
import { pageSize } from './row-limits.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

const [orderNo, leg, seq] = [legGapTable.column('platformOrderNo'), legGapTable.column('leg'), legGapTable.column('seq')];
const [seenAt, closedAt] = [legGapTable.column('firstSeenAt'), legGapTable.column('closedAt')];
const toGap = ({ state: _state, ...gap }: LegGapRow): KeptGap => gap;

export class SqlLegReader implements LegReader {
  readonly #session: Session;
  readonly #where: Whereabouts;
  constructor(session: Session, where: Whereabouts) {
    this.#session = session;
    this.#where = where;
  }

  async ordersOf(nos: readonly string[]): Promise<readonly LegOrder[]> {
    const here = await this.#any(legOrderTable, nos);
    const known = new Set(here.map(({ platformOrderNo }) => platformOrderNo));
    const missing = nos.filter((no) => !known.has(no));
    return missing.length === 0 || !await this.#where.inUse() ? here : [...here, ...await this.#any(legOrderTable.archive, missing)];
  }

  async refundsOf(nos: readonly string[]): Promise<readonly LegRefundRow[]> {
    const here = await this.#any(legRefundTable, nos, { state: 'refunded' });
    // All refunds of an order are in one place together.
    const known = new Set(here.map(({ platformOrderNo }) => platformOrderNo));
    return await this.#where.inUse() ? [...here, ...await this.#any(legRefundTable.archive, nos.filter((no) => !known.has(no)), { state: 'refunded' })] : here;
  }

  noticesOf(nos: readonly string[]) { return this.#any(legNoticeTable, nos); }
  billsOf(nos: readonly string[]) { return this.#any(legBillTable, nos); }

  /** Not by the kept statements: these tables have them for all columns. */
  async #any<T extends { readonly platformOrderNo: string }>(table: SqlTable<T>, nos: readonly string[], match?: Partial<T>): Promise<readonly T[]> {
    const query = table.matchingAny(this.#session, 'platformOrderNo', nos, match);
    return query === undefined ? [] : table.list(await query);
  }

  async check(day: BusinessDay, channelMerchantId: string): Promise<LegCheck | undefined> {
    const row = await legCheckTable.first(this.#session, { day, channelMerchantId });
    return row && toCheck(row);
  }

  async checksOn(day: BusinessDay): Promise<readonly LegCheck[]> {
    return (await legCheckTable.sorted(this.#session, { day }, ['channelMerchantId'])).map(toCheck);
  }

  async gap(gapNo: string): Promise<KeptGap | undefined> {
    const row = await legGapTable.first(this.#session, { gapNo });
    return row && toGap(row);
  }

  async gapsOf(day: BusinessDay, nos: readonly string[]): Promise<readonly KeptGap[]> { return (await legGapTable.listAny(this.#session, 'platformOrderNo', nos, { day })).map(toGap); }

  async ordersWithGaps({ day, channelMerchantId, after, limit }: Parameters<LegReader['ordersWithGaps']>[0]): Promise<readonly string[]> {
    const query = this.#session.reading.table(legGapTable.name).distinct(orderNo).where(legGapTable.condition({ day, channelMerchantId, state: 'open' }));
    const rows: unknown = await (after === undefined ? query : query.where(orderNo, '>', after)).orderBy(orderNo).limit(pageSize(limit, maxLegsAtOnce));
    return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(32).decode(row[orderNo]));
  }

  async openAt({ day, at, after, limit }: Parameters<LegReader['openAt']>[0]): Promise<readonly KeptGap[]> {
    const query = legGapTable.matching(this.#session, { day }).where(seenAt, '<=', at).where((open) => open.whereNull(closedAt).orWhere(closedAt, '>', at));
    if (after) {
      query.where(orderNo, '>=', after.platformOrderNo).where((behind) => behind.where(orderNo, '>', after.platformOrderNo).orWhere(leg, '>', after.leg)
        .orWhere((same) => same.where(leg, after.leg).where(seq, '>', after.seq)));
    }
    return legGapTable.list(await query.orderBy([orderNo, leg, seq]).limit(pageSize(limit, maxLegsAtOnce))).map(toGap);
  }
}

export class SqlLegStore extends SqlLegReader implements LegStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, where: Whereabouts, engine: SqlEngine) {
    super(unit, where);
    this.#unit = unit;
    this.#engine = engine;
  }

  addCheck(check: LegCheck): Promise<'added' | 'exists'> {
    return addOnce(legCheckTable, this.#unit, this.#engine, { day: check.day, channelMerchantId: check.channelMerchantId }, legCheckRow(check));
  }
  putCheck(check: LegCheck): Promise<void> { return legCheckTable.put(this.#unit, legCheckRow(check)); }

  async addGaps(gaps: readonly KeptGap[]): Promise<void> {
    try {
      await legGapTable.insertAll(this.#unit, gaps.map(legGapRow));
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('gaps were added meanwhile', { cause: error }) : error;
    }
  }
  closeGap(gap: KeptGap): Promise<void> { return legGapTable.put(this.#unit, legGapRow(gap)); }
}
