import { index, words, type Step } from './steps.js';

/** An auditor looks for what was done to one thing, of whatever day; and whoever decides about rights says why beside what the asker said. */
export const auditSteps: readonly Step[] = [
  index('0340-audit-object', 'audit_entry', 'audit_entry_object_ix', ['object_no', 'happened_at', 'entry_id']),
  { id: '0341-grant-opinion', change: 'add-column', table: 'grant_request', column: words('opinion', 500) },
];
