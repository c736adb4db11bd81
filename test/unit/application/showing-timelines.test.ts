import { expect } from 'chai';
import { ShowTimeline } from '../../../application/timeline/show-timeline.js';
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

  it('is nothing for a number that nobody gave', async () => {
    const town = await openTown();
    expect(await new ShowTimeline(town.store.unitOfWork, town.clock).run('20260000000000000000000000')).to.equal(undefined);
  });
});
