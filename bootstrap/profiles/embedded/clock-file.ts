import { join } from 'node:path';
import type { Config } from '../../config.js';

/** Where the simulated outside keeps how far its clock is ahead, so that a restart does not go back. */
export const steppedClockFile = (config: Config): string => join(config.dataFolder, 'simulators', 'clock.json');
