import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { choose, payAtChannel } from '../../support/payer.js';
import { refusalOf } from '../payments/life.js';
import { Disaster } from './disaster.js';

/** What the payer reads after choosing a channel. */
const chosen = async (disaster: Disaster, cashierUrl: string): Promise<string> =>
  choose(disaster.life.city, cashierUrl, 'alipay').then(() => 'it was started', (error: unknown) => String(error));

/**
 * BAK-01, BAK-03: a backup is taken under way; in the hours after it the platform is paid, pays back, tells and takes orders; it loses everything
 * and is restored. One story, told in steps that follow each other.
 */
describe('a restore after a loss', function () {
  this.timeout(120_000);
  let disaster: Disaster;
  let [keys, data] = ['', ''];
  const story: Record<string, Awaited<ReturnType<Disaster['life']['place']>> & { attemptNo?: string }> = {};
  const refunds: Record<string, Awaited<ReturnType<Disaster['life']['refund']>>> = {};
  let lostOrder: ReturnType<Disaster['life']['orderFacts']>;
  let lostBarcode: Parameters<Disaster['life']['client']['createBarOrder']>[0];
  let booksAtLoss: readonly string[] = [];
  let heardAtLoss: readonly string[] = [];
  let lateAttempt = '';
  let refundTradeNoOfLostHours = '';
  let refundFacts: Parameters<Disaster['life']['client']['createRefund']>[0];
  const of = (name: string) => {
    const found = story[name];
    if (!found) throw new Error(`nobody placed ${name}`);
    return found;
  };
  const attemptOf = (name: string): string => of(name).attemptNo ?? '';

  before(async () => { disaster = await Disaster.prepare(); });
  after(async () => disaster.close());

  it('begins with payments, a refund and a callback in every stage, and a backup while all goes on', async () => {
    const { life } = disaster;
    for (const name of ['settled', 'refundedLater', 'refundMissing']) story[name] = await life.paid();
    story['opened'] = await life.place();
    story['opened'].attemptNo = await life.open(of('opened'), 'alipay');
    story['untouched'] = await life.place();
    story['other'] = await life.place();
    const deaf = life.number('C');
    life.ear.answer(`/${deaf}`, () => ({ status: 500, body: 'not now' }));
    story['untold'] = await life.paid('unionpay', { bizOrderNo: deaf, notifyUrl: `${life.ear.origin}/${deaf}` });
    story['refundUnderWay'] = await life.paid();
    await life.quiet();
    await life.fault('alipay', 'alipay.trade.refund', 'drop-after');
    await life.fault('alipay', 'notify', 'never');
    refunds['underWay'] = await life.refund(of('refundUnderWay'), '1500');
    story['refundUnsent'] = await life.paid('unionpay');
    await life.fault('unionpay', 'refund', 'drop-before', { times: 20 });
    refunds['unsent'] = await life.refund(of('refundUnsent'), '700');
    await life.quiet();
    keys = await disaster.backUpKeys();
    const made = await disaster.backUp();
    data = made.file;
    expect([made.facts.counts['pay_order'], made.facts.counts['pay_refund'], made.facts.charged]).to.deep.equal([9, 2, '48000']);
    expect(readFileSync(data).includes(Buffer.from('tongjiao-keystore'))).to.equal(false);
  });

  it('loses hours in which it was paid, gave back, told and took orders', async () => {
    const { life } = disaster;
    life.city.advance(2_000);
    life.ear.answer(of('untold').path, () => ({ body: 'success' }));
    await life.pay('alipay', attemptOf('opened'));
    await life.state(of('opened'), '2');
    const { bizOrderNo, merchantNo } = of('refundedLater');
    refundFacts = {
      merchantNo, bizRefundOrderNo: `R${bizOrderNo}`, refundOrderDate: of('refundedLater').orderDate, refundAmount: '3000', refundTitle: '退款', platformOrderNo: of('refundedLater').platformOrderNo,
      notifyUrl: `${life.ear.origin}/R${bizOrderNo}`,
    };
    await life.client.createRefund(refundFacts);
    of('untouched').attemptNo = await life.open(of('untouched'), 'alipay');
    await life.pay('alipay', attemptOf('untouched'));
    await life.state(of('untouched'), '2');
    lateAttempt = await life.open(of('other'), 'unionpay');
    lostOrder = life.orderFacts();
    const placed = await life.client.createOrder(lostOrder);
    story['lost'] = { ...of('other'), bizOrderNo: lostOrder.bizOrderNo, platformOrderNo: placed.platformOrderNo, cashierUrl: placed.cashierUrl, orderDate: placed.orderDate, path: `/${lostOrder.bizOrderNo}` };
    of('lost').attemptNo = await life.open(of('lost'), 'alipay');
    await life.pay('alipay', attemptOf('lost'));
    await life.state(of('lost'), '2');
    lostBarcode = { ...life.orderFacts(), barContent: '281000000000100000' };
    expect((await life.client.createBarOrder(lostBarcode)).orderState).to.equal('2');
    await life.quiet();
    await life.step(60_000);
    [refundTradeNoOfLostHours = ''] = await disaster.refundNumbersAt('alipay', attemptOf('refundedLater'));
    [booksAtLoss, heardAtLoss] = [await disaster.channelBooks(), disaster.heard()];
    expect(heardAtLoss).to.have.lengthOf(new Set(heardAtLoss).size + 1, 'each address once, the deaf one twice');
    expect(booksAtLoss.filter((line) => !line.includes(' -0'))).to.have.lengthOf(2);
    await disaster.lose();
    await life.sim('unionpay', 'DELETE', 'faults');
  });

  it('comes back whole, with what the backup knew and nothing of the hours after it', async () => {
    const { stock, sealedOrders } = await disaster.restore(keys, data);
    expect([stock.charged, stock.refunded, sealedOrders]).to.deep.equal([48_000n, 0n, 0]);
    expect(disaster.life.city.log.some((line) => line.includes('recovery-open'))).to.equal(true);
  });

  it('leaves every request of the business system undecided that it cannot answer truly', async () => {
    const { life } = disaster;
    const busy = async (work: Promise<unknown>): Promise<unknown> => refusalOf(work).then((error) => (error as Error).message);
    const wait = '20000 系统繁忙或结果未知，请用相同内容重试 平台数据恢复核对中，请稍后用相同内容重试';
    expect(await busy(life.client.createOrder(lostOrder)), 'the lost order again').to.equal(wait);
    expect(await busy(life.client.createBarOrder(lostBarcode)), 'the lost barcode again').to.equal(wait);
    expect(await busy(life.query(of('lost'))), 'query of the lost order').to.equal(wait);
    expect(await busy(life.client.queryRefund({ merchantNo: refundFacts.merchantNo, bizRefundOrderNo: refundFacts.bizRefundOrderNo, refundOrderDate: refundFacts.refundOrderDate })), 'query of the lost refund').to.equal(wait);
    expect(await busy(life.refund(of('lost'), '100')), 'refund of the lost order').to.equal(wait);
    expect(await busy(life.refund(of('untouched'), '100')), 'refund of an order paid in the lost hours').to.equal(wait);
    expect(await chosen(disaster, of('untouched').cashierUrl)).to.contain('409');
  });

  it('takes refunds in without sending them', async () => {
    const { life } = disaster;
    expect((await life.client.createRefund(refundFacts)).refundState).to.equal('1');
    refunds['missing'] = await life.refund(of('refundMissing'), '2000');
    expect(refunds['missing'].state).to.equal('1');
  });

  it('writes down money that arrives for an attempt it does not know', async () => {
    await payAtChannel(disaster.life.city, 'unionpay', lateAttempt);
    const [payment] = await disaster.life.city.until('the lost payment is kept', async () => {
      const { lostPayments } = await disaster.show();
      return lostPayments.length > 0 ? lostPayments : undefined;
    });
    expect(payment).to.include({ attemptNo: lateAttempt, payChannel: 'unionpay', channelMerchantId: 'CM-UNIONPAY-1', amount: 8000n });
    expect(disaster.life.city.log.some((line) => line.includes('"lost-payment"'))).to.equal(true);
    booksAtLoss = [...booksAtLoss, `unionpay ${lateAttempt} 8000 -0`].sort();
  });

  it('charges, pays back and tells nothing twice, however many hours of jobs go by', async () => {
    const { life } = disaster;
    await disaster.hours(8);
    expect(await disaster.channelBooks()).to.deep.equal(booksAtLoss);
    expect(disaster.heard()).to.deep.equal(heardAtLoss);
    expect((await life.query(of('opened'))).orderState, 'asked at the channel, and booked').to.equal('2');
    expect((await life.query(of('untouched'))).orderState, 'past its expiry, and not closed').to.equal('0');
    const underWay = (await life.kept(of('refundUnderWay').platformOrderNo)).refunds[0];
    expect(underWay?.state, 'asked by its number').to.equal('refunded');
  });

  it('shows a person what is held, by number and amount', async () => {
    const { refunds: held, callbacks } = await disaster.show();
    expect(held.map(({ refundAmount, state }) => [refundAmount, state])).to.deep.equal([[700n, 'refunding'], [3000n, 'refunding'], [2000n, 'refunding']]);
    expect(callbacks.map(({ platformOrderNo, kind }) => `${kind} ${platformOrderNo}`).sort()).to.deep.equal([
      `payment ${of('opened').platformOrderNo}`, `payment ${of('untold').platformOrderNo}`, `refund ${of('refundUnderWay').platformOrderNo}`,
    ].sort());
  });

  it('settles a refund of the lost hours by its number from the bill, and sends those that are truly missing, once', async () => {
    const { life } = disaster;
    const [unsent, lost, missing] = (await disaster.show()).refunds;
    const agedNumber = unsent?.refundTradeNo;
    await disaster.nameRefund(lost?.platformRefundOrderNo ?? '', refundTradeNoOfLostHours);
    for (const refund of [missing, unsent]) await disaster.releaseRefund(refund?.platformRefundOrderNo ?? '');
    await life.stepUntil('UnionPay has decided', of('refundUnsent').platformOrderNo, ({ refunds: [refund] }) => refund?.state === 'refunded');
    expect((await life.kept(of('refundUnsent').platformOrderNo)).refunds[0]?.refundTradeNo, 'a number nobody takes any more is not sent again').not.to.equal(agedNumber);
    for (const name of ['refundedLater', 'refundMissing']) expect((await life.kept(of(name).platformOrderNo)).refunds.map(({ state }) => state), name).to.deep.equal(['refunded']);
    const changed = (await disaster.channelBooks()).filter((line) => !booksAtLoss.includes(line));
    expect(changed).to.deep.equal([`alipay ${attemptOf('refundMissing')} 8000 -2000 in 1`, `unionpay ${attemptOf('refundUnsent')} 8000 -700`]);
    expect(disaster.heard()).to.deep.equal(heardAtLoss);
  });

  it('pays an order of the lost hours by its number from the bill, without charging anybody', async () => {
    const { life } = disaster;
    const before = await disaster.channelBooks();
    await disaster.namePayment(of('untouched').platformOrderNo, attemptOf('untouched'));
    await life.state(of('untouched'), '2');
    expect(await disaster.channelBooks()).to.deep.equal(before);
    expect(disaster.heard()).to.deep.equal(heardAtLoss);
  });

  it('tells the business system what it has not heard, and only that', async () => {
    const { life } = disaster;
    const { callbacks } = await disaster.show();
    for (const callback of callbacks) {
      if (heardAtLoss.includes(new URL(callback.url).pathname)) await disaster.told(callback.callbackId);
    }
    await disaster.release('callbacks');
    await life.quiet();
    expect(disaster.heard()).to.deep.equal([...heardAtLoss, refunds['missing']?.path ?? '', refunds['unsent']?.path ?? ''].sort());
  });

  it('takes payments again when a person has compared, and ends', async () => {
    const { life } = disaster;
    for (const kind of ['refunds', 'payments'] as const) await disaster.release(kind);
    await disaster.end();
    const fresh = await life.paid();
    const again = await life.refund(fresh, '8000');
    await life.quiet();
    expect((await life.kept(fresh.platformOrderNo)).refunds.map(({ state }) => state)).to.deep.equal(['refunded']);
    expect(life.told(again.path)).to.have.lengthOf(1);
    await disaster.hours(1);
    expect((await life.kept(of('other').platformOrderNo)).order.state).to.equal('closed');
    expect((await life.city.resources.auditChain.verify()).ok).to.equal(true);
  });
});
