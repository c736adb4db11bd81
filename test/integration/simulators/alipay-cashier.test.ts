import { expect } from 'chai';
import { chinaTime, Merchant } from './alipay-merchant.js';

describe('Alipay simulator: cashier page', () => {
  const merchant = new Merchant();
  const returnUrl = 'http://127.0.0.1:1/back?order=7';
  before(() => merchant.start());
  after(() => merchant.end());
  const state = async (outTradeNo: string): Promise<string | undefined> => {
    const { body } = await merchant.call('alipay.trade.query', { out_trade_no: outTradeNo });
    return body['trade_status'] ?? body['sub_code'];
  };

  it('knows no trade until the payer signs in, then waits, then is paid', async () => {
    const no = merchant.nextNo();
    const page = await merchant.openPage(merchant.pageContent(no));
    expect(await (await fetch(page)).text()).to.contain('登录并付款').and.contain('¥ 120.00').and.contain('模拟环境 非真实支付').and.not.contain('<script');
    expect(await state(no)).to.equal('ACQ.TRADE_NOT_EXIST');
    expect((await merchant.call('alipay.trade.close', { out_trade_no: no })).body['sub_code']).to.equal('ACQ.TRADE_NOT_EXIST');
    await merchant.click(page, 'sign-in');
    expect(await state(no)).to.equal('WAIT_BUYER_PAY');
    expect(await (await fetch(page)).text()).to.contain('确认付款').and.contain('付款失败');
    await merchant.click(page, 'confirm');
    expect(await state(no)).to.equal('TRADE_SUCCESS');
  });

  it('leads back with signed parameters that hold no trade_status', async () => {
    const page = await merchant.openPage(merchant.pageContent(merchant.nextNo()), { return_url: returnUrl });
    await merchant.click(page, 'sign-in');
    await merchant.click(page, 'confirm');
    const text = await (await fetch(page)).text();
    const link = /href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const fields = new URL(link).searchParams;
    expect(fields.get('order')).to.equal('7');
    fields.delete('order');
    expect(merchant.vouchesFor(fields)).to.equal(true);
    expect([...fields.keys()].sort()).to.deep.equal(['app_id', 'auth_app_id', 'charset', 'method', 'out_trade_no', 'seller_id', 'sign', 'sign_type', 'timestamp', 'total_amount', 'trade_no', 'version']);
    expect(fields.get('method')).to.equal('alipay.trade.page.pay.return');
  });

  it('goes back without paying: to return_url on a PC, to quit_url on a phone', async () => {
    const pc = await merchant.openPage(merchant.pageContent(merchant.nextNo()), { return_url: returnUrl });
    expect(await merchant.click(pc, 'cancel')).to.include({ status: 303, location: returnUrl });
    const no = merchant.nextNo();
    const phone = await merchant.openPage(merchant.pageContent(no, '1.00', { product_code: 'QUICK_WAP_WAY', quit_url: 'http://127.0.0.1:1/quit' }), { return_url: returnUrl }, 'alipay.trade.wap.pay');
    expect(await merchant.click(phone, 'cancel')).to.include({ status: 303, location: 'http://127.0.0.1:1/quit' });
    expect(await state(no)).to.equal('ACQ.TRADE_NOT_EXIST');
  });

  it('shows a failed payment and lets the payer try again', async () => {
    const no = merchant.nextNo();
    const page = await merchant.openPage(merchant.pageContent(no));
    await merchant.click(page, 'sign-in');
    expect((await merchant.click(page, 'fail')).text).to.contain('余额不足');
    expect(await state(no)).to.equal('WAIT_BUYER_PAY');
  });

  it('stops payment at time_expire, before and after the sign-in', async () => {
    const [early, late] = [merchant.nextNo(), merchant.nextNo()];
    const expiry = { time_expire: chinaTime(merchant.clock.now() + 120_000) };
    const earlyPage = await merchant.openPage(merchant.pageContent(early, '1.00', expiry));
    const latePage = await merchant.openPage(merchant.pageContent(late, '1.00', expiry));
    await merchant.click(latePage, 'sign-in');
    merchant.clock.advance(121_000);
    for (const page of [earlyPage, latePage]) {
      await merchant.click(page, 'sign-in');
      await merchant.click(page, 'confirm');
      expect(await (await fetch(page)).text()).to.contain('交易已关闭');
    }
    expect(await state(early)).to.equal('ACQ.TRADE_NOT_EXIST');
    expect(await state(late)).to.equal('TRADE_CLOSED');
    expect(await merchant.control(`trades/${late}/pay`, {})).to.include({ httpStatus: 409, state: 'TRADE_CLOSED' });
  });

  it('closes a waiting trade on request and keeps a paid one', async () => {
    const no = merchant.nextNo();
    const page = await merchant.openPage(merchant.pageContent(no));
    await merchant.click(page, 'sign-in');
    expect((await merchant.call('alipay.trade.close', { out_trade_no: no })).body).to.include({ code: '10000', out_trade_no: no });
    expect(await state(no)).to.equal('TRADE_CLOSED');
    const paid = await merchant.paidTrade();
    expect((await merchant.call('alipay.trade.close', { out_trade_no: paid })).body['sub_code']).to.equal('ACQ.TRADE_HAS_SUCCESS');
    expect(await state(paid)).to.equal('TRADE_SUCCESS');
  });

  it('refuses a number that comes again: other amount, already paid, closed', async () => {
    const reopen = async (no: string, amount: string): Promise<string> => (await merchant.post(merchant.signed('alipay.trade.page.pay', merchant.pageContent(no, amount)))).text();
    const paid = await merchant.paidTrade();
    expect(await reopen(paid, '120.01')).to.contain('ACQ.CONTEXT_INCONSISTENT');
    expect(await reopen(paid, '120.00')).to.contain('ACQ.TRADE_HAS_SUCCESS');
    const closed = merchant.nextNo();
    await merchant.click(await merchant.openPage(merchant.pageContent(closed)), 'sign-in');
    await merchant.control(`trades/${closed}/cancel`, {});
    expect(await reopen(closed, '120.00')).to.contain('ACQ.TRADE_HAS_CLOSE');
  });

  const fromNow = (ms: number) => (): Record<string, string> => ({ time_expire: chinaTime(merchant.clock.now() + ms) });
  const wrong: readonly (readonly [string, Record<string, unknown> | (() => Record<string, string>)])[] = [
    ['an amount with three decimals', { total_amount: '1.001' }], ['an amount of zero', { total_amount: '0.00' }], ['an amount as a number', { total_amount: 1 }],
    ['an amount over a hundred million', { total_amount: '100000000.01' }], ['a number of 65 characters', { out_trade_no: 'x'.repeat(65) }],
    ['a number with a hyphen', { out_trade_no: 'A-1' }], ['no number', { out_trade_no: undefined }], ['no subject', { subject: '' }], ['a subject with =', { subject: 'a=b' }],
    ['the product code of the phone page', { product_code: 'QUICK_WAP_WAY' }], ['an expiry within a minute', fromNow(30_000)], ['an expiry after 15 days', fromNow(15 * 86_400_000 + 60_000)],
    ['an expiry in another format', { time_expire: '20300101000000' }], ['a timeout with decimals', { time_expire: undefined, timeout_express: '1.5h' }],
  ];
  for (const [name, change] of wrong) {
    it(`opens no page for ${name}`, async () => {
      const changed = typeof change === 'function' ? change() : change;
      const response = await merchant.post(merchant.signed('alipay.trade.page.pay', merchant.pageContent('W1', '1.00', changed)));
      expect(response.status).to.equal(400);
      expect(await response.text()).to.contain('ACQ.INVALID_PARAMETER');
    });
  }

  it('opens by a plain GET address too', async () => {
    const fields = merchant.signed('alipay.trade.page.pay', merchant.pageContent(merchant.nextNo()));
    const response = await fetch(`${merchant.simulator.gatewayUrl}?${new URLSearchParams(fields)}`);
    expect(await response.text()).to.contain('登录并付款');
  });

  it('shows a refused signature as a page', async () => {
    const response = await merchant.post({ ...merchant.signed('alipay.trade.page.pay', merchant.pageContent('W2')), biz_content: '{}' });
    expect(await response.text()).to.contain('isv.invalid-signature');
  });

  it('escapes what the merchant sends', async () => {
    const page = await merchant.openPage(merchant.pageContent(merchant.nextNo(), '1.00', { subject: '<b>"费"' }));
    expect(await (await fetch(page)).text()).to.contain('&lt;b&gt;&quot;费&quot;').and.not.contain('<b>');
  });
});
