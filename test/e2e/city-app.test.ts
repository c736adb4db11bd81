import { expect } from 'chai';
import { goToChannel, payThere } from './channel-pages.js';
import type { Person } from './person.js';
import { inTown } from './town.js';

/** From our cashier in the app's window to the app again. */
async function paysAndComesBack(person: Person, channel: 'alipay' | 'unionpay'): Promise<void> {
  await person.isAt('订单支付');
  await goToChannel(person, channel);
  await payThere(person, channel);
  await person.press('返回商户');
  await person.isAt('支付成功');
  await person.press('返回业务系统');
}

/** Waits for the page itself: the link to it stands on every page. */
async function seesBills(person: Person): Promise<void> {
  await person.press('个人账单');
  await person.isAt('个人账单');
}

describe('e三明 in a browser', function suite() {
  this.timeout(60_000);
  const town = inTown();

  it('on a phone, mode 1: a business app is paid at our cashier, the record is among the personal bills, leads to the app, and follows a refund', async () => {
    const person = await town.person('phone');
    await person.open(person.city.cityAppUrl);
    await person.isAt('e三明');
    await person.press('以 陈大明 登录');
    await person.press('证照办理（模式一）');
    await person.isAt('证照工本费');
    await person.shows('city-app-1-business');
    await person.press('缴纳 普通护照工本费');
    await paysAndComesBack(person, 'unionpay');
    await person.isAt('证照工本费');
    expect(await person.fact('状态')).to.equal('支付成功');
    const orderNo = await person.fact('平台订单号');
    await person.shows('city-app-2-paid');
    await seesBills(person);
    await person.looksUntil(orderNo);
    await person.sees('三明市行政服务中心 · 普通护照工本费', '已缴费', '¥ 120.00');
    await person.shows('city-app-3-bills');
    await person.press('证照工本费');
    await person.isAt('证照工本费');
    await person.press('申请退款');
    await person.sees(/^TK\d+/);
    await seesBills(person);
    await person.city.until('the bill is refunded', async () => {
      person.city.advance(5_000);
      await person.page.reload();
      return await person.page.getByText('已全额退费').count() > 0 ? true : undefined;
    });
    await person.sees('已退 ¥ 120.00');
    await person.shows('city-app-4-refunded');
    await person.open(person.city.cityAppUrl);
    await person.press('以 林小三 登录');
    await seesBills(person);
    await person.sees('还没有账单');
  });

  it('on a phone, mode 2: dues of three units, one of which wants its payment notice first, are paid in the payment zone, the app tells the business systems, and no personal bill is pushed', async () => {
    const person = await town.person('phone');
    await person.open(person.city.cityAppUrl);
    await person.press('以 林小三 登录');
    await person.press('缴费专区（模式二）');
    await person.isAt('非税缴费专区');
    await person.shows('city-app-5-zone');
    for (const [due, system] of [['不动产登记费', '不动产登记系统'], ['道路占用修复费', '行政审批系统'], ['普通话水平测试费', '普通话测试报名系统']] as const) {
      await person.isAt('非税缴费专区');
      await person.press(`缴纳 ${due}`);
      await paysAndComesBack(person, 'alipay');
      await person.isAt(due);
      expect(await person.fact('状态')).to.equal('支付成功');
      expect(await person.fact('业务系统')).to.match(new RegExp(`^${system} YW2026`));
      await person.press('缴费专区（模式二）');
      await person.isAt('非税缴费专区');
      await person.looksUntil(`已通知${system}`);
    }
    await person.shows('city-app-6-zone-paid');
    await seesBills(person);
    await person.sees('还没有账单');
  });

  it('leads to the texts that phones received', async () => {
    const person = await town.person('pc');
    await person.open(person.city.cityAppUrl);
    await person.press('收到的短信');
    await person.sees('按手机号末四位决定结果');
  });

  it('works without script', async () => {
    const person = await town.person('phone', { script: false });
    await person.open(`${person.city.cityAppUrl}/business`);
    await person.press('缴纳 居民身份证工本费');
    await paysAndComesBack(person, 'alipay');
    expect(await person.fact('状态')).to.equal('支付成功');
  });
});
