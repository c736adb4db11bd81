import { bigint, code, int, maybeCode, table, words, type Step } from './steps.js';

/** Node numbers and the processes that hold them; the mark of the key store with which all of them must work. */
export const processTables: readonly Step[] = [
  table('0031-node-number', 'node_number', ['node_no'], [
    int('node_no'), bigint('used_until'), maybeCode('holding'), bigint('lease_until'), bigint('seen_at'), words('host_name', 64), bigint('process_id'),
    code('process_role', 16), code('program_version'), bigint('started_at'), int('version'),
  ]),
  table('0032-key-mark', 'key_mark', ['mark_name'], [code('mark_name'), code('mark_mac', 64)]),
];
