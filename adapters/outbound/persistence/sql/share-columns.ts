import type { BusinessNode } from '../../../../domain/sharing/business-node.js';
import type { SharePlace, ShareProgress } from '../../../../domain/sharing/share-progress.js';
import type { NotedOrder, QuarantinedRow, ShareBatch, ShareBatchKind, ShareBatchState, SharePolicy } from '../../../../domain/sharing/share-records.js';
import { sharedTableNames } from '../../../../domain/sharing/shared-tables.js';
import { epochMs, flag, int, longText, oneOf, optional, text, words } from './codecs.js';
import { SqlTable } from './sql-table.js';

const target = text(64);
const tableName = oneOf(sharedTableNames);

export const notedTable = new SqlTable<NotedOrder>('share_order_outbox', {
  platformOrderNo: ['platform_order_no', text(32)], notedAt: ['noted_at', epochMs], version: ['version', int],
}, ['platformOrderNo']);

/** Progress as its row holds it: the mark in two columns. */
export interface ProgressRow extends Omit<ShareProgress, 'mark'> { readonly markAt: SharePlace['at'] | undefined; readonly markId: string | undefined }

export const progressTable = new SqlTable<ProgressRow>('share_watermark', {
  target: ['target_name', target], table: ['table_name', tableName], markAt: ['mark_at', optional(epochMs)], markId: ['mark_id', optional(text(128))],
  leaseOwner: ['lease_owner', optional(text(64))], leaseUntil: ['lease_until', epochMs], sequence: ['batch_sequence', int], failures: ['failure_count', int],
  notBefore: ['not_before', epochMs], phase: ['phase', oneOf<ShareProgress['phase']>(['incremental', 'reloading'])],
  countedDay: ['counted_day', optional(text(8))], version: ['version', int],
}, ['target', 'table']);

export const progressRow = ({ mark, ...rest }: ShareProgress): ProgressRow => ({ ...rest, markAt: mark?.at, markId: mark?.id });
export const progressOf = ({ markAt, markId, ...rest }: ProgressRow): ShareProgress =>
  ({ ...rest, mark: markAt === undefined || markId === undefined ? undefined : { at: markAt, id: markId } });

export const shareBatchTable = new SqlTable<ShareBatch>('share_batch', {
  batchNo: ['batch_no', text(32)], target: ['target_name', target], table: ['table_name', tableName],
  kind: ['batch_kind', oneOf<ShareBatchKind>(['export', 'single', 'reload-check', 'day-check'])],
  state: ['state', oneOf<ShareBatchState>(['done', 'failed', 'unknown', 'differs'])], rowCount: ['row_count', int], acceptedCount: ['accepted_count', int],
  quarantinedCount: ['quarantined_count', int], warningCount: ['warning_count', int], message: ['message_text', words(200)], beganAt: ['began_at', epochMs], endedAt: ['ended_at', epochMs],
}, ['batchNo']);

export const quarantineTable = new SqlTable<QuarantinedRow>('share_quarantine', {
  quarantineNo: ['quarantine_no', text(32)], target: ['target_name', target], table: ['table_name', tableName], rowKey: ['row_key', text(64)],
  reason: ['reason', text(32)], detail: ['detail_text', words(200)], state: ['state', oneOf<QuarantinedRow['state']>(['open', 'released'])],
  batchNo: ['batch_no', text(32)],
  times: ['times', int], firstAt: ['first_at', epochMs], lastAt: ['last_at', epochMs], version: ['version', int],
}, ['quarantineNo'], ['target', 'table', 'rowKey', 'firstAt']);

export const policyTable = new SqlTable<SharePolicy>('share_policy', {
  table: ['table_name', tableName], column: ['column_name', text(32)], isFull: ['is_full', flag], basis: ['basis_text', words(500)],
  decidedBy: ['decided_by', words(128)], decidedAt: ['decided_at', epochMs], version: ['version', int],
}, ['table', 'column']);

export const nodeTable = new SqlTable<BusinessNode>('share_node', {
  nodeId: ['node_id', text(128)], parentId: ['parent_id', text(128)], parentIds: ['parent_ids', longText], grade: ['grade', int], nodeName: ['node_name', words(200)],
  orgId: ['org_id', optional(text(64))], isGone: ['is_gone', flag], createdAt: ['created_at', epochMs], changedAt: ['changed_at', epochMs], version: ['version', int],
}, ['nodeId'], ['createdAt']);
