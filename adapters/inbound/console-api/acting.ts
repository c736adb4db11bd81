import type { Acting } from '../../../domain/operators/acting.js';
import type { OwnCall } from './route.js';

/** Whoever calls, as the audit log names them. */
export const acting = ({ who: { operator }, asker }: Pick<OwnCall<never>, 'who' | 'asker'>): Acting => ({ ...asker, by: operator });
