import { expect } from 'chai';
import { unionPayAccount, usualTermId } from '../../../adapters/outbound/channels/unionpay/account.js';
import { checkAccount } from '../../../adapters/outbound/channels/unionpay/account-check.js';
import { certificateNamed } from './unionpay-certificate.js';
import { anAccount, anAttempt, Scene } from './unionpay-scene.js';

const live = { frontUrl: 'https://gateway.95516.com/gateway/api/frontTransReq.do', backUrl: 'https://gateway.95516.com/gateway/api/backTransReq.do', queryUrl: 'https://gateway.95516.com/gateway/api/queryTrans.do' };
const production = (settings: Readonly<Record<string, string>> = {}): readonly string[] => checkAccount(anAccount({ ...live, ...settings }, { environment: 'production' }));
const list = (...entries: readonly unknown[]): string => JSON.stringify(entries);

describe('UnionPay: an account', () => {
  it('is accepted when complete', () => {
    expect(checkAccount(anAccount())).to.deep.equal([]);
    expect(checkAccount(anAccount({ signMethod: '21' }))).to.deep.equal([]);
    expect(production()).to.deep.equal([]);
  });
  for (const name of ['frontUrl', 'backUrl', 'queryUrl', 'signMethod', 'certId', 'rootPems', 'middlePems', 'allowedNames']) {
    it(`is refused with a blank or missing ${name} (CHN-06)`, () => {
      const { [name]: _left, ...others } = anAccount().settings;
      expect(checkAccount(anAccount({ [name]: ' ' }))).to.have.length(1);
      expect(checkAccount(anAccount({ [name]: '' })).join()).to.include(name);
      expect(checkAccount({ ...anAccount(), settings: others }).join()).to.include(name);
    });
  }
  for (const [what, settings] of [
    ['signMethod 11', { signMethod: '11' }], ['signMethod 12, a keyed digest', { signMethod: '12' }], ['a certId in hex', { certId: '2F9A' }],
    ['certId zero', { certId: '0' }], ['an address without scheme', { backUrl: 'gateway.95516.com/x' }], ['an address with user info', { backUrl: 'https://a@gateway.95516.com/x' }],
    ['an address with a query', { backUrl: 'https://gateway.95516.com/x?a=1' }], ['a root that is no certificate', { rootPems: list('-----BEGIN CERTIFICATE-----') }],
    ['a middle that is no certificate', { middlePems: list('hello') }], ['no middle', { middlePems: '[]' }], ['a blank name', { allowedNames: list('中国银联股份有限公司', ' ') }],
    ['a name that is no text', { allowedNames: list(1) }], ['a list that is none', { allowedNames: '"中国银联股份有限公司"' }],
    ['too many names', { allowedNames: list(...Array.from({ length: 11 }, () => 'x')) }], ['a terminal of 7 characters', { termId: '1234567' }],
  ] as const) {
    it(`is refused with ${what}`, () => { expect(checkAccount(anAccount(settings))).to.have.length(1); });
  }
  it('is refused with a blank key name, a merId of another form or another channel', () => {
    expect(checkAccount(anAccount({}, { keyName: ' ' }))).to.have.length(1);
    expect(checkAccount(anAccount({}, { channelMerchantNo: '2088102' }))).to.have.length(1);
    expect(checkAccount(anAccount({}, { channelMerchantNo: '' }))).to.have.length(1);
    expect(checkAccount(anAccount({}, { payChannel: 'alipay' }))).to.have.length(1);
  });
  it('makes every call throw when it is not usable, naming the account and no secret', async () => {
    const scene = new Scene();
    const fault = await scene.channel.queries.query(anAccount({ certId: '' }), anAttempt(), 1000).then(() => undefined, (error: unknown) => error);
    expect(fault).to.be.instanceOf(Error).with.property('message').that.includes('CM1').and.includes('certId');
    expect(scene.requests).to.have.length(0);
  });
  it('names a terminal of its own or the usual one', () => {
    expect(unionPayAccount(anAccount()).termId).to.equal(usualTermId);
    expect(unionPayAccount(anAccount({ termId: 'A0000007' })).termId).to.equal('A0000007');
  });
});

describe('UnionPay: a production account (CHN-03, CHN-07)', () => {
  for (const address of [
    'https://gateway.test.95516.com/gateway/api/backTransReq.do', 'https://101.231.204.80.test.cup.com.cn/x', 'http://gateway.95516.com/x',
    'https://127.0.0.1:9000/x', 'https://localhost/x', 'https://[::1]/x', 'https://[::ffff:127.0.0.1]/x', 'https://sim.localhost/x', 'https://2130706433/x', 'https://GATEWAY.TEST.95516.COM/x', 'https://gateway.test.95516.com./x',
    'https://pay.example/x', 'https://gateway.95516.com.example/x', 'https://gateway95516.com/x',
  ]) {
    it(`is refused with the address ${address}`, () => {
      for (const name of ['frontUrl', 'backUrl', 'queryUrl']) expect(production({ [name]: address }).join()).to.include(name);
    });
  }
  for (const name of ['00040000:SIGN', 'ZunionpayTest', '中国银联股份有限公司 ', '中国银联']) {
    it(`is refused with the signing name ${name}`, () => {
      expect(production({ allowedNames: list(name) })).to.have.length(1);
      expect(production({ allowedNames: list('中国银联股份有限公司', name) })).to.have.length(1);
    });
  }
  for (const root of ['CFCA TEST CS CA', 'CFCA TEST OCA1', '模拟 CFCA RSA 根证书', '测试根']) {
    it(`is refused with the certificate of ${root}`, () => {
      expect(production({ rootPems: list(certificateNamed('CFCA ACS CA'), certificateNamed(root)) }).join()).to.include('rootPems');
      expect(production({ middlePems: list(certificateNamed(root)) }).join()).to.include('middlePems');
    });
  }
  it('is the only one that may name the real gateway', () => {
    for (const environment of ['test', 'simulator'] as const) {
      for (const name of ['frontUrl', 'backUrl', 'queryUrl'] as const) expect(checkAccount(anAccount({ [name]: live[name] }, { environment })).join()).to.include(name);
    }
  });
  it('may be all of that when it is a test account', () => {
    expect(checkAccount(anAccount({ allowedNames: list('00040000:SIGN'), rootPems: list(certificateNamed('CFCA TEST CS CA')), backUrl: 'http://127.0.0.1:9000/x' }))).to.deep.equal([]);
  });
});
