import { expect } from 'chai';
import type { Actor } from '../../../domain/audit/audit-entry.js';
import { NoticeLife } from '../payment-notices/notice-life.js';
import { refusalOf } from '../payments/life.js';

const by: Actor = { kind: 'system', code: 'test', address: undefined };
const district = { regionCode: '350404', regionName: '三元区', nontaxRegionCode: '350404', nontaxRegionName: '三元区', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1 };
const merchantNo = 'M35040000001';

describe('a notice of a region on the province\'s line that is paid at a bank\'s window', function () {
  this.timeout(120_000);
  let town: NoticeLife;
  before(async () => {
    town = await NoticeLife.start();
    const { directory, directoryEditor } = town.life.city.resources;
    const item = await directory.nontaxItem('350400', 'D350400001');
    if (!item) throw new Error('no item');
    await directoryEditor.saveNontaxRegion(district, by);
    await directoryEditor.saveNontaxItem({ ...item, regionCode: '350404', version: 1 }, by);
    await town.life.editPayee(merchantNo, { regionCode: '350404' });
  });
  after(async () => town.close());

  const lastDelivery = async (): Promise<object | undefined> => (await town.deliveries()).at(-1);

  it('arrives as 5996 over TCP and closes the order with words; the business system may not pay it again', async () => {
    const { life } = town;
    await life.editPayee(merchantNo, { callbackOnFailedOrClosed: true });
    const placed = await life.place(town.notice());
    const record = await town.step(placed.platformOrderNo, 'open');
    const payCode = record.payCode ?? expect.fail('no pay code');
    expect([record.region, payCode]).to.satisfy(([region, code]: [string, string]) => region === '350404' && /^350404[0-9]{2}35[0-9]{10}$/.test(code));
    await town.province('POST', 'pay-elsewhere', { payCode, serialNo: 'BANK-7' });
    expect(await lastDelivery()).to.deep.equal({ payCode, result: '00000' });
    await life.quiet();
    const shown = await life.query(placed);
    expect([shown.orderState, shown.orderStateMsg]).to.deep.equal(['4', '已在其他渠道缴款']);
    expect((await town.client.queryNotice({ merchantNo, bizOrderNo: placed.bizOrderNo }))).to.include({ paymentNoticeState: '1', paymentNoticeStateMsg: '已在其他渠道缴款', payCode });
    expect((await life.toldPayments(placed.path)).map(({ orderState, orderStateMsg }) => [orderState, orderStateMsg])).to.deep.equal([['4', '已在其他渠道缴款']]);
    expect(await refusalOf(life.place(town.notice(payCode)))).to.include({ subCode: 'NOTICE_BAD' });
    await town.province('POST', 'tell', { payCode });
    expect([await lastDelivery(), (await town.kept(placed.platformOrderNo)).confirmation?.serialNo]).to.deep.equal([{ payCode, result: '00000' }, 'BANK-7']);
  });

  it('of another amount is refused on the line, and the order stays open', async () => {
    const { life } = town;
    const placed = await life.place(town.notice());
    const { payCode, noticeNo } = await town.step(placed.platformOrderNo, 'open');
    await town.fault('paid-message', 'wrong-amount');
    await town.province('POST', 'pay-elsewhere', { payCode });
    expect(await lastDelivery()).to.deep.equal({ payCode, result: '99999' });
    await life.quiet();
    expect([(await life.query(placed)).orderState, (await town.abnormal(noticeNo)).map(({ kind }) => kind)]).to.deep.equal(['0', ['amount-differs']]);
  });

  it('is taken back into a life that has gone on: paid here while the bank was paid, the money returns by rule', async () => {
    const { life } = town;
    const placed = await life.place(town.notice());
    const { payCode } = await town.step(placed.platformOrderNo, 'open');
    const attemptNo = await life.open(placed, 'alipay');
    await town.province('POST', 'switches', { notifyPort: 0 });
    await town.province('POST', 'pay-elsewhere', { payCode });
    await life.pay('alipay', attemptNo);
    await life.state(placed, '2');
    await town.province('POST', 'switches', { notifyPort: life.city.config.provinceEarPort });
    await town.province('POST', 'tell', { payCode });
    const kept = await life.stepUntil('the money is back', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    expect([kept.refunds.map(({ origin, refundAmount }) => [origin, refundAmount]), (await town.kept(placed.platformOrderNo)).step]).to.deep.equal([[['rule', 8000n]], 'paid-elsewhere']);
  });
});
