import cluster from 'node:cluster';
import type { MetricsPart } from '../../adapters/outbound/system/merged-metrics.js';
import { SteppedClock } from '../../adapters/outbound/system/stepped-clock.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import type { Config } from '../config.js';
import { sayFirstAccounts } from '../first-accounts.js';
import { startPlatform, type Ending, type Platform } from '../platform.js';
import { OutsideLink } from '../profiles/embedded/outside-link.js';
import { provision } from '../profiles/embedded/provision.js';
import { openResources, type Telling } from '../resources.js';
import { tokens } from '../tokens.js';
import type { Begin, FromMember, Question, ToMember } from './messages.js';

/** One of several processes of a start: the product without management port, simulators and data folder lock, which are the primary's. */
export async function runMember(config: Config, telling: Telling): Promise<void> {
  // For the primary alone; a terminal sends it to every process of its group.
  process.on('SIGHUP', () => undefined);
  // A message that found nobody: the primary is gone, and with it the port.
  cluster.worker?.on('error', () => { process.exit(1); });
  let stop: (ending: Ending) => void = () => { process.exit(0); };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { stop('host'); });
  const clock = new SteppedClock();
  let answer: (question: Question) => Promise<unknown> = async () => { throw new Error('not serving yet'); };
  const begun = new Promise<Begin>((resolve) => {
    process.on('message', (message: ToMember) => {
      if (message.kind === 'begin') resolve(message.begin);
      else if (message.kind === 'stop') stop(message.ending);
      else if (message.name === 'clock') reply(message.id, async () => moveTo(clock, message.asked.offsetMs));
      else reply(message.id, () => answer(message));
    });
  });
  await tell({ kind: 'hello' });
  const begin = await begun;
  moveTo(clock, begin.clockOffsetMs);
  const outside = config.profile === 'embedded' ? new OutsideLink(config) : undefined;
  const resources = await openResources(config, outside ? clock : new WallClock(), telling, process.env);
  const credentialsFile = outside && begin.provisions ? await provision(resources, outside) : undefined;
  const platform = await startPlatform(resources, { advanceClock: undefined, channelOrigins: outside ? [outside.alipayUrl, outside.unionpayUrl] : [], hasManagement: false });
  // The first process of a start is alone; the others find accounts.
  await sayFirstAccounts(platform.container, config, (text) => { process.stdout.write(text); });
  clock.onAdvance(() => platform.container.get(tokens.jobRunner).nudge());
  answer = (question) => answerOf(platform, question);
  stop = oneEnd(platform);
  await tell({ kind: 'ready', credentialsFile });
}

/** Ends the process; a second request, by signal or by the primary, changes nothing. */
function oneEnd(platform: Platform): (ending: Ending) => void {
  let isEnding = false;
  return (ending) => {
    if (isEnding) return;
    isEnding = true;
    // The database may be away: that keeps nobody from ending, only the last figures are missing then.
    const last = platform.metrics().catch((): MetricsPart => []);
    platform.close(ending).then(async () => tell({ kind: 'farewell', metrics: await last })).then(() => process.exit(0), () => process.exit(1));
  };
}

async function answerOf(platform: Platform, question: Question): Promise<unknown> {
  if (question.name === 'metrics') return platform.metrics();
  if (question.name === 'inspect') return await platform.inspect(question.asked) ?? null;
  throw new Error('no such question');
}

function moveTo(clock: SteppedClock, offsetMs: number): null {
  if (offsetMs > clock.offsetMs) clock.advance(offsetMs - clock.offsetMs);
  return null;
}

function reply(id: number, work: () => Promise<unknown>): void {
  work().then((value) => tell({ kind: 'answer', id, value }), (error: unknown) => tell({ kind: 'answer', id, fault: error instanceof Error ? error.message : 'unknown' }))
    // The primary is gone, and with it whoever asked; this process ends by that.
    .catch(() => undefined);
}

/** Resolves when the message has left this process. */
async function tell(message: FromMember): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    if (!process.send) { reject(new Error('no primary')); return; }
    process.send(message, undefined, undefined, (error) => { if (error) reject(error); else resolve(); });
  });
}
