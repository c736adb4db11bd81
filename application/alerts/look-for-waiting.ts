import { raisedBy } from '../../domain/alerts/raise.js';
import { listNamed } from '../../contracts/lists/all-lists.js';
import { businessDay, dayMs } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { AlertInbox } from './alert-inbox.js';

/** Rows of a list, by its parameters. */
export interface RowCounter { run(view: NonNullable<ReturnType<typeof listNamed>>, parameters: Readonly<Record<string, string>>): Promise<number> }

/** Before any day there was. */
const everSince = '20200101';

/** Things that nobody has looked after for too long: no event tells of them, so somebody has to look. */
export class LookForWaiting {
  readonly #counter: RowCounter;
  readonly #inbox: Pick<AlertInbox, 'add'>;
  readonly #clock: Clock;
  constructor(counter: RowCounter, inbox: Pick<AlertInbox, 'add'>, clock: Clock) { [this.#counter, this.#inbox, this.#clock] = [counter, inbox, clock]; }

  async run(): Promise<void> {
    const now = this.#clock.now();
    await this.#look('abnormal-orders-waiting', 'abnormal-orders', { handleState: '0', createDateFrom: everSince, createDateTo: '' });
    await this.#look('repeat-orders-waiting', 'repeat-orders', { handleState: '0', createDateFrom: everSince, createDateTo: '' });
    // A difference has a day in which the next bill may settle it.
    await this.#look('differences-waiting', 'differences', { differenceState: 'OPEN', reconcileDateTo: businessDay(now - 2 * dayMs) });
  }

  async #look(event: string, list: string, parameters: Readonly<Record<string, string>>): Promise<void> {
    const view = listNamed(list);
    if (view === undefined) throw new Error(`no list ${list}`);
    const count = await this.#counter.run(view, parameters);
    const raised = count === 0 ? undefined : raisedBy(event, { count }, this.#clock.now());
    if (raised !== undefined) this.#inbox.add(raised);
  }
}
