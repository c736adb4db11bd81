import type { Knex } from 'knex';
import type { RowScope } from '../../../../../application/ports/list-reader.js';
import { maxRegionDepth } from '../../../../../domain/directory/region.js';
import { conditionValue } from '../stored-values.js';
import { text } from '../codecs.js';
import type { ListDb } from './list-db.js';

const code = text(32);
/** What nobody can have stored is nobody's. */
const storedOf = (no: string): string => String(conditionValue(code, no));

/** Numbers of the payees of a scope that is not everything. */
export function payeesOf(db: ListDb, scope: Exclude<RowScope, { readonly kind: 'all' }>): Knex.QueryBuilder {
  const payees = db.from('payee', 'scope_payee').select('scope_payee.merchant_no');
  const value = storedOf(scope.kind === 'region' ? scope.regionCode : scope.institutionNo);
  if (scope.kind === 'institution') return payees.where('scope_payee.institution_no', value);
  return payees.where((row) => { row.where('scope_payee.region_code', value).orWhereIn('scope_payee.region_code', below(db, value, maxRegionDepth)); });
}

/** Codes of the regions below one, level by level: as deep as the tree may be. */
function below(db: ListDb, regionCode: string, levels: number): Knex.QueryBuilder {
  const alias = `level_${levels}`;
  const children = db.from('region', alias).select(`${alias}.region_code`).where(`${alias}.parent_region_code`, regionCode);
  return levels <= 1 ? children : children.orWhereIn(`${alias}.parent_region_code`, below(db, regionCode, levels - 1));
}
