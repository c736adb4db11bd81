import { expect } from 'chai';
import { goToChannel, payThrough } from './channel-pages.js';
import { goToCashier } from './fee-window.js';
import type { Device, Person } from './person.js';
import { inTown } from './town.js';

describe('a payer who takes a detour', function suite() {
  this.timeout(60_000);
  const town = inTown();

  for (const { device, script } of [{ device: 'pc', script: true }, { device: 'phone', script: true }, { device: 'phone', script: false }] as const) {
    it(`gives up at Alipay on a ${device} ${script ? 'with' : 'without'} script, is back at the cashier and pays through UnionPay (1.1.1.1.5-a, 1.1.1.2.5-a)`, async () => {
      const person = await town.person(device, { script });
      await goToCashier(person);
      await goToChannel(person, 'alipay');
      await person.press('登录并付款');
      await person.sees('付款账户');
      await person.press('取消付款，返回商户');
      await person.isAt('订单支付');
      expect(await person.offers(/银联/)).to.equal(true);
      await person.shows('cancelled-at-alipay');
      await payThrough(person, 'unionpay');
      await person.isAt('支付成功');
      expect(await person.fact('支付方式')).to.equal('银联（云闪付）');
    });
  }

  it('stops before paying, is told at the business system that nothing is paid, and pays later', async () => {
    const person = await town.person('phone', { script: false });
    await goToCashier(person);
    await person.press('停止支付');
    await person.isAt('已停止支付');
    await person.shows('stopped');
    await person.press('返回业务系统');
    await person.isAt('缴费返回');
    await person.sees('验签通过', '待支付');
    await person.press(/^BDC\d+$/);
    await person.press('去收银台缴费');
    await person.isAt('订单支付');
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
  });

  for (const device of ['pc', 'phone'] satisfies Device[]) {
    it(`is refused by the bank on a ${device}, reads why and tries again`, async () => {
      const person = await town.person(device);
      await goToCashier(person);
      await goToChannel(person, 'unionpay');
      await person.press('付款失败');
      await person.isAt('支付失败');
      await person.press('返回商户');
      await person.sees('上一次支付没有成功', /余额不足/);
      expect(await person.page.title()).to.contain('支付未成功');
      await person.shows('failed');
      await payThrough(person, 'unionpay');
      await person.isAt('支付成功');
    });
  }

  for (const device of ['pc', 'phone'] satisfies Device[]) {
    it(`gives up at UnionPay on a ${device}, goes back by the Back button and pays through Alipay`, async () => {
      const person = await town.person(device);
      await goToCashier(person);
      await goToChannel(person, 'unionpay');
      await person.press('放弃付款');
      await person.isAt('已放弃付款');
      await goBackAndAsk(person);
      await person.shows('back-from-unionpay');
      await payThrough(person, 'alipay');
      await person.isAt('支付成功');
      expect(await person.fact('支付方式')).to.equal('支付宝');
    });
  }
});

/** The Back button leads to the order and not into the hand-over again; the payer says 重新查询 and may choose again. */
async function goBackAndAsk(person: Person): Promise<void> {
  await person.goBackTo('/pay/');
  await person.isAt('正在确认支付结果');
  await person.shows('asking');
  await person.press('重新查询');
  await person.isAt('订单支付');
}
