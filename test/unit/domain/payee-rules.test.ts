import { expect } from 'chai';
import type { Industry } from '../../../domain/directory/industry.js';
import { mayLink, readMethods, servedAlready } from '../../../domain/directory/payee-channel-rules.js';
import { isMerchantNo, originsFor, readPayeeFacts, type PayeeFacts, type PayeeSurroundings } from '../../../domain/directory/payee-rules.js';
import type { Region } from '../../../domain/directory/region.js';
import { isStaff } from '../../../domain/operators/operator.js';
import { aChannelMerchant, aDeveloper, aPayee, aPayeeChannel } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';

const region: Region = { regionCode: '350400', regionName: '三明市', parentRegionCode: undefined, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: noon, version: 1 };
const industry: Industry = { industryCode: 'EDU', industryName: '教育', enabled: true, remark: '', createdAt: noon, version: 1 };
const around = (changes: Partial<PayeeSurroundings> = {}): PayeeSurroundings => ({ region, industry, origins: ['https://biz.example'], httpsOnly: true, ...changes });
const facts = (changes: Partial<PayeeFacts> = {}): PayeeFacts => {
  const { merchantNo: _1, institutionNo: _2, enabled: _3, createdAt: _4, version: _5, ...rest } = aPayee({ industryCode: 'EDU' });
  return { ...rest, ...changes };
};
const refusalOf = (given: PayeeFacts, before = undefined as ReturnType<typeof aPayee> | undefined, surroundings = around()): unknown => {
  const read = readPayeeFacts(given, before, surroundings);
  return read.ok ? undefined : read.refusal;
};

describe('what a form says of a payee', () => {
  it('is taken with a region and an industry that are there and on', () => { expect(readPayeeFacts(facts(), undefined, around())).to.deep.equal({ ok: true, value: facts() }); });

  it('is refused without a region or an industry, or with one that is unknown or off', () => {
    expect(refusalOf(facts({ regionCode: undefined }))).to.deep.equal({ code: 'region-missing' });
    expect(refusalOf(facts({ industryCode: undefined }))).to.deep.equal({ code: 'industry-missing' });
    expect(refusalOf(facts(), undefined, around({ region: undefined }))).to.deep.equal({ code: 'region-unknown' });
    expect(refusalOf(facts(), undefined, around({ region: { ...region, enabled: false } }))).to.deep.equal({ code: 'region-off' });
    expect(refusalOf(facts(), undefined, around({ industry: undefined }))).to.deep.equal({ code: 'industry-unknown' });
    expect(refusalOf(facts(), undefined, around({ industry: { ...industry, enabled: false } }))).to.deep.equal({ code: 'industry-off' });
  });

  it('lets what stays as it was stand, but asks a payee from before for its industry', () => {
    const off = around({ region: { ...region, enabled: false }, industry: { ...industry, enabled: false } });
    expect(refusalOf(facts({ remark: '改' }), aPayee({ industryCode: 'EDU' }), off)).to.equal(undefined);
    expect(refusalOf(facts({ industryCode: undefined }), aPayee(), around())).to.deep.equal({ code: 'industry-missing' });
    expect(refusalOf(facts(), aPayee(), off)).to.deep.equal({ code: 'industry-off' });
  });

  it('has addresses under registered origins alone, in the form in which they are used (URL-01, URL-04)', () => {
    const read = readPayeeFacts(facts({ payNotifyUrl: 'https://BIZ.example:443/n' }), undefined, around());
    expect(read.ok && read.value.payNotifyUrl).to.equal('https://biz.example/n');
    for (const url of ['javascript:alert(1)', 'http://biz.example/n', 'https://a@biz.example/', 'https://biz.example/#x', '//biz.example/', 'https://biz.example/\n']) {
      expect(refusalOf(facts({ refundNotifyUrl: url })), url).to.deep.equal({ code: 'address-malformed', field: 'refundNotifyUrl' });
    }
    for (const url of ['https://169.254.169.254/latest', 'https://evil.example/', 'https://biz.example:8443/']) expect(refusalOf(facts({ payNotifyUrl: url })), url).to.deep.equal({ code: 'address-not-allowed', field: 'payNotifyUrl' });
    expect(refusalOf(facts({ defaultReturnUrl: 'https://biz.example/back?orderState=2' }))).to.deep.equal({ code: 'address-malformed', field: 'defaultReturnUrl' });
  });

  it('lies under the origins of those who act for the payee; before anybody does, of all', () => {
    const developers = [aDeveloper({ merchantNos: ['M1'], allowedOrigins: ['https://one.example'] }), aDeveloper({ devId: 'D2', merchantNos: ['M2'], allowedOrigins: ['https://two.example', 'https://one.example'] })];
    expect(originsFor('M1', developers)).to.deep.equal(['https://one.example']);
    expect(originsFor('M9', developers)).to.deep.equal(['https://one.example', 'https://two.example']);
    expect(originsFor('M9', [])).to.deep.equal([]);
  });

  it('keeps each part receiver for ever, once, under its number', () => {
    const [one, two] = [{ subMerchantNo: 'S1', subMerchantName: '住建局', enabled: true }, { subMerchantNo: 'S2', subMerchantName: '水利局', enabled: true }];
    const before = aPayee({ industryCode: 'EDU', subMerchants: [one] });
    expect(refusalOf(facts({ subMerchants: [{ ...one, subMerchantName: '建设局', enabled: false }, two] }), before)).to.equal(undefined);
    expect(refusalOf(facts({ subMerchants: [two] }), before)).to.deep.equal({ code: 'sub-merchant-gone', subMerchantNo: 'S1' });
    expect(refusalOf(facts({ subMerchants: [one, { ...two, subMerchantNo: 'S1' }] }))).to.deep.equal({ code: 'sub-merchant-twice', subMerchantNo: 'S1' });
    expect(refusalOf(facts({ subMerchants: [one, { ...two, subMerchantName: '住建局' }] }))).to.deep.equal({ code: 'sub-merchant-twice', subMerchantNo: 'S2' });
  });

  it('has a charging unit where the notice comes first', () => {
    expect(refusalOf(facts({ isNoticeFirst: true }))).to.deep.equal({ code: 'unit-missing' });
    expect(refusalOf(facts({ isNoticeFirst: true, chargingUnit: { code: 'U1', name: '中心' } }))).to.equal(undefined);
  });

  it('names the payee by letters, digits and two signs', () => {
    for (const no of ['M1', 'M35040000001', 'a_b-c', '1'.repeat(20)]) expect(isMerchantNo(no), no).to.equal(true);
    for (const no of ['', '-', '_M', '单位', 'M 1', 'M1\n', '1'.repeat(21), "M'1"]) expect(isMerchantNo(no), no).to.equal(false);
  });
});

