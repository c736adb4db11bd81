import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Config } from './config.js';

/** One process on one data folder: a second one would share its database file, its keys and its demo credentials. Gives the way to let go. */
export function lockDataFolder(config: Config): () => void {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const file = join(config.dataFolder, 'process.pid');
  const holder = holderOf(file);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new ConfigError(`the data folder ${config.dataFolder} is in use by process ${holder}; stop it, or name another folder with TONGJIAO_DATA_FOLDER`);
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => { rmSync(file, { force: true }); };
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A process that was killed leaves its number behind; only a living one counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
