import { readFileSync } from 'node:fs';
import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { minArchiveAgeMs } from '../domain/archive/old-orders.js';
import { minKeepDays } from '../domain/keeping/forgetting.js';
import { dayMs } from '../domain/kernel/china-time.js';
import { readRedisAddress } from '../adapters/outbound/wire/redis-address.js';

const port = (title: string) => Type.Integer({ title, minimum: 0, maximum: 65535 });

/** Everything a deployer can set. Unknown names are refused. Environment: `TONGJIAO_` + the name in upper snake case. */
export const configSchema = Type.Object({
  profile: Type.Union([Type.Literal('embedded'), Type.Literal('production')], { default: 'embedded', title: 'embedded: simulators and demo data; production: neither' }),
  dataFolder: Type.String({ default: 'var', title: 'folder for database, keys and demo files' }),
  host: Type.String({ default: '127.0.0.1', title: 'address the public port listens on' }),
  port: port('public port: gateway, cashier, channel messages'),
  managementPort: port('management port: metrics, and in the embedded profile the clock control'),
  consoleBaseUrl: Type.Optional(Type.String({ pattern: '^https?://[^/?#]+$', title: 'address under which operators reach the console; in production https, and without it there is no console' })),
  publicBaseUrl: Type.Optional(Type.String({ pattern: '^https?://[^/?#]+$', title: 'address under which payers and channels reach us' })),
  database: Type.Optional(Type.String({ pattern: '^(sqlite:.+|(mysql|mariadb|kingbase|postgres|postgresql|dm|oracle)://.+)', title: 'sqlite:<file> (default, in the data folder), mysql://, kingbase://, postgres://, dm:// or oracle://account@host:port/database?schema=&tls=on&ca=<file>&connections=20' })),
  databasePasswordFile: Type.Optional(Type.String({ title: 'file holding the password of the database account' })),
  migrateAtStart: Type.Optional(Type.Boolean({ title: 'bring the schema up to date at start; default: true in the embedded profile and on SQLite, else false (npm run migrate does it, with an account of its own)' })),
  role: Type.Union([Type.Literal('all'), Type.Literal('web'), Type.Literal('worker')], { default: 'all', title: 'web: public port, no jobs; worker: jobs, no public port; all: both' }),
  workers: Type.Integer({ minimum: 1, maximum: 64, default: 1, title: 'processes of this start that share the public port (also the plain variable `WORKERS`)' }),
  nodeNumber: Type.Optional(Type.Integer({ minimum: 0, maximum: 999, title: 'fixed number of this process inside platform numbers; without it a free one is leased from the database' })),
  stopDelayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 120_000, title: 'how long `/readyz` answers 503 before a stopping host takes no more connections; embedded 0, production 5000' })),
  drainMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 120_000, title: 'how long a stopping process waits for idle kept-alive connections to be used once more; one embedded process 0, otherwise 3000' })),
  logLevel: Type.Union(['debug', 'info', 'warn', 'error', 'silent'].map((level) => Type.Literal(level)), { default: 'info' }),
  trustedProxies: Type.Array(Type.String(), { default: [], title: 'addresses or CIDR blocks whose X-Forwarded-For is believed' }),
  callbackNetworks: Type.Array(Type.String(), { default: [], title: 'CIDR blocks callbacks may go to; empty = none' }),
  channelOrigins: Type.Array(Type.String(), { default: [], title: 'origins of the channels payment pages, for form-action' }),
  outsideSystems: Type.Optional(Type.String({ title: 'JSON file that describes the outside systems: province, e-bills, text messages, data sharing; without it none is connected. Secrets stand in files of their own' })),
  redis: Type.Optional(Type.String({ pattern: '^rediss?://.+', title: 'redis://[account@]host:port/db, or rediss:// for TLS: word of due jobs and shared limits between hosts; without it one host needs nothing, several look every second' })),
  redisPasswordFile: Type.Optional(Type.String({ title: 'file holding the password of the Redis account' })),
  redisPrefix: Type.String({ pattern: '^[A-Za-z0-9_.{}-]{1,64}$', default: 'tongjiao', title: 'begin of every key in Redis, so that installations can share one' }),
  keystorePassphraseFile: Type.Optional(Type.String({ title: 'file holding the key store passphrase' })),
  backupPassphraseFile: Type.Optional(Type.String({ title: 'file holding the passphrase of backups' })),
  alipayPort: port('Alipay simulator'), unionpayPort: port('UnionPay simulator'), businessPort: port('demo business system'), outsideControlPort: port('control of the simulated world'),
  consolePort: port('console of operators'),
  provincePort: port('simulated provincial non-tax system'), eBillPort: port('simulated e-bill system'), textMessagePort: port('simulated text message platform'),
  cityAppPort: port('simulated city app e三明'),
  provinceLinePort: port('the simulated province in frames of the national norm'),
  provinceEarPort: port('where the embedded profile hears paid messages in such frames; elsewhere the outside systems file says where'),
  serviceHallPort: port('demo service hall'), realEstatePort: port('demo real-estate centre'),
  dataSharingPort: port('simulated data sharing platform of the city'),
  externalOutside: Type.Boolean({ default: false, title: 'simulators run already on the ports above (crash suite)' }),
  callbackMinutes: Type.Array(Type.Integer({ minimum: 1, maximum: 10_080 }), { default: [1, 3, 5, 15, 30], minItems: 1, maxItems: 20, title: 'waits before each repeat of a callback, in minutes' }),
  callbackCountFrom: Type.Union([Type.Literal('previous'), Type.Literal('first')], { default: 'previous', title: 'whether each wait counts from the previous try or from the first' }),
  archiveAfterDays: Type.Integer({ minimum: 0, maximum: 36_500, default: 400, title: 'days after which finished orders leave the tables of daily work at night, at least 90; 0: never' }),
  wallClockToo: Type.Boolean({ default: true, title: 'embedded profile: requests signed by the wall clock are heard although the clock was stepped; production ignores it' }),
  fetchBills: Type.Boolean({ default: true, title: 'the channels are asked for the bills of the day before each morning, and the e-bills of the day before are compared with the bill systems each night; false: bills are uploaded, and e-bills compared, by hand only' }),
  reconcileWaitDays: Type.Integer({ minimum: 0, maximum: 3, default: 3, title: 'bills of how many later days are awaited for what falls near the cut of a clearing day, before it is a difference; 0: none' }),
  reconcileNearCutMinutes: Type.Integer({ minimum: 0, maximum: 720, default: 120, title: 'minutes before and after the cut of a clearing day that count as near' }),
  statementUrlMinutes: Type.Integer({ minimum: 1, maximum: 1_440, default: 15, title: 'minutes for which the download address of a statement can be used' }),
  logKeepDays: Type.Integer({ minimum: 0, maximum: 365, default: 7, title: 'days for which lines of the log can be looked up in the console; 0: they are in the log file only' }),
  textKeepDays: Type.Integer({ minimum: minKeepDays, maximum: 36_500, default: 365, title: 'days after which the phone and the words of a text message that is over are deleted at night, texts from phones and codes whole; that there was one stays' }),
  issueKeepDays: Type.Integer({ minimum: minKeepDays, maximum: 36_500, default: 1_095, title: 'days after its solution for which what was said about an issue, the number to call back and its files are kept; that there was one stays' }),
  logMaxRows: Type.Integer({ minimum: 1_000, maximum: 100_000_000, default: 1_000_000, title: 'most lines of the log that are kept for looking up; the oldest go first' }),
  gatewayMaxInFlight: Type.Integer({ minimum: 1, maximum: 100_000, default: 400 }),
  gatewayPerAddressPerSecond: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 500 }),
  noticesPerDeveloperPerSecond: Type.Integer({ minimum: 1, maximum: 10_000, default: 5, title: 'payment notices a second that one developer may have issued by epay-nontax.notice.issue, on average, and ten times as many at once, before 42900' }),
  jobConcurrency: Type.Integer({ minimum: 1, maximum: 1_000, default: 16 }),
  jobLeaseMs: Type.Integer({ minimum: 1_000, maximum: 600_000, default: 60_000 }),
}, { additionalProperties: false });
export type Config = Static<typeof configSchema>;

