import type { ListView } from '../../contracts/lists/list-view.js';
import type { CountRows, Parameters } from './count-rows.js';
import { KeptValue } from './kept-value.js';
import type { TodayFigures, TodayReader } from './today-figures.js';

/** Something to be done: the rows of a list with these parameters. */
export interface CountedList { readonly key: string; readonly view: ListView; readonly parameters: Parameters }

export interface ShowHomeParts {
  readonly today: Pick<TodayReader, 'run'>; readonly counts: Pick<CountRows, 'run'>; readonly tasks: readonly CountedList[];
  /** Monotonic milliseconds. */
  readonly wallNow: () => number;
}

export interface Home { readonly today: TodayFigures | undefined; readonly counts: ReadonlyMap<string, number> }

/** 运营首页 (1.1.4): the figures that somebody with these rights may see. They are the same for everybody, so each is made once in a while for all. */
export class ShowHome {
  readonly #tasks: readonly (CountedList & { readonly kept: KeptValue<number> })[];
  readonly #today: KeptValue<TodayFigures>;

  constructor({ today, counts, tasks, wallNow }: ShowHomeParts) {
    this.#today = new KeptValue(() => today.run(), wallNow);
    this.#tasks = tasks.map((task) => ({ ...task, kept: new KeptValue(() => counts.run(task.view, task.parameters), wallNow) }));
  }

  async run(rights: ReadonlySet<string>, seesToday: boolean): Promise<Home> {
    const counts = new Map<string, number>();
    for (const { key, view, kept } of this.#tasks) if (rights.has(view.permission)) counts.set(key, await kept.get());
    return { today: seesToday ? await this.#today.get() : undefined, counts };
  }
}
