import { expect } from 'chai';
import type { RawMessage } from '../../../application/ports/payment-channel.js';
import { checkAccount } from '../../../adapters/outbound/channels/unionpay/account-check.js';
import { dayMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { returnUrl, withBothMethods } from './unionpay-city.js';

const marks: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const unescaped = (text: string): string => text.replace(/&(?:#(\d+)|\w+);/g, (mark, number?: string) => marks[mark] ?? String.fromCodePoint(Number(number)));

/** The form that takes the payer back, as the browser would post it: every line end CR LF, all else untouched. */
async function returnFrom(page: string): Promise<RawMessage> {
  const html = await (await fetch(page)).text();
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) {
    fields.append(name, unescaped(value).replace(/\r?\n/g, '\r\n'));
  }
  return { method: 'POST', contentType: 'application/x-www-form-urlencoded', query: 't=abc', body: Buffer.from(fields.toString()) };
}

withBothMethods('UnionPay channel: payments', (city) => {
  it('accepts the account that the simulator gave', () => { expect(checkAccount(city.account)).to.deep.equal([]); });
  for (const payMethod of ['pc', 'h5'] as const) {
    it(`a payer pays on the ${payMethod} page: notification, return and query agree`, async () => {
      const { attempt } = await city.opened(payMethod);
      expect(await city.query(attempt)).to.include({ kind: 'unknown', why: 'pending' });
      await city.control('POST', `orders/${attempt.attemptNo}/pay`, {});
      const message = await city.message(attempt.attemptNo);
      expect(city.channel.messages.subject(message)).to.deep.equal({ attemptNo: attempt.attemptNo, refundTradeNo: undefined });
      expect(city.channel.returns.attemptNoOf(message)).to.equal(attempt.attemptNo);
      const verdict = await city.channel.messages.read(city.account, message, attempt, city.clock.now());
      const asked = await city.query(attempt);
      expect(asked).to.include({ kind: 'paid', attemptNo: attempt.attemptNo, amount: 12_345n });
      expect(verdict).to.deep.equal({ genuine: true, payment: asked, refund: undefined, confirmByQuery: true });
      expect(city.journal).to.deep.equal([]);
    });
  }
  it('the browser’s return says the same as the notification, by the same rules', async () => {
    const { attempt, page } = await city.opened('pc');
    await city.control('POST', `orders/${attempt.attemptNo}/pay`, {});
    const message = await returnFrom(page);
    expect(city.channel.returns.attemptNoOf(message)).to.equal(attempt.attemptNo);
    const verdict = await city.channel.messages.read(city.account, message, attempt, city.clock.now());
    expect(verdict).to.deep.equal(await city.hear(attempt));
    expect(verdict).to.have.nested.property('payment.kind', 'paid');
  });
  it('a page nobody opened is not found, one the bank refused is declined', async () => {
    expect(await city.query(city.newAttempt('pc'))).to.include({ kind: 'not-found' });
    const { attempt } = await city.opened('pc');
    await city.control('POST', `orders/${attempt.attemptNo}/fail`, {});
    expect(await city.query(attempt)).to.include({ kind: 'declined', code: '64', reason: '卡上的余额不足' });
  });
  it('the same form posted twice is still one order', async () => {
    const attempt = city.newAttempt('pc');
    const { action, fields } = await city.channel.pages.start(city.account, { ...attempt, payMethod: 'pc' }, returnUrl, returnUrl);
    expect((await city.browse(action, fields)).status).to.equal(200);
    expect((await city.browse(action, fields)).status).to.equal(200);
  });

  it('a scanned code is accepted first and paid by query and notification', async () => {
    const attempt = city.newAttempt('bar');
    expect(await city.charge(attempt, '00')).to.include({ kind: 'unknown', why: 'pending', code: '00' });
    const asked = await city.query(attempt);
    expect(asked).to.include({ kind: 'paid', amount: 12_345n });
    expect(await city.hear(attempt)).to.deep.include({ payment: asked, confirmByQuery: true });
    expect(await city.charge(attempt, '00')).to.include({ kind: 'unknown', why: 'pending', code: '12' });
  });
  it('a payer who types a password is waited for', async () => {
    const attempt = city.newAttempt('bar');
    await city.charge(attempt, '01');
    expect(await city.query(attempt)).to.include({ kind: 'unknown', why: 'pending', code: '05' });
    city.clock.advance(7_000);
    expect(await city.hear(attempt)).to.have.nested.property('payment.kind', 'paid');
    expect(await city.query(attempt)).to.include({ kind: 'paid' });
  });
  it('a refused code is declined by query and notification', async () => {
    const attempt = city.newAttempt('bar');
    expect(await city.charge(attempt, '03')).to.include({ kind: 'unknown', why: 'pending' });
    expect(await city.query(attempt)).to.include({ kind: 'declined', code: '64' });
    expect(await city.hear(attempt)).to.deep.include({ confirmByQuery: false }).and.to.have.nested.property('payment.kind', 'declined');
    expect(await city.charge(city.newAttempt('bar'), '07')).to.include({ kind: 'declined', code: '01' });
  });
  it('unclear, cut off and late-found payments end as paid', async () => {
    for (const [outcome, why] of [['04', 'pending'], ['05', 'unreadable']] as const) {
      const attempt = city.newAttempt('bar');
      expect(await city.charge(attempt, outcome)).to.include({ kind: 'unknown', why });
      expect(await city.query(attempt)).to.include({ kind: 'paid' });
    }
    const attempt = city.newAttempt('bar');
    await city.charge(attempt, '06');
    expect([(await city.query(attempt)).kind, (await city.query(attempt)).kind, (await city.query(attempt)).kind]).to.deep.equal(['not-found', 'not-found', 'paid']);
  });
  it('money taken after the time limit is reported as such', async () => {
    const attempt = city.newAttempt('bar');
    await city.charge(attempt, '08');
    expect(await city.query(attempt)).to.include({ kind: 'charged-in-error', code: '42', amount: 12_345n });
    expect(await city.hear(attempt)).to.have.nested.property('payment.kind', 'charged-in-error');
  });

  it('a code nobody decides is reversed and stays unpaid', async () => {
    const attempt = city.newAttempt('bar');
    await city.charge(attempt, '02');
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'cancelled-unpaid' });
    expect(await city.query(attempt)).to.include({ kind: 'declined' });
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'cancelled-unpaid' });
  });
  it('a paid code is reversed and its money goes back', async () => {
    const attempt = await city.paidBarcode();
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'cancelled-refunded' });
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'cancelled-refunded' });
  });
  it('a charge that never arrived is cancelled after a minute', async () => {
    const attempt = city.newAttempt('bar');
    await city.fault('consume', 'drop-before');
    expect(await city.charge(attempt, '00')).to.include({ kind: 'unknown' });
    expect(await city.cancel(attempt)).to.include({ kind: 'unknown' });
    city.clock.advance(minuteMs);
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'cancelled-unpaid' });
  });
  it('a charge that never arrived ends unpaid after the day cut, too', async () => {
    const attempt = city.newAttempt('bar');
    await city.fault('consume', 'drop-before');
    expect(await city.charge(attempt, '00')).to.include({ kind: 'unknown' });
    city.clock.advance(dayMs);
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'cancelled-unpaid' });
  });
  it('a reversal whose answer is lost is decided by the next try', async () => {
    const attempt = city.newAttempt('bar');
    await city.charge(attempt, '00');
    await city.fault('reversal', 'drop-after');
    expect(await city.cancel(attempt)).to.include({ kind: 'unknown' });
    expect((await city.cancel(attempt)).kind).to.be.oneOf(['cancelled-unpaid', 'cancelled-refunded']);
    expect(await city.query(attempt)).to.include({ kind: 'declined' });
  });
});
