import { expect } from 'chai';
import { settingsWith } from '../../../domain/directory/account-settings.js';
import { billTimeMs, isBillTime, paysBy, usualTerms } from '../../../domain/directory/channel.js';
import { isIndustryCode } from '../../../domain/directory/industry.js';
import { isRegionCode } from '../../../domain/directory/region.js';
import { mayAdminister } from '../../../domain/operators/operator.js';

describe('rules of channels, accounts, regions and industries', () => {
  it('say by what a new payment may begin', () => {
    expect(paysBy(usualTerms, true)).to.deep.equal(['pc', 'h5', 'bar']);
    for (const off of [{ enabled: false }, { payEnabled: false }]) expect(paysBy({ ...usualTerms, ...off }, false)).to.deep.equal([]);
    expect([paysBy({ ...usualTerms, splitEnabled: false }, true), paysBy({ ...usualTerms, splitEnabled: false }, false).length]).to.deep.equal([[], 3]);
  });

  it('know codes and times by their form', () => {
    expect(['350400', '350404001002', '35040', '3504000000000', '35040a', '35040０', '350400\n'].map(isRegionCode)).to.deep.equal([true, true, false, false, false, false, false]);
    expect(['EDU', 'a-1_', 'E', '教育', 'x'.repeat(33), "E' or"].map(isIndustryCode)).to.deep.equal([true, true, false, false, false, false]);
    expect(['09:05', '20:00', '09:04', '20:01', '9:30', '12:60', '24:00', ''].map(isBillTime)).to.deep.equal([true, true, false, false, false, false, false, false]);
    expect(billTimeMs({ billTime: '09:05' })).to.equal((9 * 60 + 5) * 60_000);
  });

  it('put typed settings over those that are kept', () => {
    const known = [{ name: 'url', isRequired: true, isKept: false }, { name: 'key', isRequired: true, isKept: true }, { name: 'rate', isRequired: false, isKept: false }];
    const before = { url: 'a', key: 'K', rate: '6', older: 'x' };
    expect(settingsWith(before, { url: 'b' }, known)).to.deep.equal({ ok: true, value: { url: 'b', key: 'K', older: 'x' } });
    expect(settingsWith(before, { url: '', key: 'L' }, known)).to.deep.equal({ ok: false, refusal: { code: 'setting-missing', name: 'url' } });
    expect(settingsWith({}, { url: 'b' }, known)).to.deep.equal({ ok: false, refusal: { code: 'setting-missing', name: 'key' } });
    expect(settingsWith(before, { secret: 's' }, known)).to.deep.equal({ ok: false, refusal: { code: 'setting-unknown', name: 'secret' } });
    expect(settingsWith({}, { ['__proto__']: 's' }, known).ok).to.equal(false);
  });

  it('let only who was granted exactly a region administer it', () => {
    expect(mayAdminister({ scope: { kind: 'region', regionCode: '350400' } }, '350400')).to.equal(true);
    for (const scope of [{ kind: 'all' }, { kind: 'region', regionCode: '350404' }, { kind: 'institution', institutionNo: '350400' }] as const) expect(mayAdminister({ scope }, '350400')).to.equal(false);
  });
});
