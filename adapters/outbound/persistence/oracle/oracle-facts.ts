import type { Knex } from 'knex';
import type { ServerFacts } from '../sql/engine.js';
import { askerOf, caseQuery, clockFlaw, instantOf, rareCharacter, rareCharacterQuery, timeQuery } from '../sql/upper-case/asking.js';
import { classifyOracle, oracleErrorNumber } from './oracle-errors.js';

/** First release with FETCH FIRST. */
const leastRelease = 12;

/** What an Oracle server is and how it is set up. Written after its documents, not yet asked of a server. */
export async function oracleFacts(knex: Knex): Promise<ServerFacts> {
  const ask = askerOf(knex, { classify: classifyOracle, numberOf: oracleErrorNumber });
  const banner = await ask('select "BANNER" as "V" from "V$VERSION"');
  const nowMs = instantOf(await ask(timeQuery));
  const settings: Record<string, string> = {
    NLS_CHARACTERSET: await ask('select "VALUE" as "V" from "NLS_DATABASE_PARAMETERS" where "PARAMETER" = ?', ['NLS_CHARACTERSET']),
    NLS_COMP: await ask('select "VALUE" as "V" from "NLS_SESSION_PARAMETERS" where "PARAMETER" = ?', ['NLS_COMP']),
    DATABASE_ROLE: await ask('select sys_context(\'USERENV\', \'DATABASE_ROLE\') as "V" from "DUAL"'),
    CURRENT_SCHEMA: await ask('select sys_context(\'USERENV\', \'CURRENT_SCHEMA\') as "V" from "DUAL"'),
    COMPARES_CASE: await ask(caseQuery, ['abc', 'ABC']),
    BYTES_OF_RARE_CHARACTER: await ask(rareCharacterQuery, [rareCharacter]),
  };
  return { banner, nowMs, settings, flaws: flawsOf(settings, banner, nowMs) };
}

function flawsOf(settings: Readonly<Record<string, string>>, banner: string, nowMs: number | undefined): readonly string[] {
  const { NLS_CHARACTERSET = '?', DATABASE_ROLE = '' } = settings;
  const release = Number(/Release (\d+)/.exec(banner)?.[1]);
  return [
    release < leastRelease && `Oracle ${release} is too old: use ${leastRelease}.2 or newer`,
    NLS_CHARACTERSET !== 'AL32UTF8' && `the database has the character set ${NLS_CHARACTERSET}: use one with AL32UTF8`,
    settings['BYTES_OF_RARE_CHARACTER'] !== '4' && 'a rare character does not arrive as it was sent: names of payers would be lost; use a database with AL32UTF8',
    settings['COMPARES_CASE'] !== '1' && 'the session does not tell upper from lower case in data: set NLS_COMP and NLS_SORT to BINARY for the account',
    /STANDBY/.test(DATABASE_ROLE) && 'the server is a standby: name the primary in the database address',
    nowMs === undefined && clockFlaw,
  ].filter((flaw) => flaw !== false);
}
