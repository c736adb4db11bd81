import { deedEntry, type Acting, type Deed } from '../../domain/operators/acting.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

/** What everything that changes the directory works with. `clock`: the platform's. */
export interface DirectoryParts { readonly unitOfWork: UnitOfWork; readonly ids: Pick<Ids, 'next'>; readonly clock: Clock }

export type ReadRefusal = 'unknown' | 'changed-meanwhile';

/** A row that somebody wants to change who has seen it as it was at `version`. */
export function asRead<T extends { readonly version: number }>(row: T | undefined, version: number): Result<T, ReadRefusal> {
  if (row === undefined) return refuse('unknown');
  return row.version === version ? ok(row) : refuse('changed-meanwhile');
}

/** Writes the audit entry of a change, in its unit (AUD-01). */
export const noteDeed = ({ audit }: Pick<Stores, 'audit'>, { ids, clock }: Pick<DirectoryParts, 'ids' | 'clock'>, acting: Acting, deed: Deed): Promise<void> =>
  audit.append(deedEntry(ids.next(), clock.now(), acting, deed));

export const onOff = (enabled: boolean): string => (enabled ? '启用' : '停用');
