import type { Clock } from '../ports/clock.js';
import { maxSharedRows } from '../ports/share-books.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Orders that one unit of work notes. */
const ordersPerUnit = 100;

/** Notes every order that was paid before sharing was switched on. An operator's deed; again it finds all of them noted. */
export class BackfillOrders {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
  }

  /** How many orders were noted. */
  async run(): Promise<number> {
    let noted = 0;
    for (const where of ['archived', 'current'] as const) {
      for (let after: string | undefined; ;) {
        const from = after;
        const page = await this.#unitOfWork.read(({ sharing }) => sharing.paidOrderNos(where, from, maxSharedRows));
        for (let first = 0; first < page.length; first += ordersPerUnit) noted += await this.#note(page.slice(first, first + ordersPerUnit));
        if (page.length < maxSharedRows) break;
        after = page.at(-1);
      }
    }
    return noted;
  }

  #note(orderNos: readonly string[]): Promise<number> {
    return this.#unitOfWork.run(async ({ sharing }) => {
      const notedAt = this.#clock.now();
      let added = 0;
      for (const platformOrderNo of orderNos) if (await sharing.addNoted({ platformOrderNo, notedAt, version: 1 }) === 'added') added++;
      return added;
    });
  }
}
