import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { openTextPlatform, type TextPlatform } from '../../contract/text-messages/text-platform.js';
import { until } from './alipay-merchant.js';

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/** Written a second time, so that adapter and simulator are not only right for each other. */
function message(differences: Readonly<Record<string, string>> = {}): Record<string, string> {
  const fields = { ecName: '三明市财政局', apId: 'smfs', mobiles: '13800000001', content: '您好', sign: 'SIGN0001', addSerial: '', ...differences };
  return { ...fields, mac: md5(`${fields.ecName}${fields.apId}DemoSecret1${fields.mobiles}${fields.content}${fields.sign}${fields.addSerial}`) };
}

describe('the simulated text message platform', () => {
  let platform: TextPlatform;
  beforeEach(async () => { platform = await openTextPlatform(); });
  afterEach(() => platform.close());

  const post = async (path: string, body: string): Promise<unknown> => {
    const answer = await fetch(`${platform.simulator.platformUrl}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return answer.json();
  };
  const submit = (fields: object, path = 'norsubmit'): Promise<unknown> => post(path, Buffer.from(JSON.stringify(fields)).toString('base64'));
  const no = (rspcod: string) => ({ rspcod, msgGroup: '', success: false });

  it('takes the computed example of the interface', async () => {
    const example = { ...message({ mobiles: '13800000001,13800000002', content: '您有一笔非税缴款待支付' }), mac: 'f2c4805a1706b12198276093f2419540' };
    expect(await submit(example)).to.include({ rspcod: 'success', success: true });
    const template = { ecName: '三明市财政局', apId: 'smfs', templateId: 'TPL0001', mobiles: '13800000001', params: '["350404263000000001","80.00"]', sign: 'SIGN0001', addSerial: '01', mac: '6be76e5eb635b8be6306822c03d4f8df' };
    expect(await submit(template, 'tmpsubmit')).to.include({ rspcod: 'success', success: true });
  });

  it('refuses a mac in capitals, of other fields, and of another route', async () => {
    const right = message();
    expect(await submit({ ...right, mac: right['mac']?.toUpperCase() })).to.deep.equal(no('IllegalMac'));
    expect(await submit({ ...right, content: '您好吗' })).to.deep.equal(no('IllegalMac'));
    expect(await submit({ ...right, templateId: 'TPL0001', params: '[""]' }, 'tmpsubmit')).to.deep.equal(no('IllegalMac'));
  });

  it('refuses bad, repeated and too many numbers, and signatures that are none', async () => {
    expect(await submit(message({ mobiles: '23800000001' }))).to.deep.equal(no('InvalidMobile'));
    expect(await submit(message({ mobiles: '13800001000,13800001000' }))).to.deep.equal(no('DupMobile'));
    expect(await submit(message({ mobiles: Array.from({ length: 5001 }, (_, n) => 13_900_000_000 + n).join(',') }))).to.deep.equal(no('TooManyMobiles'));
    expect(await submit(message({ sign: '' }))).to.deep.equal(no('NoSignId'));
    expect(await submit(message({ sign: '三明财政' }))).to.deep.equal(no('IllegalSignId'));
    expect(await platform.texts()).to.deep.equal([]);
  });

  it('refuses what is no Base64 of an object of texts', async () => {
    for (const body of ['', JSON.stringify(message()), Buffer.from('[]').toString('base64'), Buffer.from('{"apId":7}').toString('base64'), Buffer.from('{').toString('base64')]) {
      expect(await post('norsubmit', body)).to.deep.equal(no('InvalidMessage'));
    }
    const { mac: _mac, ...unsigned } = message();
    expect(await submit(unsigned)).to.deep.equal(no('InvalidMessage'));
    expect(await submit(message({ apId: 'nobody' }))).to.deep.equal(no('InvalidUsrOrPwd'));
  });

  it('reports a template that is unknown, and one with another number of values', async () => {
    const templateMessage = (templateId: string, params: string): object => {
      const fields = { ecName: '三明市财政局', apId: 'smfs', templateId, mobiles: '13800001000', params, sign: 'SIGN0001', addSerial: '' };
      return { ...fields, mac: md5(`三明市财政局smfsDemoSecret1${templateId}13800001000${params}SIGN0001`) };
    };
    await submit(templateMessage('TPL0009', '["1"]'), 'tmpsubmit');
    await submit(templateMessage('TPL0002', '["1","2"]'), 'tmpsubmit');
    await until(() => platform.reports().length === 2);
    const told = platform.reports().flatMap(({ body }) => JSON.parse(body.toString('utf8')) as { reportStatus: string }[]);
    expect(told.map(({ reportStatus }) => reportStatus).sort()).to.deep.equal(['CM:1005', 'CM:1006']);
  });

  it('repeats a push that was not answered with 200', async () => {
    platform.answers.status = 500;
    await submit(message({ mobiles: '13800000002' }));
    await until(() => platform.reports().length === 1);
    platform.answers.status = 200;
    await until(() => {
      // The repeat is planned only after our answer has arrived there, so the clock goes on until it is.
      platform.clock.advance(1000);
      return platform.reports().length === 2;
    });
    expect(platform.reports()[1]?.body.equals(platform.reports()[0]?.body ?? Buffer.alloc(0))).to.equal(true);
  });

  it('shows what phones received, escaped', async () => {
    await submit(message({ content: '验证码<b>123456</b>' }));
    const shown = await (await fetch(platform.simulator.baseUrl)).text();
    expect(shown).to.include('【三明财政】验证码&lt;b&gt;123456&lt;/b&gt;').and.include('13800000001').and.include('黑名单 CM:8003');
    await platform.control('forget', {});
    expect(await platform.texts()).to.deep.equal([]);
  });

  it('is steered only by JSON on its own address', async () => {
    const url = new URL(`${platform.simulator.baseUrl}/sim/forget`);
    const status = (headers: Record<string, string>): Promise<number | undefined> => new Promise((resolve, reject) => {
      httpRequest(url, { method: 'POST', headers }, (answer) => { answer.resume(); resolve(answer.statusCode); }).on('error', reject).end('{}');
    });
    expect(await status({ 'content-type': 'text/plain' })).to.equal(403);
    expect(await status({ 'content-type': 'application/json', host: 'evil.example' })).to.equal(403);
    expect(await status({ 'content-type': 'application/json' })).to.equal(200);
  });

  it('refuses accounts and inbound texts that are not whole', async () => {
    for (const [path, body] of [['accounts', { ...platform.account, secretKey: '' }], ['accounts', { ...platform.account, reportUrl: 'file:///x' }], ['inbound', { apId: 'nobody', mobile: '1', smsContent: 'T' }], ['inbound', { apId: 'smfs', mobile: 1 }]] as const) {
      expect((await platform.control(path, body)).status).to.equal(400);
    }
  });
});
