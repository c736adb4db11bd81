import { secondMs } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Provinces } from '../ports/province.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AskForBusiness } from './ask-for-business.js';
import { Places } from './places.js';

/** How long the province may take. */
export interface ProvincePatience {
  /** While a business system waits for its order or its notice. */
  readonly askMs: number;
  /** While a payer waits for the channel's page; afterwards nobody waits for the province. */
  readonly payMs: number;
  /** While a job waits. */
  readonly workMs: number;
  readonly statementMs: number;
}
export const defaultProvincePatience: ProvincePatience = { askMs: 2_000, payMs: 1_000, workMs: 8_000, statementMs: 30_000 };

/** So many jobs of one process are at the provinces at the same time: one that hangs must not hold up callbacks (design 4.9). */
const jobsAtOnce = 4;
export const newWorkPlaces = (): Places => new Places(jobsAtOnce);
/** How long a job waits at least for a place among them. */
export const placeWaitMs = 3 * secondMs;

/** What most of these use cases work with. */
export interface NoticeParts {
  readonly unitOfWork: UnitOfWork;
  readonly directory: Pick<Directory, 'payee' | 'nontaxRegion' | 'nontaxItem'>;
  readonly provinces: Provinces;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly patience: ProvincePatience;
  /** Of a process' job runner, for all provinces together. */
  readonly workPlaces: Places;
  readonly ask: Pick<AskForBusiness, 'run' | 'mayIssue'>;
}
