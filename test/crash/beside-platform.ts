import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { SteppedClock } from '../../adapters/outbound/system/stepped-clock.js';
import { readConfig } from '../../bootstrap/config.js';
import { openResources, type Resources } from '../../bootstrap/resources.js';
import type { Premises } from './premises.js';

/** The product's own parts on the run's premises, for as long as the platform itself does not run there. */
export async function besidePlatform<T>({ environment }: Premises, now: number, work: (resources: Resources) => Promise<T>): Promise<T> {
  const settings = Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('TONGJIAO_')));
  const resources = await openResources(readConfig(settings), new SteppedClock(now - Date.now()), { journal: new PinoJournal('silent'), trail: new AsyncRequestTrail() }, settings);
  try {
    return await work(resources);
  } finally {
    await resources.close();
  }
}
