import type { DeliveredGroup } from '../../domain/menus/menu.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface MenuParts {
  readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock;
  /** Wall or monotonic milliseconds. */
  readonly wallNow: () => number;
  /** The menu of this release. */
  readonly delivered: readonly DeliveredGroup[];
}
