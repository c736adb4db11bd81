import type { Knex } from 'knex';
import type { SqlErrorKind } from '../engine.js';

/** What asking needs to know of a driver's errors. */
export interface ErrorReading {
  readonly classify: (error: unknown) => SqlErrorKind;
  /** The server's number of a refusal; undefined: it was not the server that refused. */
  readonly numberOf: (error: unknown) => number | undefined;
}

/** Asks for one value. A statement the server refuses is an answer too, with its number; a broken line is none. */
export function askerOf(knex: Knex, { classify, numberOf }: ErrorReading): (sql: string, values?: readonly string[]) => Promise<string> {
  return async (sql, values = []) => {
    try {
      const rows: unknown = await knex.raw(sql, [...values]);
      const value: unknown = Array.isArray(rows) ? (rows[0] as Record<string, unknown> | undefined)?.['v'] : undefined;
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value).trim() : 'not told';
    } catch (error) {
      const number = numberOf(error);
      if (number === undefined || classify(error) === 'CONNECTION_LOST') throw error;
      return `refused (${number})`;
    }
  };
}

/** The server's clock and zone as text that `instantOf` reads. */
export const timeQuery = 'select to_char(systimestamp, \'YYYY-MM-DD HH24:MI:SS.FF3 TZH:TZM\') as "V" from "DUAL"';
/** By experiment: what is compared is our data, whatever a setting says. `1` where upper and lower case differ. */
export const caseQuery = 'select case when ? = ? then \'0\' else \'1\' end as "V" from "DUAL"';
/** Bytes of one rare character as the server got it: 4 in UTF-8. */
export const rareCharacterQuery = 'select lengthb(?) as "V" from "DUAL"';
export const rareCharacter = '𠮷';

/** `2026-05-08 12:00:00.123 +08:00` as an instant; undefined for any other text. */
export function instantOf(told: string): number | undefined {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d* ([+-]\d\d:\d\d)$/.exec(told) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${time ?? ''}${zone ?? ''}`);
}

export const clockFlaw = 'the server does not tell its time in a form that is understood: compare its clock with this machine\'s by hand';
