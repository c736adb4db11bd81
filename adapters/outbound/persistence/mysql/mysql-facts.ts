import type { Knex } from 'knex';
import type { ServerFacts } from '../sql/engine.js';
import { firstRow } from '../sql/server-address.js';

/** Variables worth a look; those a server of the family does not know are left out. */
const variables = [
  'version_comment', 'character_set_server', 'character_set_connection', 'character_set_database', 'collation_database', 'sql_mode', 'lower_case_table_names', 'max_connections',
  'max_allowed_packet', 'innodb_flush_log_at_trx_commit', 'sync_binlog', 'read_only', 'super_read_only', 'default_storage_engine', 'innodb_lock_wait_timeout',
  'tx_isolation', 'transaction_isolation',
] as const;
type Variable = (typeof variables)[number];

/** Smallest packet that holds our longest text (maxLongText, four bytes a character) with room for the rest of its row. */
const leastPacketBytes = 8 * 1024 * 1024;

export async function mysqlFacts(knex: Knex): Promise<ServerFacts> {
  const { banner, now_s: seconds } = await firstRow(knex, 'select version() as banner, unix_timestamp(now(3)) as now_s');
  const answer: unknown = await knex.raw(`show variables where variable_name in (${variables.map((name) => `'${name}'`).join(', ')})`);
  const rows = (answer as readonly [readonly { readonly Variable_name: string; readonly Value: string }[]])[0];
  const settings = Object.fromEntries(rows.map((row) => [row.Variable_name, row.Value])) as Partial<Record<Variable, string>>;
  return { banner: `${settings.version_comment ?? 'MySQL family'} ${String(banner)}`, nowMs: Math.round(Number(seconds) * 1000), settings: { ...settings }, flaws: flawsOf(settings) };
}

function flawsOf(settings: Partial<Record<Variable, string>>): readonly string[] {
  const isolation = settings.tx_isolation ?? settings.transaction_isolation;
  return [
    settings.character_set_connection !== 'utf8mb4' && 'the connection does not use utf8mb4: names with rare characters would be lost; let the server and any proxy in between accept utf8mb4 connections',
    settings.character_set_database !== 'utf8mb4' && `the database has the character set ${settings.character_set_database ?? '?'}: ALTER DATABASE … CHARACTER SET utf8mb4`,
    isolation !== undefined && isolation !== 'READ-COMMITTED' && `the session stays at isolation ${isolation}: let the account (and any proxy in between) set READ COMMITTED`,
    settings.sql_mode?.includes('STRICT_TRANS_TABLES') === false && 'the session is not strict: values would be cut silently; let the account set sql_mode',
    (settings.read_only === 'ON' || settings.super_read_only === 'ON') && 'the server is read-only: name the primary in the database address, not a replica',
    isSet(settings.innodb_flush_log_at_trx_commit) && settings.innodb_flush_log_at_trx_commit !== '1' && 'innodb_flush_log_at_trx_commit is not 1: a power cut would lose payments that were answered as stored; set it to 1',
    Number(settings.max_allowed_packet ?? leastPacketBytes) < leastPacketBytes && `max_allowed_packet is below ${leastPacketBytes}: raise it`,
    settings.default_storage_engine === 'MyISAM' && 'the default storage engine has no transactions: set default_storage_engine to InnoDB',
  ].filter((flaw) => flaw !== false);
}

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';
