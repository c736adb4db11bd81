import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { ServerDrain } from '../../adapters/inbound/http/server-drain.js';
import { managementServer, type Inspected } from '../../adapters/inbound/management/management-server.js';
import { mergedMetrics, type MetricsPart } from '../../adapters/outbound/system/merged-metrics.js';
import type { Journal } from '../../application/ports/journal.js';
import { stopTimes, type Config } from '../config.js';
import { listen } from '../listen.js';
import { OutsideLink } from '../profiles/embedded/outside-link.js';
import { welcome } from '../profiles/embedded/welcome.js';
import { Crew, crewTimes } from './crew.js';
import type { MemberProcess } from './member-link.js';
import type { FromMember, ToMember } from './messages.js';

/** What a start of several processes can be told. */
export interface RunningCrew { stop(): Promise<void>; roll(): Promise<void> }

/** Longest work in hand at an end, beside the times for connections: requests, then jobs, then the database. */
const endOfWorkMs = 30_000;

/** A small process that starts the others, watches them, and has what a host has once: the management port, the simulators, the lock of the data folder. */
export async function runPrimary(config: Config, journal: Journal, giveUp: (sentence: string) => void): Promise<RunningCrew> {
  const began = performance.now();
  const outside = config.profile === 'embedded' ? new OutsideLink(config) : undefined;
  await outside?.start();
  let clockOffsetMs = await outside?.clockOffsetMs() ?? 0;
  // The processes accept by themselves: a connection that a primary hands to a process which is killed in that moment would hang (decision 0019).
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: fileURLToPath(new URL('../main.js', import.meta.url)), args: [] });
  const { stopDelayMs, drainMs } = stopTimes(config);
  const crew = new Crew({
    size: config.workers, fork: forkMember, clockOffsetMs: () => clockOffsetMs, provisions: outside !== undefined, journal, giveUp,
    times: { ...crewTimes, leaveMs: stopDelayMs + drainMs + endOfWorkMs },
  });
  const advanceClock = outside && (async (ms: number): Promise<{ now: number }> => {
    await outside.advanceClock(ms);
    clockOffsetMs = await outside.clockOffsetMs();
    await Promise.all(crew.serving.map((member) => member.ask('clock', { offsetMs: clockOffsetMs })));
    return { now: Date.now() + clockOffsetMs };
  });
  const management = managementServer({
    notReady: async () => crew.serving.length > 0 ? undefined : 'processes',
    metrics: async () => mergedMetrics(await allMetrics(crew, journal)), advanceClock, inspect: outside && (async (what) => inspect(crew, what)),
  });
  const managementDrain = new ServerDrain(management);
  await listen(management, '127.0.0.1', config.managementPort, 'managementPort');
  try {
    const { credentialsFile = '' } = await crew.start();
    journal.info('crew-started', { processes: config.workers });
    if (outside) {
      await outside.startBusiness(credentialsFile);
      process.stdout.write(welcome(config, outside, credentialsFile, performance.now() - began));
    }
  } catch (error) {
    await crew.stop();
    outside?.stop();
    throw error;
  }
  return {
    roll: () => crew.roll(),
    stop: async () => {
      await crew.stop();
      await managementDrain.drain({ idleMs: 0, busyMs: 1_000 });
      outside?.stop();
    },
  };
}

/** A process that does not answer is left out of this scrape: its counts come back with the next. */
async function allMetrics(crew: Crew, journal: Journal): Promise<readonly MetricsPart[]> {
  const parts = await Promise.all(crew.serving.map((member) => member.ask('metrics', {}).catch((error: unknown) => {
    journal.fault('metrics-missing', error);
    return [];
  })));
  return [crew.keptMetrics, ...parts];
}

async function inspect(crew: Crew, what: Inspected): Promise<object | undefined> {
  const [member] = crew.serving;
  if (!member) throw new Error('no process serves');
  return await member.ask('inspect', what) ?? undefined;
}

function forkMember(): MemberProcess {
  const worker = cluster.fork();
  return {
    pid: worker.process.pid ?? 0,
    // A process that just died takes no message; its end is told by itself.
    send: (message: ToMember) => { if (worker.isConnected()) worker.process.send(message, () => undefined); },
    kill: () => { worker.process.kill('SIGKILL'); },
    onMessage: (listener) => { worker.on('message', (message: FromMember) => listener(message)); },
    onExit: (listener) => {
      worker.once('exit', (code: number | null, signal: string | null) => listener(signal ?? `exit ${code ?? '?'}`));
      // The machine made no process: there will be no exit either.
      worker.on('error', (error) => { if (worker.process.pid === undefined) listener(error.message); });
    },
  };
}
