import { readListQuery } from '../../contracts/lists/list-query.js';
import type { ListView } from '../../contracts/lists/list-view.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { ListReader } from '../ports/list-reader.js';

type Given = Readonly<Record<string, string>>;
/** As they are, or as they are on a day in China. */
export type Parameters = Given | ((today: string) => Given);

/** How many rows a list of the platform shows for these parameters: the figure is that of the list, because the list gives it. */
export class CountRows {
  readonly #lists: ListReader;
  readonly #clock: Clock;
  constructor(lists: ListReader, clock: Clock) { [this.#lists, this.#clock] = [lists, clock]; }

  async run(view: ListView, parameters: Parameters): Promise<number> {
    const today = businessDay(this.#clock.now());
    const query = readListQuery(view, { ...(typeof parameters === 'function' ? parameters(today) : parameters), pageSize: '10' }, today);
    if (!query.ok) throw new Error(`${view.name}: ${query.refusal.message}`);
    return (await this.#lists.page(view, query.value, { kind: 'all' })).totals.count;
  }
}
