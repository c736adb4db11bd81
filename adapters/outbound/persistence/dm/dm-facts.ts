import type { Knex } from 'knex';
import type { ServerFacts } from '../sql/engine.js';
import { classifyDm, dmErrorNumber } from './dm-errors.js';

/** Pages of 32 KB: the widest row of ours has about 8 KB at its longest, and a row of DM fits in half a page. */
const leastPageKb = 32;
const parameters = ['COMPATIBLE_MODE', 'LENGTH_IN_CHAR', 'ISOLATION_LEVEL', 'DDL_AUTO_COMMIT', 'BLANK_PAD_MODE', 'MAX_SESSIONS'] as const;
const charsets: Readonly<Record<string, string>> = { 0: 'GB18030', 1: 'UTF-8', 2: 'EUC-KR' };
const readCommitted = '1';

/**
 * What a DM server is and how it was set up. Written after public documents, not yet asked of a server: what it does not answer stands in the
 * settings with the number of its refusal.
 */
export async function dmFacts(knex: Knex): Promise<ServerFacts> {
  const now = await textOf(knex, 'select to_char(systimestamp, \'YYYY-MM-DD HH24:MI:SS.FF3 TZH:TZM\') as "V" from "DUAL"');
  const charset = await textOf(knex, 'select sf_get_unicode_flag() as "V" from "DUAL"');
  const settings: Record<string, string> = {
    CHARSET: charsets[charset] ?? charset,
    CASE_SENSITIVE: await textOf(knex, 'select sf_get_case_sensitive_flag() as "V" from "DUAL"'),
    PAGE_SIZE_KB: pageKb(await textOf(knex, 'select sf_get_page_size() as "V" from "DUAL"')),
    // By experiment: what is compared is our data, whatever the flag says.
    COMPARES_CASE: await textOf(knex, 'select case when ? = ? then \'0\' else \'1\' end as "V" from "DUAL"', ['abc', 'ABC']),
    BYTES_OF_RARE_CHARACTER: await textOf(knex, 'select lengthb(?) as "V" from "DUAL"', ['𠮷']),
  };
  for (const name of parameters) settings[name] = await textOf(knex, 'select "VALUE" as "V" from "V$PARAMETER" where "NAME" = ?', [name]);
  const nowMs = instantOf(now);
  return { banner: await textOf(knex, 'select "BANNER" as "V" from "V$VERSION"'), nowMs, settings, flaws: flawsOf(settings, nowMs) };
}

/** The first value of a one-column query. A statement the server refuses is an answer too; a broken line is not. */
async function textOf(knex: Knex, sql: string, values: readonly string[] = []): Promise<string> {
  try {
    const rows: unknown = await knex.raw(sql, [...values]);
    const value: unknown = Array.isArray(rows) ? (rows[0] as Record<string, unknown> | undefined)?.['v'] : undefined;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value).trim() : 'not told';
  } catch (error) {
    const number = dmErrorNumber(error);
    if (number === undefined || classifyDm(error) === 'CONNECTION_LOST') throw error;
    return `refused (${number})`;
  }
}

const pageKb = (told: string): string => (/^[0-9]+$/.test(told) && Number(told) >= 1024 ? String(Number(told) / 1024) : told);

/** `2026-05-08 12:00:00.123 +08:00` as an instant. */
function instantOf(told: string): number | undefined {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d* ([+-]\d\d:\d\d)$/.exec(told) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${time ?? ''}${zone ?? ''}`);
}

function flawsOf(settings: Readonly<Record<string, string>>, nowMs: number | undefined): readonly string[] {
  const page = Number(settings['PAGE_SIZE_KB']);
  return [
    settings['CHARSET'] !== 'UTF-8' && `the database has the character set ${settings['CHARSET'] ?? '?'}: set it up anew with CHARSET=1 (UTF-8)`,
    settings['BYTES_OF_RARE_CHARACTER'] !== '4' && 'a rare character does not arrive as it was sent: names of payers would be lost; let server and driver use UTF-8',
    settings['COMPARES_CASE'] !== '1' && 'the database does not tell upper from lower case, also in data: set it up anew with CASE_SENSITIVE=1',
    !(page >= leastPageKb) && `the page size is ${settings['PAGE_SIZE_KB'] ?? '?'} KB: set the database up anew with PAGE_SIZE=${leastPageKb}, or the longest orders do not fit`,
    /^[023]$/.test(settings['ISOLATION_LEVEL'] ?? '') && settings['ISOLATION_LEVEL'] !== readCommitted && `the isolation level is ${settings['ISOLATION_LEVEL'] ?? '?'}: set ISOLATION_LEVEL to 1 (read committed)`,
    nowMs === undefined && 'the server does not tell its time in a form that is understood: compare its clock with this machine\'s by hand',
  ].filter((flaw) => flaw !== false);
}
