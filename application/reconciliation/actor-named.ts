import type { Actor } from '../../domain/audit/audit-entry.js';

/** `system` is the platform itself, by the name of its job; everybody else is an operator. */
export const actorNamed = (by: string, job: string): Actor =>
  (by === 'system' ? { kind: 'system', code: job, address: undefined } : { kind: 'operator', code: by, address: undefined });
