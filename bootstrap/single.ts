import { SteppedClock } from '../adapters/outbound/system/stepped-clock.js';
import { WallClock } from '../adapters/outbound/system/wall-clock.js';
import type { Config } from './config.js';
import { sayFirstAccounts } from './first-accounts.js';
import { startPlatform } from './platform.js';
import { OutsideLink } from './profiles/embedded/outside-link.js';
import { provision } from './profiles/embedded/provision.js';
import { welcome } from './profiles/embedded/welcome.js';
import { openResources, type Telling } from './resources.js';
import { tokens } from './tokens.js';

/** A start that is one process. `mustEnd` is called when it may not go on, with the sentence for the operator. Gives the way to stop. */
export async function startSingle(config: Config, telling: Telling, mustEnd: (sentence: string) => void): Promise<() => Promise<void>> {
  return config.profile === 'embedded' ? embedded(config, telling, mustEnd) : production(config, telling, mustEnd);
}

async function production(config: Config, telling: Telling, mustEnd: (sentence: string) => void): Promise<() => Promise<void>> {
  const resources = await openResources(config, new WallClock(), telling, process.env);
  const platform = await startPlatform(resources, { advanceClock: undefined, channelOrigins: [] });
  resources.nodeLease.onLost(mustEnd);
  await sayFirstAccounts(platform.container, config, (text) => { process.stdout.write(text); });
  return () => platform.close();
}

/** Platform, simulators and demo business system on one machine, with a clock that can be stepped (design section 6). */
async function embedded(config: Config, telling: Telling, mustEnd: (sentence: string) => void): Promise<() => Promise<void>> {
  const began = performance.now();
  const outside = new OutsideLink(config);
  const clock = new SteppedClock();
  const [resources] = await Promise.all([openResources(config, clock, telling, process.env), outside.start()]);
  clock.advance(await outside.clockOffsetMs());
  const credentialsFile = await provision(resources, outside);
  const advanceClock = async (ms: number): Promise<{ now: number }> => {
    await outside.advanceClock(ms);
    clock.advance(ms);
    return { now: clock.now() };
  };
  const platform = await startPlatform(resources, { advanceClock, channelOrigins: [outside.alipayUrl, outside.unionpayUrl] });
  resources.nodeLease.onLost(mustEnd);
  clock.onAdvance(() => platform.container.get(tokens.jobRunner).nudge());
  await outside.startBusiness(credentialsFile);
  await sayFirstAccounts(platform.container, config, (text) => { process.stdout.write(text); });
  process.stdout.write(welcome(config, outside, credentialsFile, performance.now() - began));
  return async () => {
    await platform.close();
    outside.stop();
  };
}
