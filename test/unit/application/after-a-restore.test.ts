import { expect } from 'chai';
import { CallbackTold } from '../../../application/recovery/callback-told.js';
import { DropRefund } from '../../../application/recovery/drop-refund.js';
import { EndRecovery } from '../../../application/recovery/end-recovery.js';
import { MarkRecovered } from '../../../application/recovery/mark-recovered.js';
import { NamePayment } from '../../../application/recovery/name-payment.js';
import { NameRefund } from '../../../application/recovery/name-refund.js';
import { ReleaseHeld } from '../../../application/recovery/release-held.js';
import { ReleaseRefund } from '../../../application/recovery/release-refund.js';
import { ShowRecovery } from '../../../application/recovery/show-recovery.js';
import { longTime, minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import type { HeldKind } from '../../../domain/recovery/recovery-mark.js';
import { noon } from '../../builders/moments.js';
import { CountingIds } from '../../contract/persistence/fakes.js';
import { aMessage } from './fake-bank.js';
import { barcodeRequest, orderRequest, paidOrder, placed, refundRequest, requestedRefund, started, unionpayCode } from './requests.js';
import { only, openTown, type Town } from './town.js';

const by = { kind: 'operator', code: 'test', address: undefined } as const;
let recoveries = 0;
const partsOf = (town: Town) => ({ unitOfWork: town.unitOfWork, clock: town.clock, ids: new CountingIds(`7${++recoveries}`) });

async function restored(town: Town, backupTakenAt: number | undefined = noon - minuteMs): Promise<ReturnType<typeof stepsOf>> {
  const parts = partsOf(town);
  await new MarkRecovered(parts).run(backupTakenAt, by);
  return stepsOf(town, parts);
}

const stepsOf = (town: Town, parts: ReturnType<typeof partsOf>) => ({
  release: async (kind: HeldKind) => new ReleaseHeld(parts).run(kind, by),
  releaseRefund: async (no: string) => new ReleaseRefund(parts).run(no, by),
  name: async (refundNo: string, refundTradeNo: string, refundTradeTime?: string) => new NameRefund(parts).run({ refundNo, refundTradeNo, refundTradeTime }, by),
  namePayment: async (attemptNo: string, changes: object = {}) =>
    new NamePayment({ ...parts, directory: town.store.directory }).run({ platformOrderNo: only(town.orders).platformOrderNo, attemptNo, channelMerchantId: only(await town.store.directory.channelMerchantsAt('alipay')).channelMerchantId, channelTime: undefined, ...changes }, by),
  drop: async (no: string) => new DropRefund(parts).run(no, by),
  told: async (id: string) => new CallbackTold(parts).run(id, by),
  end: async () => new EndRecovery(parts).run(by),
  show: async () => new ShowRecovery(town.unitOfWork).run(),
});

const start = (town: Town) => town.startPayment.run({ cashierToken: only(town.orders).cashierToken, payChannel: 'unionpay', terminal: 'pc', receivedAt: town.clock.at, address: '198.51.100.9', requestId: 'req-4' });
const refusedWith = (result: { ok: boolean; refusal?: unknown }): unknown => (result.ok ? 'not refused' : result.refusal);

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

describe('after a restore, money under a lost number', () => {
  const lost = platformNumber(noon - 30_000, 1, 7);
  const tell = (town: Town, no = lost) => town.receiveMessage.run('alipay', aMessage('payment', no));
  const paid = { genuine: true, payment: { kind: 'paid', attemptNo: lost, channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon }, refund: undefined, confirmByQuery: false } as const;

  it('is written down once with an alarm, and the channel goes on repeating', async () => {
    const town = await openTown();
    const steps = await restored(town);
    town.alipay.verdict = paid;
    for (const _ of [1, 2]) expect(await tell(town)).to.deep.equal(town.alipay.messages.refused);
    const { channelMerchantId } = only(await town.store.directory.channelMerchantsAt('alipay'));
    expect((await steps.show()).lostPayments).to.deep.equal([{ attemptNo: lost, payChannel: 'alipay', channelMerchantId, channelOrderNo: 'T-1', amount: 12_000n, paidAt: noon, toldAt: noon }]);
    expect(town.alarms()).to.deep.equal(['lost-payment']);
    expect(town.audited.filter((action) => action === 'recovery.lost-payment')).to.have.lengthOf(1);
  });

  it('is not written down when no account of ours verifies it, when its number is of other hours, or when nothing was restored', async () => {
    const town = await openTown();
    town.alipay.verdict = paid;
    await tell(town);
    const steps = await restored(town);
    town.alipay.verdict = { genuine: false, why: 'signature' };
    await tell(town);
    town.alipay.verdict = paid;
    await tell(town, platformNumber(noon - 90 * minuteMs, 1, 1));
    await tell(town, 'whatever');
    expect((await steps.show()).lostPayments).to.deep.equal([]);
    expect(town.alarms()).to.deep.equal([]);
  });
});

describe('after a restore, a message about a lost number', () => {
  const lost = platformNumber(noon - 30_000, 1, 7);
  const paid = { genuine: true, payment: { kind: 'paid', attemptNo: lost, channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon }, refund: undefined, confirmByQuery: false } as const;

  it('is looked at one at a time, so that forged ones cannot keep the platform busy', async () => {
    const town = await openTown();
    await restored(town);
    let [reading, most] = [0, 0];
    town.alipay.messages.read = async () => {
      most = Math.max(most, ++reading);
      await new Promise((resolve) => { setImmediate(resolve); });
      reading -= 1;
      return { genuine: false, why: 'signature' };
    };
    await Promise.all(Array.from({ length: 20 }, () => town.receiveMessage.run('alipay', aMessage('payment', lost))));
    expect(most).to.equal(1);
  });

  it('is not looked at any more a month later', async () => {
    const town = await openTown();
    const steps = await restored(town);
    town.alipay.verdict = paid;
    town.clock.at += 31 * 24 * 60 * minuteMs;
    await town.receiveMessage.run('alipay', aMessage('payment', lost));
    expect((await steps.show()).lostPayments).to.deep.equal([]);
  });

  it('is found though another account cannot be used', async () => {
    const town = await openTown();
    const steps = await restored(town);
    const [account] = await town.store.directory.channelMerchantsAt('alipay');
    if (!account) throw new Error('no account');
    await town.store.directoryEditor.saveChannelMerchant({ ...account, channelMerchantId: 'A0', settings: {} }, by);
    const accounts = await town.store.directory.channelMerchantsAt('alipay');
    let asked = 0;
    town.alipay.messages.read = async () => {
      if (++asked === 1) throw new Error('the account is incomplete');
      return paid;
    };
    await town.receiveMessage.run('alipay', aMessage('payment', lost));
    expect([accounts.length, asked, (await steps.show()).lostPayments.length, town.faults()]).to.deep.equal([2, 2, 1, ['lost-payment-account']]);
  });
});

describe('after a restore, a lost payment named from the bill', () => {
  const lost = platformNumber(noon - 30_000, 1, 7);

  it('is asked about, pays its order through the one door, and is lost no longer', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    town.alipay.verdict = { genuine: true, payment: { kind: 'paid', attemptNo: lost, channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon }, refund: undefined, confirmByQuery: false };
    await town.receiveMessage.run('alipay', aMessage('payment', lost));
    town.alipay.pay(lost);
    expect((await steps.namePayment(lost)).ok).to.equal(true);
    await town.pass(0);
    expect(only(town.orders)).to.include({ state: 'paid', paidAttemptNo: lost });
    expect((await steps.show()).lostPayments).to.deep.equal([]);
    expect(town.audited).to.include.members(['recovery.name-payment', 'order.paid']);
    expect(town.posted, 'held like all news of the order').to.deep.equal([]);
  });

  it('for an order that was lost with it and placed anew keeps refunds and callbacks of that order held', async () => {
    const town = await openTown();
    const steps = await restored(town);
    await steps.release('payments');
    town.clock.at += minuteMs;
    await placed(town, { orderTime: longTime(noon) });
    town.alipay.pay(lost);
    expect((await steps.namePayment(lost)).ok).to.equal(true);
    await town.pass(0);
    await requestedRefund(town);
    await town.pass(60 * minuteMs);
    expect([only(town.orders).state, town.alipay.countOf('refund'), town.posted]).to.deep.equal(['paid', 0, []]);
    const { refunds, callbacks } = await steps.show();
    expect([refunds.length, callbacks.length]).to.deep.equal([1, 1]);
    expect((await steps.told(only(callbacks).callbackId)).ok).to.equal(true);
    expect((await steps.releaseRefund(only(refunds).platformRefundOrderNo)).ok).to.equal(true);
  });

  it('pays nothing when the channel does not say so: unknown number, or another amount', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    await steps.namePayment(lost);
    await town.pass(60_000);
    expect(only(town.orders).state).to.equal('awaiting');
    const other = platformNumber(noon - 20_000, 1, 8);
    town.alipay.pay(other, 1);
    await steps.namePayment(other);
    await town.pass(0);
    expect([only(town.orders).state, only(town.abnormal).kind]).to.deep.equal(['awaiting', 'amount-mismatch']);
    expect(town.alipay.countOf('cancel')).to.equal(0);
  });

  it('is refused under a number of other hours, a known one, for nobody’s order and nobody’s account', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    await steps.namePayment(lost);
    expect(refusedWith(await steps.namePayment(lost))).to.equal('number-taken');
    expect(refusedWith(await steps.namePayment(platformNumber(noon - 90 * minuteMs, 1, 1)))).to.equal('not-of-lost-hours');
    const another = platformNumber(noon - 10_000, 1, 9);
    expect(refusedWith(await steps.namePayment(another, { platformOrderNo: 'none' }))).to.equal('no-such-order');
    expect(refusedWith(await steps.namePayment(another, { channelMerchantId: 'none' }))).to.equal('no-such-account');
    expect(refusedWith(await steps.namePayment(another, { channelTime: '20260230000000' }))).to.equal('time-malformed');
  });
});

