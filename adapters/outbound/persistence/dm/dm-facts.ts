import type { Knex } from 'knex';
import type { ServerFacts } from '../sql/engine.js';
import { askerOf, caseQuery, clockFlaw, instantOf, rareCharacter, rareCharacterQuery, timeQuery } from '../sql/upper-case/asking.js';
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
  const ask = askerOf(knex, { classify: classifyDm, numberOf: dmErrorNumber });
  const nowMs = instantOf(await ask(timeQuery));
  const charset = await ask('select sf_get_unicode_flag() as "V" from "DUAL"');
  const settings: Record<string, string> = {
    CHARSET: charsets[charset] ?? charset,
    CASE_SENSITIVE: await ask('select sf_get_case_sensitive_flag() as "V" from "DUAL"'),
    PAGE_SIZE_KB: pageKb(await ask('select sf_get_page_size() as "V" from "DUAL"')),
    COMPARES_CASE: await ask(caseQuery, ['abc', 'ABC']),
    BYTES_OF_RARE_CHARACTER: await ask(rareCharacterQuery, [rareCharacter]),
  };
  for (const name of parameters) settings[name] = await ask('select "VALUE" as "V" from "V$PARAMETER" where "NAME" = ?', [name]);
  return { banner: await ask('select "BANNER" as "V" from "V$VERSION"'), nowMs, settings, flaws: flawsOf(settings, nowMs) };
}

/** Told in bytes. */
const pageKb = (told: string): string => (/^[0-9]+$/.test(told) && Number(told) >= 1024 ? String(Number(told) / 1024) : told);

function flawsOf(settings: Readonly<Record<string, string>>, nowMs: number | undefined): readonly string[] {
  const { CHARSET = '?', PAGE_SIZE_KB = '?', ISOLATION_LEVEL = '' } = settings;
  return [
    CHARSET !== 'UTF-8' && `the database has the character set ${CHARSET}: set it up anew with CHARSET=1 (UTF-8)`,
    settings['BYTES_OF_RARE_CHARACTER'] !== '4' && 'a rare character does not arrive as it was sent: names of payers would be lost; let server and driver use UTF-8',
    settings['COMPARES_CASE'] !== '1' && 'the database does not tell upper from lower case, also in data: set it up anew with CASE_SENSITIVE=1',
    !(Number(PAGE_SIZE_KB) >= leastPageKb) && `the page size is ${PAGE_SIZE_KB} KB: set the database up anew with PAGE_SIZE=${leastPageKb}, or the longest orders do not fit`,
    /^[0-9]$/.test(ISOLATION_LEVEL) && ISOLATION_LEVEL !== readCommitted && `the isolation level is ${ISOLATION_LEVEL}: set ISOLATION_LEVEL to 1 (read committed)`,
    nowMs === undefined && clockFlaw,
  ].filter((flaw) => flaw !== false);
}
