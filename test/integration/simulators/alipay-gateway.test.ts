import { expect } from 'chai';
import { aMoment, chinaTime, Merchant } from './alipay-merchant.js';

describe('Alipay simulator: envelope and signature', () => {
  const merchant = new Merchant();
  before(() => merchant.start());
  after(() => merchant.end());
  const query = (overrides: Record<string, string> = {}) => merchant.signed('alipay.trade.query', { out_trade_no: 'NONE1' }, overrides);

  it('answers a good request with a signature over the exact text', async () => {
    const answer = await merchant.send(query());
    expect(answer.body).to.include({ code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' });
    expect(answer.signatureGood).to.equal(true);
  });

  it('refuses a value that was changed after signing', async () => {
    const answer = await merchant.send({ ...query(), biz_content: '{"out_trade_no":"NONE2"}' });
    expect(answer.body).to.include({ code: '40002', sub_code: 'isv.invalid-signature' });
    expect(answer.signatureGood).to.equal(true);
  });

  it('refuses a signature with something behind it', async () => {
    const fields = query();
    for (const sign of [`${fields['sign']} `, `${fields['sign']}AA==`, fields['sign']?.replace(/=+$/, '') ?? '']) {
      expect((await merchant.send({ ...fields, sign })).body, sign).to.include({ sub_code: 'isv.invalid-signature' });
    }
  });

  it('refuses a signature that leaves sign_type out of the text', async () => {
    const { sign_type: signType, ...rest } = query();
    const without = merchant.signed('alipay.trade.query', { out_trade_no: 'NONE1' }, { sign_type: '' });
    expect((await merchant.send({ ...rest, sign_type: signType ?? '', sign: without['sign'] ?? '' })).body).to.include({ sub_code: 'isv.invalid-signature' });
  });

  it('answers an unknown application without signature', async () => {
    const answer = await merchant.send(query({ app_id: '2021999999999999' }));
    expect(answer.body).to.include({ code: '40002', sub_code: 'isv.invalid-app-id' });
    expect(answer.signatureGood).to.equal(undefined);
  });

  it('answers an unknown method under error_response', async () => {
    const answer = await merchant.send(merchant.signed('alipay.trade.guess', {}));
    expect(answer.text).to.match(/^\{"error_response":/);
    expect(answer.body).to.include({ sub_code: 'isv.invalid-method' });
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['timestamp', '2026/01/01 00:00:00', 'isv.invalid-timestamp'], ['timestamp', '2026-02-30 00:00:00', 'isv.invalid-timestamp'],
    ['charset', 'gbk', 'isv.invalid-charset'], ['sign_type', 'RSA', 'isv.invalid-signature-type'], ['version', '2.0', 'isv.invalid-version'],
    ['format', 'xml', 'isv.invalid-format'], ['notify_url', 'javascript:alert(1)', 'isv.invalid-notify-url'], ['biz_content', '[1]', 'isv.invalid-biz-content'],
    ['timestamp', '', 'isv.missing-timestamp'], ['sign_type', '', 'isv.missing-signature-type'], ['app_id', '', 'isv.missing-app-id'],
  ];
  for (const [name, value, subCode] of wrong) {
    it(`refuses ${name} "${value}" with ${subCode}`, async () => {
      expect((await merchant.send(query({ [name]: value }))).body).to.include({ sub_code: subCode });
    });
  }

  it('refuses the clock of a server that prints UTC', async () => {
    const answer = await merchant.send(query({ timestamp: chinaTime(merchant.clock.now() - 8 * 3_600_000) }));
    expect(answer.body).to.include({ sub_code: 'isv.invalid-timestamp' });
  });

  it('reads Chinese text wrongly when charset does not stand in the address', async () => {
    const all = async (content: object): Promise<string> => {
      const body = new URLSearchParams(merchant.signed('alipay.trade.query', { ...content }));
      return (await fetch(merchant.simulator.gatewayUrl, { method: 'POST', body })).text();
    };
    expect(await all({ out_trade_no: 'NONE1' })).to.contain('ACQ.TRADE_NOT_EXIST');
    expect(await all({ out_trade_no: 'NONE1', note: '缴费' })).to.contain('isv.invalid-signature');
  });

  it('refuses a parameter that stands in the address and in the body', async () => {
    const fields = query();
    const response = await fetch(`${merchant.simulator.gatewayUrl}?${new URLSearchParams(fields)}`, { method: 'POST', body: new URLSearchParams({ app_id: 'x' }) });
    expect(await response.text()).to.contain('isv.invalid-parameter');
  });

  it('refuses a body of more than 256 KB', async () => {
    const response = await fetch(merchant.simulator.gatewayUrl, { method: 'POST', body: 'a='.padEnd(300_000, 'x') }).then(({ status }) => status, () => 413);
    expect(response).to.equal(413);
  });

  it('escapes slashes inside the signed text', async () => {
    const outTradeNo = await merchant.paidTrade();
    const answer = await merchant.call('alipay.trade.query', { out_trade_no: outTradeNo });
    expect(answer.text).to.contain('sim\\/alipay');
    expect(answer.signatureGood).to.equal(true);
  });

  it('keeps a hung call open and ends it when it is closed', async () => {
    const other = new Merchant();
    await other.start();
    await other.control('faults', { method: 'alipay.trade.query', fault: 'timeout' });
    const hung = other.call('alipay.trade.query', { out_trade_no: 'X1' }).then(() => 'answered', () => 'dropped');
    await aMoment();
    expect(await Promise.race([hung, Promise.resolve('still open')])).to.equal('still open');
    await other.end();
    expect(await hung).to.equal('dropped');
  });
});
