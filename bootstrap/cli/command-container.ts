import { existsSync, readFileSync } from 'node:fs';
import type { Container } from 'inversify';
import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { SteppedClock } from '../../adapters/outbound/system/stepped-clock.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import type { Clock } from '../../application/ports/clock.js';
import { readConfig, type Config } from '../config.js';
import { buildContainer } from '../container.js';
import { steppedClockFile } from '../profiles/embedded/clock-file.js';
import { openResources, type Resources } from '../resources.js';

/** The embedded installation's clock may have been stepped; a command beside it must not live in its past. */
function clockOf(config: Config): Clock {
  const file = steppedClockFile(config);
  if (config.profile === 'production' || !existsSync(file)) return new WallClock();
  return new SteppedClock((JSON.parse(readFileSync(file, 'utf8')) as { readonly offsetMs: number }).offsetMs);
}

/** The product wired for one command beside the running processes: nothing listens, no job is worked on. */
export async function withProduct<T>(work: (container: Container, resources: Resources) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const resources = await openResources(config, clockOf(config), { journal: new PinoJournal('warn'), trail: new AsyncRequestTrail() }, process.env, 'command');
  try {
    return await work(buildContainer(resources, { count: () => undefined, time: () => undefined }), resources);
  } finally {
    await resources.close();
  }
}
