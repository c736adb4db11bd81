import { expect } from 'chai';
import { fillFeeSheet } from './fee-window.js';
import type { Person } from './person.js';
import { inTown } from './town.js';

/** Reads a payment code of the wanted kind from the phone's list. */
async function codeOnPhone(payer: Person, meaning: RegExp): Promise<string> {
  const row = payer.page.getByRole('row').filter({ hasText: meaning });
  return row.locator('td').first().innerText();
}

describe('at the counter: the payer shows a code on the phone (1.1.1.3)', function suite() {
  this.timeout(60_000);
  const town = inTown();

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`collects an ${channel} code that the payer confirms on the phone`, async () => {
      const [clerk, payer] = [await town.person('pc'), await town.person('phone')];
      await payer.open(`${channel === 'alipay' ? town.city().alipayUrl : town.city().unionpayUrl}/phone`);
      const code = await codeOnPhone(payer, /\/phone 确认/);
      await payer.shows(`counter-${channel}-1-code`);
      await fillFeeSheet(clerk);
      await clerk.shows('counter-fee-sheet');
      await clerk.fill('或扫入、输入付款码', code);
      await clerk.press('扫码收款');
      await clerk.isAt('不动产登记费');
      expect(await clerk.fact('状态')).to.contain('支付中');
      expect(await clerk.page.locator('body').innerText(), 'the code is not shown again').not.to.contain(code);
      await clerk.shows(`counter-${channel}-2-waiting`);
      await payer.looksUntil('确认付款');
      await payer.shows(`counter-${channel}-3-confirm`);
      await payer.press('确认付款');
      await payer.sees('没有等待确认的付款');
      await clerk.looksUntil('验签通过');
      expect(await clerk.fact('状态')).to.contain('支付成功');
      await clerk.shows(`counter-${channel}-4-paid`);
    });
  }

  it('tells the clerk why a code was refused; another code then pays', async () => {
    const [clerk, payer] = [await town.person('pc', { script: false }), await town.person('phone')];
    await payer.open(`${town.city().alipayUrl}/phone`);
    for (const { meaning, state } of [{ meaning: /余额不足/, state: '支付失败' }, { meaning: /立即支付成功/, state: '支付成功' }]) {
      await fillFeeSheet(clerk);
      await clerk.fill('或扫入、输入付款码', await codeOnPhone(payer, meaning));
      await clerk.press('扫码收款');
      await clerk.isAt('不动产登记费');
      expect(await clerk.fact('状态')).to.contain(state);
    }
  });
});
