import type { Knex } from 'knex';
import { maxSharedRows, type SharePageQuery, type ShareReader, type ShareStore } from '../../../../application/ports/share-books.js';
import type { BusinessNode } from '../../../../domain/sharing/business-node.js';
import type { SharePlace, ShareProgress } from '../../../../domain/sharing/share-progress.js';
import type { NotedOrder, QuarantinedRow, ShareBatch, SharePolicy } from '../../../../domain/sharing/share-records.js';
import type { SharedTableName } from '../../../../domain/sharing/shared-tables.js';
import { int, text } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { orderTable } from './order-columns.js';
import { nodeTable, notedTable, policyTable, progressOf, progressRow, progressTable, quarantineTable, shareBatchTable } from './share-columns.js';
import { pageSize, withinMaxRows } from './row-limits.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

/** The columns by which the rows of a table have their turn. */
interface Turn { readonly at: string; readonly id: string }
const notedTurn: Turn = { at: notedTable.column('notedAt'), id: notedTable.column('platformOrderNo') };
const nodeTurn: Turn = { at: nodeTable.column('changedAt'), id: nodeTable.column('nodeId') };
const quarantineNo = quarantineTable.column('quarantineNo');

export class SqlShareReader implements ShareReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  async progress(target: string, table: SharedTableName): Promise<ShareProgress | undefined> {
    const row = await progressTable.first(this.#session, { target, table });
    return row && progressOf(row);
  }

