import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Config } from './config.js';
import { isAlive } from './process-card.js';

const looks = 20;
const lookEveryMs = 100;

/**
 * One start on one data folder: a second one would share its database file, its keys and its demo credentials. A primary locks it for all its
 * processes. A web and a worker process may share one (their database is a server). Gives the way to let go.
 */
export function lockDataFolder(config: Config): () => void {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const file = join(config.dataFolder, config.role === 'all' ? 'process.pid' : `process-${config.role}.pid`);
  const holder = holderStillThere(file);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new ConfigError(`the data folder ${config.dataFolder} is in use by process ${holder}; stop it, or name another folder with TONGJIAO_DATA_FOLDER`);
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => { rmSync(file, { force: true }); };
}

/** A process that was killed needs a moment to be gone; whoever restarts it at once shall not be refused. */
function holderStillThere(file: string): number | undefined {
  const nap = new Int32Array(new SharedArrayBuffer(4));
  for (let look = 0; look < looks; look++) {
    const holder = holderOf(file);
    if (holder === undefined || holder === process.pid || !isAlive(holder)) return undefined;
    Atomics.wait(nap, 0, 0, lookEveryMs);
  }
  return holderOf(file);
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
