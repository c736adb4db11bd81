import { expect } from 'chai';
import { acceptCase, backToCase, fillSheet, showQr } from './centre-moves.js';
import { payThrough } from './channel-pages.js';
import { fillFeeSheet } from './fee-window.js';
import { askRefundThere, backToMatter, fetchEBill, fileMatter, goToHallCashier, refundThere } from './hall-moves.js';
import type { Person } from './person.js';
import { payAtBank, slipAt } from './slips.js';
import { inTown } from './town.js';

const payCode = (person: Person): Promise<string> => person.page.locator('.note', { hasText: /^缴款码$/ }).locator('xpath=following-sibling::p[1]').innerText();

/** Looks again until the notice is said to be so. */
async function noticeIs(person: Person, words: string): Promise<void> {
  await person.city.until(`the notice is ${words}`, async () => {
    await person.page.reload();
    if (await person.page.locator('dd', { hasText: new RegExp(`^${words}$`) }).count() > 0) return true;
    person.city.advance(5_000);
    return undefined;
  }, 30_000);
}

describe('payment notices at the service hall (city-apps.md 3)', function suite() {
  this.timeout(120_000);
  const town = inTown();

  for (const device of ['pc', 'phone'] as const) {
    it(`on a ${device}: the slip is there before the cashier, is confirmed at the province after the payment, and a refund needs the approval’s number where the payee says so`, async () => {
      const person = await town.person(device);
      const { directory, directoryEditor } = person.city.resources;
      const payee = await directory.payee('M35040000002');
      if (!payee) throw new Error('no payee');
      const by = { kind: 'system', code: 'test', address: undefined } as const;
      await directoryEditor.savePayee({ ...payee, isNoticeFirst: true, slipRefundPolicy: 'by-approval' }, by);
      await fileMatter(person, '苏晓燕');
      const matter = person.page.url();
      await goToHallCashier(person);
      const cashier = await person.openWindow();
      await person.open(matter);
      const code = await payCode(person);
      await person.page.getByAltText('缴款书二维码').waitFor();
      expect(await slipAt(person.city, code)).to.include({ state: '0', totalAmount: 120, payerName: '苏晓燕' });
      await person.shows('notice-1-before-paying');
      person.turnTo(cashier);
      await payThrough(person, 'alipay');
      await person.isAt('支付成功');
      await person.open(matter);
      await noticeIs(person, '已缴款');
      await person.press('缴费详情与退款');
      await person.page.waitForURL('**/orders/*');
      expect(await slipAt(person.city, code)).to.include({ state: '1', serialNo: await person.fact('平台订单号') });
      await fetchEBill(person, '已开票');
      await askRefundThere(person, '120.00', '申请人撤回申请');
      await person.sees('平台拒绝', /缴款书已确认，退款须填非税退付批准文号/);
      await person.shows('notice-2-refund-refused');
      await person.fill('非税退付批准文号', '明财退2026-0008');
      await refundThere(person, '120.00', '经财政批准退付');
      await person.sees('退付批准文号 明财退2026-0008');
      await fetchEBill(person, '已冲红');
      await person.shows('notice-3-refunded');
      await backToMatter(person);
      expect(await person.fact('办件状态')).to.equal('已退费');
      await directoryEditor.savePayee(payee, by);
    });
  }

  it('hands out the notice with the decision, and the order is paid by its code', async () => {
    const person = await town.person('phone');
    await fileMatter(person, '邓建华', /交通违法处理/, '交通违法处理');
    const matter = person.page.url();
    const code = await payCode(person);
    await person.sees('本项目以缴款书为凭证，不开电子票据。');
    await person.shows('notice-4-decision');
    await goToHallCashier(person);
    await payThrough(person, 'unionpay');
    await person.isAt('支付成功');
    await person.open(matter);
    await noticeIs(person, '已缴款');
    expect([await payCode(person), await person.fact('办件状态'), await person.offers('取电子票据')]).to.deep.equal([code, '已缴费', false]);
    await person.press('缴费详情与退款');
    expect(await slipAt(person.city, code)).to.include({ state: '1', serialNo: await person.fact('平台订单号') });
    await person.shows('notice-5-paid-by-code');
  });

  it('closes the order with words when the notice is paid at a bank, and holds the matter for paid', async () => {
    const person = await town.person('pc');
    await fileMatter(person, '邓建华', /交通违法处理/, '交通违法处理');
    const matter = person.page.url();
    const code = await payCode(person);
    await goToHallCashier(person);
    await payAtBank(person.city, code);
    await person.open(matter);
    await noticeIs(person, '已在其他渠道缴款');
    expect([await person.fact('办件状态'), await person.offers(/去缴费|继续缴费/)]).to.deep.equal(['已缴费', false]);
    await person.press(/^SM\d{14}-01$/);
    await person.city.until('the order is closed', async () => {
      await person.press('查询');
      await person.sees(/^平台答复：/);
      return (await person.fact('状态')).startsWith('已关闭') ? true : undefined;
    });
    await person.sees('已在其他渠道缴款');
    await person.shows('notice-6-paid-at-bank');
  });
});

