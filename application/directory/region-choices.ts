import type { Region } from '../../domain/directory/region.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What the forms of regions choose from. */
export class RegionChoices {
  readonly #unitOfWork: UnitOfWork;
  constructor({ unitOfWork }: { readonly unitOfWork: UnitOfWork }) { this.#unitOfWork = unitOfWork; }

  all(): Promise<readonly Region[]> { return this.#unitOfWork.read(({ directory }) => directory.regions.all()); }

  /** Accounts that may be named administrator of a region: those that were granted it and are not switched off. */
  async admins(regionCode: string): Promise<readonly Operator[]> {
    const operators = await this.#unitOfWork.read((readers) => readers.operators.inRegion(regionCode));
    return operators.filter(({ state }) => state !== 'disabled');
  }
}
