import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { CountRows } from '../../../../application/sharing/count-rows.js';
import { ExportBatch } from '../../../../application/sharing/export-batch.js';
import { businessNodeRows } from '../../../../application/sharing/node-source.js';
import { orderBillRows, paidOrderRows } from '../../../../application/sharing/order-source.js';
import { RefreshNodes } from '../../../../application/sharing/refresh-nodes.js';
import type { ShareParts } from '../../../../application/sharing/share-parts.js';
import { ShareRound } from '../../../../application/sharing/share-round.js';
import type { DataShareWriter, Looked, OutgoingBatch, ShareAnswer } from '../../../../application/ports/data-sharing.js';
import type { Persistence } from '../../../../adapters/outbound/persistence/sql/sql-persistence.js';
import type { SharedRow } from '../../../../domain/sharing/map-row.js';
import type { Order } from '../../../../domain/payments/order.js';
import type { SharedTableName } from '../../../../domain/sharing/shared-tables.js';
import { no, noon } from '../../../builders/moments.js';
import { anOrder } from '../../../builders/payments.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { RecordingJournal } from '../recording-journal.js';

/** A target in memory that does what it is told: takes, rejects some rows, is away, or takes and says nothing. */
export class PlayedTarget implements DataShareWriter {
  readonly target = 'played';
  readonly rows = new Map<string, SharedRow>();
  readonly batches: OutgoingBatch[] = [];
  mood: 'takes' | 'away' | 'silent' | 'deaf' = 'takes';
  readonly rejects = new Set<string>();
  duringWrite: () => Promise<void> = () => Promise.resolve();
  readonly looking = {
    count: (table: { readonly name: SharedTableName }): Promise<Looked<number>> => Promise.resolve({ kind: 'seen', value: [...this.rows.keys()].filter((key) => key.startsWith(`${table.name} `)).length }),
    rowsPerKey: (table: { readonly name: SharedTableName }, keys: readonly string[]): Promise<Looked<ReadonlyMap<string, number>>> =>
      Promise.resolve({ kind: 'seen', value: new Map(keys.filter((key) => this.rows.has(`${table.name} ${key}`)).map((key) => [key, 1])) }),
  };

  async write(batch: OutgoingBatch): Promise<ShareAnswer> {
    this.batches.push(batch);
    await this.duringWrite();
    if (this.mood === 'away') return { kind: 'not-taken', why: 'ECONNREFUSED' };
    if (this.mood === 'deaf') return { kind: 'unknown', why: 'timeout' };
    const rejected = batch.rows.filter(({ key }) => this.rejects.has(key)).map(({ key }) => ({ key, reason: '22001' }));
    for (const row of batch.rows) if (!this.rejects.has(row.key)) this.rows.set(`${batch.table.name} ${row.key}`, row);
    return this.mood === 'silent' ? { kind: 'unknown', why: 'cut-off' } : { kind: 'taken', rejected };
  }

  keys(table: SharedTableName): readonly string[] { return [...this.rows.keys()].filter((key) => key.startsWith(`${table} `)).map((key) => key.slice(table.length + 1)).sort(); }
}

/** Sharing over the memory store, with a target that can be told what to do. */
export class ShareDesk {
  readonly clock = new HandClock(noon);
  readonly ids = new CountingIds();
  readonly #database = new MemoryDatabase();
  readonly store: Persistence = memoryPersistence({ vault: new FakeVault(), ids: this.ids, clock: this.clock }, this.#database);
  readonly journal = new RecordingJournal();
  readonly target = new PlayedTarget();
  readonly parts: ShareParts;
  readonly orders;
  readonly nodes;
  readonly bills;
  readonly exportBatch;
  readonly countRows;
  readonly refreshNodes;

  constructor(batchSize = 500) {
    const { unitOfWork, tree, directory } = this.store;
    this.parts = { unitOfWork, writer: this.target, clock: this.clock, ids: this.ids, journal: this.journal, lengthMode: 'char', batchSize, timeoutMs: 1000 };
    this.orders = paidOrderRows(unitOfWork);
    this.nodes = businessNodeRows(unitOfWork);
    this.bills = orderBillRows(unitOfWork, directory);
    this.exportBatch = new ExportBatch(this.parts);
    this.countRows = new CountRows(this.parts);
    this.refreshNodes = new RefreshNodes(unitOfWork, tree, this.clock);
  }

  round(): ShareRound {
    const { exportBatch, countRows, refreshNodes } = this;
    return new ShareRound({ ...this.parts, sources: [this.orders, this.nodes], exportBatch, countRows, refreshNodes });
  }

  async paid(suffix: number, changes: Partial<Order> = {}, notedAt = noon - 3_600_000): Promise<string> {
    const platformOrderNo = no(suffix);
    await this.store.unitOfWork.run(({ orders }) => orders.add(anOrder({
      platformOrderNo, bizOrderNo: `B${suffix}`, cashierToken: `token-${suffix}`, state: 'paid', userId: `U${suffix}`, payer: { name: '张三', mobile: '13800138000', certNo: '350402199001011234' }, ...changes,
    })));
    await this.store.unitOfWork.run(({ sharing }) => sharing.addNoted({ platformOrderNo, notedAt, version: 1 }));
    return platformOrderNo;
  }

  progress() { return this.store.unitOfWork.read(({ sharing }) => sharing.progress('played', 'paid-orders')); }
  log() { return this.store.unitOfWork.read(({ sharing }) => sharing.batches('played', 'paid-orders', 100)); }
  audited() { return this.#database.tables.audit.all(false).map(({ entry }) => entry); }
  aside() { return this.store.unitOfWork.read(({ sharing }) => sharing.openQuarantine('played', undefined, 100)); }
}
