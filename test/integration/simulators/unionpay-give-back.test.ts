import { expect } from 'chai';
import type { Message } from './unionpay-merchant.js';
import { aScene, chinaDigits } from './unionpay-scene.js';

describe('UnionPay simulator: refund, undo, reversal and the books', () => {
  const scene = aScene();

  async function paid(change: Message = {}): Promise<Message & { queryId: string }> {
    const order = scene.barcode('00', change);
    const { queryId = '' } = await scene.back(order);
    return { ...order, queryId };
  }

  it('refunds in parts up to the paid amount, each with its own number, notification and query', async () => {
    const { queryId } = await paid();
    const first = scene.giveBack('04', queryId, '2345');
    expect(await scene.back(first)).to.include({ respCode: '00', origQryId: queryId });
    const [message] = await scene.notified(first['orderId'], 1);
    expect(message).to.include({ txnType: '04', respCode: '00', txnAmt: '2345', origQryId: queryId });
    expect(scene.problem(message ?? {})).to.equal(undefined);
    expect(await scene.query(first)).to.include({ respCode: '00', origRespCode: '00', txnType: '04' });
    expect(await scene.back(first)).to.include({ respCode: '12' });
    expect(await scene.back(scene.giveBack('04', queryId, '10001'))).to.include({ respCode: '36' });
    expect(await scene.back(scene.giveBack('04', queryId, '10000'))).to.include({ respCode: '00' });
    expect(await scene.back(scene.giveBack('04', queryId, '1'))).to.include({ respCode: '36' });
  });

  it('finds the original by order number and time as well, but not when both disagree', async () => {
    const { orderId = '', txnTime = '', queryId } = await paid();
    const other = await paid();
    const byOrder = { origQryId: '', origOrderId: orderId, origTxnTime: txnTime };
    expect(await scene.back(scene.giveBack('04', '', '1', byOrder))).to.include({ respCode: '00', origQryId: queryId });
    expect(await scene.back(scene.giveBack('04', '', '1', { ...byOrder, origQryId: other.queryId }))).to.include({ respCode: '35' });
    expect(await scene.back(scene.giveBack('04', '123456789012345678901', '1'))).to.include({ respCode: '35' });
  });

  it('accepts a refund and lets it fail by notification, and the amount is free again', async () => {
    const { queryId } = await paid();
    await scene.fault('refund', 'accepted-then-failed');
    const refund = scene.giveBack('04', queryId, '12345');
    expect(await scene.back(refund)).to.include({ respCode: '00' });
    expect((await scene.notified(refund['orderId'], 1))[0]).to.include({ respCode: '01' });
    expect(await scene.query(refund)).to.include({ respCode: '00', origRespCode: '01' });
    expect(await scene.back(scene.giveBack('04', queryId, '12345'))).to.include({ respCode: '00' });
  });

  it('keeps a refund at 05 for as many queries as ordered, while its amount counts as taken', async () => {
    const { queryId } = await paid();
    await scene.fault('refund', 'stays-05', { queries: 2 });
    const refund = scene.giveBack('04', queryId, '12345');
    await scene.back(refund);
    expect(await scene.back(scene.giveBack('04', queryId, '1'))).to.include({ respCode: '36' });
    expect(await scene.query(refund)).to.include({ origRespCode: '05' });
    expect(await scene.query(refund)).to.include({ origRespCode: '05' });
    expect(await scene.query(refund)).to.include({ origRespCode: '00' });
  });

  it('undoes a payment in full on the same clearing day only', async () => {
    const { queryId } = await paid();
    expect(await scene.back(scene.giveBack('31', queryId, '12344'))).to.include({ respCode: '36' });
    expect(await scene.back(scene.giveBack('31', queryId, '12345'))).to.include({ respCode: '00' });
    expect(await scene.back(scene.giveBack('31', queryId, '12345'))).to.include({ respCode: '35' });
    expect(await scene.back(scene.giveBack('04', queryId, '1'))).to.include({ respCode: '35' });
    const late = await paid();
    scene.clock.advance(86_400_000);
    expect(await scene.back(scene.giveBack('31', late.queryId, '12345'))).to.include({ respCode: '35' });
    expect(await scene.back(scene.giveBack('04', late.queryId, '12345'))).to.include({ respCode: '00' });
  });

  it('takes no refund after eleven months', async () => {
    const { queryId } = await paid();
    scene.clock.advance(336 * 86_400_000);
    expect(await scene.back(scene.giveBack('04', queryId, '1'))).to.include({ respCode: '35' });
  });

  it('reverses a paid barcode payment of the same clearing day, and nothing else', async () => {
    const order = await paid();
    const reversal = scene.reversal(order);
    expect(await scene.back({ ...reversal, txnAmt: '12345' })).to.include({ respCode: '10' });
    expect(await scene.back(reversal)).to.include({ respCode: '00' });
    expect(await scene.back(scene.giveBack('04', order.queryId, '1'))).to.include({ respCode: '35' });
    expect(await scene.back(scene.reversal(scene.barcode('00')))).to.include({ respCode: '35' });
    const yesterday = await paid();
    scene.clock.advance(86_400_000);
    expect(await scene.back(scene.reversal(yesterday))).to.include({ respCode: '35' });
  });

  it('cuts the clearing day at 23:00 China time', async () => {
    const untilCut = Number(BigInt(scene.clock.now() + 9 * 3_600_000) % 86_400_000n);
    scene.clock.advance(86_400_000 - untilCut - 60_000);
    const before = await paid();
    scene.clock.advance(120_000);
    const after = await paid();
    const tomorrow = chinaDigits(scene.clock.now() + 7_200_000).slice(4, 8);
    expect((await scene.query(before))['settleDate']).to.equal(before['txnTime']?.slice(4, 8));
    expect((await scene.query(after))['settleDate']).to.equal(tomorrow);
    expect(after['txnTime']?.slice(0, 8)).to.equal(before['txnTime']?.slice(0, 8));
    expect(await scene.back(scene.giveBack('31', before.queryId, '12345'))).to.include({ respCode: '35' });
  });

  it('keeps books whose totals are charged and given back', async () => {
    const start = await scene.books();
    const order = await paid({ txnAmt: '1000' });
    await scene.back(scene.giveBack('04', order.queryId, '300'));
    const undone = await paid({ txnAmt: '50' });
    await scene.back(scene.giveBack('31', undone.queryId, '50'));
    await scene.back(scene.reversal(await paid({ txnAmt: '70' })));
    const end = await scene.books();
    expect(BigInt(end.paidFen) - BigInt(start.paidFen)).to.equal(1050n);
    expect(BigInt(end.refundedFen) - BigInt(start.refundedFen)).to.equal(350n);
    expect(end.trades.find(({ orderId }) => orderId === order['orderId'])).to.include({ state: 'success', amountFen: '1000', refundedFen: '300', queryId: order.queryId, txnType: '01' });
  });
});
