import type { Knex } from 'knex';
import { maxGivenUpAtOnce, mostDevelopers, mostMeasured, type CallbackDeskReader, type CallbackHealth } from '../../../../application/ports/callback-desk.js';
import type { Callback, CallbackState } from '../../../../domain/callbacks/callback.js';
import { medianOf } from '../../../../domain/callbacks/median.js';
import type { BatchStanding, ResendBatch } from '../../../../domain/callbacks/resend-batch.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { epochMs, int, text } from './codecs.js';
import { pageSize } from './row-limits.js';
import type { SqlTable } from './sql-table.js';
import type { Session } from './unit-scope.js';

type Row = Readonly<Record<string, unknown>>;
const devIdCodec = text(64);

/** What the callback desk reads: always of one state and a window, for which there is an index. */
export class CallbackDesk implements CallbackDeskReader {
  readonly #session: Session;
  readonly #table: SqlTable<Callback>;
  constructor(session: Session, table: SqlTable<Callback>) { [this.#session, this.#table] = [session, table]; }

  async health(fromAt: EpochMs, toAt: EpochMs): Promise<readonly CallbackHealth[]> {
    const [devId, tries, acceptedAt] = [this.#table.column('devId'), this.#table.column('tries'), this.#table.column('acceptedAt')];
    const byDeveloper = new Map<string, CallbackHealth>();
    const add = (row: Row, change: (health: CallbackHealth, total: number) => Partial<CallbackHealth>): void => {
      const id = devIdCodec.decode(row[devId]);
      const known = byDeveloper.get(id) ?? { devId: id, waiting: 0, atOnce: 0, retried: 0, givenUp: 0, lastAcceptedAt: undefined, medianMs: undefined };
      byDeveloper.set(id, { ...known, ...change(known, int.decode(row['total'])) });
    };
    const grouped = async (state: CallbackState, columns: readonly string[]): Promise<readonly Row[]> => {
      const rows: unknown = await this.#within(state, fromAt, toAt).select([...columns]).count({ total: '*' }).max({ last_at: acceptedAt }).groupBy([...columns]);
      return rows as readonly Row[];
    };
    for (const row of await grouped('pending', [devId])) add(row, (_, waiting) => ({ waiting }));
    for (const row of await grouped('failed', [devId])) add(row, (_, givenUp) => ({ givenUp }));
    for (const row of await grouped('accepted', [devId, tries])) {
      const lastAt = row['last_at'] === null ? 0 : epochMs.decode(row['last_at']);
      add(row, (known, total) => ({
        ...(int.decode(row[tries]) <= 1 ? { atOnce: known.atOnce + total } : { retried: known.retried + total }), lastAcceptedAt: Math.max(known.lastAcceptedAt ?? 0, lastAt) || undefined,
      }));
    }
    if (byDeveloper.size > mostDevelopers) throw new RangeError(`callbacks of more than ${mostDevelopers} developers`);
    const sorted = [...byDeveloper.values()].sort((a, b) => (a.devId < b.devId ? -1 : 1));
    const measured: CallbackHealth[] = [];
    for (const health of sorted) measured.push({ ...health, medianMs: medianOf(await this.#newestTimes(health.devId, fromAt, toAt)) });
    return measured;
  }

  async batchStanding({ devId, fromAt, toAt, askedAt }: ResendBatch, now: EpochMs): Promise<BatchStanding> {
    const mine = { devId } as const;
    const [firstTriedAt, lastTriedAt, nextTryAt, acceptedAt] = (['firstTriedAt', 'lastTriedAt', 'nextTryAt', 'acceptedAt'] as const).map((name) => this.#table.column(name)) as [string, string, string, string];
    return {
      left: await counted(this.#within('failed', fromAt, toAt).where(this.#table.condition(mine)).where(lastTriedAt, '<', askedAt)),
      failedAgain: await counted(this.#within('failed', fromAt, toAt).where(this.#table.condition(mine)).where(lastTriedAt, '>=', askedAt)),
      accepted: await counted(this.#within('accepted', fromAt, toAt).where(this.#table.condition(mine)).where(firstTriedAt, '<', askedAt).where(acceptedAt, '>=', askedAt)),
      underWay: await counted(this.#session.reading.table(this.#table.name).where(this.#table.condition({ state: 'pending', ...mine })).where(nextTryAt, '<=', now)),
    };
  }

  async leftOf({ devId, fromAt, toAt, askedAt }: ResendBatch, limit: number): Promise<readonly Callback[]> {
    const [createdAt, lastTriedAt] = [this.#table.column('createdAt'), this.#table.column('lastTriedAt')];
    const rows: unknown = await this.#table.matching(this.#session, { state: 'failed', devId }).where(createdAt, '>=', fromAt).where(createdAt, '<', toAt).where(lastTriedAt, '<', askedAt)
      .orderBy([createdAt, this.#table.column('callbackId')]).limit(pageSize(limit, maxGivenUpAtOnce));
    return this.#table.list(rows);
  }

  async #newestTimes(devId: string, fromAt: EpochMs, toAt: EpochMs): Promise<readonly number[]> {
    const [createdAt, acceptedAt] = [this.#table.column('createdAt'), this.#table.column('acceptedAt')];
    const rows: unknown = await this.#within('accepted', fromAt, toAt).where(this.#table.condition({ devId })).select([createdAt, acceptedAt])
      .orderBy([{ column: createdAt, order: 'desc' }, { column: this.#table.column('callbackId'), order: 'desc' }]).limit(mostMeasured);
    return (rows as readonly Row[]).flatMap((row) => (row[acceptedAt] === null ? [] : [epochMs.decode(row[acceptedAt]) - epochMs.decode(row[createdAt])]));
  }

  #within(state: CallbackState, fromAt: EpochMs, toAt: EpochMs): Knex.QueryBuilder {
    const createdAt = this.#table.column('createdAt');
    return this.#session.reading.table(this.#table.name).where(this.#table.condition({ state })).where(createdAt, '>=', fromAt).where(createdAt, '<', toAt);
  }
}

async function counted(query: Knex.QueryBuilder): Promise<number> {
  const rows: unknown = await query.count({ total: '*' });
  return int.decode((rows as readonly Row[])[0]?.['total'] ?? 0);
}
