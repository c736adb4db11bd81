import type { LengthMode } from '../../domain/sharing/fit-text.js';
import type { Clock } from '../ports/clock.js';
import type { DataShareWriter } from '../ports/data-sharing.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What everything that talks to the target needs. */
export interface ShareParts {
  readonly unitOfWork: UnitOfWork; readonly writer: DataShareWriter; readonly clock: Clock; readonly ids: Ids; readonly journal: Journal;
  readonly lengthMode: LengthMode; readonly batchSize: number; readonly timeoutMs: number;
}
