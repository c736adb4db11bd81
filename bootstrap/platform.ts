import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { cashierRouter } from '../adapters/inbound/cashier/cashier-router.js';
import { channelMessagesRouter } from '../adapters/inbound/channel-messages/router.js';
import { docsRouter } from '../adapters/inbound/docs/router.js';
import { publicApp } from '../adapters/inbound/http/public-app.js';
import { addressOf, proxyList, requestIdOf } from '../adapters/inbound/http/request-context.js';
import { managementServer } from '../adapters/inbound/management/management-server.js';
import { PrometheusMeasurements } from '../adapters/outbound/system/prometheus-measurements.js';
import type { Container } from 'inversify';
import { stillHeld } from '../domain/recovery/recovery-mark.js';
import { ConfigError, publicBaseUrl, type Config } from './config.js';
import { buildContainer } from './container.js';
import { inspectOrder } from './inspect-order.js';
import type { Resources } from './resources.js';
import { tokens } from './tokens.js';

export interface Platform {
  readonly container: Container;
  /** Stops taking requests, finishes or hands back work, closes what was opened. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  /** Steps the clock of the whole embedded installation; absent in production. */
  readonly advanceClock: ((ms: number) => Promise<{ readonly now: number }>) | undefined;
  /** Origins of the channels' payment pages, for the cashier's form-action. */
  readonly channelOrigins: readonly string[];
}

/** Longest a keep-alive connection may sit idle, and a request may take to arrive. */
const serverTimeouts = { keepAliveMs: 65_000, headersMs: 15_000, requestMs: 30_000, closeMs: 5_000 };

/** Starts the product on its opened resources: public port, management port, job runner, audit sequencer. */
export async function startPlatform(resources: Resources, options: PlatformOptions): Promise<Platform> {
  const { config, journal } = resources;
  const measurements = new PrometheusMeasurements();
  const container = buildContainer(resources, measurements);
  const [runner, sequencer] = [container.get(tokens.jobRunner), container.get(tokens.auditSequencer)];
  const publicServer = createServer(appOf(container, config, options));
  publicServer.keepAliveTimeout = serverTimeouts.keepAliveMs;
  publicServer.headersTimeout = serverTimeouts.headersMs;
  publicServer.requestTimeout = serverTimeouts.requestMs;
  const management = managementServer({ metrics: async () => metricsText(container, measurements), advanceClock: options.advanceClock, inspectOrder: options.advanceClock && (async (no) => inspectOrder(resources.unitOfWork, no)) });
  await listen(publicServer, config.host, config.port, 'port');
  await listen(management, '127.0.0.1', config.managementPort, 'managementPort');
  runner.start();
  sequencer.start();
  await sayWhatIsHeld(resources);
  journal.info('started', { profile: config.profile, port: config.port, sm2: resources.sm2Engine, database: resources.engine.name });
  return {
    container,
    close: async () => {
      journal.info('stopping');
      await Promise.all([stopServer(publicServer), stopServer(management)]);
      await runner.stop();
      await sequencer.stop();
      await resources.close();
      journal.info('stopped');
    },
  };
}

/** After a restore somebody has work to do; said at each start until it is done (BAK-03). */
async function sayWhatIsHeld({ unitOfWork, journal }: Resources): Promise<void> {
  const mark = await unitOfWork.read(({ recovery }) => recovery.mark());
  const held = mark ? stillHeld(mark) : [];
  if (held.length > 0) journal.alarm('recovery-open', { held: held.join(' ') });
}

function appOf(container: Container, config: Config, options: PlatformOptions) {
  const proxies = proxyList(config.trustedProxies);
  const journal = container.get(tokens.journal);
  return publicApp({
    gateway: container.get(tokens.gateway), journal, trail: container.get(tokens.trail),
    channelMessages: channelMessagesRouter({ receive: container.get(tokens.receiveMessage), comeBack: container.get(tokens.comeBack), channels: container.get(tokens.channels), journal }),
    cashier: cashierRouter({
      openCashier: container.get(tokens.openCashier), startPayment: container.get(tokens.startPayment), comeBack: container.get(tokens.comeBack),
      clock: container.get(tokens.clock), journal, measurements: container.get(tokens.measurements), rateLimiter: container.get(tokens.rateLimiter),
      publicBaseUrl: publicBaseUrl(config), channelOrigins: [...config.channelOrigins, ...options.channelOrigins], demo: config.profile === 'embedded',
      addressOf: (request) => addressOf(request, proxies), requestIdOf,
    }),
    docs: config.profile === 'embedded' ? docsRouter(publicBaseUrl(config)) : undefined,
    notReady: async () => readiness(container),
  });
}

async function metricsText(container: Container, measurements: PrometheusMeasurements) {
  measurements.setJobs(await container.get(tokens.jobBoard).counts());
  return measurements.text();
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

async function listen(server: Server, host: string, port: number, setting: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new ConfigError(`port ${port} is in use; choose another one with ${envName(setting)}`) : error);
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

const envName = (setting: string): string => `TONGJIAO_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

async function stopServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), serverTimeouts.closeMs);
    server.close(() => { clearTimeout(timer); resolve(); });
    server.closeIdleConnections();
  });
}
