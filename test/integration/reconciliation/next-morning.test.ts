import { expect } from 'chai';
import { tokens } from '../../../bootstrap/tokens.js';
import { businessDay, hourMs, minuteMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import type { Difference } from '../../../domain/reconciliation/difference.js';
import type { ReconcileDay } from '../../../domain/reconciliation/run.js';
import { Life, type Channel } from '../payments/life.js';

const accounts = { alipay: 'CM-ALIPAY-1', unionpay: 'CM-UNIONPAY-1' } as const;

describe('the morning after, with the channels\' own bills over their own protocols', function () {
  this.timeout(120_000);
  let life: Life;
  before(async () => {
    life = await Life.start({ TONGJIAO_FETCH_BILLS: 'true' });
    // An ordinary forenoon, so that no payment falls near the cut of a day.
    stepTo(addDays(today(), 1), 10 * hourMs);
  });
  after(async () => life.close());

  const today = (): string => businessDay(life.city.now());
  function stepTo(day: string, afterMidnightMs: number): void {
    const midnight = readLongTime(`${day}000000`);
    if (!midnight.ok) throw new Error(day);
    const ms = midnight.value + afterMidnightMs - life.city.now();
    if (ms > 0) life.city.advance(ms);
  }
  const day = async (name: string, channel: Channel): Promise<ReconcileDay> => life.city.until(`${channel} of ${name} compared`, async () => {
    const found = await life.city.resources.unitOfWork.read(({ reconciliation }) => reconciliation.day(accounts[channel], name));
    return found?.lastRunNo !== undefined && found.runningNo === undefined ? found : undefined;
  }, 30_000);
  const differences = async (name: string, channel: Channel): Promise<readonly Difference[]> => life.city.resources.unitOfWork.read(({ reconciliation }) =>
    reconciliation.differencesOf({ channelMerchantId: accounts[channel], clearingDay: name, states: ['open', 'waiting', 'handled'], after: undefined, limit: 500 }));
  const named = (list: readonly Difference[]): string[] => list.map(({ outcome, state, ownNo }) => `${outcome} ${state} ${ownNo}`).sort();

  it('finds nothing wrong with a day on which nothing was, payments and refunds of both channels to the fen', async () => {
    const name = today();
    const [one, two] = [await life.paid('alipay'), await life.paid('unionpay', { orderAmount: '12345' })];
    await life.paid('alipay', { merchantNo: 'M35040000004', orderAmount: '10001', subMerchantOrder: [{ subMerchantNo: 'S350404001', bizSubOrderNo: 'S1', orderAmount: '7000' }, { subMerchantNo: 'S350404002', bizSubOrderNo: 'S2', orderAmount: '3001' }] });
    const back = [await life.refund(one, '3000'), await life.refund(two, '345')];
    for (const placed of [one, two]) await life.stepUntil('refunded', placed.platformOrderNo, ({ refunds }) => refunds.every(({ state }) => state === 'refunded'));
    expect(back).to.have.length(2);
    stepTo(addDays(name, 1), 9 * hourMs + 10 * minuteMs);
    expect(await day(name, 'alipay')).to.include({ state: 'balanced', reconcileCount: 3, reconcileAmount: 15_001n, openCount: 0, waitingCount: 0 });
    expect(await day(name, 'unionpay')).to.include({ state: 'balanced', reconcileCount: 2, reconcileAmount: 12_000n, openCount: 0 });
    const sums = await life.city.resources.unitOfWork.read(({ settlement }) => settlement.sumsOfDay(name, 'settleDay'));
    const fee = (amount: number): number => Math.floor((amount * 600 * 2 + 100_000) / 200_000);
    expect(sums.map(({ channelMerchantId, merchantNo, tradeCount, settledAmount, feeAmount }) => [channelMerchantId, merchantNo, tradeCount, Number(settledAmount), Number(feeAmount)])).to.have.deep.members([
      ['CM-ALIPAY-1', 'M35040000001', 2, 5_000, fee(8_000) - fee(3_000)], ['CM-ALIPAY-1', 'M35040000004', 1, 10_001, fee(10_001)], ['CM-UNIONPAY-1', 'M35040000001', 2, 12_000, fee(12_345) - fee(345)],
    ]);
  });

  it('pays an order from the bill when the channel\'s word never arrived and every question was answered "no such trade"', async () => {
    const name = today();
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'unionpay');
    await life.fault('unionpay', 'notify', 'count', { count: 0, times: 50 });
    await life.fault('unionpay', 'query', '34', { times: 500 });
    await life.pay('unionpay', attemptNo);
    life.city.advance(hourMs);
    await life.quiet();
    expect((await life.query(placed)).orderState).to.not.equal('2');
    stepTo(addDays(name, 1), 9 * hourMs + 10 * minuteMs);
    await day(name, 'unionpay');
    await life.sim('unionpay', 'DELETE', 'faults');
    const { attempts } = await life.kept(placed.platformOrderNo);
    expect(attempts.map(({ state }) => state).join()).to.match(/^(paid|late)$/);
    expect(await differences(name, 'unionpay')).to.deep.equal([]);
  });

  it('finds every planted fault of both channels\' bills, and nothing else', async () => {
    const name = today();
    const planted: Readonly<Record<Channel, readonly [fault: string, outcome: string][]>> = {
      alipay: [['missing-row', 'only-here'], ['changed-amount', 'amount-differs'], ['changed-fee', 'fee-differs'], ['duplicated-row', 'duplicate-line'], ['late-row', 'only-here']],
      unionpay: [['missing', 'only-here'], ['changed-amount', 'amount-differs'], ['changed-fee', 'fee-differs'], ['duplicated', 'duplicate-line'], ['late', 'only-here']],
    };
    const expected: Record<Channel, string[]> = { alipay: ['only-there open '], unionpay: ['only-there open '] };
    const late: string[] = [];
    for (const channel of ['alipay', 'unionpay'] as const) {
      for (const [fault, outcome] of planted[channel]) {
        const { attemptNo } = await life.paid(channel);
        await life.fault(channel, 'bill', fault, channel === 'alipay' ? { day: name, no: attemptNo } : { orderId: attemptNo });
        expected[channel].push(`${outcome} open ${attemptNo}`);
        if (fault.startsWith('late')) late.push(attemptNo);
      }
      await life.paid(channel);
    }
    await life.fault('alipay', 'bill', 'extra-row', { day: name, amount: '88.88', no: 'OTHERSYSTEM1' });
    await life.fault('unionpay', 'bill', 'extra', { merId: '777350400000001', day: name, fen: '8888', orderId: 'OTHERSYSTEM2' });
    stepTo(addDays(name, 1), 9 * hourMs + 10 * minuteMs);
    expect(await day(name, 'alipay')).to.include({ state: 'differs', openCount: 6 });
    expect(named(await differences(name, 'alipay'))).to.deep.equal([...expected.alipay.slice(1), 'only-there open OTHERSYSTEM1'].sort());
    await day(name, 'unionpay');
    expect(named(await differences(name, 'unionpay'))).to.deep.equal([...expected.unionpay.slice(1), 'only-there open OTHERSYSTEM2'].sort());

    stepTo(addDays(name, 2), 9 * hourMs + 10 * minuteMs);
    for (const channel of ['alipay', 'unionpay'] as const) {
      await day(addDays(name, 1), channel);
      expect(named(await differences(name, channel)).filter((one) => late.some((no) => one.endsWith(no)))).to.deep.equal([]);
    }
    expect(await day(name, 'alipay')).to.include({ openCount: 5 });
  });

  it('certifies the days one after the other, and whoever verifies them finds them as they were', async () => {
    const name = addDays(today(), -2);
    stepTo(today(), 13 * hourMs + 30 * minuteMs);
    await life.city.until('certified', async () => (await life.city.resources.unitOfWork.read(({ settlement }) => settlement.certificate(name))) ?? undefined, 30_000);
    const verified = await life.city.platform.container.get(tokens.verifyDays).run();
    expect(verified.defects).to.deep.equal([]);
    expect(verified.days).to.be.greaterThan(2);
    await life.city.resources.engine.writer('settlement_entry').where({ entry_no: 0 }).update({ fee_amount: 1 });
    expect((await life.city.platform.container.get(tokens.verifyDays).run()).defects.map(({ what }) => what)).to.include('sums');
  });
});
