import { bigint, code, index, int, maybeBigint, maybeCode, table, type Step } from './steps.js';

/** How far rows have come to the keys of today (KEY-02). */
export const keyWalkTables: readonly Step[] = [
  table('0298-key-walk', 'key_walk', ['walk_name'], [
    code('walk_name'), code('key_names', 200), int('table_index'), maybeCode('after_key', 128), int('after_round'), bigint('rows_seen'), bigint('rows_renewed'), bigint('rows_changed'), bigint('begun_at'),
    maybeBigint('ended_at'), int('version'),
  ]),
];

/** For the ended sessions that are deleted after their time. */
export const endedSessionIndex: readonly Step[] = [index('0299-operator-session-ended', 'operator_session', 'operator_session_ended_ix', ['ended_at', 'token_hash'])];

/** For the count of opt-outs that still stand under an older key. */
export const olderBlocksIndex: readonly Step[] = [index('0390-block-changed', 'text_block', 'text_block_changed_ix', ['changed_at', 'phone_index'])];
