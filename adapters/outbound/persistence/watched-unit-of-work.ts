import type { Readers, Stores, UnitOfWork } from '../../../application/ports/unit-of-work.js';
import type { TamperWatch } from './tamper-watch.js';

/** The unit of work, with an alarm for each changed row that it meets. */
export class WatchedUnitOfWork implements UnitOfWork {
  readonly #watched: UnitOfWork;
  readonly #watch: TamperWatch;
  constructor(watched: UnitOfWork, watch: TamperWatch) {
    this.#watched = watched;
    this.#watch = watch;
  }

  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> { return this.#watch.over(this.#watched.run(work)); }
  read<T>(work: (readers: Readers) => Promise<T>): Promise<T> { return this.#watch.over(this.#watched.read(work)); }
}
