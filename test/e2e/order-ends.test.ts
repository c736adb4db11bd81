import { expect } from 'chai';
import { wireTime } from '../support/payer.js';
import { payThrough } from './channel-pages.js';
import { goToCashier } from './fee-window.js';
import { inTown } from './town.js';

const minuteMs = 60_000;

describe('an order seen again or too late', function suite() {
  this.timeout(60_000);
  const town = inTown();

  for (const { device, script } of [{ device: 'pc', script: true }, { device: 'phone', script: false }] as const) {
    it(`says that the time is over on a ${device} ${script ? 'with' : 'without'} script, and leads back to the business system (1.1.1.1.3, 1.1.1.2.3)`, async () => {
      const person = await town.person(device, { script });
      await goToCashier(person, 'interface', { minutes: '5' });
      town.city().advance(6 * minuteMs);
      // With script the open page finds out by itself.
      if (script) await person.isAt('支付超时');
      else await person.looksUntil('支付超时');
      await person.sees(/不能再支付/);
      expect(await person.offers(/立即支付/)).to.equal(false);
      expect(await person.page.locator('dd').count(), 'no facts of the order').to.equal(0);
      await person.shows('expired');
      await person.press('返回业务系统');
      await person.isAt('缴费返回');
      await person.sees('验签通过');
      await person.shows('expired-returned');
    });
  }

  it('starts nothing from a page that was left open until the last minute', async () => {
    const person = await town.person('phone', { script: false });
    await goToCashier(person, 'interface', { minutes: '5' });
    town.city().advance(4 * minuteMs + 30_000);
    await person.press(/^立即支付/);
    await person.sees(/距订单失效不足 1 分钟/);
    await person.shows('last-minute');
    person.forgive(/409/);
  });

  it('shows a paid order as paid to whoever opens it again, and takes no second payment from an old window', async () => {
    const person = await town.person('phone', { script: false });
    await goToCashier(person);
    const address = person.page.url();
    const old = await person.openWindow();
    await person.open(address);
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
    const other = await town.person('pc');
    await other.open(address);
    await other.isAt('支付成功');
    expect(await other.fact('支付方式')).to.equal('支付宝');
    expect(await other.offers(/立即支付/)).to.equal(false);
    person.turnTo(old);
    await person.press(/^立即支付/);
    await person.isAt('支付成功');
    await person.sees('该订单已经支付成功，请勿重复支付。');
    await person.shows('paid-already');
    person.forgive(/409/);
  });

  it('offers only Alipay for a payee that has opened only Alipay (1.1.1.2-a)', async () => {
    const city = town.city();
    const orderTime = wireTime(city);
    const { cashierUrl } = await city.rsa2.createOrder({
      merchantNo: 'M35040000003', bizOrderNo: `PTH${orderTime}`, orderDate: orderTime.slice(0, 8), orderTime, orderAmount: '5000', orderTitle: '普通话水平测试费',
    });
    const person = await town.person('phone');
    await person.open(cashierUrl);
    await person.isAt('订单支付');
    expect(await person.fact('收款单位')).to.equal('三明市语言文字工作站');
    expect(await person.page.getByRole('radio').count()).to.equal(1);
    expect(await person.offers(/支付宝/)).to.equal(true);
    expect(await person.page.locator('body').innerText()).not.to.contain('银联');
    await person.shows('alipay-only');
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
  });
});
