import { expect } from 'chai';
import { qrCode } from '../../../adapters/inbound/cashier/pages/qr-code.js';
import { fen } from '../../../domain/kernel/money.js';
import { aPaidView, aView, goodToken, noon, openFakeCashier, unknownToken, type FakeCashier } from './fake-cashier.js';
import { iphone, order, read, wordsOf } from './page-reader.js';

describe('cashier pages', () => {
  let fake: FakeCashier;
  beforeEach(async () => { fake = await openFakeCashier(); });
  afterEach(() => fake.close());

  it('shows number, title, payee and amount before paying, with our own number in small print (1.1.1.1.4, 1.1.1.2.4)', async () => {
    const { status, text } = await order(fake);
    expect(status).to.equal(200);
    for (const word of ['订单号 BDC20261123000018', '订单名称 不动产登记费（住宅类）', '收款单位 三明市不动产登记中心', '应付金额 ¥ 120.00']) expect(wordsOf(text)).to.contain(word);
    expect(text).to.match(/class="row fine"><dt>平台订单号<\/dt><dd>20261123140000123001000017/);
  });

  it('asks for the charged amount and explains the discount', async () => {
    fake.view = aView({ orderAmount: fen(123_456_700), bizDiscountAmount: fen(456_700), chargedAmount: fen(123_000_000) });
    const words = wordsOf((await order(fake)).text);
    expect(words).to.contain('应付金额 ¥ 1,230,000.00');
    expect(words).to.contain('订单金额 ¥1,234,567.00，优惠 −¥4,567.00');
    expect(words).to.contain('立即支付 ¥1,230,000.00');
    fake.view = aView();
    expect(wordsOf((await order(fake)).text)).not.to.contain('优惠');
  });

  it('tells until when the order can be paid as a moment that needs no script', async () => {
    expect(wordsOf((await order(fake)).text)).to.contain('请在 2026-11-23 15:59:00 前支付');
  });

  it('offers only the channels that the payee has opened', async () => {
    fake.view = aView({ channels: ['unionpay'] });
    const { text } = await order(fake);
    expect(text.match(/type="radio"/g)).to.have.length(1);
    expect(text).to.contain('value="unionpay"').and.not.to.contain('alipay');
  });

  it('offers no button where no channel is open, and says so', async () => {
    fake.view = aView({ channels: [] });
    const { text } = await order(fake);
    expect(wordsOf(text)).to.contain('收款单位暂未开通可在此使用的支付方式');
    expect(text).not.to.contain('<form');
  });

  it('starts nothing in the last minute, and says why', async () => {
    fake.view = aView({ mayStart: false });
    const { text } = await order(fake);
    expect(wordsOf(text)).to.contain('不足 1 分钟');
    expect(text).not.to.contain('<form').and.not.to.contain('class="qr"');
  });

  it('chooses PC or phone by the browser, and lets the payer switch', async () => {
    await order(fake);
    const phone = await order(fake, '', { 'user-agent': iphone });
    const switched = await order(fake, '?view=pc', { 'user-agent': iphone });
    expect(fake.opened).to.deep.equal(['pc', 'h5', 'pc']);
    expect(phone.text).to.contain('name="view" value="h5"').and.contain(`href="/pay/${goodToken}?view=pc"`).and.not.contain('class="qr"');
    expect(switched.text).to.contain('name="view" value="pc"').and.contain(`href="/pay/${goodToken}?view=pc&amp;big=1"`);
  });

  it('shows an order made for PC as PC even on a phone, with the channels of the PC', async () => {
    fake.view = aView({ pcOnly: true });
    const { text } = await order(fake, '', { 'user-agent': iphone });
    expect(fake.opened).to.deep.equal(['h5', 'pc']);
    expect(text).to.contain('name="view" value="pc"').and.not.contain('切换到手机版').and.not.contain('class="qr"');
  });

  it('warns that WeChat opens no Alipay page, and prefers the wallet whose browser it is', async () => {
    const wechat = await order(fake, '', { 'user-agent': `${iphone} MicroMessenger/8.0` });
    expect(wordsOf(wechat.text)).to.contain('微信内不能打开支付宝');
    const wallet = await order(fake, '', { 'user-agent': `${iphone} (com.unionpay.chsp) UnionPay/1.0` });
    expect(wallet.text).to.contain('value="unionpay" required checked').and.not.contain('value="alipay" required checked');
  });

  it('leaves the order payable after 停止支付 and shows the way back', async () => {
    const { text } = await order(fake, '?stop=1');
    expect(wordsOf(text)).to.contain('订单仍为待支付').and.contain('2026-11-23 15:59:00 前可随时回来支付').and.contain('返回业务系统');
    expect(fake.started).to.deep.equal([]);
    expect(fake.cameBack).to.deep.equal([]);
  });

  it('shows a failed payment with its reason and lets the payer try again', async () => {
    fake.view = aView({ page: 'failed', stateMsg: '银行卡余额不足', payChannel: 'unionpay' });
    const { text } = await order(fake);
    expect(wordsOf(text)).to.contain('上一次支付没有成功 ：银行卡余额不足').and.contain('立即支付');
    expect(text).to.contain('value="unionpay" required checked');
  });

  it('never calls an open payment failed, refreshes itself without script and offers to ask again', async () => {
    fake.view = aView({ page: 'asking', stateMsg: '处理中', payChannel: 'alipay' });
    const { text } = await order(fake);
    expect(wordsOf(text)).to.contain('正在向支付宝查询').and.not.contain('失败');
    expect(text).to.contain(`<noscript><meta http-equiv="refresh" content="5;url=/pay/${goodToken}"></noscript>`).and.contain('aria-live="polite"').and.contain(`href="/pay/${goodToken}/back"`);
    expect(text).to.contain(`href="/pay/${goodToken}?change=1"`).and.not.contain('<form');
  });

  it('lets the payer change the channel only while a payment may start', async () => {
    fake.view = aView({ page: 'asking', payChannel: 'alipay' });
    const changing = await order(fake, '?change=1');
    expect(changing.text).to.contain('value="unionpay" required checked').and.not.contain('http-equiv="refresh"');
    expect(wordsOf(changing.text)).to.contain('如果您已经付款，请先等待结果');
    fake.view = aView({ page: 'asking', payChannel: 'alipay', mayStart: false });
    expect((await order(fake, '?change=1')).text).not.to.contain('<form').and.not.to.contain('更换支付方式');
  });

  it('shows the facts of a paid order with time, channel and numbers (1.1.1.1.6, 1.1.1.2.6)', async () => {
    fake.view = aPaidView();
    const { text } = await order(fake);
    for (const word of ['支付成功', '订单号 BDC20261123000018', '订单名称 不动产登记费（住宅类）', '收款单位 三明市不动产登记中心', '支付金额 ¥120.00', '支付时间 2026-11-23 13:59:55', '支付方式 支付宝', '渠道流水号 2026112322001412345678901234', '平台订单号 20261123140000123001000017']) {
      expect(wordsOf(text)).to.contain(word);
    }
    expect(text).to.contain('href="https://hall.example.gov.cn/done?bizOrderNo=BDC20261123000018&amp;sign=abc"').and.not.contain('http-equiv="refresh"').and.not.contain('<form');
  });

  it('hides 返回业务系统 when there is nowhere to go back to', async () => {
    fake.view = aPaidView({ backUrl: undefined });
    expect((await order(fake)).text).not.to.contain('返回业务系统');
  });

  for (const page of ['expired', 'closed'] as const) {
    it(`tells only the state of an order that is ${page}, and the way back`, async () => {
      fake.view = aView({ page, stateMsg: page === 'expired' ? '支付超时' : '已关闭', channels: [], mayStart: false, backUrl: 'https://hall.example.gov.cn/done' });
      const words = wordsOf((await order(fake)).text);
      expect(words).to.contain(page === 'expired' ? '支付超时' : '订单已关闭').and.contain('返回业务系统');
      for (const fact of ['BDC20261123000018', '不动产', '120.00', '20261123140000123001000017']) expect(words).not.to.contain(fact);
    });
  }

  it('answers 404 for a token that does not exist or cannot be one, an order number among them', async () => {
    for (const token of [unknownToken, 'BDC20261123000018', `${goodToken}x`, goodToken.slice(1), '%00', '%E0%A4%A', `${goodToken}/`, `${goodToken}/other`, '']) {
      const { status, text } = await read(fake, `/pay/${token}`);
      expect(status, token).to.equal(404);
      expect(wordsOf(text), token).to.contain('没有找到该订单');
    }
  });

  it('tells a fault with a number for the service desk and nothing else', async () => {
    fake.openFault = new Error('SELECT secret FROM orders');
    const { status, text } = await order(fake);
    expect(status).to.equal(500);
    expect(wordsOf(text)).to.contain('受理编号 REQ-0001').and.not.contain('SELECT');
    expect(fake.lines.map((line) => line.event)).to.deep.equal(['cashier-fault']);
  });

  it('answers the script with page, words and remaining time, and with no fact of the order', async () => {
    fake.view = aView({ page: 'asking', stateMsg: '', expiresAt: noon + 61_000 });
    const { status, text, headers } = await read(fake, `/pay/${goodToken}/state`);
    expect(status).to.equal(200);
    expect(JSON.parse(text)).to.deep.equal({ page: 'asking', stateMsg: '支付结果确认中', remainingMs: 61_000 });
    expect(headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect((await read(fake, `/pay/${unknownToken}/state`)).status).to.equal(404);
  });

  it('asks the channel when the payer comes back, and shows the page whatever the asking brought', async () => {
    const back = await read(fake, `/pay/${goodToken}/back?out_trade_no=1&total_amount=0.01`);
    expect(back.status).to.equal(303);
    expect(back.headers.get('location')).to.equal(`/pay/${goodToken}`);
    const posted = await read(fake, `/pay/${goodToken}/back`, { method: 'POST', body: 'respCode=00', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://pay.channel.example' } });
    expect(posted.status).to.equal(303);
    expect(fake.cameBack).to.deep.equal([goodToken, goodToken]);
    await fake.close();
    fake = await openFakeCashier({ comeBack: { run: () => Promise.reject(new Error('channel gone')) } });
    expect((await read(fake, `/pay/${goodToken}/back`)).status).to.equal(303);
  });

  it('says 模拟环境 on every page of the embedded profile and on none of another', async () => {
    expect(wordsOf((await order(fake)).text)).not.to.contain('模拟环境');
    await fake.close();
    fake = await openFakeCashier({ demo: true });
    for (const path of [goodToken, unknownToken]) expect(wordsOf((await read(fake, `/pay/${path}`)).text)).to.contain('模拟环境');
  });

  it('keeps links right behind a proxy path and in the QR code', async () => {
    await fake.close();
    fake = await openFakeCashier({ publicBaseUrl: 'https://city.example.gov.cn/tongjiao/' });
    const { text } = await order(fake);
    expect(text).to.contain(`action="/tongjiao/pay/${goodToken}"`);
    expect(text).to.contain(qrCode(`https://city.example.gov.cn/tongjiao/pay/${goodToken}?view=h5`).text);
    expect((await read(fake, `/pay/${goodToken}/back`)).headers.get('location')).to.equal(`/tongjiao/pay/${goodToken}`);
  });
});
