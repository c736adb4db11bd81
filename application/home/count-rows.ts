import { readListQuery } from '../../contracts/lists/list-query.js';
import type { ListView } from '../../contracts/lists/list-view.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { ListReader, RowScope } from '../ports/list-reader.js';

export type Parameters = Readonly<Record<string, string>>;

/** How many rows a list of the platform shows, to whoever may see the rows of a scope, for these parameters: the figure is that of the list, because the list gives it. */
export class CountRows {
  readonly #lists: ListReader;
  readonly #clock: Clock;
  constructor(lists: ListReader, clock: Clock) { [this.#lists, this.#clock] = [lists, clock]; }

  async run(view: ListView, parameters: Parameters, scope: RowScope = { kind: 'all' }): Promise<number> {
    const today = businessDay(this.#clock.now());
    const query = readListQuery(view, { ...parameters, pageSize: '10' }, today);
    if (!query.ok) throw new Error(`${view.name}: ${query.refusal.message}`);
    return (await this.#lists.totals(view, query.value, scope)).count;
  }
}
