import type { Knex } from 'knex';
import type { ServerFacts } from '../sql/engine.js';
import { firstRow } from '../sql/server-address.js';

/** Settings worth a look; those a server of the family does not know are left out. */
const names = [
  'server_encoding', 'client_encoding', 'transaction_isolation', 'default_transaction_read_only', 'synchronous_commit', 'fsync', 'full_page_writes', 'max_connections', 'search_path',
  'standard_conforming_strings', 'database_mode', 'ora_input_emptystr_isnull', 'sql_compatibility', 'enable_ci', 'case_sensitive',
] as const;
type Name = (typeof names)[number];

export async function kingbaseFacts(knex: Knex): Promise<ServerFacts> {
  const { banner, now_s: seconds, standby, schema } = await firstRow(knex,
    'select version() as banner, extract(epoch from clock_timestamp()) as now_s, pg_is_in_recovery() as standby, current_schema() as schema');
  const answer: unknown = await knex.raw(`select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join(', ')})`);
  const { rows } = answer as { readonly rows: readonly { readonly name: string; readonly setting: string }[] };
  const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting])) as Partial<Record<Name, string>>;
  return {
    banner: String(banner), nowMs: Math.round(Number(seconds) * 1000), settings: { ...settings, current_schema: String(schema) },
    flaws: flawsOf(settings, standby === true || settings.default_transaction_read_only === 'on', schema),
  };
}

function flawsOf(settings: Partial<Record<Name, string>>, readOnly: boolean, schema: unknown): readonly string[] {
  return [
    settings.server_encoding !== 'UTF8' && `the database is encoded in ${settings.server_encoding ?? '?'}: create it anew with ENCODING 'UTF8'`,
    settings.client_encoding !== 'UTF8' && 'the connection is not in UTF8: let the account (and any pooler in between) set client_encoding',
    settings.transaction_isolation !== undefined && settings.transaction_isolation !== 'read committed' && `the session is at isolation ${settings.transaction_isolation}: let the account (and any pooler in between) set READ COMMITTED`,
    readOnly && 'the server is read-only or a standby: name the primary in the database address',
    settings.synchronous_commit === 'off' && 'synchronous_commit is off: a power cut would lose payments that were answered as stored; set it to on',
    settings.fsync === 'off' && 'fsync is off: a power cut would destroy the database; set it to on',
    settings.standard_conforming_strings === 'off' && 'standard_conforming_strings is off: set it to on',
    (schema === null || schema === undefined) && 'no schema of the search path exists: create it, or name another one with ?schema= in the database address',
  ].filter((flaw) => flaw !== false);
}
