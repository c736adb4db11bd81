import { expect } from 'chai';
import { goToChannel, payThere, type Channel } from './channel-pages.js';
import { goToCashier } from './fee-window.js';
import type { Person } from './person.js';
import { inTown } from './town.js';

const minuteMs = 60_000;
const lateMs = 3 * minuteMs;

/** The channel answers no question sensibly, and its message comes three minutes late. */
async function silence(person: Person, channel: Channel): Promise<void> {
  const { alipayUrl, unionpayUrl } = person.city;
  const orders = channel === 'alipay'
    ? [{ method: 'notify', fault: 'late', ms: lateMs }, { method: 'alipay.trade.query', fault: '20000', times: 200 }]
    : [{ kind: 'notify', fault: 'late', ms: lateMs }, { kind: 'query', fault: 'http-500', times: 200 }];
  for (const body of orders) await control(`${channel === 'alipay' ? alipayUrl : unionpayUrl}/sim/faults`, 'POST', body);
}

async function control(address: string, method: 'POST' | 'DELETE', body: object = {}): Promise<void> {
  const answer = await fetch(address, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(answer.status, await answer.text()).to.equal(200);
}

describe('a payer whose channel is silent', function suite() {
  this.timeout(60_000);
  const town = inTown();
  afterEach(async () => {
    for (const address of [town.city().alipayUrl, town.city().unionpayUrl]) await control(`${address}/sim/faults`, 'DELETE');
  });

  for (const { device, script, channel } of [
    { device: 'pc', script: true, channel: 'alipay' }, { device: 'phone', script: false, channel: 'unionpay' },
  ] as const) {
    it(`is told on a ${device} that ${channel} is still being asked, cannot pay twice, and sees the message arrive`, async () => {
      const person = await town.person(device, { script });
      await silence(person, channel);
      await goToCashier(person);
      await goToChannel(person, channel);
      await payThere(person, channel);
      await person.press('返回商户');
      await person.isAt('正在确认支付结果');
      await person.sees(/已付款的请勿重复支付/);
      await person.shows('silent-1-asking');
      await person.press('没有付款，更换支付方式');
      await person.sees(/如果您已经付款，请先等待结果/);
      await person.shows('silent-2-change');
      await person.press(/^立即支付/);
      await person.sees('上一笔支付的结果尚未确认，请稍候，以免重复付款。');
      await person.shows('silent-3-refused');
      person.forgive(/409/);
      // Alipay's message is believed by itself; UnionPay's only causes a question, which must be answered now (unionpay.md 7).
      if (channel === 'unionpay') await control(`${town.city().unionpayUrl}/sim/faults`, 'DELETE');
      town.city().advance(lateMs);
      // Nobody presses anything: script asks every three seconds, without script the page fetches itself every five.
      await person.isAt('支付成功');
      await person.press('返回业务系统');
      await person.sees('验签通过', '支付成功');
    });
  }
});
