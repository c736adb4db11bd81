import { expect } from 'chai';
import { createBosssoftIssuer } from '../../../adapters/outbound/e-bills/bosssoft/bosssoft-issuer.js';
import type { BosssoftSettings } from '../../../adapters/outbound/e-bills/bosssoft/settings.js';
import { checkSettings } from '../../../adapters/outbound/e-bills/bosssoft/settings-check.js';
import { HeardJournal, key, noise, someSettings } from '../../integration/e-bills/e-bill-scene.js';

describe('settings of the bill system', () => {
  it('may be used as they are agreed, with a place or without', () => {
    expect(checkSettings(someSettings({ pageOrigins: ['https://ebill.example.gov.cn'] }), key)).to.deep.equal([]);
    expect(checkSettings(someSettings({ place: undefined, digest: 'sm3-upper' }), key)).to.deep.equal([]);
    for (const apiUrl of ['https://ebill.example.gov.cn/standard-web/api/standard', 'http://localhost:8443/api', 'http://[::1]:8443', 'http://127.0.0.2/api']) expect(checkSettings(someSettings({ apiUrl }), key)).to.deep.equal([]);
  });
  const { codes, formats } = someSettings();
  const bad: readonly (readonly [string, Partial<BosssoftSettings>])[] = [
    ['apiUrl', { apiUrl: 'ftp://host/x' }], ['apiUrl', { apiUrl: 'https://user:secret@host' }], ['apiUrl', { apiUrl: 'https://host/api/' }], ['apiUrl', { apiUrl: 'https://host/api?x=1' }],
    ['https', { apiUrl: 'http://10.1.2.3/api' }], ['https', { apiUrl: 'http://localhost.evil.example/api' }], ['https', { apiUrl: 'http://127.0.0.1.evil.example' }],
    ['region', { place: { region: '', deptcode: '1' } }], ['region', { place: { region: '1', deptcode: 'a&b' } }],
    ['appid', { appid: '' }], ['appid', { appid: 'a&key=b' }], ['version', { version: '' }], ['placeCode', { placeCode: ' ' }], ['kindCode', { kindCode: '' }], ['payChannelCode', { payChannelCode: '' }],
    ['cashier', { cashier: ' ' }], ['author', { author: 'a\nb' }], ['digest', { digest: 'md5' as 'md5-upper' }],
    ['pageOrigins', { pageOrigins: ['https://host/path'] }], ['pageOrigins', { pageOrigins: ['javascript:alert(1)'] }], ['pageOrigins', { pageOrigins: ['*'] }],
    ['formats', { formats: { ...formats, eBillNo: { signs: 'digits', shortest: 3, longest: 2 } } }], ['formats', { formats: { ...formats, eBillNo: { signs: 'digits', shortest: 1, longest: 65 } } }],
    ['formats', { formats: { ...formats, eBillNo: { signs: 'any' as 'digits', shortest: 1, longest: 10 } } }],
    ['codes', { codes: { ...codes, exists: ['S0000'] } }], ['codes', { codes: { ...codes, exists: ['E1'], notFound: ['E1'] } }],
    ['timeoutMs', { timeoutMs: 0 }], ['timeoutMs', { timeoutMs: Number.NaN }], ['timeoutMs', { timeoutMs: 60_001 }],
  ];
  for (const [name, changes] of bad) {
    it(`are refused for ${name} ${JSON.stringify(Object.values(changes)[0])}`, () => {
      const complaints = checkSettings(someSettings(changes), key);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.include(name);
    });
  }
  for (const secret of ['', 'short', 'with blank key', 'x'.repeat(201)]) {
    it(`are refused with a key of ${secret.length} signs, which is not repeated`, () => {
      const [complaint] = checkSettings(someSettings(), secret);
      expect(complaint).to.match(/^签名密钥/);
      if (secret !== '') expect(complaint).to.not.include(secret);
    });
  }
  it('that cannot be used stop the product when it is wired', () => {
    const http = { send: () => Promise.reject(new Error('not sent')) };
    expect(() => createBosssoftIssuer({ settings: someSettings({ appid: '' }), key, http, noise, journal: new HeardJournal() })).to.throw('appid');
  });
});
