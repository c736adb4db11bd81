import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleRoute } from '../../adapters/inbound/console-api/route.js';
import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { readConfig } from '../config.js';
import { consoleRoutes } from '../console-port.js';
import { buildContainer } from '../container.js';
import { openResources } from '../resources.js';

/** The routes of the console as the product wires them, on an installation in a folder of its own that is gone when this returns: to be read, never to be called. */
export async function declaredRoutes(): Promise<readonly ConsoleRoute[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongjiao-routes-'));
  const environment = { TONGJIAO_DATA_FOLDER: dataFolder };
  const config = readConfig(environment);
  try {
    const resources = await openResources(config, new WallClock(), { journal: new PinoJournal('fatal'), trail: new AsyncRequestTrail() }, environment, 'command');
    try {
      return consoleRoutes(buildContainer(resources, { count: () => undefined, time: () => undefined }), config);
    } finally {
      await resources.close();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
