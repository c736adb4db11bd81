import { createServer } from 'node:http';
import { cashierRouter } from '../adapters/inbound/cashier/cashier-router.js';
import { channelMessagesRouter } from '../adapters/inbound/channel-messages/router.js';
import { docsRouter } from '../adapters/inbound/docs/router.js';
import { ClockWatch } from '../adapters/inbound/jobs/clock-watch.js';
import { textPushRouter } from '../adapters/inbound/text-messages/router.js';
import type { ShareRounds } from '../adapters/inbound/jobs/share-rounds.js';
import { ForwardWatch } from '../adapters/inbound/http/forward-watch.js';
import { paidNoticeRouter } from '../adapters/inbound/province-messages/paid-notice-router.js';
import { statementsRouter } from '../adapters/inbound/statements/router.js';
import { FailureLimits } from '../adapters/inbound/gateway/failure-limits.js';
import { billsRouter } from '../adapters/inbound/bills/bills-router.js';
import { whereRouter } from '../adapters/inbound/where/where-router.js';
import { publicApp } from '../adapters/inbound/http/public-app.js';
import { addressOf, proxyList, requestIdOf } from '../adapters/inbound/http/request-context.js';
import { ServerDrain } from '../adapters/inbound/http/server-drain.js';
import { managementServer, type Inspected } from '../adapters/inbound/management/management-server.js';
import type { MetricsPart } from '../adapters/outbound/system/merged-metrics.js';
import { servesCallers } from '../adapters/outbound/system/node-choice.js';
import { seeServer } from '../adapters/outbound/persistence/sql/start-checks.js';
import { PrometheusMeasurements } from '../adapters/outbound/system/prometheus-measurements.js';
import type { Container } from 'inversify';
import { stillHeld } from '../domain/recovery/recovery-mark.js';
import { publicBaseUrl, stopTimes, type Config } from './config.js';
import { openConsolePort } from './console-port.js';
import { buildContainer } from './container.js';
import { inspectDay } from './inspect-day.js';
import { inspectOrder } from './inspect-order.js';
import { listen } from './listen.js';
import { listenToProvinces } from './outside/province-ears.js';
import { demoPlaces } from './profiles/embedded/demo-city.js';
import type { Resources } from './resources.js';
import { tokens } from './tokens.js';

/** What ends: this process alone, while others of the host go on behind the same port, or the host's whole installation. */
export type Ending = 'process' | 'host';

export interface Platform {
  readonly container: Container;
  /** What this process measured, for whoever merges it with others. */
  metrics(): Promise<MetricsPart>;
  /** Everything known of one order's money, or of one clearing day. */
  inspect(what: Inspected): Promise<object | undefined>;
  /** Announces the end where the host stops, takes no further requests, finishes or hands back work, closes what was opened. */
  close(ending?: Ending): Promise<void>;
}

export interface PlatformOptions {
  /** Steps the clock of the whole embedded installation; absent in production. */
  readonly advanceClock: ((ms: number) => Promise<{ readonly now: number }>) | undefined;
  /** Origins of the channels' payment pages, for the cashier's form-action. */
  readonly channelOrigins: readonly string[];
  /** False for a process whose primary has the management port. */
  readonly hasManagement?: boolean;
}

/** Longest a keep-alive connection may sit idle, and a request may take to arrive. */
const serverTimeouts = { keepAliveMs: 65_000, headersMs: 15_000, requestMs: 30_000, closeMs: 5_000 };

