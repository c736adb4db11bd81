import { expect } from 'chai';
import sinon from 'sinon';
import { fen } from '../../../domain/kernel/money.js';
import { aPayeeChannel } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import type { BarcodeRequest } from '../../../application/payments/charge-barcode.js';
import { alipayCode, barcodeRequest, unionpayCode } from './requests.js';
import { only, openTown, type Town } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;

describe('charging a scanned code', () => {
  /** The caller's patience is real time: faked, so that four seconds pass at once. */
  let timers: sinon.SinonFakeTimers;
  beforeEach(() => { timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); });
  afterEach(() => timers.restore());

  async function charge(town: Town, request: BarcodeRequest): Promise<string> {
    const running = town.chargeBarcode.run(request);
    running.catch(() => undefined);
    await timers.tickAsync(6_000);
    const result = await running;
    return result.ok ? result.value.state : result.refusal.code;
  }

  it('answers paid when the channel says so at once', async () => {
    const town = await openTown();
    expect(await charge(town, barcodeRequest(town))).to.equal('paid');
    expect(only(town.attempts)).to.include({ state: 'paid', payMethod: 'bar', payChannel: 'alipay', sentAt: noon });
    expect(town.alipay.calls).to.deep.equal([{ call: 'charge', no: only(town.attempts).attemptNo, timeoutMs: 15_000 }]);
    expect(town.waiting).to.deep.equal(['deliver-callback+0', 'follow-order+0']);
  });

  it('finds the channel by the shape of the code', async () => {
    const town = await openTown();
    expect(await charge(town, barcodeRequest(town, { barContent: unionpayCode }))).to.equal('paid');
    expect([town.unionpay.countOf('charge'), town.alipay.calls.length]).to.deep.equal([1, 0]);
  });

  it('refuses a code of no known shape, and too many of them, before anything is stored', async () => {
    const town = await openTown();
    expect(await charge(town, barcodeRequest(town, { barContent: '1234567890123456' }))).to.equal('barcode-bad');
    town.allowed = 0;
    expect(await charge(town, barcodeRequest(town))).to.equal('too-many-barcodes');
    expect([town.orders, town.alipay.calls]).to.deep.equal([[], []]);
  });

  it('needs the channel of the code to be open for codes', async () => {
    const town = await openTown();
    await town.store.directoryEditor.savePayeeChannel(aPayeeChannel('alipay', { payMethods: ['pc', 'h5'] }), by);
    expect(await charge(town, barcodeRequest(town))).to.equal('no-channel');
    expect(town.orders).to.deep.equal([]);
  });

  it('keeps the code nowhere', async () => {
    const town = await openTown();
    await charge(town, barcodeRequest(town));
    const everything = Object.values(town.database.tables).flatMap((table) => table.all(false) as readonly unknown[]);
    expect(JSON.stringify([everything, town.events], (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))).to.not.contain(alipayCode);
  });

  it('never charges twice for the same request, whatever became of it', async () => {
    for (const charging of ['paid', 'waiting', 'declined'] as const) {
      const town = await openTown();
      town.alipay.charging = charging;
      await charge(town, barcodeRequest(town));
      await charge(town, barcodeRequest(town));
      await Promise.all([charge(town, barcodeRequest(town)), charge(town, barcodeRequest(town))]);
      expect(town.alipay.countOf('charge'), charging).to.equal(1);
    }
  });

  it('charges once when the same request arrives twice at the same moment', async () => {
    const town = await openTown();
    await Promise.all([charge(town, barcodeRequest(town)), charge(town, barcodeRequest(town)), charge(town, barcodeRequest(town))]);
    expect([town.alipay.countOf('charge'), town.orders.length, town.attempts.length]).to.deep.equal([1, 1, 1]);
  });

  it('takes a new code for a refused one as a new attempt, and says in the audit who asked', async () => {
    const town = await openTown();
    town.alipay.charging = 'declined';
    expect(await charge(town, barcodeRequest(town))).to.equal('failed');
    town.alipay.charging = 'paid';
    expect(await charge(town, barcodeRequest(town, { barContent: '291234567890123456' }))).to.equal('paid');
    expect(town.attempts.map((attempt) => attempt.state)).to.deep.equal(['declined', 'paid']);
    expect(town.audited).to.deep.equal(['order.placed', 'attempt.declined', 'attempt.started', 'order.paid']);
  });

  it('takes the same code, sent once more for a refused order, for the same request', async () => {
    const town = await openTown();
    town.alipay.charging = 'declined';
    await charge(town, barcodeRequest(town));
    expect(await charge(town, barcodeRequest(town, { receivedAt: noon + 5_000, requestId: 'another' }))).to.equal('failed');
    expect([town.alipay.countOf('charge'), town.attempts.length]).to.deep.equal([1, 1]);
  });

  it('counts no repeat against the limit of codes', async () => {
    const town = await openTown();
    await charge(town, barcodeRequest(town));
    town.allowed = 0;
    expect(await charge(town, barcodeRequest(town))).to.equal('paid');
    expect(await charge(town, barcodeRequest(town, {}, { bizOrderNo: 'B-OTHER' }))).to.equal('too-many-barcodes');
  });

  it('takes no new code while the last is open, after payment or in the last minute', async () => {
    const town = await openTown();
    town.alipay.charging = 'waiting';
    expect(await charge(town, barcodeRequest(town))).to.equal('paying');
    expect(await charge(town, barcodeRequest(town, { barContent: '291234567890123456' }))).to.equal('paying');
    await town.applyReport.run({ kind: 'declined', attemptNo: only(town.attempts).attemptNo, reason: '', code: 'X' }, 'query');
    town.clock.at = only(town.orders).expiresAt - 60_000;
    expect(await charge(town, barcodeRequest(town, { barContent: '301234567890123456' }))).to.equal('failed');
    expect(town.alipay.countOf('charge')).to.equal(1);
  });

  it('refuses other content under the same number', async () => {
    const town = await openTown();
    await charge(town, barcodeRequest(town));
    expect(await charge(town, barcodeRequest(town, {}, { orderAmount: fen(1) }))).to.equal('order-exists');
  });

  it('answers within its patience and lets the charge go on', async () => {
    const town = await openTown();
    town.alipay.says.charge = async () => {
      await new Promise((resolve) => { setTimeout(resolve, 5_000); });
      return { kind: 'paid', attemptNo: only(town.attempts).attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon };
    };
    const running = town.chargeBarcode.run(barcodeRequest(town));
    await timers.tickAsync(4_000);
    const early = await running;
    expect(early.ok && early.value.state).to.equal('paying');
    await timers.tickAsync(1_000);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('asks once more when the payer has not decided at once', async () => {
    const town = await openTown();
    town.alipay.charging = 'waiting';
    const running = town.chargeBarcode.run(barcodeRequest(town));
    await timers.tickAsync(999);
    town.alipay.pay(only(town.attempts).attemptNo);
    await timers.tickAsync(1);
    const result = await running;
    expect(result.ok && result.value.state).to.equal('paid');
    expect(town.alipay.calls.map((one) => one.call)).to.deep.equal(['charge', 'query']);
  });

  it('calls an unclear answer paying, and asks until it is clear', async () => {
    const town = await openTown();
    town.alipay.says.charge = async () => ({ kind: 'unknown', attemptNo: only(town.attempts).attemptNo, why: 'timeout' });
    expect(await charge(town, barcodeRequest(town))).to.equal('paid');
    expect(town.alipay.countOf('charge')).to.equal(1);
    expect(town.alipay.countOf('query')).to.equal(1);
  });

  it('survives a channel that breaks: the order stays paying and its question decides', async () => {
    for (const moment of ['before charge', 'after charge']) {
      const town = await openTown();
      town.alipay.fuse = (now) => { if (now === moment) throw new Error('broken'); };
      expect(await charge(town, barcodeRequest(town)), moment).to.equal('paying');
      expect(town.faults()).to.deep.equal(['barcode-charge']);
      await town.pass(120_000);
      expect(only(town.orders).state, moment).to.equal(moment === 'before charge' ? 'awaiting' : 'paid');
      expect(town.alipay.countOf('charge')).to.equal(moment === 'before charge' ? 0 : 1);
    }
  });
});
