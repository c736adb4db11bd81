import { expect } from 'chai';
import { signed, type Message } from './unionpay-merchant.js';
import { aScene, rsaMerchant, sm2Merchant } from './unionpay-scene.js';

describe('UnionPay simulator: payment pages in the browser', () => {
  const scene = aScene();

  async function open(order: Message): Promise<string> {
    const response = await scene.post(scene.simulator.frontUrl, signed(order, scene.signer(order['merId'] ?? '')));
    expect(response.status).to.equal(303);
    return `${scene.simulator.baseUrl}${response.headers.get('location')}`;
  }
  const read = async (url: string): Promise<string> => (await fetch(url)).text();
  async function press(url: string, act: string): Promise<void> { await (await scene.post(`${url}/${act}`, {})).text(); }
  const unescape = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const hidden = (text: string): Message => Object.fromEntries([...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, unescape(value)]));

  for (const [channelType, title, merId] of [['07', '网上银行支付', rsaMerchant], ['08', '手机支付', sm2Merchant]] as const) {
    it(`channel type ${channelType}: shows the order, takes the money, notifies and gives the signed way back`, async () => {
      const order = scene.front(channelType, {}, merId);
      const url = await open(order);
      const text = await read(url);
      for (const shown of [title, '模拟环境', '¥80.00', order['orderId'], '不动产登记费&lt;住宅&gt;', '确认付款', '付款失败', '放弃付款']) expect(text).to.contain(shown);
      expect(text).not.to.contain('<script');
      expect(await scene.query(order)).to.include({ respCode: '00', origRespCode: '05' });
      await press(url, 'confirm');
      const [message] = await scene.notified(order['orderId'], 1);
      expect(message).to.include({ respCode: '00', txnAmt: '8000', reqReserved: '备注 1+1' });
      expect(scene.problem(message ?? {}, merId)).to.equal(undefined);
      const paid = await read(url);
      expect(paid).to.contain(`method="post" action="${order['frontUrl']}"`).and.contain('返回商户');
      expect(hidden(paid)).to.include({ orderId: order['orderId'], respCode: '00', txnAmt: '8000', queryId: message?.['queryId'] });
      expect(scene.problem(hidden(paid), merId)).to.equal(undefined);
      expect(await scene.query(order)).to.include({ respCode: '00', origRespCode: '00' });
    });
  }

  it('tells nobody about a failed payment, and sends the payer back without data', async () => {
    const order = scene.front('07', { frontFailUrl: `${scene.merchantUrl}/failed` });
    const url = await open(order);
    await press(url, 'fail');
    const text = await read(url);
    expect(text).to.contain('支付失败').and.contain(`href="${order['frontFailUrl']}"`).and.not.contain('type="hidden"');
    await scene.quiet();
    expect(await scene.query(order)).to.include({ origRespCode: '64' });
    await press(url, 'confirm');
    expect(await scene.query(order)).to.include({ origRespCode: '64' });
    expect(scene.caught.some(({ orderId }) => orderId === order['orderId'])).to.equal(false);
  });

  it('leaves the order open when the payer walks away, and shows the page again for the same order', async () => {
    const order = scene.front('08');
    const url = await open(order);
    await press(url, 'leave');
    expect(await scene.query(order)).to.include({ origRespCode: '05' });
    expect(await open(order)).to.equal(url);
    const changed = await scene.post(scene.simulator.frontUrl, signed({ ...order, txnAmt: '1' }, scene.signer(rsaMerchant)));
    expect(changed.status).to.equal(400);
    expect(await changed.text()).to.contain('12 重复交易');
  });

  it('refuses payment after payTimeout, except a bank page that succeeds late and is then told as 42', async () => {
    const order = scene.front('07');
    const url = await open(order);
    scene.clock.advance(901_000);
    await press(url, 'confirm');
    expect(await read(url)).to.contain('支付超时').and.not.contain('确认付款');
    expect(await scene.query(order)).to.include({ origRespCode: '05' });
    expect(await scene.control('POST', `/sim/orders/${order['orderId']}/pay`, {})).to.deep.equal({ error: 'after payTimeout' });
    await scene.control('POST', `/sim/orders/${order['orderId']}/pay`, { late: true });
    expect(await scene.query(order)).to.include({ origRespCode: '42' });
    await scene.quiet();
    expect(scene.caught.some(({ orderId }) => orderId === order['orderId'])).to.equal(false);
  });

  it('pays an order through the control API as if the payer had pressed the button, once', async () => {
    const order = scene.front('07');
    await open(order);
    expect(await scene.control('POST', `/sim/orders/${order['orderId']}/pay`)).to.include({ state: 'success' });
    expect(await scene.control('POST', `/sim/orders/${order['orderId']}/pay`)).to.include({ error: 'already decided' });
    expect(await scene.notified(order['orderId'], 1)).to.have.length(1);
  });

  it('shows an error page with 11[9100004] for a forged order and makes no trade', async () => {
    const order = scene.front('07');
    const response = await scene.post(scene.simulator.frontUrl, { ...signed(order, scene.signer(rsaMerchant)), txnAmt: '1' });
    expect(response.status).to.equal(400);
    expect(await response.text()).to.contain('11 验证签名失败[9100004]');
    expect(await scene.query(order)).to.include({ respCode: '34' });
  });

  it('goes back by itself when the contract says so, with the button still there', async () => {
    await scene.control('POST', '/sim/switches', { autoReturn: true });
    const url = await open(scene.front('08'));
    await press(url, 'confirm');
    const response = await fetch(url);
    const text = await response.text();
    const nonce = /<script nonce="([^"]+)">/.exec(text)?.[1] ?? 'none';
    expect(response.headers.get('content-security-policy')).to.contain(`script-src 'nonce-${unescape(nonce)}'`);
    expect(text).to.contain('返回商户');
    await scene.control('POST', '/sim/switches', { autoReturn: false });
  });

  it('takes B2B on a PC only', async () => {
    expect(await read(await open(scene.front('07', { bizType: '000202' })))).to.contain('企业网银支付');
    const phone = await scene.post(scene.simulator.frontUrl, signed(scene.front('08', { bizType: '000202' }), scene.signer(rsaMerchant)));
    expect(phone.status).to.equal(400);
  });
});