const defaults = { port: 8080, consolePort: 8100, managementPort: 9090, alipayPort: 8091, unionpayPort: 8092, businessPort: 8093, outsideControlPort: 8094, provincePort: 8095, eBillPort: 8096, textMessagePort: 8097, cityAppPort: 8098, provinceLinePort: 8105, provinceEarPort: 8106, serviceHallPort: 8107, realEstatePort: 8108, dataSharingPort: 8099 };

/** `gatewayMaxInFlight` → `TONGJIAO_GATEWAY_MAX_IN_FLIGHT`. */
export const environmentName = (setting: string): string => `TONGJIAO_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** A configuration nobody can start with; `message` says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads TONGJIAO_CONFIG (a JSON file), `WORKERS` and TONGJIAO_* variables; the later wins. Secrets are not read here. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const merged: Record<string, unknown> = { ...defaults, ...fromFile(environment['TONGJIAO_CONFIG']), ...plainWorkers(environment['WORKERS']), ...fromEnvironment(environment) };
  const ajv = new Ajv({ useDefaults: true, coerceTypes: 'array', allErrors: true });
  const check = ajv.compile(configSchema);
  if (!check(merged)) {
    const flaws = (check.errors ?? []).map((error) => `${error.instancePath.slice(1) || ((error.params as { additionalProperty?: string }).additionalProperty ?? '')}: ${error.message ?? ''}`);
    throw new ConfigError(`the configuration cannot be used: ${flaws.join('; ')}`);
  }
  return refuseUnsafe(refuseEarlyArchive(refuseCrowded(merged)));
}

const plainWorkers = (workers: string | undefined): Record<string, unknown> => workers === undefined ? {} : { workers };

/** Young orders are looked for in one place only (decision 0022). */
function refuseEarlyArchive(config: Config): Config {
  const minDays = minArchiveAgeMs / dayMs;
  if (config.archiveAfterDays > 0 && config.archiveAfterDays < minDays) throw new ConfigError(`archiveAfterDays is ${config.archiveAfterDays}; orders stay at least ${minDays} days, or 0 for ever`);
  return config;
}

/** What several processes cannot share. */
function refuseCrowded(config: Config): Config {
  const crowd = config.workers > 1 ? `workers ${config.workers}` : config.role === 'all' ? undefined : `the role ${config.role}`;
  if (crowd !== undefined && config.profile === 'production' && isSqlite(config)) {
    throw new ConfigError(`SQLite in production has one process only, and ${crowd} means several; set database to a server, or remove the setting`);
  }
  if (config.role !== 'all' && config.profile === 'embedded') throw new ConfigError('roles belong to production: the embedded profile does everything; for several processes set WORKERS');
  if (config.workers > 1 && config.nodeNumber !== undefined) throw new ConfigError('nodeNumber fixes the number of one process; remove it where workers is more than 1');
  return config;
}

const isSqlite = (config: Config): boolean => config.database === undefined || config.database.startsWith('sqlite:');

/** OPS-01, OPS-02, CHN-07, TLS-03. */
function refuseUnsafe(config: Config): Config {
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') throw new ConfigError('NODE_TLS_REJECT_UNAUTHORIZED=0 switches certificate checks off; remove it');
  if (config.profile === 'embedded' && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    throw new ConfigError('the embedded profile has simulators and demo keys and listens on loopback only; set profile to production for another host');
  }
  if (config.profile === 'production' && !config.publicBaseUrl?.startsWith('https://')) {
    throw new ConfigError('production needs publicBaseUrl, an https address under which payers and channels reach the platform');
  }
  if (config.profile === 'production' && config.consoleBaseUrl !== undefined && !config.consoleBaseUrl.startsWith('https://')) {
    throw new ConfigError('consoleBaseUrl: operators sign in over https only');
  }
  if (config.profile === 'production' && config.externalOutside) throw new ConfigError('externalOutside belongs to the embedded profile; production has no simulators');
  const redis = config.redis === undefined ? undefined : readRedisAddress(config.redis);
  if (typeof redis === 'string') throw new ConfigError(`redis: ${redis}`);
  return config;
}

function fromFile(file: string | undefined): Record<string, unknown> {
  if (file === undefined) return {};
  const read = readJson(file);
  if (typeof read['database'] === 'string' && /^[a-z]+:\/\/[^/@]*:[^/@]+@/.test(read['database'])) {
    throw new ConfigError('database: a configuration file holds no password; use databasePasswordFile or TONGJIAO_DATABASE_PASSWORD');
  }
  return read;
}

function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new ConfigError(`TONGJIAO_CONFIG names a file that cannot be read as JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Not settings: where the settings are, and secrets, which are read where they are used. */
const secretNames = new Set([
  'TONGJIAO_CONFIG', 'TONGJIAO_KEYSTORE_PASSPHRASE', 'TONGJIAO_BACKUP_PASSPHRASE', 'TONGJIAO_DATABASE_PASSWORD', 'TONGJIAO_MIGRATION_USER', 'TONGJIAO_MIGRATION_PASSWORD', 'TONGJIAO_REDIS_PASSWORD', 'TONGJIAO_SUITE_PASSWORD',
]);

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('TONGJIAO_') || secretNames.has(name) || value === undefined) continue;
    const key = name.slice('TONGJIAO_'.length).toLowerCase().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
    const property = (configSchema.properties as Record<string, { type?: string }>)[key];
    if (!property) throw new ConfigError(`${name} is not a setting of this product`);
    found[key] = property.type === 'array' ? value.split(',').map((part) => part.trim()).filter((part) => part !== '') : value;
  }
  return found;
}

/** The address under which payers, channels and business systems reach this platform. */
export const publicBaseUrl = (config: Config): string => config.publicBaseUrl ?? `http://127.0.0.1:${config.port}`;

/** The address under which operators see the console; undefined where this installation has none. */
export const consoleBaseUrl = (config: Config): string | undefined =>
  config.consoleBaseUrl ?? (config.profile === 'embedded' ? `http://127.0.0.1:${config.consolePort}` : undefined);

/** How a process stops taking requests: `stopDelayMs` of announcing it, `drainMs` of letting idle connections be used once more. */
export function stopTimes(config: Config): { readonly stopDelayMs: number; readonly drainMs: number } {
  const isProduction = config.profile === 'production';
  return { stopDelayMs: config.stopDelayMs ?? (isProduction ? 5_000 : 0), drainMs: config.drainMs ?? (isProduction || config.workers > 1 ? 3_000 : 0) };
}
