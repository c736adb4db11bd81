import { expect } from 'chai';
import { businessDay, dayMs, hourMs, minuteMs, readLongTime } from '../../domain/kernel/china-time.js';
import { goToChannel, payThere, payThrough } from './channel-pages.js';
import { approveMatter, backToMatter, fetchEBill, fileMatter, goToHallCashier, refundThere } from './hall-moves.js';
import { inTown } from './town.js';

describe('the online service hall (1.1.7.2.6)', function suite() {
  this.timeout(90_000);
  const town = inTown();

  for (const { device, channel } of [{ device: 'pc', channel: 'alipay' }, { device: 'phone', channel: 'unionpay' }] as const) {
    it(`on a ${device}: a matter is approved, paid through ${channel}, shown as paid, and given back for a reason (1.1.7.2.6-a to -d)`, async () => {
      const person = await town.person(device);
      const shot = async (name: string): Promise<void> => person.shows(`hall-${name}`);
      if (device === 'pc') await approveMatter(person);
      else await fileMatter(person, '苏晓燕');
      await shot('1-fee-due');
      await goToHallCashier(person);
      expect(await person.fact('收款单位')).to.equal('三明市行政服务中心');
      expect(await person.fact('订单号')).to.match(/^SM\d{14}-01$/);
      await payThrough(person, channel);
      await person.isAt('支付成功');
      await person.press('返回业务系统');
      await person.isAt('缴费返回');
      await person.sees('验签通过', '支付成功', '已缴费');
      await shot('2-returned');
      await backToMatter(person);
      expect(await person.fact('办件状态')).to.equal('已缴费');
      await shot('3-paid');
      await person.press('缴费详情与退款');
      await person.page.waitForURL('**/orders/*');
      await person.looksUntil('支付结果');
      await person.press('查询');
      await person.sees('平台答复：支付成功');
      expect(await person.fact('实收')).to.equal('¥ 120.00');
      await fetchEBill(person, '已开票');
      expect(await person.fact('票据金额')).to.equal('¥ 120.00');
      expect(await person.fact('票据号码')).to.match(/^\d+$/);
      await shot('4-bill');
      await refundThere(person, '120.00', '申请人撤回申请');
      expect(await person.page.locator('.bad').count(), 'no message that was not believed').to.equal(0);
      await fetchEBill(person, '已冲红');
      await shot('5-refunded');
      await backToMatter(person);
      expect(await person.fact('办件状态')).to.equal('已退费');
    });
  }

  it('shows the e-bill with the matter, leads to its page, and finds it again by code and number', async () => {
    const person = await town.person('phone');
    await fileMatter(person, '詹美珠');
    const matter = person.page.url();
    await goToHallCashier(person);
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
    await person.open(matter);
    await person.press('缴费详情与退款');
    await person.page.waitForURL('**/orders/*');
    await fetchEBill(person, '已开票');
    await backToMatter(person);
    const [code, no] = [await person.fact('票据代码'), await person.fact('票据号码')];
    await person.shows('hall-6-matter-with-bill');
    await person.press('查看电子票据');
    await person.isAt('福建省政府非税收入统一票据（电子）');
    await person.sees(no, '詹美珠', '普通护照工本费');
    await person.open(`${person.city.serviceHallUrl}/bills`);
    await person.fill('票据代码', code);
    await person.fill('票据号码', no);
    await person.press('查验');
    await person.sees('已开票', '¥ 120.00');
    await person.fill('票据代码', code);
    await person.fill('票据号码', '0000000000');
    await person.press('查验');
    await person.sees('平台答复：没有这张电子票据');
  });

  it('goes on with the same order when the applicant starts again in a second tab, and takes one payment', async () => {
    const person = await town.person('pc');
    await fileMatter(person, '范小云');
    const matter = person.page.url();
    await goToHallCashier(person);
    const first = await person.fact('订单号');
    await person.openWindow();
    await person.open(matter);
    await person.press('继续缴费');
    await person.isAt('订单支付');
    expect(await person.fact('订单号')).to.equal(first);
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
    await person.open(matter);
    await person.looksUntil('已缴费');
    expect(await person.offers(/去缴费|继续缴费/)).to.equal(false);
  });

  it('shows a payment of which the browser never came back', async () => {
    const person = await town.person('phone');
    await fileMatter(person, '罗文静');
    const matter = person.page.url();
    await goToHallCashier(person);
    await goToChannel(person, 'alipay');
    await payThere(person, 'alipay');
    await person.page.close();
    await person.openWindow();
    await person.open(matter);
    await person.looksUntil('已缴费');
  });

  it('offers a new payment when the time of the first was over', async () => {
    const person = await town.person('pc');
    const { city } = person;
    await fetch(`${city.serviceHallUrl}/sim/faults`, { method: 'POST', body: JSON.stringify({ target: 'order', fault: 'short-life' }) });
    await fileMatter(person, '柯志明');
    const matter = person.page.url();
    await goToHallCashier(person);
    city.advance(3 * minuteMs);
    await person.isAt('支付超时');
    await person.press('返回业务系统');
    await person.isAt('缴费返回');
    await person.open(matter);
    expect(await person.fact('办件状态')).to.equal('待缴费');
    await goToHallCashier(person);
    expect(await person.fact('订单号')).to.match(/-02$/);
  });
});

describe('the online service hall on the next morning (1.1.7.2.6-e)', function suite() {
  this.timeout(120_000);
  const town = inTown({ settings: { TONGJIAO_FETCH_BILLS: 'true' } });

  it('downloads statement and abnormal statement, finds digest and totals right and its own payment in them (1.1.7.1.4-a, -b)', async () => {
    const person = await town.person('pc');
    const { city } = person;
    // Noon, far from every cut of a clearing day.
    const noon = readLongTime(`${businessDay(city.now())}120000`);
    if (!noon.ok) throw new Error('no noon');
    city.advance((noon.value - city.now() + dayMs) % dayMs);
    const day = businessDay(city.now());
    await fileMatter(person, '赖丽萍');
    await goToHallCashier(person);
    await payThrough(person, 'alipay');
    await person.isAt('支付成功');
    await person.open(`${city.serviceHallUrl}/statements`);
    await person.fill('对账日期', day);
    await person.press('下载对账单和异常对账单');
    await person.sees('平台答复：这一天还没有对完账，请稍后再取');
    city.advance(dayMs + hourMs + 10 * minuteMs);
    await city.until('the statement', async () => {
      await person.fill('对账日期', day);
      await person.press('下载对账单和异常对账单');
      return await person.page.getByRole('heading', { name: '异常对账单', exact: true }).count() > 0 ? true : undefined;
    }, 60_000);
    await person.sees(`M35040000002-${day}-statement.csv`, '摘要一致', '字节数一致', '行数一致', '合计一致', '1 笔支付');
    expect(await person.page.getByText('摘要一致').count(), 'both files').to.equal(2);
    expect(await person.fact('交易金额合计')).to.equal('¥ 120.00');
    expect(await person.page.locator('.bad').count()).to.equal(0);
    await person.shows('hall-7-statements');
  });
});
