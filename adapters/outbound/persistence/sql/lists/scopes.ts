import type { Knex } from 'knex';
import type { RowScope } from '../../../../../application/ports/list-reader.js';
import { maxRegions, withBelow } from '../../../../../domain/directory/region.js';
import { text } from '../codecs.js';
import { conditionValue, filledUp, maxInList } from '../stored-values.js';
import type { ListDb } from './list-db.js';

const code = text(32);
/** What nobody can have stored is nobody's. */
const storedOf = (no: string): string => String(conditionValue(code, no));

/** Numbers of the payees of a scope that is not everything; `regionCodes`: of a region, it and all below. */
export function payeesOf(db: ListDb, scope: Exclude<RowScope, { readonly kind: 'all' }>, regionCodes: readonly string[]): Knex.QueryBuilder {
  const payees = db.from('payee', 'scope_payee').select('scope_payee.merchant_no');
  if (scope.kind === 'institution') return payees.where('scope_payee.institution_no', storedOf(scope.institutionNo));
  return payees.where((row) => {
    for (let from = 0; from < regionCodes.length; from += maxInList) row.orWhereIn('scope_payee.region_code', filledUp(regionCodes.slice(from, from + maxInList).map(storedOf)) as string[]);
    if (regionCodes.length === 0) row.whereRaw('1 = 0');
  });
}

/** The region of a scope and every one below; read for each page, so that what is hung elsewhere is seen elsewhere at once. */
export async function regionCodesOf(scope: RowScope, regions: () => Promise<readonly Readonly<Record<string, unknown>>[]>): Promise<readonly string[]> {
  if (scope.kind !== 'region') return [];
  const rows = await regions();
  if (rows.length > maxRegions) throw new RangeError(`more than ${maxRegions} regions`);
  const known = rows.map((row) => ({ regionCode: String(row['region_code']), parentRegionCode: row['parent_region_code'] === null ? undefined : String(row['parent_region_code']) }));
  return [...withBelow(scope.regionCode, known)].sort();
}
