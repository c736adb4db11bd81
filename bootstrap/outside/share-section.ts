import { resolve } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { noAccounts } from '../../adapters/outbound/data-sharing/no-accounts.js';
import { ApiShareWriter, type ApiShareNeeds } from '../../adapters/outbound/data-sharing/api/api-writer.js';
import { FileShareWriter } from '../../adapters/outbound/data-sharing/file/file-writer.js';
import { FrontDatabaseWriter } from '../../adapters/outbound/data-sharing/front-database/front-database-writer.js';
import { foreignLine } from '../../adapters/outbound/persistence/sql/foreign-line.js';
import type { DataShareWriter } from '../../application/ports/data-sharing.js';
import type { AccountReader } from '../../application/ports/shared-facts.js';
import type { LengthMode } from '../../domain/sharing/fit-text.js';
import { shareBatchSize } from '../../domain/sharing/share-progress.js';
import { sharedTableNames, type SharedTableName } from '../../domain/sharing/shared-tables.js';
import { ConfigError } from '../config.js';
import { databaseAddress, type DatabaseAddress } from '../database-address.js';
import { openEngine } from '../open-engine.js';
import { checkedSettings, type ReadOutsideFile } from './outside-file.js';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1, maxLength: 500 });
const word = <const T extends readonly string[]>(words: T, usual: T[number]) =>
  Type.Unsafe<T[number]>({ ...Type.Union(words.map((one) => Type.Literal(one))), default: usual });
const flag = (usual: boolean) => Type.Boolean({ default: usual });
const tableName = Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_$#]{0,62}$' });
const names = Type.Unsafe<Readonly<Partial<Record<SharedTableName, string>>>>(
  { ...Type.Object(Object.fromEntries(sharedTableNames.map((name) => [name, Type.Optional(tableName)])), closed), default: {} });

/** `name`: under which progress is kept; another one begins from the start. */
const common = (name: string) => ({
  name: Type.String({ pattern: '^[a-z0-9-]{1,64}$', default: name }), lengthMode: word(['char', 'byte'], 'char'), tables: names, sharesBills: flag(false),
  roundsLoginDay: flag(true),
  batchSize: Type.Integer({ minimum: 1, maximum: shareBatchSize, default: shareBatchSize }), timeoutMs: Type.Integer({ minimum: 1_000, maximum: 300_000, default: 60_000 }),
});
const frontSettings = Type.Object({
  ...common('front-database'), database: text, schema: Type.Optional(tableName), columnCase: word(['as-written', 'upper', 'lower'], 'as-written'),
}, closed);
const fileSettings = Type.Object({ ...common('file'), folder: text, digest: word(['sm3', 'sha256'], 'sm3'), gzips: flag(false) }, closed);
const apiSettings = Type.Object({
  ...common('api'), baseUrl: Type.String({ pattern: '^https?://[^\\s]*[^/\\s]$', maxLength: 500 }), appId: Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' }),
  algorithm: word(['RSA2', 'SM2'], 'SM2'), platformKeyPem: Type.Optional(Type.String({ maxLength: 4_000 })),
}, closed);

/** The city's data sharing platform, as it is connected. */
export interface DataSharing {
  readonly writer: DataShareWriter;
  readonly accounts: AccountReader;
  readonly lengthMode: LengthMode; readonly batchSize: number; readonly timeoutMs: number; readonly sharesBills: boolean; readonly roundsLoginDay: boolean;
  close(): Promise<void>;
}

export type ShareNeeds = Pick<ApiShareNeeds, 'http' | 'signer' | 'verifier' | 'digests'> & {
  readonly isProduction: boolean;
  /** Of the description, to which a folder for files is relative. */
  readonly folder: string;
};

/** Undefined: nothing is shared. */
export function dataSharingOf(file: ReadOutsideFile, needs: ShareNeeds): DataSharing | undefined {
  const section = file.dataSharing;
  if (section === undefined) return undefined;
  const nothing = (): Promise<void> => Promise.resolve();
  switch (section.way) {
    case 'front-database': {
      const settings = checkedSettings<Static<typeof frontSettings>>('dataSharing', frontSettings, section.settings);
      const line = foreignLine(openEngine(addressOf(settings.database, section.passwordFile === undefined ? undefined : file.secret(section.passwordFile))));
      const { name, schema, columnCase, tables } = settings;
      return { ...usual(settings), writer: new FrontDatabaseWriter(name, line, { schema, columnCase, tables }), close: () => line.close() };
    }
    case 'file': {
      const settings = checkedSettings<Static<typeof fileSettings>>('dataSharing', fileSettings, section.settings);
      const { name: target, digest, gzips, tables } = settings;
      const folder = resolve(needs.folder, settings.folder);
      return { ...usual(settings), writer: new FileShareWriter({ target, folder, digest, gzips, tables }, needs.digests), close: nothing };
    }
    case 'api': {
      const settings = checkedSettings<Static<typeof apiSettings>>('dataSharing', apiSettings, section.settings);
      if (needs.isProduction && !settings.baseUrl.startsWith('https://')) {
        throw new ConfigError('outside systems, dataSharing: baseUrl must be https in production, because personal data goes there');
      }
      const { name: target, baseUrl, appId, algorithm, platformKeyPem, tables } = settings;
      const api = { target, baseUrl, appId, keyName: `platform.${algorithm}`, scheme: { algorithm }, platformKeyPem, tables };
      return { ...usual(settings), writer: new ApiShareWriter({ ...needs, settings: api }), close: nothing };
    }
  }
}

type Common = Omit<DataSharing, 'writer' | 'accounts' | 'close'>;
const usual = ({ lengthMode, batchSize, timeoutMs, sharesBills, roundsLoginDay }: Common): Omit<DataSharing, 'writer' | 'close'> =>
  ({ accounts: noAccounts, lengthMode, batchSize, timeoutMs, sharesBills, roundsLoginDay });

/** One worker writes, and another may look. */
const connections = 2;

function addressOf(address: string, password: string | undefined): DatabaseAddress {
  if (/^[a-z]+:\/\/[^/]*:[^/]*@/.test(address)) {
    throw new ConfigError('outside systems, dataSharing: the password of the front database stands in a file of its own (passwordFile), never in the address');
  }
  const read = databaseAddress(address, { user: undefined, password });
  if (read.family === 'oracle') throw new ConfigError('outside systems, dataSharing: a front database is MySQL, Kingbase (PostgreSQL), DM or an SQLite file');
  return read.family === 'sqlite' ? read : { ...read, server: { ...read.server, connections } };
}
