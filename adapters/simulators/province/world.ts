import type { FaultQueue } from '../shared/fault-queue.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import type { Access } from './access.js';
import type { Announcer } from './announcer.js';
import type { ResultTable } from './norm/norm-partner.js';
import type { SlipBook } from './slip-book.js';

/** The parts of one simulated province. */
export interface ProvinceWorld {
  readonly clock: SteppedClock;
  readonly access: Access;
  readonly book: SlipBook;
  readonly faults: FaultQueue;
  readonly announcer: Announcer;
  readonly switches: {
    charset: 'utf-8' | 'gbk';
    /** How a repeated confirmation with the same serial number is answered: both are seen in the field. */
    repeatedConfirm: 'same-answer' | 'error';
    /** Results on the line: the three that have been seen, or a finer list. */
    normResults: ResultTable;
    /** Number under which a confirmation is understood on the line; the norm itself has none. */
    normConfirm: string | undefined;
  };
}
