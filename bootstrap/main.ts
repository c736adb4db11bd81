import cluster from 'node:cluster';
import { KeyStoreError } from '../adapters/outbound/crypto/keystore/key-store-error.js';
import { ChangedStep } from '../adapters/outbound/persistence/sql/migrations/runner.js';
import { UnusableDatabase } from '../adapters/outbound/persistence/sql/unusable-database.js';
import { AsyncRequestTrail } from '../adapters/outbound/system/async-request-trail.js';
import { NodeNumberTaken } from '../adapters/outbound/system/node-number-taken.js';
import { PinoJournal } from '../adapters/outbound/system/pino-journal.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { lockDataFolder } from './data-folder-lock.js';
import type { Telling } from './resources.js';

/** One process, or a primary with several, or one of those several. Each loads only what it needs: a primary is small. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const trail = new AsyncRequestTrail();
  const telling = { trail, journal: new PinoJournal(config.logLevel, undefined, trail, config.workers > 1 ? process.pid : undefined) };
  if (cluster.isWorker) return (await import('./crew/member.js')).runMember(config, telling);
  return standAlone(config, telling);
}

/** Has the data folder for this start alone, and ends by signal. */
async function standAlone(config: Config, telling: Telling): Promise<void> {
  // A start that is asked to end goes on to its end and then stops: half of it cannot be taken back in good order.
  const { promise: stopping, resolve: started } = whenStarted();
  let isStopping = false;
  let unlock = (): void => undefined;
  const end = (exitCode: number): void => {
    if (isStopping) return;
    isStopping = true;
    stopping.then((stop) => stop()).finally(() => { unlock(); }).then(() => process.exit(exitCode), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
  // Whoever is listened to already cannot end the process between the lock and this line, and leave the lock behind.
  unlock = lockDataFolder(config);
  const mustEnd = (sentence: string): void => {
    process.stderr.write(`${sentence}\n`);
    end(1);
  };
  if (config.workers === 1) {
    // A service manager's reload must not end the platform; a closed terminal ends a demo.
    process.on('SIGHUP', () => { if (config.profile === 'production') telling.journal.warn('reload-ignored', { workers: 1 }); else end(0); });
    started(await (await import('./single.js')).startSingle(config, telling, mustEnd));
  } else {
    // From the first moment: one that arrives during the start would end the primary.
    let roll: () => Promise<void> = async () => undefined;
    process.on('SIGHUP', () => { void roll(); });
    const crew = await (await import('./crew/primary.js')).runPrimary(config, telling.journal, mustEnd);
    roll = () => crew.roll();
    started(() => crew.stop());
  }
}

type Stop = () => Promise<void>;

function whenStarted(): { readonly promise: Promise<Stop>; readonly resolve: (stop: Stop) => void } {
  let resolve: (stop: Stop) => void = () => undefined;
  const promise = new Promise<Stop>((settle) => { resolve = settle; });
  return { promise, resolve };
}

/** Faults of configuration whose message says what to change; a stack would only hide it. */
const isPlain = (error: unknown): error is Error => [ConfigError, KeyStoreError, ChangedStep, UnusableDatabase, NodeNumberTaken].some((kind) => error instanceof kind);

main().catch((error: unknown) => {
  process.stderr.write(isPlain(error) ? `${error.message}\n` : `${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exit(1);
});
