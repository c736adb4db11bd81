import { expect } from 'chai';
import { signed, type Message } from './unionpay-merchant.js';
import { aScene, chinaDigits, rsaMerchant, sm2Merchant } from './unionpay-scene.js';

describe('UnionPay simulator: signatures and the form of messages', () => {
  const scene = aScene();

  async function codeFor(fields: Message): Promise<string> {
    const text = await (await scene.post(scene.simulator.backUrl, fields)).text();
    return `${/respCode=(\w+)/.exec(text)?.[1]}${/\[\d+\]/.exec(text)?.[0]}`;
  }
  const good = (change: Message = {}): Message => signed(scene.barcode('00', change), scene.signer(rsaMerchant));

  it('answers an RSA merchant with a body that no form parser may touch', async () => {
    const response = await scene.post(scene.simulator.backUrl, good());
    const text = await response.text();
    expect(text).to.match(/(^|&)respMsg=成功\[0000000\](&|$)/);
    expect(text).to.contain('signPubKeyCert=-----BEGIN CERTIFICATE-----\r\nMII');
    expect(text).not.to.match(/%[0-9A-F]{2}/);
  });

  for (const [merId, name] of [[rsaMerchant, 'RSA'], [sm2Merchant, 'SM2']] as const) {
    it(`accepts a request signed with ${name} and signs its answer and notification with its own ${name} chain`, async () => {
      const order = scene.barcode('00', { reqReserved: '流水 a+b' }, merId);
      const answer = await scene.back(order);
      expect(answer).to.include({ respCode: '00', merId, orderId: order['orderId'], signMethod: scene.signer(merId).method });
      expect(scene.problem(answer, merId)).to.equal(undefined);
      const [message] = await scene.notified(order['orderId'], 1);
      expect(scene.problem(message ?? {}, merId)).to.equal(undefined);
      expect(message).to.include({ respCode: '00', txnAmt: '12345', reqReserved: '流水 a+b' });
    });
  }

  it('makes serial numbers that a JavaScript number cannot hold', () => {
    expect(BigInt(scene.signer(rsaMerchant).certId) > BigInt(Number.MAX_SAFE_INTEGER)).to.equal(true);
  });

  it('refuses a changed amount, a foreign key, a wrong certId and the other sign method with 11[9100004]', async () => {
    const spoilt = good();
    expect(await codeFor({ ...spoilt, txnAmt: '12346' })).to.equal('11[9100004]');
    expect(await codeFor({ ...spoilt, signature: `${spoilt['signature']} ` })).to.equal('11[9100004]');
    expect(await codeFor({ ...spoilt, termId: '01080209 ' })).to.equal('11[9100004]');
    expect(await codeFor(signed(scene.barcode('00'), { ...scene.signer(rsaMerchant), certId: '12345' }))).to.equal('11[9100004]');
    expect(await codeFor(signed(scene.barcode('00'), scene.signer(sm2Merchant)))).to.equal('11[9100004]');
    const sm2UserId = { ...signed(scene.barcode('00', {}, sm2Merchant), scene.signer(sm2Merchant)), certId: scene.signer(rsaMerchant).certId };
    expect(await codeFor(sm2UserId)).to.equal('11[9100004]');
  });

  it('counts a field that slipped into the request as part of the signed text', async () => {
    expect(await codeFor({ ...good(), PHPSESSID: 'abc' })).to.equal('11[9100004]');
  });

  it('refuses an unknown merchant, an old version and a missing signature each with its own code', async () => {
    expect(await codeFor({ ...good(), merId: '777290058119999' })).to.equal('31[6100031]');
    expect(await codeFor(good({ version: '5.0.0' }))).to.equal('10[6100010]');
    expect(await codeFor({ ...good(), signature: '' })).to.equal('13[6100013]');
  });

  it('refuses malformed fields of a well signed request', async () => {
    const malformed: readonly Message[] = [
      { orderId: 'TJ-0001-0001' }, { orderId: 'TJ00001' }, { txnAmt: '0' }, { txnAmt: '1.00' }, { txnAmt: '01' }, { currencyCode: '840' }, { accessType: '1' },
      { qrNo: '2812345678901234567' }, { qrNo: '621234' }, { txnTime: '20250230120000' }, { backUrl: 'ftp://127.0.0.1/' }, { reqReserved: 'a&b' },
      { termId: ' 1080209' }, { txnTime: chinaDigits(scene.clock.now() - 660_000) }, { txnTime: chinaDigits(scene.clock.now() + 660_000) }, { frontUrl: 'http://127.0.0.1/' },
    ];
    for (const change of malformed) expect(await codeFor(good(change)), JSON.stringify(change)).to.equal('10[6100010]');
  });

  it('refuses what the product table does not have, and missing elements', async () => {
    for (const change of [{ channelType: '07' }, { bizType: '000201' }, { txnSubType: '07' }, { txnType: '76' }]) {
      expect(await codeFor(good(change)), JSON.stringify(change)).to.equal('32[6100032]');
    }
    for (const name of ['qrNo', 'termId', 'backUrl', 'txnAmt', 'orderId']) expect(await codeFor(good({ [name]: '' })), name).to.equal('13[6100013]');
  });

  it('refuses a second transaction under the same order number with 12', async () => {
    const order = scene.barcode('00');
    expect(await scene.back(order)).to.include({ respCode: '00' });
    expect(await scene.back(order)).to.include({ respCode: '12' });
    expect(await scene.back({ ...order, txnTime: chinaDigits(scene.clock.now() + 1_000) })).to.include({ respCode: '12' });
  });

  it('refuses a field that occurs twice and a body that is no form', async () => {
    const body = `${new URLSearchParams(good()).toString()}&txnAmt=1`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await (await fetch(scene.simulator.backUrl, { method: 'POST', body, headers })).text()).to.contain('respCode=10');
    expect(await (await fetch(scene.simulator.backUrl, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).text()).to.contain('respCode=10');
  });
});
