import type { FaultQueue } from '../shared/fault-queue.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import type { BillBooks } from './bill-books.js';
import type { Client } from './envelope.js';

/** What every part of the simulated bill system shares. */
export interface EBillWorld {
  readonly clock: SteppedClock;
  readonly books: BillBooks;
  readonly faults: FaultQueue;
  readonly clients: ReadonlyMap<string, Client>;
  /** Of requests of the last minutes with their time; a repeated one is refused. */
  readonly noises: Map<string, number>;
  /** Ends with the simulator, and with it every hanging call. */
  readonly life: AbortSignal;
  /** Known once it listens. */
  readonly address: { baseUrl: string };
}
