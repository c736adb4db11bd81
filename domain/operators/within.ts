import type { Payee } from '../directory/payee.js';
import { withBelow, type Region } from '../directory/region.js';
import type { DataScope } from './operator.js';

/** Whether what belongs to a payee is among what an account may see (ISO-01). A payee without a region is in none. */
export function isWithin(scope: DataScope, { institutionNo, regionCode }: Pick<Payee, 'institutionNo' | 'regionCode'>, regions: readonly Pick<Region, 'regionCode' | 'parentRegionCode'>[]): boolean {
  switch (scope.kind) {
    case 'all': return true;
    case 'institution': return institutionNo === scope.institutionNo;
    case 'region': return regionCode !== undefined && withBelow(scope.regionCode, regions).has(regionCode);
  }
}
