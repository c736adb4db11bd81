import type { Developer } from '../../domain/directory/developer.js';
import { dayMs } from '../../domain/kernel/china-time.js';
import type { CallbackHealth } from '../ports/callback-desk.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface ShownHealth extends CallbackHealth { readonly developer: Developer | undefined }

/** Longest window that the callback desk looks back over. */
export const maxHealthMs = 7 * dayMs;

/** How telling the business systems has gone lately, the worst off first. */
export class ShowHealth {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Pick<Directory, 'developer'>;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, directory: Pick<Directory, 'developer'>, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#clock = clock;
  }

  async run(windowMs: number): Promise<readonly ShownHealth[]> {
    const now = this.#clock.now();
    const all = await this.#unitOfWork.read(({ callbacks }) => callbacks.health(now - Math.min(windowMs, maxHealthMs), now + 1));
    const shown = await Promise.all(all.map(async (health) => ({ ...health, developer: await this.#directory.developer(health.devId) })));
    return shown.sort((a, b) => b.givenUp - a.givenUp || b.waiting - a.waiting || (a.devId < b.devId ? -1 : 1));
  }
}