/** Starts the product on its opened resources, as far as its role goes: public port, management port, job runner, audit sequencer, archive. */
export async function startPlatform(resources: Resources, options: PlatformOptions): Promise<Platform> {
  const { config, journal } = resources;
  const measurements = new PrometheusMeasurements();
  const container = buildContainer(resources, measurements);
  await container.get(tokens.placesDesk).firstPlaces.run(config.profile === 'embedded' ? demoPlaces : undefined);
  let isStopping = false;
  const notReady = async (): Promise<string | undefined> => isStopping ? 'stopping' : readiness(container);
  const refresh = (): Promise<void> => countThings(resources, measurements);
  const inspect = async (what: Inspected): Promise<object | undefined> => ('day' in what ? inspectDay(resources.unitOfWork, what.day) : inspectOrder(resources.unitOfWork, what.orderNo));
  const management = options.hasManagement === false ? undefined : managementServer({
    notReady, metrics: async () => { await refresh(); return measurements.text(); }, advanceClock: options.advanceClock, inspect: options.advanceClock && inspect,
  });
  const publicDrain = servesCallers(config.role) ? await openPublicPort(container, config, options, notReady) : undefined;
  const consoleDrain = servesCallers(config.role) ? await openConsolePort(container, config) : undefined;
  // Processes of one host share the line's port as they share the public one.
  const ears = servesCallers(config.role) ? await listenToProvinces(resources.outside, { receive: container.get(tokens.receivePaidMessage), clock: resources.clock, journal }) : [];
  const managementDrain = management && new ServerDrain(management);
  if (management) await listen(management, '127.0.0.1', config.managementPort, 'managementPort');
  const sharedLimits = container.get(tokens.sharedLimits);
  sharedLimits.start();
  const clockWatch = new ClockWatch({ skewMs: async () => (await seeServer(resources.engine, Date.now)).skewMs, journal });
  clockWatch.start();
  const workers = config.role === 'web' ? [] : [container.get(tokens.jobRunner), container.get(tokens.auditSequencer), container.get(tokens.exportRounds), container.get(tokens.challengeRounds), container.get(tokens.attachmentRounds), container.get(tokens.forgettingRounds), container.get(tokens.keyWalkRounds), container.get(tokens.directoryRounds), ...config.fetchBills ? [container.get(tokens.billRounds), container.get(tokens.eBillRounds), container.get(tokens.statementRounds)] : [], ...sharedBy(container), ...config.archiveAfterDays > 0 ? [container.get(tokens.archiveRounds)] : []];
  for (const worker of workers) worker.start();
  // Every process writes down what it has heard itself.
  const scribes = [container.get(tokens.alertRounds), container.get(tokens.logRounds)];
  for (const scribe of scribes) scribe.start();
  // A process without a job runner still passes on that its commits made jobs due.
  const endWords = config.role === 'web' ? resources.jobBoard.onNudge((due) => resources.jobTransport.announce(due)) : () => undefined;
  await sayWhatIsHeld(resources);
  journal.info('started', { profile: config.profile, role: config.role, process: process.pid, port: config.port, sm2: resources.sm2Engine, database: resources.engine.name });
  return {
    container, inspect,
    metrics: async () => { await refresh(); return measurements.part(); },
    close: async (ending = 'host') => {
      journal.info('stopping');
      const { stopDelayMs, drainMs } = stopTimes(config);
      // A host that goes on behind the same port stays ready: its proxy must not take it out.
      isStopping = ending === 'host';
      if (isStopping && publicDrain) await new Promise((resolve) => { setTimeout(resolve, stopDelayMs); });
      await Promise.all(ears.map((ear) => ear.close()));
      await publicDrain?.drain({ idleMs: drainMs, busyMs: serverTimeouts.closeMs });
      await consoleDrain?.drain({ idleMs: 0, busyMs: serverTimeouts.closeMs });
      await managementDrain?.drain({ idleMs: 0, busyMs: serverTimeouts.closeMs });
      await container.get(tokens.exportDesk).stop();
      for (const worker of workers) await worker.stop();
      endWords();
      await clockWatch.stop();
      await sharedLimits.stop();
      for (const scribe of scribes) await scribe.stop();
      await resources.close();
      journal.info('stopped');
    },
  };
}

const sharedBy = (container: Container): readonly ShareRounds[] => {
  const { on } = container.get(tokens.sharing);
  return on === undefined ? [] : [on.rounds];
};

/** After a restore somebody has work to do; said at each start until it is done (BAK-03). */
async function sayWhatIsHeld({ unitOfWork, journal }: Resources): Promise<void> {
  const mark = await unitOfWork.read(({ recovery }) => recovery.mark());
  const held = mark ? stillHeld(mark) : [];
  if (held.length > 0) journal.alarm('recovery-open', { held: held.join(' ') });
}

