import { accessSync, constants, statfsSync } from 'node:fs';

const folder = '/dev/shm';
/** A folder with less than this free is left alone. */
const roomBytes = 4 * 1024 ** 3;

/** A folder in memory with room for a run of the tests, where the machine has one. */
export function memoryFolder(): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > roomBytes ? folder : undefined;
  } catch {
    return undefined;
  }
}