  async batches(target: string, table: SharedTableName | undefined, limit: number): Promise<readonly ShareBatch[]> {
    const newest = [{ column: shareBatchTable.column('beganAt'), order: 'desc' as const }, { column: shareBatchTable.column('batchNo'), order: 'desc' as const }];
    const query = shareBatchTable.matching(this.#session, table === undefined ? { target } : { target, table });
    return shareBatchTable.list(await query.orderBy(newest).limit(pageSize(limit, maxSharedRows)));
  }

  quarantined(no: string): Promise<QuarantinedRow | undefined> { return quarantineTable.first(this.#session, { quarantineNo: no }); }
  quarantinedOf(target: string, table: SharedTableName, rowKeys: readonly string[]): Promise<readonly QuarantinedRow[]> {
    return quarantineTable.listAny(this.#session, 'rowKey', rowKeys, { target, table });
  }
  async openQuarantine(target: string, after: string | undefined, limit: number): Promise<readonly QuarantinedRow[]> {
    const query = quarantineTable.matching(this.#session, { target, state: 'open' }).orderBy(quarantineNo).limit(pageSize(limit, maxSharedRows));
    return quarantineTable.list(await (after === undefined ? query : query.where(quarantineNo, '>', after)));
  }
  openQuarantineCount(target: string, table: SharedTableName): Promise<number> {
    return this.#counted(quarantineTable, (query) => query.where(quarantineTable.condition({ target, table, state: 'open' })));
  }

  /** A handful: one for each column somebody decided about. */
  async policies(): Promise<readonly SharePolicy[]> {
    const rows: unknown = await this.#session.reading.table(policyTable.name).select(policyTable.columnNames)
      .orderBy([policyTable.column('table'), policyTable.column('column')]).limit(maxSharedRows);
    return withinMaxRows(policyTable.name, policyTable.list(rows));
  }

  noted(platformOrderNo: string): Promise<NotedOrder | undefined> { return notedTable.first(this.#session, { platformOrderNo }); }
  notedPage(query: SharePageQuery): Promise<readonly NotedOrder[]> { return this.#page(notedTable, notedTurn, query); }
  notedCount(until: SharePlace): Promise<number> { return this.#counted(notedTable, (query) => upTo(query, notedTurn, until)); }

  nodes(nodeIds: readonly string[]): Promise<readonly BusinessNode[]> { return nodeTable.listAny(this.#session, 'nodeId', nodeIds); }
  nodePage(query: SharePageQuery): Promise<readonly BusinessNode[]> { return this.#page(nodeTable, nodeTurn, query); }
  nodeCount(until: SharePlace): Promise<number> { return this.#counted(nodeTable, (query) => upTo(query, nodeTurn, until)); }
  /** In the order of the primary key, of which the moment is the first part. */
  async paidOrderNos(where: 'current' | 'archived', after: string | undefined, limit: number): Promise<readonly string[]> {
    const [no, state] = [orderTable.column('platformOrderNo'), orderTable.column('state')];
    const { name } = where === 'current' ? orderTable : orderTable.archive;
    const query = this.#session.reading.table(name).select(no).where(state, 'paid').orderBy(no).limit(pageSize(limit, maxSharedRows));
    const rows: unknown = await (after === undefined ? query : query.where(no, '>', after));
    return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(32).decode(row[no]));
  }

  async nodesById(after: string | undefined, limit: number): Promise<readonly BusinessNode[]> {
    const query = this.#session.reading.table(nodeTable.name).select(nodeTable.columnNames).orderBy(nodeTurn.id).limit(pageSize(limit, maxSharedRows));
    return nodeTable.list(await (after === undefined ? query : query.where(nodeTurn.id, '>', after)));
  }

  async #page<T extends object>(table: SqlTable<T>, turn: Turn, { after, until, limit }: SharePageQuery): Promise<readonly T[]> {
    const query = this.#session.reading.table(table.name).select(table.columnNames).where(turn.at, '<=', until)
      .orderBy([turn.at, turn.id]).limit(pageSize(limit, maxSharedRows));
    // The first condition is implied by the second; with it an index begins at the mark.
    if (after) query.where(turn.at, '>=', after.at).where((behind) => behind.where(turn.at, '>', after.at).orWhere(turn.id, '>', after.id));
    return table.list(await query);
  }

  async #counted<T extends object>(table: SqlTable<T>, narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<number> {
    const rows: unknown = await narrow(this.#session.reading.table(table.name).count({ total: '*' }));
    return int.decode((rows as readonly Readonly<Record<string, unknown>>[])[0]?.['total'] ?? 0);
  }
}

const upTo = (query: Knex.QueryBuilder, turn: Turn, { at, id }: SharePlace): Knex.QueryBuilder =>
  query.where(turn.at, '<=', at).where((before) => before.where(turn.at, '<', at).orWhere(turn.id, '<=', id));

export class SqlShareStore extends SqlShareReader implements ShareStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  addProgress(progress: ShareProgress): Promise<'added' | 'exists'> {
    const { target, table } = progress;
    return addOnce(progressTable, this.#unit, this.#engine, { target, table }, progressRow(progress));
  }
  putProgress(progress: ShareProgress): Promise<void> { return progressTable.put(this.#unit, progressRow(progress)); }
  addBatch(batch: ShareBatch): Promise<void> { return shareBatchTable.insert(this.#unit, batch); }
  addQuarantined(row: QuarantinedRow): Promise<'added' | 'exists'> {
    const { target, table, rowKey } = row;
    return addOnce(quarantineTable, this.#unit, this.#engine, { target, table, rowKey }, row);
  }
  putQuarantined(row: QuarantinedRow): Promise<void> { return quarantineTable.put(this.#unit, row); }
  addPolicy(policy: SharePolicy): Promise<'added' | 'exists'> {
    const { table, column } = policy;
    return addOnce(policyTable, this.#unit, this.#engine, { table, column }, policy);
  }
  putPolicy(policy: SharePolicy): Promise<void> { return policyTable.put(this.#unit, policy); }
  addNoted(order: NotedOrder): Promise<'added' | 'exists'> { return addOnce(notedTable, this.#unit, this.#engine, { platformOrderNo: order.platformOrderNo }, order); }
  putNoted(order: NotedOrder): Promise<void> { return notedTable.put(this.#unit, order); }
  addNode(node: BusinessNode): Promise<'added' | 'exists'> { return addOnce(nodeTable, this.#unit, this.#engine, { nodeId: node.nodeId }, node); }
  putNode(node: BusinessNode): Promise<void> { return nodeTable.put(this.#unit, node); }
}
