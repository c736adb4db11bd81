import { join } from 'node:path';
import type { SqlEngine } from '../adapters/outbound/persistence/sql/engine.js';
import { openDm } from '../adapters/outbound/persistence/dm/open-dm.js';
import { openKingbase } from '../adapters/outbound/persistence/kingbase/open-kingbase.js';
import { openMySql } from '../adapters/outbound/persistence/mysql/open-mysql.js';
import { openOracle } from '../adapters/outbound/persistence/oracle/open-oracle.js';
import { openSqlite } from '../adapters/outbound/persistence/sqlite/open-sqlite.js';
import type { Config } from './config.js';
import { databaseAddress, type Account, type DatabaseAddress } from './database-address.js';
import { databasePassword } from './secrets.js';

/** Opens an engine; servers are reached at the first use. */
export function openEngine(address: DatabaseAddress): SqlEngine {
  switch (address.family) {
    case 'sqlite': return openSqlite({ file: address.file });
    case 'mysql': return openMySql(address.server);
    case 'kingbase': return openKingbase(address.server);
    case 'dm': return openDm(address.server);
    case 'oracle': return openOracle(address.server);
  }
}

/** The database of an installation, under its run-time account. */
export const configuredDatabase = (config: Config, environment: Readonly<Record<string, string | undefined>>): DatabaseAddress =>
  addressOf(config, { user: undefined, password: databasePassword(config, environment) });

/** Longest step of a migration: an index on a table of ten million rows takes minutes (docs/reference/volume.md). */
const migrationAnswerMs = 6 * 3_600_000;

/** The same under the account that may change the schema, where there is one of its own (DB-02), and with the patience that this takes. */
export function migrationDatabase(config: Config, environment: Readonly<Record<string, string | undefined>>): DatabaseAddress {
  const user = environment['TONGJIAO_MIGRATION_USER'];
  return patient(user === undefined ? configuredDatabase(config, environment) : addressOf(config, { user, password: environment['TONGJIAO_MIGRATION_PASSWORD'] }));
}

/** The same database for work that one statement may spend hours on. */
export const patient = (address: DatabaseAddress): DatabaseAddress =>
  address.family === 'sqlite' ? address : { ...address, server: { ...address.server, answerMs: migrationAnswerMs } };

const addressOf = (config: Config, account: Account): DatabaseAddress =>
  databaseAddress(config.database ?? `sqlite:${join(config.dataFolder, 'data', 'tongjiao.db')}`, account);
