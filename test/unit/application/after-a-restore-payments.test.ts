import { expect } from 'chai';
import { longTime, minuteMs } from '../../../domain/kernel/china-time.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import { noon } from '../../builders/moments.js';
import { barcodeRequest, orderRequest, placed, refundRequest, started, unionpayCode } from './requests.js';
import { by, refusedWith, restored } from './restored-town.js';
import { only, openTown, type Town } from './town.js';

const start = (town: Town) => town.startPayment.run({ cashierToken: only(town.orders).cashierToken, payChannel: 'unionpay', terminal: 'pc', receivedAt: town.clock.at, address: '198.51.100.9', requestId: 'req-4' });

describe('after a restore, payments', () => {
  it('start no further attempt on an order that was there, ask about the known one, and go on after the release', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    const steps = await restored(town);
    expect(refusedWith(await start(town))).to.equal('recovering');
    expect(town.attempts).to.have.lengthOf(1);
    await town.pass(20_000);
    expect(town.alipay.calls.map(({ call, no }) => `${call} ${no}`)).to.include(`query ${attemptNo}`);
    await steps.release('payments');
    expect((await start(town)).ok).to.equal(true);
  });

  it('are booked when the channel says that the known attempt was paid; the business system waits for the release', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.pay(await started(town));
    const steps = await restored(town);
    await town.pass(20 * minuteMs);
    expect(only(town.orders).state).to.equal('paid');
    expect(town.posted).to.deep.equal([]);
    expect((await steps.show()).callbacks.map(({ toldState }) => toldState)).to.deep.equal(['paid']);
    expect(await steps.release('callbacks')).to.deep.equal({ ok: true, value: 1 });
    await town.pass(3_000);
    expect(town.posted.map(({ toldState }) => toldState)).to.deep.equal(['paid']);
  });

  it('do not close an order that was there, at its expiry or by request, until they are released', async () => {
    const town = await openTown();
    const { platformOrderNo } = await placed(town, { validMinutes: 5 });
    const steps = await restored(town);
    await town.pass(30 * minuteMs);
    expect((await town.closeOrder.run(platformOrderNo, 'closedByMerchant', by)).kind).to.equal('asking');
    expect(only(town.orders).state).to.equal('awaiting');
    await steps.release('payments');
    await town.pass(11 * minuteMs);
    expect(only(town.orders).state).to.equal('closed');
  });

  it('take no order that is dated before the restore and not here, but repeat one that is, and take a later one', async () => {
    const town = await openTown();
    await placed(town);
    town.clock.at = noon + 60 * minuteMs;
    const steps = await restored(town);
    const place = async (bizOrderNo: string, orderTime: string) => town.placeOrder.run(orderRequest(town, { bizOrderNo, orderTime }));
    expect(refusedWith(await place('B9', longTime(noon)))).to.deep.equal({ code: 'recovering' });
    expect((await town.placeOrder.run(orderRequest(town))).ok).to.equal(true);
    expect((await place('B10', longTime(noon + 71 * minuteMs))).ok).to.equal(true);
    await steps.release('payments');
    expect((await place('B9', longTime(noon))).ok).to.equal(true);
  });

  it('charge no code for an order that may be lost, and no new code for one that is here', async () => {
    const town = await openTown();
    town.alipay.charging = 'declined';
    await town.chargeBarcode.run(barcodeRequest(town));
    const steps = await restored(town);
    expect(refusedWith(await town.chargeBarcode.run(barcodeRequest(town, { barContent: unionpayCode })))).to.deep.equal({ code: 'recovering' });
    expect(refusedWith(await town.chargeBarcode.run(barcodeRequest(town, {}, { bizOrderNo: 'B2' })))).to.deep.equal({ code: 'recovering' });
    expect([town.alipay.countOf('charge'), town.unionpay.countOf('charge')]).to.deep.equal([1, 0]);
    const same = await town.chargeBarcode.run(barcodeRequest(town));
    expect(same.ok && same.value.state).to.equal('failed');
    await steps.release('payments');
    expect((await town.chargeBarcode.run(barcodeRequest(town, { barContent: unionpayCode }))).ok).to.equal(true);
    expect(town.unionpay.countOf('charge')).to.equal(1);
  });

  it('leave in doubt what is not here, and never call it unknown, until they are released', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    const lost = platformNumber(noon - 1, 1, 1);
    const order = () => town.showOrder.run(town.developer, { merchantNo: 'M1', bizOrderNo: 'B9', platformOrderNo: undefined, orderDate: '20260508' });
    const refund = () => town.showRefund.run(town.developer, { merchantNo: 'M1', bizRefundOrderNo: 'R9', platformRefundOrderNo: undefined, refundOrderDate: '20260508' });
    const ask = async (platformOrderNo: string) => refusedWith(await town.requestRefund.run(refundRequest(town, { platformOrderNo })));
    expect([await order(), await refund()]).to.deep.equal(['in-doubt', 'in-doubt']);
    expect(await ask(lost)).to.deep.equal({ code: 'recovering' });
    expect(await ask(platformNumber(noon - 90 * minuteMs, 1, 1))).to.deep.equal({ code: 'order-unknown' });
    expect(await ask(only(town.orders).platformOrderNo), 'not paid as far as we know').to.deep.equal({ code: 'recovering' });
    await steps.release('payments');
    await steps.release('refunds');
    expect([await order(), await refund()]).to.deep.equal([undefined, undefined]);
    expect(await ask(lost)).to.deep.equal({ code: 'order-unknown' });
    expect(await ask(only(town.orders).platformOrderNo)).to.include({ code: 'not-refundable' });
  });
});

describe('after a restore, an order that had failed', () => {
  it('is in doubt until payments are released: a later attempt may have been paid', async () => {
    const town = await openTown();
    town.alipay.charging = 'declined';
    await town.chargeBarcode.run(barcodeRequest(town));
    const steps = await restored(town);
    const show = () => town.showOrder.run(town.developer, { merchantNo: 'M1', bizOrderNo: 'B1', platformOrderNo: undefined, orderDate: '20260508' });
    expect(await show()).to.equal('in-doubt');
    await steps.release('payments');
    const shown = await show();
    expect(typeof shown === 'object' && shown.order.state).to.equal('failed');
  });
});