describe('after a restore, refunds', () => {
  it('asked for anew are taken in, not sent, said aloud ever more rarely, and sent when that one is released', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no, state } = await requestedRefund(town);
    expect(state).to.equal('refunding');
    await town.pass(24 * 60 * minuteMs);
    expect([town.alipay.countOf('refund'), town.alipay.countOf('query-refund')]).to.deep.equal([0, 0]);
    expect(town.alarms().filter((alarm) => alarm === 'refund-held-after-restore').length).to.be.within(8, 20);
    expect((await steps.show()).refunds.map((refund) => refund.platformRefundOrderNo)).to.deep.equal([no]);
    expect((await steps.releaseRefund(no)).ok).to.equal(true);
    await town.pass(0);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunded', 1]);
    expect(refusedWith(await steps.releaseRefund(no))).to.equal('not-held');
    expect(refusedWith(await steps.releaseRefund('none'))).to.equal('no-such-refund');
  });

  it('with a known number are asked about, and only asked about: what was executed is settled by the channel alone', async () => {
    const town = await openTown();
    await paidOrder(town);
    await requestedRefund(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'unknown', refundTradeNo, why: 'timeout' });
    await town.pass(0);
    await restored(town);
    await town.pass(minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunded', 1]);
  });

  for (const ages of [false, true]) {
    it(`with a known number the channel does not know are held, then sent ${ages ? 'under a new number where numbers age' : 'under the same one'}`, async () => {
      const town = await openTown();
      town.alipay.refunds.resendSafeForMs = ages ? 5 * minuteMs : Number.POSITIVE_INFINITY;
      await paidOrder(town);
      await requestedRefund(town);
      town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'unknown', refundTradeNo, why: 'timeout' });
      await town.pass(0);
      const before = only(town.refunds).refundTradeNo;
      // The restored database knows a number the channel has never heard of: what it was asked for under it is taken away.
      town.alipay.refunded.clear();
      delete town.alipay.says.refund;
      const steps = await restored(town);
      await town.pass(60 * minuteMs);
      expect([town.alipay.countOf('refund'), only(town.refunds).state]).to.deep.equal([1, 'refunding']);
      expect(town.alarms()).to.include('refund-held-after-restore');
      await steps.release('refunds');
      await town.pass(3_000);
      const after = only(town.refunds);
      expect([after.state, town.alipay.countOf('refund'), after.refundTradeNo === before]).to.deep.equal(['refunded', 2, !ages]);
      expect(town.audited.includes('refund.number-dropped')).to.equal(ages);
    });
  }

  it('of repeat money wait too: the rule asks, nothing is sent', async () => {
    const town = await openTown({ payee: { repeatRefundByRule: true } });
    await paidOrder(town);
    const attempt = only(town.attempts);
    await town.read(async ({ attempts }) => attempts.add({ ...attempt, attemptNo: `${attempt.attemptNo.slice(0, -1)}9`, state: 'open' }));
    const steps = await restored(town);
    await town.applyReport.run({ kind: 'paid', attemptNo: `${attempt.attemptNo.slice(0, -1)}9`, channelOrderNo: 'T2', amount: fen(12_000), paidAt: noon }, 'message');
    await town.pass(10 * minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunding', 0]);
    expect((await steps.show()).refunds).to.have.lengthOf(1);
  });

  it('executed under a lost number get it back from the bill, and the channel decides', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no } = await requestedRefund(town);
    const number = platformNumber(noon - 2_000, 1, 9);
    town.alipay.refunded.set(number, fen(1_000));
    expect(refusedWith(await steps.name(no, 'R-1'))).to.equal('number-malformed');
    expect(refusedWith(await steps.name(no, number, '20260230000000'))).to.equal('time-malformed');
    expect(refusedWith(await steps.name('none', number))).to.equal('no-such-refund');
    expect((await steps.name(no, number)).ok).to.equal(true);
    await town.pass(0);
    expect(only(town.refunds)).to.include({ state: 'refunded', refundTradeNo: number, refundTradeTime: number.slice(0, 14) });
    expect(town.alipay.countOf('refund')).to.equal(0);
    const second = await requestedRefund(town, { bizRefundOrderNo: 'R2' });
    expect(refusedWith(await steps.name(second.platformRefundOrderNo, number))).to.equal('number-taken');
  });

  it('that must never be sent fail, unsent, and their money is free again', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no } = await requestedRefund(town, { refundAmount: fen(12_000) });
    expect(refusedWith(await steps.drop('none'))).to.equal('no-such-refund');
    expect((await steps.drop(no)).ok).to.equal(true);
    expect(refusedWith(await steps.drop(no))).to.equal('not-held');
    for (const kind of ['refunds', 'callbacks'] as const) await steps.release(kind);
    await town.pass(60 * minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund'), town.posted.at(-1)?.toldState]).to.deep.equal(['failed', 0, 'failed']);
    expect((await requestedRefund(town, { bizRefundOrderNo: 'R2', refundAmount: fen(12_000) })).state).to.equal('refunding');
  });

  it('given a wrong number stay held', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no } = await requestedRefund(town);
    await steps.name(no, platformNumber(noon - 2_000, 1, 9));
    await town.pass(60 * minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunding', 0]);
    expect((await steps.show()).refunds).to.have.lengthOf(1);
  });

  it('let go after one restore are held again after the next', async () => {
    const town = await openTown();
    await paidOrder(town);
    const first = await restored(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'unknown', refundTradeNo, why: 'timeout' });
    town.alipay.says.queryRefund = async ({ refundTradeNo }) => ({ kind: 'not-found', refundTradeNo });
    const { platformRefundOrderNo: no } = await requestedRefund(town);
    town.clock.at += 1_000;
    const again = await restored(town);
    await first.releaseRefund(no);
    await town.pass(0);
    expect(town.alipay.countOf('refund')).to.equal(1);
    town.clock.at += 1_000;
    await restored(town);
    await town.pass(60 * minuteMs);
    expect(town.alipay.countOf('refund')).to.equal(1);
    expect((await again.show()).refunds).to.have.lengthOf(1);
  });

  it('of orders made after the restore are sent as ever', async () => {
    const town = await openTown();
    await restored(town);
    town.clock.at = noon + 20 * minuteMs;
    await paidOrder(town, { orderTime: longTime(town.clock.at) });
    await requestedRefund(town);
    await town.pass(0);
    expect(only(town.refunds).state).to.equal('refunded');
    expect(town.posted.map(({ kind }) => kind)).to.deep.equal(['payment', 'refund']);
  });
});