async function openPublicPort(container: Container, config: Config, options: PlatformOptions, notReady: () => Promise<string | undefined>): Promise<ServerDrain> {
  const server = createServer(appOf(container, config, options, notReady));
  server.keepAliveTimeout = serverTimeouts.keepAliveMs;
  server.headersTimeout = serverTimeouts.headersMs;
  server.requestTimeout = serverTimeouts.requestMs;
  const drain = new ServerDrain(server);
  await listen(server, config.host, config.port, 'port');
  return drain;
}

function appOf(container: Container, config: Config, options: PlatformOptions, notReady: () => Promise<string | undefined>) {
  const proxies = proxyList(config.trustedProxies);
  const journal = container.get(tokens.journal);
  const failures = new FailureLimits(container.get(tokens.rateLimiter), config.gatewayPerAddressPerSecond);
  return publicApp({
    gateway: container.get(tokens.gateway), journal, trail: container.get(tokens.trail), forwardWatch: new ForwardWatch(proxies, journal),
    channelMessages: channelMessagesRouter({ receive: container.get(tokens.receiveMessage), comeBack: container.get(tokens.comeBack), channels: container.get(tokens.channels), journal }),
    cashier: cashierRouter({
      openCashier: container.get(tokens.openCashier), startPayment: container.get(tokens.startPayment), comeBack: container.get(tokens.comeBack),
      clock: container.get(tokens.clock), journal, measurements: container.get(tokens.measurements), rateLimiter: container.get(tokens.rateLimiter),
      publicBaseUrl: publicBaseUrl(config), channelOrigins: [...config.channelOrigins, ...options.channelOrigins], demo: config.profile === 'embedded',
      addressOf: (request) => addressOf(request, proxies), requestIdOf,
    }),
    statements: statementsRouter({
      tickets: container.get(tokens.statementTickets), files: container.get(tokens.keptFiles), journal, addressOf: (request) => addressOf(request, proxies),
      failures,
    }),
    provinceMessages: paidNoticeRouter({
      provinces: container.get(tokens.provinces), receive: container.get(tokens.receivePaidMessage), clock: container.get(tokens.clock), journal,
      measurements: container.get(tokens.measurements), failures, addressOf: (request) => addressOf(request, proxies),
    }),
    textPushes: textPushRouter({ take: container.get(tokens.takePushes), journal, rateLimiter: container.get(tokens.rateLimiter), addressOf: (request) => addressOf(request, proxies) }),
    bills: billsRouter({
      verify: container.get(tokens.verifyEBill), open: container.get(tokens.openEBill), rateLimiter: container.get(tokens.rateLimiter), journal,
      publicBaseUrl: publicBaseUrl(config), demo: config.profile === 'embedded', addressOf: (request) => addressOf(request, proxies), requestIdOf,
    }),
    where: whereRouter({
      ...container.get(tokens.where), clock: container.get(tokens.clock), journal, measurements: container.get(tokens.measurements), rateLimiter: container.get(tokens.rateLimiter),
      publicBaseUrl: publicBaseUrl(config), demo: config.profile === 'embedded', addressOf: (request) => addressOf(request, proxies), requestIdOf,
    }),
    docs: config.profile === 'embedded' ? docsRouter(publicBaseUrl(config)) : undefined,
    notReady,
  });
}

/** Figures that are read when somebody asks. */
async function countThings({ jobBoard, nodeLease }: Resources, measurements: PrometheusMeasurements): Promise<void> {
  measurements.setJobs(await jobBoard.counts());
  measurements.setProcesses(nodeLease.living());
}

/** Ready = the database answers. Channels being away is not our unreadiness: orders can be taken and asked about later. */
async function readiness(container: Container): Promise<string | undefined> {
  try {
    await container.get(tokens.jobBoard).nextDueAt();
    return undefined;
  } catch {
    return 'database';
  }
}
