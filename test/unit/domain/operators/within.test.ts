import { expect } from 'chai';
import { withBelow } from '../../../../domain/directory/region.js';
import { isWithin } from '../../../../domain/operators/within.js';

const region = (regionCode: string, parentRegionCode?: string) => ({ regionCode, parentRegionCode });
const tree = [region('350000'), region('350400', '350000'), region('350404', '350400'), region('350402', '350400'), region('350100', '350000')];

describe('whose rows an account may see (ISO-01)', () => {
  it('goes down a tree of regions, also one with a circle', () => {
    expect([...withBelow('350400', tree)]).to.deep.equal(['350400', '350404', '350402']);
    expect([...withBelow('359999', tree)]).to.deep.equal(['359999']);
    expect([...withBelow('A', [region('A', 'B'), region('B', 'A'), region('C', 'C')])]).to.deep.equal(['A', 'B']);
  });

  it('is everything, an institution, or a region with all below it', () => {
    const payee = { institutionNo: 'I1', regionCode: '350404' };
    expect(isWithin({ kind: 'all' }, { institutionNo: 'I2', regionCode: undefined }, [])).to.equal(true);
    expect(['I1', 'I2', ''].map((institutionNo) => isWithin({ kind: 'institution', institutionNo }, payee, tree))).to.deep.equal([true, false, false]);
    expect(['350404', '350400', '350000', '350402', '350100', ''].map((regionCode) => isWithin({ kind: 'region', regionCode }, payee, tree))).to.deep.equal([true, true, true, false, false, false]);
    expect(isWithin({ kind: 'region', regionCode: '350000' }, { institutionNo: 'I1', regionCode: undefined }, tree)).to.equal(false);
  });
});
