import { expect } from 'chai';
import { acceptCase, backToCase, fillSheet, showQr } from './centre-moves.js';
import { payThrough } from './channel-pages.js';
import { fetchEBill, refundThere } from './hall-moves.js';
import type { Person } from './person.js';
import { qrReads } from './qr-reader.js';
import { inTown } from './town.js';

/** Reads a payment code that is paid at once from the payer's phone. */
async function codeOnPhone(payer: Person): Promise<string> {
  await payer.open(`${payer.city.alipayUrl}/phone`);
  return payer.page.getByRole('row').filter({ hasText: /立即支付成功/ }).locator('td').first().innerText();
}

/** What the last order of the centre told the platform. */
async function lastItems(person: Person): Promise<readonly unknown[]> {
  const { orders } = await (await fetch(`${person.city.realEstateUrl}/sim/orders`)).json() as { orders: readonly { request: { nontaxInfo: { items: unknown[] } } }[] };
  return orders[0]?.request.nontaxInfo.items ?? [];
}

describe('the real-estate registration centre (1.1.7.2.7)', function suite() {
  this.timeout(90_000);
  const town = inTown();

  it('computes the fee, leaves out lines of nothing, merges lines of one item, and shows the cashier as a QR code that the payer opens', async () => {
    const [clerk, payer] = [await town.person('pc'), await town.person('phone')];
    await acceptCase(clerk, { owner: '江碧云', home: '1', parking: '2', certificates: '3', operator: '窗口02' });
    await clerk.sees('¥ 260.00', '不发送');
    await clerk.shows('centre-1-fee-sheet');
    const address = await showQr(clerk);
    const picture = await clerk.page.getByAltText('收银台二维码').getAttribute('src') ?? '';
    const svg = Buffer.from(picture.split(',')[1] ?? '', 'base64').toString('utf8');
    // The drawing has a white edge of two modules.
    expect(qrReads(svg.replaceAll(/M(\d+) (\d+)h1v1h-1z/g, (_all, x: string, y: string) => `M${Number(x) - 2} ${Number(y) - 2}h1v1`), address)).to.equal(true);
    expect(await lastItems(clerk)).to.deep.equal([
      { itemCode: 'D350400001', itemName: '不动产登记费（住宅）', quantity: '3', price: '8000', amount: '24000' },
      { itemCode: 'D350400003', itemName: '不动产权属证书工本费', quantity: '2', price: '1000', amount: '2000' },
    ]);
    expect(await clerk.fact('开单人')).to.equal('窗口02 陈建国');
    await clerk.shows('centre-2-qr');
    await payer.open(address);
    await payer.isAt('订单支付');
    expect(await payer.fact('收款单位')).to.equal('三明市不动产登记中心');
    await payThrough(payer, 'alipay');
    await payer.isAt('支付成功');
    // The clerk's page turns by itself.
    await clerk.sees('支付成功', '财政电子票据');
    await clerk.looksUntil('验签通过');
    await fetchEBill(clerk, '已开票');
    const billNo = await clerk.fact('票据号码');
    await clerk.shows('centre-3-paid');
    await clerk.press('打印缴费凭单');
    await clerk.isAt('不动产登记缴费凭单');
    expect([await clerk.fact('开单人'), await clerk.fact('票据号码'), await clerk.fact('票据金额')]).to.deep.equal(['窗口02 陈建国', billNo, '¥ 260.00']);
    expect(await clerk.fact('缴费时间')).to.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    await clerk.shows('centre-4-printed');
  });

  it('refuses to change the fee while an order is open; after closing it the corrected fee is paid online on a phone', async () => {
    const person = await town.person('phone');
    await acceptCase(person, { owner: '魏国栋', home: '0', other: '1' });
    await person.sees('¥ 550.00');
    await showQr(person);
    await backToCase(person);
    await fillSheet(person, { home: '1' });
    await person.press('保存更正');
    await person.sees(/不能修改费用；请先关闭订单/);
    await person.press(/^BDC\d{20}-01$/);
    await person.press('关闭订单');
    await person.sees('平台答复：业务系统已关闭订单');
    await backToCase(person);
    await fillSheet(person, { home: '1' });
    await person.press('保存更正');
    await person.sees('费用已更正', '¥ 80.00');
    await person.shows('centre-5-corrected');
    await showQr(person);
    expect(await person.fact('业务单号')).to.match(/-02$/);
    await person.press('去收银台缴费');
    await person.isAt('订单支付');
    await payThrough(person, 'unionpay');
    await person.press('返回业务系统');
    await person.isAt('缴费返回');
    await person.sees('验签通过', '已缴费，继续登记');
    await person.shows('centre-6-returned');
  });

  it('collects at the counter from the payer’s code, ends the open online order first, and refunds a wrong fee after payment (1.1.7.2.7-a to -d)', async () => {
    const [clerk, payer] = [await town.person('pc'), await town.person('phone')];
    await acceptCase(clerk, { owner: '蔡雅文', certificates: '2' });
    await showQr(clerk);
    await backToCase(clerk);
    await clerk.fill('或扫入、输入付款码', await codeOnPhone(payer));
    await clerk.press('窗口扫码收款');
    await clerk.isAt('不动产登记费');
    expect(await clerk.fact('业务单号')).to.match(/-02$/);
    expect(await clerk.fact('状态')).to.contain('支付成功');
    await backToCase(clerk);
    await clerk.sees('已关闭', '已缴费，继续登记');
    await fillSheet(clerk, { home: '0', parking: '0', other: '1' });
    await clerk.press('保存更正');
    await clerk.sees('已缴费，不能修改费用；请先退款');
    await clerk.press(/^BDC\d{20}-02$/);
    await fetchEBill(clerk, '已开票');
    await refundThere(clerk, '90.00', '收费项目选错');
    await fetchEBill(clerk, '已冲红');
    await clerk.shows('centre-7-refunded');
    await backToCase(clerk);
    await clerk.sees('已退费');
  });

  it('needs no order for a registration that the law frees from the fee', async () => {
    const person = await town.person('pc');
    await person.open(person.city.realEstateUrl);
    await person.press('三明市格氏栲茶业有限公司');
    await person.sees('免缴', '¥ 0.00');
    expect(await person.offers('下单，出示二维码')).to.equal(false);
  });
});
