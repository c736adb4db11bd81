import { expect } from 'chai';
import { ShowTimeline } from '../../../application/timeline/show-timeline.js';
import type { FenSum } from '../../../domain/kernel/money.js';
import { entriesOf } from '../../../domain/settlement/settlement-entry.js';
import { forPayer, type Timeline } from '../../../domain/timeline/timeline.js';
import { paidOrder, placed, requestedRefund, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

const told = ({ entries }: Timeline): readonly string[] => entries.map(({ subject, tone, text }) => `${subject} ${tone} ${text}`);

async function shown(town: Town, platformOrderNo = only(town.orders).platformOrderNo): Promise<Timeline> {
  const timeline = await new ShowTimeline(town.store.unitOfWork, town.clock).run(platformOrderNo);
  if (!timeline) throw new Error('no timeline');
  return timeline;
}

describe('where the money is', () => {
  it('is told from the first moment, with the next question to the channel and its time', async () => {
    const town = await openTown();
    await placed(town);
    await started(town);
    const timeline = await shown(town);
    expect(told(timeline)).to.deep.equal(['order done 不动产登记费：订单已提交', 'payment waiting 选择支付宝支付，正在等待支付结果']);
    expect(timeline.next.map(({ subject, at }) => [subject, at > town.clock.at])).to.deep.equal([['payment', true], ['order', true]]);
  });

  it('goes over payment, callback and refund to the end, where nothing is left to do', async () => {
    const town = await openTown();
    await paidOrder(town);
    await town.pass(10_000);
    await requestedRefund(town);
    expect((await shown(town)).next.map(({ text }) => text)).to.deep.equal(['向支付渠道办理或查询退款']);
    await town.pass(86_400_000);
    const timeline = await shown(town);
    expect(told(timeline).filter((line) => !line.startsWith('order'))).to.deep.equal([
      'payment done 选择支付宝支付', 'payment done 支付宝：支付成功', 'callback done 已通知业务系统支付结果（支付成功）', 'refund done 申请退款',
      'refund done 退款成功，款项原路退回付款账户，到账时间以银行为准', 'callback done 已通知业务系统退款结果（退款成功）',
    ]);
    expect(timeline.next).to.deep.equal([]);
  });

  it('shows a payer neither the talk between systems nor the numbers and words that are for operators', async () => {
    const town = await openTown();
    await paidOrder(town);
    await town.pass(10_000);
    const timeline = forPayer(await shown(town));
    expect(timeline.entries.map(({ subject, detail }) => [subject, detail])).to.deep.equal([['order', undefined], ['payment', undefined], ['payment', undefined]]);
  });

  it('tells that the money was found in the channel\'s bill, which is awaited until then', async () => {
    const town = await openTown();
    await paidOrder(town);
    await town.pass(10_000);
    const [trade] = await town.unitOfWork.read(({ trades }) => trades.ofOrder(only(town.orders).platformOrderNo));
    if (!trade) throw new Error('no trade');
    await town.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'fetch-bill', key: `${trade.channelMerchantId}:${trade.clearingDay}`, dueAt: town.clock.at + 5_000 }));
    const open = await shown(town);
    expect([told(open).filter((line) => line.startsWith('settlement')), open.next]).to.deep.equal([[], [{ at: town.clock.at + 5_000, subject: 'settlement', text: '取渠道账单' }]]);
    const line = { settled: 12_000n as FenSum, fee: 0n as FenSum, channelNo: 'T', lineNo: 1, runNo: 'R1', clearingDay: trade.clearingDay, settleDay: trade.clearingDay, now: town.clock.at + 7_000 };
    await town.unitOfWork.run(async ({ trades, settlement }) => {
      await trades.markSettled([trade.tradeKey], trade.clearingDay, 'R1');
      await settlement.addAll(entriesOf(trade, line, 0));
    });
    const settled = await shown(town);
    expect(settled.entries.at(-1)).to.deep.include({ at: town.clock.at + 7_000, subject: 'settlement', text: '收款与渠道账单核对一致', tone: 'done' });
    expect(settled.next).to.deep.equal([]);
    expect(forPayer(settled).entries.some(({ subject }) => subject === 'settlement')).to.equal(false);
  });

  it('is nothing for a number that nobody gave', async () => {
    const town = await openTown();
    expect(await new ShowTimeline(town.store.unitOfWork, town.clock).run('20260000000000000000000000')).to.equal(undefined);
  });
});
