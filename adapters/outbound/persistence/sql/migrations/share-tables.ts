import { bigint, code, flag, index, int, maybeCode, maybeBigint, table, uniqueIndex, words, longText, type Step } from './steps.js';

/** What goes to the city's data sharing platform, how far it got, and what could not go. */
export const shareTables: readonly Step[] = [
  table('0160-share-order', 'share_order_outbox', ['platform_order_no'], [code('platform_order_no'), bigint('noted_at'), int('version')]),
  index('0161-share-order-turn', 'share_order_outbox', 'share_order_turn_ix', ['noted_at', 'platform_order_no']),
  table('0162-share-watermark', 'share_watermark', ['target_name', 'table_name'], [
    code('target_name', 64), code('table_name'), maybeBigint('mark_at'), maybeCode('mark_id', 128), maybeCode('lease_owner', 64), bigint('lease_until'),
    int('batch_sequence'), int('failure_count'), bigint('not_before'), code('phase', 16), maybeCode('counted_day', 8), int('version'),
  ]),
  table('0163-share-batch', 'share_batch', ['batch_no'], [
    code('batch_no'), code('target_name', 64), code('table_name'), code('batch_kind', 16), code('state', 16), int('row_count'), int('accepted_count'),
    int('quarantined_count'), int('warning_count'), words('message_text', 200), bigint('began_at'), bigint('ended_at'),
  ]),
  index('0164-share-batch-time', 'share_batch', 'share_batch_time_ix', ['began_at', 'batch_no']),
  table('0165-share-quarantine', 'share_quarantine', ['quarantine_no'], [
    code('quarantine_no'), code('target_name', 64), code('table_name'), code('row_key', 64), code('reason', 32), words('detail_text', 200), code('state', 16),
    code('batch_no'), int('times'), bigint('first_at'), bigint('last_at'), int('version'),
  ]),
  uniqueIndex('0166-share-quarantine-row', 'share_quarantine', 'share_quarantine_row_uq', ['target_name', 'table_name', 'row_key']),
  table('0167-share-policy', 'share_policy', ['table_name', 'column_name'], [
    code('table_name'), code('column_name'), flag('is_full'), words('basis_text', 500), words('decided_by', 128), bigint('decided_at'), int('version'),
  ]),
  table('0168-share-node', 'share_node', ['node_id'], [
    code('node_id', 128), code('parent_id', 128), longText('parent_ids'), int('grade'), words('node_name', 200), maybeCode('org_id', 64), flag('is_gone'),
    bigint('created_at'), bigint('changed_at'), int('version'),
  ]),
  index('0169-share-node-turn', 'share_node', 'share_node_turn_ix', ['changed_at', 'node_id']),
];
