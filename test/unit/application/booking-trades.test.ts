import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { aChannelMerchant } from '../../builders/directory.js';
import { barcodeRequest, paidOrder, placed, requestedRefund, started } from './requests.js';
import { only, openTown, type Town } from './town.js';
import { expectTradesOfBooks } from './trades-and-books.js';

const hourMs = 3_600_000;
const paid = (attemptNo: string, paidAt: number, clearingDay?: string) =>
  ({ kind: 'paid', attemptNo, channelOrderNo: `T-${attemptNo}`, amount: fen(12_000), paidAt, ...(clearingDay === undefined ? {} : { clearingDay }) }) as const;

describe('money that is booked', () => {
  it('is one trade, with what the bill is compared by, however often it is reported', async () => {
    const town = await openTown();
    const order = await placed(town);
    const attemptNo = await started(town);
    for (const source of ['message', 'query', 'bill'] as const) await town.applyReport.run({ ...paid(attemptNo, noon + 5), channelDiscountAmount: fen(200) }, source);
    expect(only(town.trades)).to.deep.include({
      tradeKey: `P${attemptNo}`, kind: 'payment', purpose: 'order', platformOrderNo: order.platformOrderNo, attemptNo, payChannel: 'alipay', channelMerchantId: only(town.attempts).channelMerchantId,
      channelOrderNo: `T-${attemptNo}`, amount: 12_000n, channelDiscountAmount: 200n, shares: [], tradeAt: noon + 5, clearingDay: '20260508', settleState: 'open',
    });
  });

  it('is the shares of sub-merchants to the fen', async () => {
    const town = await openTown({ payee: { subMerchants: ['S1', 'S2'].map((subMerchantNo) => ({ subMerchantNo, subMerchantName: subMerchantNo, enabled: true })) } });
    await placed(town, { subOrders: [{ subMerchantNo: 'S1', bizSubOrderNo: '1', orderAmount: fen(4_000) }, { subMerchantNo: 'S2', bizSubOrderNo: '2', orderAmount: fen(8_000) }] });
    await town.applyReport.run(paid(await started(town), noon), 'message');
    expect(only(town.trades).shares).to.deep.equal([{ subMerchantNo: 'S1', amount: 4_000n }, { subMerchantNo: 'S2', amount: 8_000n }]);
  });

  it('twice for one order is two trades, and what goes back of the second is a third', async () => {
    const town = await openTown({ payee: { repeatRefundByRule: true } });
    town.unionpay.closable = false;
    await placed(town);
    const [first, second] = [await started(town, 'unionpay'), await started(town)];
    town.alipay.pay(second);
    town.unionpay.pay(first);
    await town.pass(60_000);
    expectTradesOfBooks(town);
    expect(town.trades.map(({ kind, purpose }) => `${kind} ${purpose}`).sort()).to.deep.equal(['payment order', 'payment repeat', 'refund repeat']);
  });

  it('after closing is a late trade, and goes back as one', async () => {
    const town = await openTown();
    town.unionpay.closable = false;
    const { platformOrderNo } = await placed(town);
    const attemptNo = await started(town, 'unionpay');
    await town.closeOrder.run(platformOrderNo, 'closedByMerchant', { kind: 'system', code: 't', address: undefined });
    town.unionpay.pay(attemptNo);
    await town.pass(60_000);
    expectTradesOfBooks(town);
    expect(town.trades.map(({ kind, purpose }) => `${kind} ${purpose}`).sort()).to.deep.equal(['payment late', 'refund late']);
  });

  it('and given back by a cancel is two trades', async () => {
    const town = await openTown({ patience: { barcodeAnswerMs: 1 } });
    town.alipay.charging = 'waiting';
    await town.chargeBarcode.run(barcodeRequest(town));
    const { attemptNo } = only(town.attempts);
    await town.pass(44_000);
    town.alipay.says.query = async () => ({ kind: 'waiting', attemptNo });
    town.alipay.says.cancel = async () => {
      delete town.alipay.says.query;
      await town.applyReport.run(paid(attemptNo, noon), 'query');
      return { kind: 'cancelled-refunded' };
    };
    await town.pass(3_000);
    expectTradesOfBooks(town);
    expect(town.trades.map(({ tradeKey }) => tradeKey).sort()).to.deep.equal([`P${attemptNo}`, `R${attemptNo}`]);
  });

  it('back in a refund is one trade under the number the channel knows, however often the channel says so', async () => {
    const town = await openTown();
    await paidOrder(town);
    await requestedRefund(town);
    await town.pass(0);
    const { platformRefundOrderNo, platformOrderNo, refundTradeNo = '', refundAmount } = only(town.refunds);
    for (const at of [town.clock.at, town.clock.at + 1]) {
      await town.applyRefundReport.run(platformRefundOrderNo, platformOrderNo, { kind: 'refunded', refundTradeNo, at, channelRefundNo: 'again' });
    }
    expectTradesOfBooks(town);
    expect(town.trades.find(({ kind }) => kind === 'refund')).to.deep.include({ tradeKey: `R${refundTradeNo}`, purpose: 'order', amount: refundAmount, platformRefundOrderNo, clearingDay: '20260508' });
  });
});

describe('the day in whose bill money is expected', () => {
  /** An order paid at 23:30 through this channel. */
  async function dayOf(payChannel: 'alipay' | 'unionpay', prepare: (town: Town) => Promise<void>, clearingDay?: string): Promise<string> {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town, payChannel);
    await prepare(town);
    await town.applyReport.run(paid(attemptNo, noon + 11.5 * hourMs, clearingDay), 'message');
    return only(town.trades).clearingDay;
  }
  const nothing = (): Promise<void> => Promise.resolve();
  const by = { kind: 'system', code: 't', address: undefined } as const;

  it('follows the cut of the channel', async () => {
    expect([await dayOf('alipay', nothing), await dayOf('unionpay', nothing)]).to.deep.equal(['20260508', '20260509']);
  });
  it('follows the cut that is set for the account', async () => {
    const withCut = (town: Town) => town.store.directoryEditor.saveChannelMerchant(aChannelMerchant('unionpay', { settings: { clearingCut: '23:45' } }), by);
    expect(await dayOf('unionpay', withCut)).to.equal('20260508');
  });
  it('is what the channel says where it says it, unless that is no day', async () => {
    expect([await dayOf('unionpay', nothing, '20260601'), await dayOf('unionpay', nothing, '0601')]).to.deep.equal(['20260601', '20260509']);
  });
  it('follows the usual cut of the channel where the account is gone', async () => {
    const withoutAccount = async (town: Town) => { await town.database.run(async () => { for (const { channelMerchantId } of town.database.tables.channelMerchants.all(true)) town.database.tables.channelMerchants.remove(channelMerchantId); }); };
    expect(await dayOf('unionpay', withoutAccount)).to.equal('20260509');
  });
});
