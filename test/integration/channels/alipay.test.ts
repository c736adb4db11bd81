import { expect } from 'chai';
import { checkAccount } from '../../../adapters/outbound/channels/alipay/account.js';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { AlipayTown, eventually, freshSigner, pause, timeoutMs } from './alipay-town.js';

describe('Alipay adapter against the simulated gateway', function () {
  const town = new AlipayTown();
  before(() => town.open());
  after(() => town.close());
  beforeEach(() => {
    town.received.length = 0;
    town.reply = 'success';
  });
  afterEach(() => town.control('/sim/faults', undefined, 'DELETE'));

  it('passes its own account check', async () => {
    expect((await checkAccount(town.account, town.signer)).ok).to.equal(true);
  });

  for (const payMethod of ['pc', 'h5'] as const) {
    it(`takes a ${payMethod} payment from the hand-over to the notification`, async () => {
      const paying = town.attempt(payMethod);
      const cashier = await town.openPage(paying);
      expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.deep.equal({ kind: 'not-found', attemptNo: paying.attemptNo });
      expect(await town.channel.closing?.close(town.account, paying, timeoutMs)).to.include({ kind: 'not-found' });
      await town.press(cashier, 'sign-in');
      expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'waiting' });
      await town.press(cashier, 'confirm');
      const asked = await town.channel.queries.query(town.account, paying, timeoutMs);
      expect(asked).to.include({ kind: 'paid', amount: 12000n, paidByPayer: 12000n, channelDiscountAmount: 0n });
      const verdict = await town.verdictOn(paying);
      expect(verdict).to.deep.equal({ genuine: true, payment: asked, refund: undefined, confirmByQuery: false });
      expect(await town.channel.closing?.close(town.account, paying, timeoutMs)).to.include({ kind: 'unknown', why: 'pending' });
    });
  }

  it('leads the browser back with the number of the attempt', async () => {
    const paying = town.attempt('pc');
    const cashier = await town.payOnPage(paying);
    const page = (await (await fetch(cashier)).text()).replaceAll('&amp;', '&');
    const query = /\/return\?([^"'\s<]+)/.exec(page)?.[1] ?? '';
    expect(query).to.include('.return');
    expect(town.channel.returns.attemptNoOf({ method: 'GET', contentType: '', query, body: new Uint8Array() })).to.equal(paying.attemptNo);
  });

  it('closes an unpaid trade, hears of it and finds it ended', async () => {
    const paying = town.attempt('pc');
    await town.press(await town.openPage(paying), 'sign-in');
    expect(await town.channel.closing?.close(town.account, paying, timeoutMs)).to.deep.equal({ kind: 'ended', attemptNo: paying.attemptNo });
    expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'ended' });
    expect(await town.verdictOn(paying)).to.deep.include({ genuine: true, payment: { kind: 'ended', attemptNo: paying.attemptNo } });
    expect(await town.channel.closing?.close(town.account, paying, timeoutMs)).to.include({ kind: 'unknown', why: 'pending' });
  });

  it('ends with its time limit', async () => {
    const paying = town.attempt('pc');
    await town.press(await town.openPage(paying), 'sign-in');
    town.clock.advance(2 * hourMs + minuteMs);
    await eventually(async () => ((await town.channel.queries.query(town.account, paying, timeoutMs)).kind === 'ended' ? true : undefined));
  });

  const barcodes: readonly (readonly [string, string, object, string])[] = [
    ['00', 'a paid code', { kind: 'paid', amount: 12000n }, 'paid'],
    ['02', 'a payer who never decides', { kind: 'waiting' }, 'waiting'],
    ['03', 'a payer without money', { kind: 'declined', code: 'ACQ.BUYER_BALANCE_NOT_ENOUGH' }, 'not-found'],
    ['04', '20000 although it was paid', { kind: 'unknown', why: 'busy' }, 'paid'],
    ['05', '20000 and nothing executed', { kind: 'unknown', why: 'busy' }, 'not-found'],
    ['06', 'SYSTEM_ERROR and paid afterwards', { kind: 'unknown', why: 'busy', code: 'ACQ.SYSTEM_ERROR' }, 'paid'],
    ['07', 'a spent code', { kind: 'declined', code: 'ACQ.PAYMENT_AUTH_CODE_INVALID' }, 'not-found'],
    ['08', 'a connection that breaks after the payment', { kind: 'unknown', why: 'unreadable', code: 'cut-off' }, 'paid'],
  ];
  for (const [ending, what, charged, asked] of barcodes) {
    it(`charges a code: ${what}`, async () => {
      const paying = town.attempt('bar');
      expect(await town.channel.barcodes.charge(town.account, paying, town.code(ending), timeoutMs)).to.include(charged);
      expect((await town.channel.queries.query(town.account, paying, timeoutMs)).kind).to.equal(asked);
    });
  }

  it('charges a code: the payer types, then it is paid', async () => {
    const paying = town.attempt('bar');
    expect(await town.channel.barcodes.charge(town.account, paying, town.code('01'), timeoutMs)).to.deep.equal({ kind: 'waiting', attemptNo: paying.attemptNo });
    expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'waiting' });
    town.clock.advance(6_000);
    await eventually(async () => ((await town.channel.queries.query(town.account, paying, timeoutMs)).kind === 'paid' ? true : undefined));
    expect(await town.verdictOn(paying)).to.have.nested.property('payment.kind', 'paid');
  });

  it('reports an executed charge whose answer hangs as a timeout, and finds the payment by asking', async () => {
    const paying = town.attempt('bar');
    await town.fault('alipay.trade.pay', 'timeout-after');
    expect(await town.channel.barcodes.charge(town.account, paying, town.code('00'), 300)).to.deep.equal({ kind: 'unknown', attemptNo: paying.attemptNo, why: 'timeout', code: 'timeout' });
    expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'paid' });
  });

  it('calls a second charge of a paid number "ask", never a failure', async () => {
    const paying = town.attempt('bar');
    await town.channel.barcodes.charge(town.account, paying, town.code('00'), timeoutMs);
    expect(await town.channel.barcodes.charge(town.account, paying, town.code('00'), timeoutMs)).to.include({ kind: 'unknown', why: 'pending', code: 'ACQ.TRADE_HAS_SUCCESS' });
  });

  it('cancels: unpaid, unheard of, paid, and not before Alipay is done with it', async () => {
    const waiting = town.attempt('bar');
    await town.channel.barcodes.charge(town.account, waiting, town.code('02'), timeoutMs);
    await town.fault('alipay.trade.cancel', 'retry-flag');
    expect(await town.channel.cancelling.cancel(town.account, waiting, timeoutMs)).to.deep.equal({ kind: 'unknown', why: 'retry' });
    expect(await town.channel.cancelling.cancel(town.account, waiting, timeoutMs)).to.deep.equal({ kind: 'cancelled-unpaid' });
    expect(await town.channel.queries.query(town.account, waiting, timeoutMs)).to.include({ kind: 'ended' });
    const unheardOf = town.attempt('bar');
    expect(await town.channel.cancelling.cancel(town.account, unheardOf, timeoutMs)).to.deep.equal({ kind: 'unknown', why: 'too-young-to-be-sure' });
    town.clock.advance(40_000);
    expect(await town.channel.cancelling.cancel(town.account, unheardOf, timeoutMs)).to.deep.equal({ kind: 'cancelled-unpaid' });
    const paid = town.attempt('bar');
    await town.channel.barcodes.charge(town.account, paid, town.code('00'), timeoutMs);
    await town.fault('alipay.trade.cancel', 'seller-balance');
    expect(await town.channel.cancelling.cancel(town.account, paid, timeoutMs)).to.deep.equal({ kind: 'unknown', why: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' });
    expect(await town.channel.cancelling.cancel(town.account, paid, timeoutMs)).to.deep.equal({ kind: 'cancelled-refunded' });
  });

  const badQueries: readonly (readonly [string, object])[] = [
    ['unsigned', { why: 'unsigned' }], ['bad-signature', { why: 'unsigned' }], ['tampered-amount', { why: 'unsigned' }], ['root-twice', { why: 'unreadable' }], ['http-500', { why: 'unreadable', code: 'http-502' }],
    ['not-json', { why: 'unreadable' }], ['drop-before', { why: 'unreadable' }], ['error-response', { why: 'unsigned' }], ['20000', { why: 'busy' }], ['SYSTEM_ERROR', { why: 'busy' }], ['rate-limited', { why: 'busy' }],
    ['unknown-status', { why: 'unheard-word', code: 'TRADE_UNDER_REVIEW' }],
  ];
  it('believes no damaged answer to a query of a paid trade', async () => {
    const paying = town.attempt('bar');
    await town.channel.barcodes.charge(town.account, paying, town.code('00'), timeoutMs);
    for (const [name, expected] of badQueries) {
      await town.fault('alipay.trade.query', name);
      expect(await town.channel.queries.query(town.account, paying, timeoutMs), name).to.include({ kind: 'unknown', ...expected });
    }
    for (const name of ['sign-first', 'delay']) {
      await town.fault('alipay.trade.query', name, name === 'delay' ? { ms: 50 } : {});
      expect(await town.channel.queries.query(town.account, paying, timeoutMs), name).to.include({ kind: 'paid' });
    }
    await town.fault('alipay.trade.query', 'wrong-amount', { amount: '0.01' });
    expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'paid', amount: 1n });
  });

  it('believes only genuine notifications that are ours, and reads the odd ones', async () => {
    const cases: readonly (readonly [string, object])[] = [
      ['tampered-amount', { genuine: false, why: 'signature' }], ['unsigned', { genuine: false, why: 'signature' }], ['bad-signature', { genuine: false, why: 'signature' }],
      ['foreign-app-id', { genuine: false, why: 'foreign-app' }], ['foreign-seller', { genuine: false, why: 'foreign-merchant' }],
      ['odd-content-type', { genuine: true, confirmByQuery: false }], ['extra-field', { genuine: true, confirmByQuery: false }], ['unknown-status', { genuine: true, confirmByQuery: true }],
    ];
    for (const [name, expected] of cases) {
      const paying = town.attempt('pc');
      await town.fault('notify', name);
      await town.payOnPage(paying);
      expect(await town.verdictOn(paying), name).to.include(expected);
    }
    const mismatched = town.attempt('pc');
    await town.fault('notify', 'wrong-amount');
    await town.payOnPage(mismatched);
    expect(await town.verdictOn(mismatched)).to.have.nested.property('payment.amount', 1n);
  });

  it('is repeated to until it says success', async () => {
    const paying = town.attempt('pc');
    town.reply = town.channel.messages.refused.body;
    await town.payOnPage(paying);
    const times = (): number => town.messagesAbout(paying.attemptNo).length;
    await eventually(() => (times() === 1 ? true : undefined));
    town.reply = town.channel.messages.accepted.body;
    await pause(50);
    town.clock.advance(4 * minuteMs);
    await eventually(() => (times() === 2 ? true : undefined));
    await pause(50);
    town.clock.advance(10 * minuteMs);
    await pause(100);
    expect(times()).to.equal(2);
  });

  it('calls the answer to an unknown application unsigned, and to a wrong key of ours a refused call', async () => {
    const paying = town.attempt('pc');
    expect(await town.channel.queries.query({ ...town.account, channelAppId: '2021009900000009' }, paying, timeoutMs)).to.include({ kind: 'unknown', why: 'unsigned', code: 'isv.invalid-app-id' });
    const wrong = town.channelSigningWith(await freshSigner());
    expect(await wrong.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'unknown', why: 'call-refused', code: 'isv.invalid-signature' });
    expect(await wrong.barcodes.charge(town.account, town.attempt('bar'), town.code('00'), timeoutMs)).to.include({ kind: 'declined', code: 'isv.invalid-signature' });
    expect(await wrong.refunds.refund(town.account, town.refundOf(paying, fen(1)), timeoutMs)).to.include({ kind: 'try-later' });
  });

  it('reports unknown when nobody answers at all', async () => {
    const dead = { ...town.account, settings: { ...town.account.settings, gatewayUrl: 'http://127.0.0.1:1/gateway.do' } };
    expect(await town.channel.barcodes.charge(dead, town.attempt('bar'), town.code('00'), timeoutMs)).to.include({ kind: 'unknown', why: 'unreachable' });
  });
});
