import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessCard, ProcessRole } from '../application/ports/node-numbers.js';

const startedAt = Date.now();
/** A row of the database holds so many signs of it. */
const hostName = hostname().slice(0, 64);

/** Who this process is, for the others. */
export const processCard = (role: ProcessRole): ProcessCard => ({ hostName, processId: process.pid, role, programVersion: programVersion(), startedAt });

/** Names this process as the holder of leases: at most 64 signs of ASCII. A restarted process is another one: what the old one held runs out. */
export const processName = `${hostname().replace(/[^\x21-\x7e]/g, '').slice(0, 40)}-${process.pid}-${startedAt.toString(36)}`;

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}

/** A process of this machine that is no more. Nothing is known of other machines. Our own process id in another's name: it had it before us. */
export const hasEnded = (one: Pick<ProcessCard, 'hostName' | 'processId'>): boolean =>
  one.hostName === hostName && (one.processId === process.pid || !isAlive(one.processId));

/** A process that was killed leaves its number behind; only a living one counts. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
