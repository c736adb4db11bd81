import { KeyStoreError } from '../adapters/outbound/crypto/keystore/key-store-error.js';
import { ChangedStep } from '../adapters/outbound/persistence/sql/migrations/runner.js';
import { UnusableDatabase } from '../adapters/outbound/persistence/sql/unusable-database.js';
import { AsyncRequestTrail } from '../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../adapters/outbound/system/pino-journal.js';
import { SteppedClock } from '../adapters/outbound/system/stepped-clock.js';
import { WallClock } from '../adapters/outbound/system/wall-clock.js';
import { ConfigError, publicBaseUrl, readConfig, type Config } from './config.js';
import { lockDataFolder } from './data-folder-lock.js';
import { startPlatform } from './platform.js';
import { OutsideLink } from './profiles/embedded/outside-link.js';
import { provision } from './profiles/embedded/provision.js';
import { openResources, type Telling } from './resources.js';
import { tokens } from './tokens.js';

function tellingOf(config: Config): Telling {
  const trail = new AsyncRequestTrail();
  return { trail, journal: new PinoJournal(config.logLevel, undefined, trail) };
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const unlock = lockDataFolder(config);
  const stop = config.profile === 'embedded' ? await embedded(config) : await production(config);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().finally(unlock).then(() => process.exit(0), () => process.exit(1));
    });
  }
}

async function production(config: Config): Promise<() => Promise<void>> {
  const resources = await openResources(config, new WallClock(), tellingOf(config), process.env);
  const platform = await startPlatform(resources, { advanceClock: undefined, channelOrigins: [] });
  return () => platform.close();
}

/** Platform, simulators and demo business system on one machine, with a clock that can be stepped (design section 6). */
async function embedded(config: Config): Promise<() => Promise<void>> {
  const began = performance.now();
  const outside = new OutsideLink(config);
  const clock = new SteppedClock();
  const [resources] = await Promise.all([openResources(config, clock, tellingOf(config), process.env), outside.start()]);
  clock.advance(await outside.clockOffsetMs());
  const credentialsFile = await provision(resources, outside);
  const advanceClock = async (ms: number): Promise<{ now: number }> => {
    await outside.advanceClock(ms);
    clock.advance(ms);
    return { now: clock.now() };
  };
  const platform = await startPlatform(resources, { advanceClock, channelOrigins: [outside.alipayUrl, outside.unionpayUrl] });
  clock.onAdvance(() => platform.container.get(tokens.jobRunner).nudge());
  await outside.startBusiness(credentialsFile);
  process.stdout.write(welcome(config, outside, credentialsFile, performance.now() - began));
  return async () => {
    await platform.close();
    outside.stop();
  };
}

const welcome = (config: Config, outside: OutsideLink, credentialsFile: string, ms: number): string => [
  '', '通缴 Tongjiao — embedded profile: simulators and demo keys, no real money', '',
  `  demo business system   ${outside.businessUrl}/      place an order, pay it, refund it`,
  `  gateway                ${publicBaseUrl(config)}/gateway`,
  `  interface description  ${publicBaseUrl(config)}/docs`,
  `  simulated Alipay       ${outside.alipayUrl}/`,
  `  simulated UnionPay     ${outside.unionpayUrl}/`,
  `  metrics                http://127.0.0.1:${config.managementPort}/metrics`,
  `  credentials            ${credentialsFile}`,
  '', `  ready after ${Math.round(ms)} ms; stop with Ctrl-C`, '', '',
].join('\n');

/** Faults of configuration whose message says what to change; a stack would only hide it. */
const isPlain = (error: unknown): error is Error => error instanceof ConfigError || error instanceof KeyStoreError || error instanceof ChangedStep || error instanceof UnusableDatabase;

main().catch((error: unknown) => {
  process.stderr.write(isPlain(error) ? `${error.message}\n` : `${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exit(1);
});
