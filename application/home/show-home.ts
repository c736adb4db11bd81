import type { ListView } from '../../contracts/lists/list-view.js';
import { isReadable, scopeText, type RowScope } from '../ports/list-reader.js';
import type { CountRows, Parameters } from './count-rows.js';
import { KeptValue } from './kept-value.js';
import type { TodayFigures, TodayReader } from './today-figures.js';

/** Something to be done: the rows of a list with these parameters. */
export interface CountedList { readonly key: string; readonly view: ListView; readonly parameters: Parameters }

export interface ShowHomeParts {
  readonly todayOf: (scope: RowScope) => Pick<TodayReader, 'run'>; readonly counts: Pick<CountRows, 'run'>; readonly tasks: readonly CountedList[];
  /** Monotonic milliseconds. */
  readonly wallNow: () => number;
}

export interface Home { readonly today: TodayFigures | undefined; readonly counts: ReadonlyMap<string, number> }

/** Scopes whose figures are kept; those who have not looked for the longest give way. */
export const maxKeptScopes = 200;

interface Kept { readonly today: KeptValue<TodayFigures>; readonly counts: ReadonlyMap<string, KeptValue<number>> }

/** 运营首页 (1.1.4): the figures that somebody with these rights and this scope may see. They are the same for everybody of the scope, so each is made once in a while for all of these. */
export class ShowHome {
  readonly #parts: ShowHomeParts;
  readonly #kept = new Map<string, Kept>();
  constructor(parts: ShowHomeParts) { this.#parts = parts; }

  async run({ rights, scope }: { readonly rights: ReadonlySet<string>; readonly scope: RowScope }, seesToday: boolean): Promise<Home> {
    const kept = this.#of(scope);
    const counts = new Map<string, number>();
    for (const { key, view } of this.#parts.tasks) {
      const count = rights.has(view.permission) && isReadable(view, scope) ? await kept.counts.get(key)?.get() : undefined;
      if (count !== undefined) counts.set(key, count);
    }
    return { today: seesToday ? await kept.today.get() : undefined, counts };
  }

  #of(scope: RowScope): Kept {
    const text = scopeText(scope);
    const kept = this.#kept.get(text) ?? this.#begin(scope);
    this.#kept.delete(text);
    this.#kept.set(text, kept);
    const [longest] = this.#kept.keys();
    if (this.#kept.size > maxKeptScopes && longest !== undefined) this.#kept.delete(longest);
    return kept;
  }

  #begin(scope: RowScope): Kept {
    const { todayOf, counts, tasks, wallNow } = this.#parts;
    const today = todayOf(scope);
    return {
      today: new KeptValue(() => today.run(), wallNow),
      counts: new Map(tasks.map(({ key, view, parameters }) => [key, new KeptValue(() => counts.run(view, parameters, scope), wallNow)])),
    };
  }
}
