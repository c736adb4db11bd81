import { expect } from 'chai';
import { channelNames, goToChannel, payThere, type Channel } from './channel-pages.js';
import { goToCashier, payeeOf } from './fee-window.js';
import type { Device, Person } from './person.js';
import type { Town } from './town.js';

export interface Story { readonly device: Device; readonly mode: 'interface' | 'page'; readonly channel: Channel; readonly algorithm: keyof typeof payeeOf }

/** One story told as a test: fee sheet, cashier, channel, paid page, signed return, verified callback, refund. */
export function tellStory(town: Town, story: Story, script: boolean): void {
  const { device, mode, channel, algorithm } = story;
  it(`on a ${device}: ${algorithm} order by ${mode}, paid through ${channel}, seen paid at the business system and refunded there`, async () => {
    const person = await town.person(device, { script });
    const shot = async (name: string): Promise<void> => person.shows(`${mode}-${channel}-${name}`);
    await goToCashier(person, mode, { algorithm, payerName: '王小明' });
    await readsOrder(person, algorithm);
    await shot('1-cashier');
    await goToChannel(person, channel);
    await person.sees(/90\.00/);
    await shot('2-channel');
    await payThere(person, channel);
    await shot('3-channel-paid');
    await person.press('返回商户');
    await readsPaid(person, channel, algorithm);
    await shot('4-paid');
    await person.press('返回业务系统');
    await person.isAt('缴费返回');
    await person.sees('验签通过', '支付成功');
    await shot('5-returned');
    await refundsAll(person, shot);
  });
}

async function readsOrder(person: Person, algorithm: Story['algorithm']): Promise<void> {
  expect(await person.fact('收款单位')).to.equal(payeeOf[algorithm]);
  expect(await person.fact('订单名称')).to.equal('不动产登记费');
  expect(await person.fact('订单号')).to.match(/^BDC\d{20}$/);
  expect(await person.page.locator('.amount').innerText()).to.equal('¥90.00');
  // No personal data on a page whose address can be passed on.
  expect(await person.page.locator('body').innerText()).not.to.contain('王小明');
}

async function readsPaid(person: Person, channel: Channel, algorithm: Story['algorithm']): Promise<void> {
  await person.isAt('支付成功');
  expect(await person.fact('收款单位')).to.equal(payeeOf[algorithm]);
  expect(await person.fact('支付金额')).to.equal('¥90.00');
  expect(await person.fact('支付方式')).to.equal(channelNames[channel]);
  expect(await person.fact('支付时间')).to.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(await person.fact('渠道流水号')).to.match(/^\d{16,}$/);
}

/** At the business system: paid by the platform's own word, refunded in two parts. */
async function refundsAll(person: Person, shot: (name: string) => Promise<void>): Promise<void> {
  const { page, city } = person;
  await person.press(/^BDC\d+$/);
  await page.waitForURL('**/orders/*');
  await person.looksUntil('支付结果');
  await person.sees('验签通过');
  expect(await person.fact('状态')).to.contain('支付成功');
  for (const [index, amount] of ['10.00', '80.00'].entries()) {
    await person.fill('退款金额', amount);
    await person.fill('退款原因', '多收一本证书工本费');
    await person.press('申请退款');
    await person.sees(`¥ ${amount}`);
    await city.until('the refund is done', async () => {
      city.advance(5_000);
      await page.reload();
      return await page.locator('strong', { hasText: /^退款成功$/ }).count() > index ? true : undefined;
    });
  }
  await person.looksUntil('退款结果');
  await person.press('查询');
  await person.sees('平台答复：支付成功');
  expect(await person.fact('已退')).to.equal('¥ 90.00');
  expect(await person.offers('申请退款')).to.equal(false);
  expect(await page.locator('.bad').count(), 'no message that was not believed').to.equal(0);
  await shot('6-refunded');
}
