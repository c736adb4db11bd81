import { newAlert, placeOf, raisedAgain, type Raised } from '../../domain/alerts/alert.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AlertInbox } from './alert-inbox.js';

/** Alerts that one run writes: the next one goes on. */
const mostAtOnce = 50;

/** Writes what waits in the inbox, each in a unit of its own and never in one of a payment. What cannot be written waits for the next run; the log has it anyway. */
export class RaiseAlerts {
  readonly #unitOfWork: UnitOfWork;
  readonly #inbox: AlertInbox;
  readonly #ids: Ids;
  constructor(unitOfWork: UnitOfWork, inbox: AlertInbox, ids: Ids) {
    [this.#unitOfWork, this.#inbox, this.#ids] = [unitOfWork, inbox, ids];
  }

  /** How many were written. */
  async run(): Promise<number> {
    const taken = this.#inbox.take(mostAtOnce);
    for (const [at, raised] of taken.entries()) {
      try {
        await this.#raise(raised);
      } catch (error) {
        for (const left of taken.slice(at)) this.#inbox.add(left);
        throw error;
      }
    }
    return taken.length;
  }

  async #raise(raised: Raised): Promise<void> {
    await this.#unitOfWork.run(async ({ alerts }) => {
      const waiting = await alerts.waitingAt(placeOf(raised));
      if (waiting === undefined) await alerts.add(newAlert(this.#ids.next(), raised));
      else await alerts.put(raisedAgain(waiting, raised));
    });
  }
}
