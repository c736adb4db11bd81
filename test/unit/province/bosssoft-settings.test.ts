import { expect } from 'chai';
import { bosssoftSettings, checkSettings } from '../../../adapters/outbound/province/bosssoft/settings-check.js';
import { createBosssoftProvince } from '../../../adapters/outbound/province/bosssoft/bosssoft-province.js';
import type { BosssoftNeeds } from '../../../adapters/outbound/province/bosssoft/needs.js';
import { storedSettings } from './stored-settings.js';

const complaintsOf = (changes: object): readonly string[] => {
  const checked = checkSettings(storedSettings(changes));
  return 'complaints' in checked ? checked.complaints : [];
};
const pem = '-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----\n';

describe('settings of the province', () => {
  it('are usable with the usual tables', () => {
    expect(complaintsOf({})).to.deep.equal([]);
    expect(bosssoftSettings(storedSettings())).to.deep.include({ version: '1.0', envelope: 'standard', statement: { charset: 'utf-8', digest: 'sha256' } });
  });

  it('may replace every table, path and form', () => {
    expect(complaintsOf({
      environment: 'production', baseUrl: 'https://fs.example.gov.cn/standard-web/api', envelope: 'short', payCode: '^[0-9]{16}$', signing: { form: 'sm2', keyName: 'province', provinceKeyPem: pem, sm2Encoding: 'raw' },
      paths: { query: 'q' }, codes: { 0: 'ok', 44: 'not-found' }, states: { A: 'unpaid', B: 'paid' }, statement: { charset: 'gbk', digest: 'sm3' }, answers: { accepted: '0', refused: '1' },
    })).to.deep.equal([]);
  });

  const wrong: readonly (readonly [what: string, changes: object])[] = [
    ['environment', { environment: 'prod' }], ['baseUrl', { baseUrl: 'ftp://x' }], ['baseUrl', { baseUrl: 'https://a.example/' }], ['baseUrl', { baseUrl: 'https://u:p@a.example' }], ['baseUrl', { baseUrl: 'https://a.example/x?y=1' }],
    ['baseUrl', { environment: 'production', baseUrl: 'http://fs.example.gov.cn' }], ['baseUrl', { environment: 'production', baseUrl: 'https://127.0.0.1:9/x' }], ['baseUrl', { environment: 'production', baseUrl: 'https://localhost/x' }],
    ['region', { region: '35' }], ['region', { region: 350400 }], ['deptCode', { deptCode: '' }], ['appId', { appId: 'a&key=x' }], ['version', { version: '' }], ['envelope', { envelope: 'sorted' }],
    ['signing', { signing: { form: 'md5' } }], ['signing', { signing: { form: 'sm2', keyName: 'k' } }], ['signing', { signing: { form: 'sm2', keyName: ' ', provinceKeyPem: pem } }], ['signing', { signing: undefined }],
    ['paths', { paths: {} }], ['paths', { paths: { query: '/q' } }], ['paths', { paths: { query: 'a/../b' } }], ['paths', { paths: { query: 'q', pay: 'p' } }],
    ['codes', { codes: { S0000: 'fine' } }], ['codes', { codes: { E1: 'not-found' } }], ['codes', { codes: [] }],
    ['states', { states: { 0: 'unpaid' } }], ['states', { states: { 1: 'paid', 4: 'paying' } }], ['payCode', { payCode: '[0-9]*' }], ['payCode', { payCode: 20 }],
    ['statement', { statement: { charset: 'big5' } }], ['statement', { statement: { digest: 'md5' } }], ['answers', { answers: { accepted: 'E9999' } }],
  ];
  for (const [what, changes] of wrong) {
    it(`name ${what} when it is ${JSON.stringify(changes)}`, () => {
      const complaints = complaintsOf(changes);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.match(new RegExp(`^${what}`));
    });
  }

  it('stop the adapter before any call, with every complaint at once and without a secret', () => {
    const made = (): unknown => createBosssoftProvince({} as BosssoftNeeds, storedSettings({ appId: 'bad app', codes: {}, baseUrl: 'nowhere' }));
    expect(made).to.throw(/baseUrl.*appId.*codes/);
  });

  it('decide what the province can do: a call without a path is absent', () => {
    const province = createBosssoftProvince({} as BosssoftNeeds, storedSettings({ paths: { query: 'q', confirm: 'c' } }));
    expect(Object.keys(province).sort()).to.deep.equal(['confirming', 'isPayCodeFromElsewhere', 'paidMessages', 'queries', 'region']);
  });
});