describe('after a restore, a recovery', () => {
  it('ends only when each kind was let go by itself, each step with its audit row', async () => {
    const town = await openTown();
    const steps = await restored(town);
    expect(refusedWith(await steps.end())).to.deep.equal({ code: 'still-held', kinds: ['payments', 'refunds', 'callbacks'] });
    for (const kind of ['payments', 'refunds', 'callbacks'] as const) await steps.release(kind);
    expect(refusedWith(await steps.release('refunds'))).to.equal('released-before');
    expect((await steps.end()).ok).to.equal(true);
    expect(refusedWith(await steps.end())).to.deep.equal({ code: 'ended-before' });
    expect(town.audited).to.deep.equal(['recovery.marked', 'recovery.release-payments', 'recovery.release-refunds', 'recovery.release-callbacks', 'recovery.ended']);
  });

  it('does not exist where nothing was restored', async () => {
    const town = await openTown();
    const steps = stepsOf(town, partsOf(town));
    expect([refusedWith(await steps.release('payments')), refusedWith(await steps.end())]).to.deep.equal(['not-recovered', { code: 'not-recovered' }]);
  });

  it('settles a callback the business system had before, without sending it', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.pay(await started(town));
    const steps = await restored(town);
    await town.pass(minuteMs);
    const { callbackId } = only(town.callbacks);
    expect((await steps.told(callbackId)).ok).to.equal(true);
    expect(refusedWith(await steps.told(callbackId))).to.equal('not-held');
    expect(refusedWith(await steps.told('none'))).to.equal('no-such-callback');
    await steps.release('callbacks');
    await town.pass(60 * minuteMs);
    expect([town.posted, only(town.callbacks).state]).to.deep.equal([[], 'accepted']);
  });
});
