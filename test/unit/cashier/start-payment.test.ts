import { request as httpRequest } from 'node:http';
import { expect } from 'chai';
import { ok, refuse } from '../../../domain/kernel/result.js';
import type { StartPaymentRefusal } from '../../../application/payments/cashier-view.js';
import { aPaidView, aView, goodToken, noon, openFakeCashier, unknownToken, type FakeCashier } from './fake-cashier.js';
import { post, wordsOf } from './page-reader.js';

const choice = 'view=pc&payChannel=alipay';

/** Sends only the headers given: fetch adds its own. */
function barePost(fake: FakeCashier, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${fake.address}/pay/${goodToken}`, { method: 'POST', headers }, (answer) => { answer.resume(); resolve(answer.statusCode ?? 0); });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('starting a payment from the cashier', () => {
  let fake: FakeCashier;
  beforeEach(async () => { fake = await openFakeCashier(); });
  afterEach(() => fake.close());

  it('hands the payer over to the channel with a form that works with and without script', async () => {
    fake.answer = ok({ attemptNo: 'A1', handover: { action: 'https://pay.channel.example/gateway?sign=a&b="', fields: { biz_content: '{"subject":"a<b>&quot;\'"}' } } });
    const { status, text } = await post(fake, choice);
    expect(status).to.equal(200);
    expect(text).to.contain('action="https://pay.channel.example/gateway?sign=a&amp;b=&quot;"');
    expect(text).to.contain('name="biz_content" value="{&quot;subject&quot;:&quot;a&lt;b&gt;&amp;quot;&#39;&quot;}"');
    expect(wordsOf(text)).to.contain('前往支付宝付款');
    expect(fake.started).to.deep.equal([{ cashierToken: goodToken, payChannel: 'alipay', terminal: 'pc', receivedAt: noon, address: '203.0.113.7', requestId: 'REQ-0001' }]);
    expect(JSON.stringify(fake.lines)).to.contain('A1').and.not.contain(goodToken);
  });

  const words: Readonly<Record<StartPaymentRefusal, readonly [number, string]>> = {
    'no-such-order': [404, '没有找到该订单'], 'already-paid': [409, '请勿重复支付'], closed: [409, '该订单已关闭'], expired: [409, '超过支付有效时间'],
    'too-close-to-expiry': [409, '不足 1 分钟'], 'channel-not-open': [409, '未开通所选的支付方式'], 'still-asking': [409, '尚未确认'], 'try-again': [409, '正在另一处发起支付'], 'too-many-attempts': [429, '次数过多'],
    recovering: [409, '正在核对此前的支付'], 'notice-paid': [409, '已在其他渠道缴款'], 'notice-void': [409, '已作废'], 'notice-expired': [409, '已过期'], 'notice-differs': [409, '应缴金额已变化'],
  };
  for (const refusal of Object.keys(words) as StartPaymentRefusal[]) {
    it(`says in the payer's words why nothing was started: ${refusal}`, async () => {
      fake.answer = refuse(refusal);
      const { status, text } = await post(fake, choice);
      expect(status).to.equal(words[refusal][0]);
      expect(wordsOf(text)).to.contain(words[refusal][1]);
      expect(text).not.to.contain('id="on"');
    });
  }

  it('shows the paid order when somebody pays it again', async () => {
    fake.answer = refuse('already-paid');
    fake.view = aPaidView();
    expect(wordsOf((await post(fake, choice)).text)).to.contain('该订单已经支付成功').and.contain('支付时间 2026-11-23 13:59:55');
  });

  it('passes on nothing but the two channels by their exact names', async () => {
    for (const wrong of ['wechat', 'ALIPAY', 'alipay,unionpay', 'alipay ', '__proto__', '']) {
      expect((await post(fake, `view=pc&payChannel=${encodeURIComponent(wrong)}`)).status, wrong).to.equal(400);
    }
    expect(fake.started).to.deep.equal([]);
  });

  it('refuses a channel that is not offered although its name is right', async () => {
    fake.view = aView({ channels: ['alipay'] });
    fake.answer = refuse('channel-not-open');
    const { status, text } = await post(fake, 'view=pc&payChannel=unionpay');
    expect(status).to.equal(409);
    expect(text).not.to.contain('value="unionpay"');
  });

  it('asks for a choice when none was made', async () => {
    const { status, text } = await post(fake, 'view=h5');
    expect(status).to.equal(400);
    expect(wordsOf(text)).to.contain('请选择支付方式');
  });

  it('refuses repeated, foreign and missing parameters: no amount can be sent along', async () => {
    for (const body of [`${choice}&payChannel=alipay`, `${choice}&view=h5`, `${choice}&chargedAmount=1`, `${choice}&payChannel[]=unionpay`, 'payChannel=alipay', 'view=tv&payChannel=alipay', '']) {
      expect((await post(fake, body)).status, body).to.equal(400);
    }
    expect(fake.started).to.deep.equal([]);
  });

  it('refuses bodies that are no form or larger than 2 KB, chunked ones too', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded; charset=gbk']) {
      expect((await post(fake, choice, { 'content-type': type })).status, type).to.equal(415);
    }
    expect((await post(fake, choice, { 'content-encoding': 'gzip' })).status).to.equal(415);
    expect((await post(fake, `${choice}&x=${'a'.repeat(2048)}`)).status).to.equal(413);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await barePost(fake, `${choice}&x=${'a'.repeat(60_000)}`, { ...form, 'transfer-encoding': 'chunked' })).to.equal(413);
    expect(fake.started).to.deep.equal([]);
  });

  it('refuses forms that come from another page', async () => {
    const foreign: readonly Record<string, string>[] = [
      { origin: 'null' }, { origin: 'https://evil.example' }, { origin: `${fake.address}.evil.example` }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      const { status, text } = await post(fake, choice, headers);
      expect(status, JSON.stringify(headers)).to.equal(403);
      expect(wordsOf(text)).to.contain('没有发起付款');
    }
    expect(fake.started).to.deep.equal([]);
  });

  it('lets an old phone pay that sends no Origin, unless its Referer is foreign', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await barePost(fake, choice, form)).to.equal(200);
    expect(await barePost(fake, choice, { ...form, referer: `${fake.address}/pay/${goodToken}` })).to.equal(200);
    expect(await barePost(fake, choice, { ...form, referer: 'https://evil.example/' })).to.equal(403);
  });

  it('answers 404 for an unknown order only after the use case said so', async () => {
    fake.answer = refuse('no-such-order');
    expect((await post(fake, choice, {}, unknownToken)).status).to.equal(404);
    expect((await post(fake, choice, {}, 'short')).status).to.equal(404);
    expect(fake.started).to.have.length(1);
  });

  it('sends nobody to an address that is not a channel\'s', async () => {
    for (const action of ['https://evil.example/gateway', 'javascript:alert(1)', 'https://pay.channel.example.evil.example/', 'http://pay.channel.example/']) {
      fake.answer = ok({ attemptNo: 'A1', handover: { action, fields: {} } });
      const { status, text } = await post(fake, choice);
      expect(status, action).to.equal(500);
      expect(text).not.to.contain(action);
    }
  });

  it('stops at a value that a browser would change on its way', async () => {
    for (const value of ['a\nb', 'a\rb', 'a\0b', 'a\ud800b']) {
      fake.answer = ok({ attemptNo: 'A1', handover: { action: 'https://pay.channel.example/', fields: { subject: value } } });
      expect((await post(fake, choice)).status).to.equal(500);
    }
    fake.answer = ok({ attemptNo: 'A1', handover: { action: 'https://pay.channel.example/', fields: { subject: '缴费😀' } } });
    expect((await post(fake, choice)).status).to.equal(200);
  });
});
