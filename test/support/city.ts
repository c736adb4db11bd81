import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SteppedClock } from '../../adapters/outbound/system/stepped-clock.js';
import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { startAlipaySimulator } from '../../adapters/simulators/alipay/simulator.js';
import { SteppedClock as OutsideClock } from '../../adapters/simulators/shared/stepped-clock.js';
import { startUnionPaySimulator } from '../../adapters/simulators/unionpay/unionpay-simulator.js';
import type { Clock } from '../../application/ports/clock.js';
import { readConfig, type Config } from '../../bootstrap/config.js';
import { startPlatform, type Platform } from '../../bootstrap/platform.js';
import { OutsideLink } from '../../bootstrap/profiles/embedded/outside-link.js';
import { startBusinessSystems } from '../../bootstrap/profiles/embedded/business-systems.js';
import { provision, type DemoCredentials } from '../../bootstrap/profiles/embedded/provision.js';
import { openResources, type Resources } from '../../bootstrap/resources.js';
import { tokens } from '../../bootstrap/tokens.js';
import { freePorts } from './free-ports.js';
import { keepKeys, layKeys } from './kept-keys.js';
import { mysqlServer, ownDatabase, postgresServer } from './servers.js';
import { createGatewayClient, type GatewayClient } from '../../contracts/sdk/client.js';
import { startDemoSystems } from '../../bootstrap/profiles/embedded/demo-systems.js';
import { portNames } from './ports.js';

export { freePorts };

/** A whole installation in this process: platform, simulators and business system on free ports, one clock, everything over real sockets. */
export interface City {
  readonly platform: Platform;
  readonly resources: Resources;
  readonly config: Config;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly managementUrl: string;
  readonly alipayUrl: string;
  readonly unionpayUrl: string;
  readonly businessUrl: string;
  readonly serviceHallUrl: string;
  readonly realEstateUrl: string;
  readonly cityAppUrl: string;
  readonly textMessageUrl: string;
  readonly credentials: DemoCredentials;
  /** SDK clients of the two demo developers, on the city's clock. */
  readonly rsa2: GatewayClient;
  readonly sm2: GatewayClient;
  /** Every log line written so far. */
  readonly log: string[];
  now(): number;
  /** Steps the whole city's clock and wakes the workers. */
  advance(ms: number): void;
  /** Waits (real time, bounded) until `probe` gives a value. */
  until<T>(what: string, probe: () => Promise<T | undefined> | T | undefined, waitMs?: number): Promise<T>;
  /** Ends the platform alone; simulators and business system go on. */
  stop(): Promise<void>;
  /** Starts it again on what lies in its data folder. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** CITY_DATABASE=mysql or postgres: every city stands on a database of its own on that server instead of SQLite (`npm run test:engines`). */
export const cityServer = ({ mysql: mysqlServer.address, postgres: postgresServer.address } as Readonly<Record<string, string | undefined>>)[process.env['CITY_DATABASE'] ?? ''];
if (process.env['CITY_DATABASE'] !== undefined && cityServer === undefined) throw new Error('CITY_DATABASE is mysql or postgres, and such a server must be there');

export interface CityOptions { readonly settings?: Readonly<Record<string, string>> }

export async function startCity(options: CityOptions = {}): Promise<City> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongjiao-city-'));
  layKeys(dataFolder, options.settings);
  const names = portNames;
  const ports = await freePorts(names.length);
  const database = cityServer === undefined || options.settings?.['TONGJIAO_DATABASE'] !== undefined ? undefined : await ownDatabase(cityServer);
  const environment = { TONGJIAO_DATA_FOLDER: dataFolder, TONGJIAO_LOG_LEVEL: 'debug', TONGJIAO_WALL_CLOCK_TOO: 'false', TONGJIAO_FETCH_BILLS: 'false', ...Object.fromEntries(names.map((name, index) => [`TONGJIAO_${name}`, String(ports[index])])), ...(database ? { TONGJIAO_DATABASE: database.address } : {}), ...options.settings };
  const config = readConfig(environment);
  const log: string[] = [];
  const trail = new AsyncRequestTrail();
  const journal = new PinoJournal(config.logLevel, { write: (line) => { log.push(line); } }, trail);
  const [clock, outsideClock, outside] = [new SteppedClock(), new OutsideClock(), new OutsideLink(config)];
  const simulator = (name: string, port: number) => ({ port, clock: outsideClock, dataFolder: join(dataFolder, 'simulators', name) });
  const open = async (): Promise<Resources> => openResources(config, clock, { journal, trail }, environment);
  const [firstResources, alipay, unionpay, systems] = await Promise.all([
    open(), startAlipaySimulator(simulator('alipay', config.alipayPort)), startUnionPaySimulator(simulator('unionpay', config.unionpayPort)),
    startDemoSystems(config, outsideClock),
  ]);
  const credentials = JSON.parse(readFileSync(await provision(firstResources, outside), 'utf8')) as DemoCredentials;
  keepKeys(dataFolder, options.settings);
  const advance = (ms: number): void => { outsideClock.advance(ms); clock.advance(ms); };
  const run = async (resources: Resources): Promise<Running> => ({
    resources, platform: await startPlatform(resources, {
      channelOrigins: [alipay.baseUrl, unionpay.baseUrl], advanceClock: async (ms) => { advance(ms); return { now: clock.now() }; },
    }),
  });
  let running: Running | undefined = await run(firstResources);
  const now = (): Running => {
    if (!running) throw new Error('the platform does not run');
    return running;
  };
  clock.onAdvance(() => running?.platform.container.get(tokens.jobRunner).nudge());
  const businesses = await startBusinessSystems(config, outsideClock, credentials);
  const client = (index: number): GatewayClient => {
    const developer = credentials.developers[index];
    if (!developer) throw new Error('no such developer');
    return createGatewayClient({ ...developer, gatewayUrl: credentials.gatewayUrl, now: () => clock.now() });
  };
  return {
    get platform() { return now().platform; }, get resources() { return now().resources; },
    config, environment, clock, credentials, log, rsa2: client(0), sm2: client(1), now: () => clock.now(), advance, until,
    baseUrl: `http://127.0.0.1:${config.port}`, managementUrl: `http://127.0.0.1:${config.managementPort}`,
    alipayUrl: alipay.baseUrl, unionpayUrl: unionpay.baseUrl, businessUrl: outside.businessUrl, serviceHallUrl: outside.serviceHallUrl, realEstateUrl: outside.realEstateUrl, cityAppUrl: outside.cityAppUrl, textMessageUrl: outside.textMessageUrl,
    stop: async () => {
      const { platform } = now();
      running = undefined;
      await platform.close();
    },
    start: async () => { running = await run(await open()); },
    close: async () => {
      await running?.platform.close();
      await Promise.all([alipay, unionpay, ...businesses, ...systems].map((one) => one.close()));
      rmSync(dataFolder, { recursive: true, force: true });
      await database?.drop();
    },
  };
}

interface Running { readonly platform: Platform; readonly resources: Resources }

async function until<T>(what: string, probe: () => Promise<T | undefined> | T | undefined, waitMs = 30_000): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`waited ${waitMs} ms in vain for: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}
