import { bigint, code, index, int, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Keys of UKeys: whose each is, and by whose will it counts (AUTH-03). */
export const operatorKeyTables: readonly Step[] = [
  table('0310-operator-key', 'operator_key', ['key_no'], [
    code('key_no'), code('operator_no'), code('public_key', 130), code('key_print', 64), code('state', 16), code('asked_by', 64), bigint('asked_at'), maybeCode('decided_by', 64),
    maybeBigint('decided_at'), words('remark', 500), code('row_mac', 64), int('version'),
  ]),
  // A key belongs to one account for good.
  uniqueIndex('0311-operator-key-print', 'operator_key', 'operator_key_print_uq', ['key_print']),
  index('0312-operator-key-of', 'operator_key', 'operator_key_of_ix', ['operator_no', 'asked_at', 'key_no']),
  index('0313-operator-key-list', 'operator_key', 'operator_key_list_ix', ['asked_at', 'key_no']),
  index('0314-operator-key-state', 'operator_key', 'operator_key_state_ix', ['state', 'asked_at', 'key_no']),
];