describe('payment notices at the real-estate centre (city-apps.md 4)', function suite() {
  this.timeout(120_000);
  const town = inTown();

  for (const device of ['pc', 'phone'] as const) {
    it(`on a ${device}: pay code and QR code stand beside the cashier’s; a wrong fee closes the order, voids the slip, and the corrected fee has a slip of its own`, async () => {
      const person = await town.person(device);
      await acceptCase(person, { owner: '魏国栋', home: '0', other: '1' });
      await showQr(person);
      await person.page.getByAltText('缴款书二维码').waitFor();
      const first = await payCode(person);
      expect(await slipAt(person.city, first)).to.include({ state: '0', totalAmount: 550 });
      await person.shows('notice-7-centre-codes');
      await backToCase(person);
      await fillSheet(person, { home: '1' });
      await person.press('保存更正');
      await person.sees(`已取得缴款码 ${first}，不能修改费用；请先关闭订单，再修改`);
      await person.press(/^BDC\d{20}-01$/);
      await person.press('关闭订单');
      await person.sees('平台答复：业务系统已关闭订单');
      await person.open(person.page.url().replace(/\/close$/, ''));
      await noticeIs(person, '已作废');
      expect((await slipAt(person.city, first)).state).to.equal('2');
      expect(await person.page.getByAltText('缴款书二维码').count()).to.equal(0);
      await person.shows('notice-8-centre-void');
      await backToCase(person);
      await fillSheet(person, { home: '1' });
      await person.press('保存更正');
      await person.sees('费用已更正', '¥ 80.00');
      await showQr(person);
      await person.page.getByAltText('缴款书二维码').waitFor();
      const second = await payCode(person);
      expect(await slipAt(person.city, second)).to.include({ state: '0', totalAmount: 80 });
      expect(second).to.not.equal(first);
      await person.press('去收银台缴费');
      await person.isAt('订单支付');
      await payThrough(person, 'alipay');
      await person.press('返回业务系统');
      await person.sees('已缴费，继续登记');
      await person.press(/^BDC\d{20}-02$/);
      await person.page.waitForURL('**/orders/*');
      await noticeIs(person, '已缴款');
      expect([(await slipAt(person.city, first)).state, (await slipAt(person.city, second)).state]).to.deep.equal(['2', '1']);
    });
  }

  it('goes on with the registration when the slip was paid at a bank, and does not collect the fee again', async () => {
    const person = await town.person('phone');
    await acceptCase(person, { owner: '江碧云' });
    await showQr(person);
    await person.page.getByAltText('缴款书二维码').waitFor();
    await payAtBank(person.city, await payCode(person));
    await person.city.until('the order is closed', async () => {
      await person.press('查询');
      await person.sees(/^平台答复：/);
      return (await person.fact('状态')).startsWith('已关闭') ? true : undefined;
    });
    expect([await person.fact('状态'), await person.fact('缴款书状态')]).to.deep.equal(['已关闭 已在其他渠道缴款', '已在其他渠道缴款']);
    await backToCase(person);
    expect([await person.fact('状态'), await person.offers('下单，出示二维码')]).to.deep.equal(['已缴费，继续登记', false]);
    await person.shows('notice-10-centre-paid-at-bank');
  });

  it('is issued at the fee window too, where an e-bill is wanted', async () => {
    const person = await town.person('pc');
    await fillFeeSheet(person, { payerName: '张三' });
    await person.page.getByLabel('开具财政电子票据').check();
    await person.press('去缴费');
    await person.isAt('订单支付');
    await payThrough(person, 'alipay');
    await person.press('返回业务系统');
    await person.press(/^BDC\d{20}$/);
    await noticeIs(person, '已缴款');
    await fetchEBill(person, '已开票');
    await person.shows('notice-9-window');
  });
});
