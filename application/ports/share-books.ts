import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { BusinessNode } from '../../domain/sharing/business-node.js';
import type { SharePlace, ShareProgress } from '../../domain/sharing/share-progress.js';
import type { NotedOrder, QuarantinedRow, ShareBatch, SharePolicy } from '../../domain/sharing/share-records.js';
import type { SharedTableName } from '../../domain/sharing/shared-tables.js';

/** Most rows of one page and keys of one question. */
export const maxSharedRows = 500;

/** Rows behind `after` and not later than `until`, by (moment, key). */
export interface SharePageQuery { readonly after: SharePlace | undefined; readonly until: EpochMs; readonly limit: number }

/** What is kept of sharing data with the city: what is to go, how far it got, what was tried, what could not go, what may go in full. */
export interface ShareReader {
  progress(target: string, table: SharedTableName): Promise<ShareProgress | undefined>;
  /** The newest first. */
  batches(target: string, table: SharedTableName | undefined, limit: number): Promise<readonly ShareBatch[]>;
  quarantined(quarantineNo: string): Promise<QuarantinedRow | undefined>;
  /** Of these rows those that were ever quarantined. */
  quarantinedOf(target: string, table: SharedTableName, rowKeys: readonly string[]): Promise<readonly QuarantinedRow[]>;
  /** By number, behind `after`. */
  openQuarantine(target: string, after: string | undefined, limit: number): Promise<readonly QuarantinedRow[]>;
  openQuarantineCount(target: string, table: SharedTableName): Promise<number>;
  /** By table and column; at most one per column of a table. */
  policies(): Promise<readonly SharePolicy[]>;
  noted(platformOrderNo: string): Promise<NotedOrder | undefined>;
  notedPage(query: SharePageQuery): Promise<readonly NotedOrder[]>;
  /** Up to and including a place. */
  notedCount(until: SharePlace): Promise<number>;
  /** Those that exist. */
  nodes(nodeIds: readonly string[]): Promise<readonly BusinessNode[]>;
  nodePage(query: SharePageQuery): Promise<readonly BusinessNode[]>;
  nodeCount(until: SharePlace): Promise<number>;
  /** Paid orders by number, behind `after`, among those of daily work or those at rest in the archive: for an installation that shared nothing before. */
  paidOrderNos(where: 'current' | 'archived', after: string | undefined, limit: number): Promise<readonly string[]>;
  /** All nodes by number, behind `after`. */
  nodesById(after: string | undefined, limit: number): Promise<readonly BusinessNode[]>;
}

export interface ShareStore extends ShareReader {
  addProgress(progress: ShareProgress): Promise<'added' | 'exists'>;
  putProgress(progress: ShareProgress): Promise<void>;
  addBatch(batch: ShareBatch): Promise<void>;
  /** Unique by (target, table, rowKey). */
  addQuarantined(row: QuarantinedRow): Promise<'added' | 'exists'>;
  putQuarantined(row: QuarantinedRow): Promise<void>;
  addPolicy(policy: SharePolicy): Promise<'added' | 'exists'>;
  putPolicy(policy: SharePolicy): Promise<void>;
  addNoted(order: NotedOrder): Promise<'added' | 'exists'>;
  putNoted(order: NotedOrder): Promise<void>;
  addNode(node: BusinessNode): Promise<'added' | 'exists'>;
  putNode(node: BusinessNode): Promise<void>;
}
