import { expect } from 'chai';
import { deliveryReportOf, submitReportOf } from '../../../adapters/outbound/text-messages/cloud-mas/platform-words.js';
import { checkCloudMasSettings } from '../../../adapters/outbound/text-messages/cloud-mas/settings-check.js';
import type { CloudMasSettings } from '../../../adapters/outbound/text-messages/cloud-mas/settings.js';
import { cloudMas } from '../../../adapters/outbound/text-messages/cloud-mas/cloud-mas.js';
import { cloudMasSettings } from '../../builders/cloud-mas-settings.js';
import { RecordingJournal } from '../application/recording-journal.js';

const unreadable = { kind: 'unknown', why: 'unreadable' };

describe('answers of the text message platform', () => {
  it('are an acceptance with a group number', () => {
    expect(submitReportOf({ rspcod: 'success', msgGroup: '0101', success: true }, [])).to.deep.equal({ kind: 'submitted', groupNo: '0101' });
  });

  for (const code of ['IllegalMac', 'InvalidMessage', 'InvalidUsrOrPwd', 'NoSignId', 'IllegalSignId', 'TooManyMobiles', 'InvalidMobile', 'DupMobile', 'SomethingNew']) {
    it(`are a definite no for ${code}`, () => {
      expect(submitReportOf({ rspcod: code, msgGroup: '', success: false }, [])).to.deep.equal({ kind: 'refused', code, retryable: false });
    });
  }

  it('may pass where the settings say so', () => {
    expect(submitReportOf({ rspcod: 'SystemBusy', msgGroup: '', success: false }, ['SystemBusy'])).to.deep.equal({ kind: 'refused', code: 'SystemBusy', retryable: true });
  });

  const doubtful: readonly (readonly [string, Record<string, unknown>])[] = [
    ['success without a group', { rspcod: 'success', msgGroup: '', success: true }],
    ['success that says false', { rspcod: 'success', msgGroup: '0101', success: false }],
    ['success without its flag', { rspcod: 'success', msgGroup: '0101' }],
    ['a refusal that made a group', { rspcod: 'InvalidMobile', msgGroup: '0101', success: false }],
    ['a refusal that says true', { rspcod: 'InvalidMobile', msgGroup: '', success: true }],
    ['no code', { msgGroup: '', success: false }],
    ['a code of another kind', { rspcod: 7, msgGroup: '', success: false }],
    ['a code that is a sentence', { rspcod: 'no no no', msgGroup: '', success: false }],
    ['a group of another kind', { rspcod: 'success', msgGroup: { $gt: '' }, success: true }],
  ];
  for (const [what, reply] of doubtful) it(`leave it open after ${what}`, () => expect(submitReportOf(reply, [])).to.deep.equal(unreadable));

  it('leave it open after a code never heard without the flag', () => {
    for (const rspcod of ['SomethingNew', 'constructor']) expect(submitReportOf({ rspcod }, [])).to.deep.equal({ kind: 'unknown', why: 'unheard-word' });
  });
});

describe('words of delivery reports', () => {
  const at = 1;
  it('deliver', () => expect(deliveryReportOf('DELIVRD', 'DELIVRD', at)).to.deep.equal({ kind: 'delivered', at }));

  for (const code of ['CM:1004', 'CM:1005', 'CM:1006', 'CM:3007', 'CM:4001', 'CM:4002', 'CM:4005', 'CM:4009', 'CM:8001', 'CM:8002', 'CM:8003', 'CM:8004', 'CM:8006', 'UNDELIV', 'DB:0140']) {
    it(`fail with ${code}`, () => expect(deliveryReportOf(code, code, at)).to.deep.equal({ kind: 'failed', code, at }));
  }

  for (const code of ['CM:0000', 'CM:3000', 'GW:9999', 'UNKNOWN', 'XX:0042', 'constructor', '__proto__']) {
    it(`say nothing with ${code}`, () => expect(deliveryReportOf(code, code, at)).to.deep.equal({ kind: 'no-word', code }));
  }

  it('fail with the error code where the status says less', () => {
    expect(deliveryReportOf('UNDELIV', 'DB:0140', at)).to.deep.equal({ kind: 'failed', code: 'DB:0140', at });
    expect(deliveryReportOf('constructor', 'DB:0140', at)).to.deep.equal({ kind: 'failed', code: 'DB:0140', at });
    expect(deliveryReportOf('XX:0042', 'DB:0140', at)).to.deep.equal({ kind: 'failed', code: 'DB:0140', at });
  });

  it('say nothing where status and error contradict each other', () => {
    expect(deliveryReportOf('DELIVRD', 'DB:0140', at)).to.deep.equal({ kind: 'no-word', code: 'DB:0140' });
    expect(deliveryReportOf('UNDELIV', 'DELIVRD', at)).to.deep.equal({ kind: 'no-word', code: 'UNDELIV' });
  });
});

describe('settings of the text message platform', () => {
  const complaintsOf = (differences: Partial<CloudMasSettings>): string => checkCloudMasSettings(cloudMasSettings(differences)).join('；');

  it('may be used as the example has them', () => expect(complaintsOf({})).to.equal(''));

  const wrong: readonly (readonly [string, Partial<CloudMasSettings>])[] = [
    ['baseUrl', { baseUrl: 'ftp://a.cn/sms' }], ['baseUrl', { baseUrl: 'https://a.cn/sms/' }], ['baseUrl', { baseUrl: 'https://user:pw@a.cn/sms' }], ['baseUrl', { baseUrl: 'https://a.cn/sms?x=1' }],
    ['ecName', { ecName: ' ' }], ['apId', { apId: '' }], ['secretKey', { secretKey: 'short' }], ['sign', { sign: '' }], ['addSerial', { addSerial: '0a' }],
    ['batchSize', { batchSize: 0 }], ['batchSize', { batchSize: 5001 }], ['batchSize', { batchSize: 1.5 }], ['retryableCodes', { retryableCodes: ['success'] }],
    ['pushToken', { pushToken: 'guessable' }], ['pushNetworks', { pushNetworks: [] }], ['pushNetworks', { pushNetworks: ['127.0.0.1'] }],
    ['PAY_SUCCESS', { templateIds: { PAY_SUCCESS: '' } }],
  ];
  for (const [name, differences] of wrong) it(`complain of ${JSON.stringify(differences)}`, () => expect(complaintsOf(differences)).to.include(name));

  it('reach no host of our own in production, and take pushes not from everywhere', () => {
    const production = { environment: 'production', baseUrl: 'https://mas.example.cn/sms', pushNetworks: ['192.0.2.0/24'] } as const;
    expect(complaintsOf(production)).to.equal('');
    expect(complaintsOf({ ...production, baseUrl: 'http://mas.example.cn/sms' })).to.include('https');
    expect(complaintsOf({ ...production, baseUrl: 'https://127.0.0.1/sms' })).to.include('本机');
    expect(complaintsOf({ ...production, pushNetworks: ['0.0.0.0/0'] })).to.include('pushNetworks');
  });

  it('never repeat a secret, and stop the start', () => {
    const settings = cloudMasSettings({ secretKey: '密码密码密码', pushToken: 'guessable' });
    const needs = { settings, http: { send: () => Promise.reject(new Error('not called')) }, journal: new RecordingJournal() };
    expect(() => cloudMas(needs)).to.throw('not usable').with.property('message').that.does.not.match(/密码密码|guessable/);
  });
});
