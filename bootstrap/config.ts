import { readFileSync } from 'node:fs';
import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';

const port = (title: string) => Type.Integer({ title, minimum: 0, maximum: 65535 });

/** Everything a deployer can set. Unknown names are refused. Environment: `TONGJIAO_` + the name in upper snake case. */
export const configSchema = Type.Object({
  profile: Type.Union([Type.Literal('embedded'), Type.Literal('production')], { default: 'embedded', title: 'embedded: simulators and demo data; production: neither' }),
  dataFolder: Type.String({ default: 'var', title: 'folder for database, keys and demo files' }),
  host: Type.String({ default: '127.0.0.1', title: 'address the public port listens on' }),
  port: port('public port: gateway, cashier, channel messages'),
  managementPort: port('management port: metrics, and in the embedded profile the clock control'),
  publicBaseUrl: Type.Optional(Type.String({ pattern: '^https?://[^/?#]+$', title: 'address under which payers and channels reach us' })),
  database: Type.Optional(Type.String({ pattern: '^sqlite:.+', title: 'sqlite:<file>; other engines follow' })),
  nodeNumber: Type.Integer({ minimum: 0, maximum: 999, default: 1, title: 'number of this process inside platform numbers' }),
  logLevel: Type.Union(['debug', 'info', 'warn', 'error', 'silent'].map((level) => Type.Literal(level)), { default: 'info' }),
  trustedProxies: Type.Array(Type.String(), { default: [], title: 'addresses or CIDR blocks whose X-Forwarded-For is believed' }),
  callbackNetworks: Type.Array(Type.String(), { default: [], title: 'CIDR blocks callbacks may go to; empty = none' }),
  channelOrigins: Type.Array(Type.String(), { default: [], title: 'origins of the channels payment pages, for form-action' }),
  keystorePassphraseFile: Type.Optional(Type.String({ title: 'file holding the key store passphrase' })),
  backupPassphraseFile: Type.Optional(Type.String({ title: 'file holding the passphrase of backups' })),
  alipayPort: port('Alipay simulator'), unionpayPort: port('UnionPay simulator'), businessPort: port('demo business system'), outsideControlPort: port('control of the simulated world'),
  externalOutside: Type.Boolean({ default: false, title: 'simulators run already on the ports above (crash suite)' }),
  callbackMinutes: Type.Array(Type.Integer({ minimum: 1, maximum: 10_080 }), { default: [1, 3, 5, 15, 30], minItems: 1, maxItems: 20, title: 'waits before each repeat of a callback, in minutes' }),
  callbackCountFrom: Type.Union([Type.Literal('previous'), Type.Literal('first')], { default: 'previous', title: 'whether each wait counts from the previous try or from the first' }),
  gatewayMaxInFlight: Type.Integer({ minimum: 1, maximum: 100_000, default: 400 }),
  gatewayPerAddressPerSecond: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 500 }),
  jobConcurrency: Type.Integer({ minimum: 1, maximum: 1_000, default: 16 }),
  jobLeaseMs: Type.Integer({ minimum: 1_000, maximum: 600_000, default: 60_000 }),
}, { additionalProperties: false });
export type Config = Static<typeof configSchema>;

const defaults = { port: 8080, managementPort: 9090, alipayPort: 8091, unionpayPort: 8092, businessPort: 8093, outsideControlPort: 8094 };

/** A configuration nobody can start with; `message` says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads TONGJIAO_CONFIG (a JSON file) and TONGJIAO_* variables; variables win. Secrets are not read here. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const merged: Record<string, unknown> = { ...defaults, ...fromFile(environment['TONGJIAO_CONFIG']), ...fromEnvironment(environment) };
  const ajv = new Ajv({ useDefaults: true, coerceTypes: 'array', allErrors: true });
  const check = ajv.compile(configSchema);
  if (!check(merged)) {
    const flaws = (check.errors ?? []).map((error) => `${error.instancePath.slice(1) || ((error.params as { additionalProperty?: string }).additionalProperty ?? '')}: ${error.message ?? ''}`);
    throw new ConfigError(`the configuration cannot be used: ${flaws.join('; ')}`);
  }
  return refuseUnsafe(merged);
}

/** OPS-01, OPS-02, CHN-07, TLS-03. */
function refuseUnsafe(config: Config): Config {
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') throw new ConfigError('NODE_TLS_REJECT_UNAUTHORIZED=0 switches certificate checks off; remove it');
  if (config.profile === 'embedded' && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    throw new ConfigError('the embedded profile has simulators and demo keys and listens on loopback only; set profile to production for another host');
  }
  if (config.profile === 'production' && !config.publicBaseUrl?.startsWith('https://')) {
    throw new ConfigError('production needs publicBaseUrl, an https address under which payers and channels reach the platform');
  }
  if (config.profile === 'production' && config.externalOutside) throw new ConfigError('externalOutside belongs to the embedded profile; production has no simulators');
  return config;
}

function fromFile(file: string | undefined): Record<string, unknown> {
  if (file === undefined) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new ConfigError(`TONGJIAO_CONFIG names a file that cannot be read as JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

const secretNames = new Set(['TONGJIAO_CONFIG', 'TONGJIAO_KEYSTORE_PASSPHRASE', 'TONGJIAO_BACKUP_PASSPHRASE']);

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