describe('the link of a payee and an account', () => {
  it('is for an account that is there and on, and where money is real for one of real money (CHN-07)', () => {
    const account = aChannelMerchant('alipay');
    expect(mayLink(account, false).ok).to.equal(true);
    expect(mayLink(undefined, false)).to.deep.equal({ ok: false, refusal: 'account-unknown' });
    expect(mayLink({ ...account, enabled: false }, false)).to.deep.equal({ ok: false, refusal: 'account-off' });
    for (const environment of ['simulator', 'test'] as const) expect(mayLink({ ...account, environment }, true)).to.deep.equal({ ok: false, refusal: 'account-of-tests' });
    expect(mayLink({ ...account, environment: 'production' }, true).ok).to.equal(true);
  });

  it('takes at least one method that the channel has', () => {
    expect(readMethods(['bar', 'pc', 'pc'], 'alipay')).to.deep.equal({ ok: true, value: ['pc', 'bar'] });
    expect(readMethods([], 'alipay')).to.deep.equal({ ok: false, refusal: 'method-missing' });
    expect(readMethods(['cash' as 'pc'], 'unionpay')).to.deep.equal({ ok: false, refusal: 'method-unknown' });
  });

  it('does not take what another link of the payee takes that is on', () => {
    const link = aPayeeChannel('alipay', { channelMerchantId: 'CM9', payMethods: ['pc'] });
    expect(servedAlready(link, [link, aPayeeChannel('alipay')])).to.equal(true);
    expect(servedAlready(link, [link, aPayeeChannel('alipay', { enabled: false }), aPayeeChannel('unionpay'), aPayeeChannel('alipay', { payMethods: ['bar'] })])).to.equal(false);
    expect(servedAlready({ ...link, enabled: false }, [aPayeeChannel('alipay')])).to.equal(false);
  });
});

it('whoever sees an institution alone and holds no role is its administrator, and none of the staff', () => {
  const bare = { officer: undefined, roleCodes: [] };
  const scope = { kind: 'institution', institutionNo: 'I1' } as const;
  expect([isStaff({ ...bare, scope: { kind: 'all' } }), isStaff({ ...bare, scope: { kind: 'region', regionCode: '3504' } }), isStaff({ ...bare, scope, roleCodes: ['reader'] })]).to.deep.equal([true, true, true]);
  expect(isStaff({ ...bare, scope })).to.equal(false);
});
