import { bigint, code, int, table, type Step } from './steps.js';

/** Signed heads of the audit chain (AUD-05): written once. */
export const auditHeadTables: readonly Step[] = [
  table('0297-audit-signed-head', 'audit_signed_head', ['last_seq'], [int('last_seq'), code('last_mac', 64), bigint('signed_at'), int('previous_seq'), code('key_name', 64), code('signature_text', 200)]),
];
