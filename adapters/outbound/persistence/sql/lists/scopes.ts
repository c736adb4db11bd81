import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { RowScope } from '../../../../../application/ports/list-reader.js';
import { TamperedError } from '../../../../../application/ports/vault.js';
import { maxRegions, withBelow } from '../../../../../domain/directory/region.js';
import { text } from '../codecs.js';
import type { DirectoryCodes } from '../directory-codes.js';
import { payeeTable, regionTable } from '../directory-columns.js';
import { conditionValue, filledUp, maxInList } from '../stored-values.js';
import type { ListDb } from './list-db.js';

type LimitedScope = Exclude<RowScope, { readonly kind: 'all' }>;
type RawRow = Readonly<Record<string, unknown>>;
/** Whose rows a limited scope is about: of a region, it and all below; and payees that somebody moved there past the platform, whose rows are not shown. */
export interface ScopeBounds { readonly regionCodes: readonly string[]; readonly leftOut: readonly string[] }
export const unbounded: ScopeBounds = { regionCodes: [], leftOut: [] };

const code = text(32);
/** What nobody can have stored is nobody's. */
const storedOf = (no: string): string => String(conditionValue(code, no));

/** Most payees of one scope: many times what a city has. */
const maxPayees = 20_000;
/** Rows that are checked at once; in between others are served. */
const checkedAtOnce = 500;

/** Numbers of the payees of a scope that is not everything. */
export function payeesOf(db: ListDb, scope: LimitedScope, { regionCodes, leftOut }: ScopeBounds): Knex.QueryBuilder {
  const payees = within(db, scope, regionCodes).select('scope_payee.merchant_no');
  return leftOut.length === 0 ? payees : payees.whereNotIn('scope_payee.merchant_no', filledUp(leftOut) as string[]);
}

function within(db: ListDb, scope: LimitedScope, regionCodes: readonly string[]): Knex.QueryBuilder {
  const payees = db.from('payee', 'scope_payee');
  if (scope.kind === 'institution') return payees.where('scope_payee.institution_no', storedOf(scope.institutionNo));
  return payees.where((row) => {
    for (let from = 0; from < regionCodes.length; from += maxInList) row.orWhereIn('scope_payee.region_code', filledUp(regionCodes.slice(from, from + maxInList).map(storedOf)) as string[]);
    if (regionCodes.length === 0) row.whereRaw('1 = 0');
  });
}

/** Hears of a row that was met changed past the platform. */
export interface TamperEar { tell(error: TamperedError): void }
interface ScopeParts {
  readonly reader: Knex; readonly codes: DirectoryCodes;
  readonly ask: (select: () => Knex.QueryBuilder) => Promise<readonly RawRow[]>;
  readonly tell: (error: TamperedError) => void;
}

/** Read for each page, so that what is hung elsewhere is seen elsewhere at once, and what was moved past the platform never (INT-03). Throws TamperedError where a region was. */
export async function boundsOf(scope: LimitedScope, parts: ScopeParts): Promise<ScopeBounds> {
  const regionCodes = scope.kind === 'region' ? await regionCodesOf(scope.regionCode, parts) : [];
  const payees = await payeesWithin(scope, regionCodes, parts);
  if (payees.length > maxPayees) throw new RangeError(`more than ${maxPayees} payees of one scope`);
  const leftOut: string[] = [];
  for (const [index, row] of payees.entries()) {
    if (index > 0 && index % checkedAtOnce === 0) await setImmediate();
    const changed = await changeOf(parts, row);
    if (changed === undefined) continue;
    parts.tell(changed);
    leftOut.push(String(row['merchant_no']));
    if (leftOut.length > maxInList) throw changed;
  }
  return { regionCodes, leftOut };
}

/** Some regions at a time, as everywhere where much is asked for at once. */
async function payeesWithin(scope: LimitedScope, regionCodes: readonly string[], { reader, ask }: ScopeParts): Promise<readonly RawRow[]> {
  const payees = () => reader(payeeTable.name).select(payeeTable.columnNames).limit(maxPayees + 1);
  if (scope.kind === 'institution') return ask(() => payees().where('institution_no', storedOf(scope.institutionNo)));
  const found: RawRow[] = [];
  for (let from = 0; from < regionCodes.length; from += maxInList) found.push(...await ask(() => payees().whereIn('region_code', filledUp(regionCodes.slice(from, from + maxInList).map(storedOf)) as string[])));
  return found;
}

async function changeOf({ codes }: ScopeParts, row: RawRow): Promise<TamperedError | undefined> {
  try {
    await codes.known(payeeTable, payeeTable.decode(row));
    return undefined;
  } catch (error) {
    if (error instanceof TamperedError) return error;
    throw error;
  }
}

async function regionCodesOf(regionCode: string, { reader, codes, ask, tell }: ScopeParts): Promise<readonly string[]> {
  const rows = await ask(() => reader(regionTable.name).select(regionTable.columnNames).limit(maxRegions + 1));
  if (rows.length > maxRegions) throw new RangeError(`more than ${maxRegions} regions`);
  try {
    return [...withBelow(regionCode, await codes.all(regionTable, regionTable.list(rows)))].sort();
  } catch (error) {
    if (error instanceof TamperedError) tell(error);
    throw error;
  }
}
