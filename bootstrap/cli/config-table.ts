import { configSchema, environmentName, readConfig, type Config } from '../config.js';
import { generatedBy, markdownTable } from './markdown-table.js';

interface Property {
  readonly title?: string; readonly type?: string; readonly minimum?: number; readonly maximum?: number; readonly pattern?: string;
  readonly anyOf?: readonly { readonly const?: unknown }[];
}

/** For settings whose schema has no title of its own. */
const meanings: Partial<Record<keyof Config, string>> = {
  logLevel: 'least serious log line that is written',
  gatewayMaxInFlight: 'gateway requests worked on at once; further ones are answered 20000',
  gatewayPerAddressPerSecond: 'gateway requests a second of one address that fail before their signature is found good, on average, before 42900',
  jobConcurrency: 'jobs one process works on at once',
  jobLeaseMs: 'after this an unfinished job is given to another worker; longer than any single call',
};

const values = (property: Property): string => {
  if (property.anyOf) return property.anyOf.map((one) => `\`${String(one.const)}\``).join(', ');
  if (property.minimum !== undefined) return `${property.type ?? ''} ${property.minimum} to ${property.maximum ?? '∞'}`;
  return property.type === 'array' ? 'list (comma separated in the environment)' : property.pattern === undefined ? property.type ?? '' : `string \`${property.pattern}\``;
};

const shown = (value: unknown): string => value === undefined ? '–' : `\`${Array.isArray(value) ? JSON.stringify(value) : String(value)}\``;

/** One row per setting: name, environment variable, values, default, meaning. */
export function settingRows(): readonly (readonly string[])[] {
  const defaults: Readonly<Record<string, unknown>> = readConfig({});
  return Object.entries(configSchema.properties as Readonly<Record<string, Property>>).map(([name, property]) =>
    [`\`${name}\``, `\`${environmentName(name)}\``, values(property), shown(defaults[name]), property.title ?? meanings[name as keyof Config] ?? '']);
}

/** docs/reference/configuration.md. */
export function configurationMarkdown(): string {
  return [
    '# Configuration', '', generatedBy('`configSchema` in `bootstrap/config.ts`'), '',
    'A JSON file named by `TONGJIAO_CONFIG`, then environment variables, which win. Names that are not listed are refused, in the file as in the environment.', '',
    markdownTable(['Setting', 'Environment variable', 'Values', 'Default', 'Meaning'], settingRows()), '',
    'Not settings of the file:', '',
    '- `TONGJIAO_CONFIG`: path of the JSON file.',
    '- `WORKERS`: the same as `TONGJIAO_WORKERS`, which wins.',
    '- `TONGJIAO_KEYSTORE_PASSPHRASE`: passphrase of the key store. Secrets are never read from the configuration file; `keystorePassphraseFile` names a file (mode 600) instead.',
    '- `TONGJIAO_DATABASE_PASSWORD`: password of the database account; or `databasePasswordFile`. An address in the configuration file holds none.',
    '- `TONGJIAO_MIGRATION_USER`, `TONGJIAO_MIGRATION_PASSWORD`: the account under which `npm run migrate` changes the schema, when it is not the run-time account (DB-02).',
    '- `TONGJIAO_BACKUP_PASSPHRASE`: passphrase of backups, another one than the key store\'s; `backupPassphraseFile` names a file (mode 600) instead.',
    '- `TONGJIAO_REDIS_PASSWORD`: password of the Redis account; or `redisPasswordFile`. The address holds none.',
    '- `TONGJIAO_SUITE_PASSWORD`: of the account that `db-probe --suite` names, when it is not that of the database under probe.', '',
    'Refused at start, with a sentence that says what to change: the embedded profile on another host than loopback, production without an https `publicBaseUrl`,',
    'production without a passphrase or with `externalOutside`, `NODE_TLS_REJECT_UNAUTHORIZED=0`, a public or management port that is in use,',
    'several processes or a role on SQLite in production, a role in the embedded profile, `nodeNumber` together with several workers or held by another living process.', '',
  ].join('\n');
}
