import { expect } from 'chai';
import { goToChannel, payThere, payThrough } from './channel-pages.js';
import { goToCashier } from './fee-window.js';
import { qrReads } from './qr-reader.js';
import { inTown } from './town.js';

describe('one order in several windows and on two devices', function suite() {
  this.timeout(60_000);
  const town = inTown();

  it('leads a phone from the QR code of the PC page to the same order, and the PC sees that it is paid', async () => {
    const pc = await town.person('pc');
    await goToCashier(pc);
    const address = `${pc.page.url()}?view=h5`;
    expect(qrReads(await pc.page.getByRole('img', { name: '手机支付二维码' }).innerHTML(), address), 'the drawn code').to.equal(true);
    expect(await pc.page.getByRole('link', { name: '切换到手机版' }).getAttribute('href')).to.equal(new URL(address).pathname + new URL(address).search);
    const phone = await town.person('phone');
    await phone.open(address);
    expect(await phone.fact('订单号')).to.equal(await pc.fact('订单号'));
    await payThrough(phone, 'unionpay');
    await phone.isAt('支付成功');
    await pc.isAt('支付成功');
    expect(await pc.fact('支付方式')).to.equal('银联（云闪付）');
  });

  it('lets only the later of two windows pay, and both then show the same', async () => {
    const person = await town.person('pc');
    await goToCashier(person);
    const address = person.page.url();
    const first = await person.openWindow();
    await person.open(address);
    const second = person.page;
    person.turnTo(first);
    await goToChannel(person, 'alipay');
    await person.press('登录并付款');
    await person.sees('付款账户');
    person.turnTo(second);
    await person.page.reload();
    await person.isAt('正在确认支付结果');
    await person.press('没有付款，更换支付方式');
    await goToChannel(person, 'unionpay');
    person.turnTo(first);
    await person.press('确认付款');
    await person.isAt('交易已关闭');
    await person.shows('closed-at-alipay');
    person.turnTo(second);
    await payThere(person, 'unionpay');
    await person.press('返回商户');
    await person.isAt('支付成功');
    person.turnTo(first);
    await person.open(address);
    await person.isAt('支付成功');
    expect(await person.fact('支付方式')).to.equal('银联（云闪付）');
  });

  it('pays in both windows: the order is paid once, the second payment is told as 重缴 and given back', async () => {
    const person = await town.person('pc');
    await goToCashier(person);
    const address = person.page.url();
    const first = await person.openWindow();
    await person.open(address);
    const second = person.page;
    person.turnTo(first);
    const before = await givenBackAt(town.city().unionpayUrl);
    // UnionPay cannot close an order that waits for its payer: its page stays payable.
    await goToChannel(person, 'unionpay');
    person.turnTo(second);
    await person.open(`${address}/back`);
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
    person.turnTo(first);
    await payThere(person, 'unionpay');
    await person.press('返回商户');
    await person.isAt('支付成功');
    expect(await person.fact('支付方式'), 'the first payment settles the order').to.equal('支付宝');
    await person.press('返回业务系统');
    await person.press(/^BDC\d+$/);
    await person.page.waitForURL('**/orders/*');
    await person.looksUntil('重缴');
    expect(await person.fact('状态')).to.contain('支付成功');
    expect(await person.fact('重缴')).to.match(/^1 笔：\d+$/);
    await person.shows('paid-twice');
    await town.city().until('UnionPay has given the second payment back', async () => {
      town.city().advance(5_000);
      return await givenBackAt(town.city().unionpayUrl) === before + 9_000n ? true : undefined;
    });
  });

  it('pays on the phone in large type from the cashier to the paid page, and back to the usual size', async () => {
    const person = await town.person('phone');
    await goToCashier(person);
    await person.press('大字版');
    await person.page.locator('html.big').waitFor();
    await person.shows('large-1-cashier');
    await goToChannel(person, 'unionpay');
    await payThere(person, 'unionpay');
    // UnionPay brings the payer back with a form: the preference must survive a post from another site.
    await person.press('返回商户');
    await person.isAt('支付成功');
    await person.shows('large-2-paid');
    expect(await person.page.locator('html.big').count()).to.equal(1);
    await person.press('标准字号');
    await person.page.locator('html:not(.big)').waitFor();
    await person.isAt('支付成功');
  });

  it('keeps large type on the PC over a refusal and a second try', async () => {
    const person = await town.person('pc', { script: false });
    await goToCashier(person);
    await person.press('大字版');
    await goToChannel(person, 'unionpay');
    await person.press('付款失败');
    await person.press('返回商户');
    await person.sees('上一次支付没有成功');
    expect(await person.page.locator('html.big').count()).to.equal(1);
    await person.shows('large-failed');
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
    expect(await person.page.locator('html.big').count()).to.equal(1);
  });
});

/** Fen that the simulated UnionPay has given back so far, by its own books. */
async function givenBackAt(unionpayUrl: string): Promise<bigint> {
  const { refundedFen } = await (await fetch(`${unionpayUrl}/sim/books`)).json() as { readonly refundedFen: string };
  return BigInt(refundedFen);
}
