import type { Acting } from '../../../domain/operators/acting.js';
import type { OwnCall } from './route.js';

/** Whoever calls, as the audit log names them, and what they say of what they do. */
export const acting = ({ who: { operator }, asker, body }: Pick<OwnCall<unknown>, 'who' | 'asker' | 'body'>): Acting => ({ ...asker, by: operator, ...remarkIn(body) });

const remarkIn = (body: unknown): Pick<Acting, 'deedRemark'> =>
  (typeof body === 'object' && body !== null && 'deedRemark' in body && typeof body.deedRemark === 'string' ? { deedRemark: body.deedRemark.trim() } : {});
