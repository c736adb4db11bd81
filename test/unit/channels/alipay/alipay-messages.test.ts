import { expect } from 'chai';
import type { MessageVerdict, RawMessage } from '../../../../application/ports/payment-channel.js';
import { account, at, attempt, attemptNo, message, notice, now, paidNotice, rsaKeys, talk } from './alipay-world.js';

const { messages } = talk().channel;
const read = (raw: RawMessage): Promise<MessageVerdict> => messages.read(account, raw, attempt, now);
const isPaid = (verdict: MessageVerdict): boolean => verdict.genuine && verdict.payment?.kind === 'paid';
const refundFacts = { refund_fee: '50.00', gmt_refund: '2026-11-23 10:00:05.123', out_biz_no: '20261123100000000001000021' };

describe('Alipay: notifications', () => {
  it('makes a paid report of a genuine TRADE_SUCCESS and of TRADE_FINISHED', async () => {
    for (const trade_status of ['TRADE_SUCCESS', 'TRADE_FINISHED']) {
      expect(await read(notice({ ...paidNotice, trade_status }))).to.deep.equal({
        genuine: true, refund: undefined, confirmByQuery: false,
        payment: { kind: 'paid', attemptNo, channelOrderNo: '2026112322001400000000000001', amount: 12000n, paidAt: at('20261123093104'), paidByPayer: 12000n, channelDiscountAmount: 0n },
      });
    }
  });

  it('tells what it is about before anything is believed', () => {
    expect(messages.subject(message('out_trade_no=123&sign=x'))).to.deep.equal({ attemptNo: '123', refundTradeNo: undefined });
    expect(messages.subject(notice({ ...paidNotice, ...refundFacts }))).to.deep.equal({ attemptNo, refundTradeNo: refundFacts.out_biz_no });
    expect(messages.subject(message('out_trade_no=..%2Fetc'))).to.deep.equal({ attemptNo: undefined, refundTradeNo: undefined });
    for (const raw of [message(''), message('%'), message('a=1&a=2'), message('out_trade_no=%ff'), message('out_trade_no=中'), message(`a=${'x'.repeat(70_000)}`)]) {
      expect(messages.subject(raw)).to.equal(undefined);
    }
  });

  it('answers exactly success, seven bytes, and failure otherwise', () => {
    expect(messages.accepted).to.deep.equal({ status: 200, body: 'success' });
    expect(messages.refused).to.deep.equal({ status: 200, body: 'failure' });
  });

  it('refuses a missing, empty, foreign or damaged signature', async () => {
    const { body } = notice(paidNotice);
    const text = Buffer.from(body).toString();
    const without = (name: string): string => text.split('&').filter((pair) => !pair.startsWith(`${name}=`)).join('&');
    const bad = [
      message(without('sign')), message(`${without('sign')}&sign=`), message(without('sign_type')), message(text.replace('total_amount=120.00', 'total_amount=1.20')),
      message(without('seller_email')), message(`${text}&added=1`), notice(paidNotice, { key: rsaKeys().privateKey }),
    ];
    for (const raw of bad) expect(await read(raw)).to.deep.equal({ genuine: false, why: 'signature' });
    expect(isPaid(await read(message(text)))).to.equal(true);
  });

  it('refuses a weaker signature type', async () => {
    const text = Buffer.from(notice(paidNotice).body).toString().replace('sign_type=RSA2', 'sign_type=RSA');
    expect(await read(message(text))).to.deep.equal({ genuine: false, why: 'downgrade' });
  });

  it('refuses a genuine message of another application, another merchant or another order', async () => {
    expect(await read(notice({ ...paidNotice, app_id: '2021000000000002' }))).to.deep.equal({ genuine: false, why: 'foreign-app' });
    expect(await read(notice({ ...paidNotice, seller_id: '2088000000000002' }))).to.deep.equal({ genuine: false, why: 'foreign-merchant' });
    const { seller_id: _seller, ...without } = paidNotice;
    expect(await read(notice(without))).to.deep.equal({ genuine: false, why: 'foreign-merchant' });
    expect(await read(notice({ ...paidNotice, out_trade_no: '20261123093000000002000013' }))).to.deep.equal({ genuine: false, why: 'unreadable' });
  });

  it('reports the amount as it was told, so that another amount is seen', async () => {
    const verdict = await read(notice({ ...paidNotice, total_amount: '0.01', receipt_amount: '0.01', buyer_pay_amount: '0.01' }));
    expect(verdict.genuine && verdict.payment).to.include({ kind: 'paid', amount: 1n });
  });

  it('refuses a message that declares GBK, in its type or in its fields', async () => {
    expect(await read(notice(paidNotice, { contentType: 'application/x-www-form-urlencoded; charset=GBK' }))).to.deep.equal({ genuine: false, why: 'unreadable' });
    expect(await read(notice({ ...paidNotice, charset: 'gbk' }))).to.deep.equal({ genuine: false, why: 'unreadable' });
    expect(await read({ ...notice(paidNotice), method: 'GET' })).to.deep.equal({ genuine: false, why: 'unreadable' });
  });

  it('takes a refund told on the payment address for that refund, not for a second payment', async () => {
    expect(await read(notice({ ...paidNotice, ...refundFacts }))).to.deep.equal({
      genuine: true, payment: undefined, confirmByQuery: false,
      refund: { kind: 'refunded', refundTradeNo: refundFacts.out_biz_no, at: at('20261123100005'), channelRefundNo: undefined },
    });
  });

  it('does not call a payment ended when its full refund arrives as TRADE_CLOSED', async () => {
    const closed = { ...paidNotice, ...refundFacts, refund_fee: '120.00', trade_status: 'TRADE_CLOSED', gmt_close: '2026-11-23 10:00:05' };
    expect(await read(notice(closed))).to.deep.include({ genuine: true, payment: undefined });
    const { gmt_refund: _time, ...withoutTime } = closed;
    expect(await read(notice(withoutTime))).to.deep.include({ genuine: true, payment: undefined });
  });

  it('asks the channel when a refund is told without its number', async () => {
    for (const out_biz_no of ['', 'not a number!']) {
      expect(await read(notice({ ...paidNotice, ...refundFacts, out_biz_no }))).to.deep.equal({ genuine: true, payment: undefined, refund: undefined, confirmByQuery: true });
    }
  });

  it('calls an unpaid trade ended when it was closed without refund facts', async () => {
    const { gmt_payment: _time, ...unpaid } = paidNotice;
    for (const refund_fee of ['', '0.00']) {
      expect(await read(notice({ ...unpaid, refund_fee, trade_status: 'TRADE_CLOSED' }))).to.deep.include({ genuine: true, payment: { kind: 'ended', attemptNo }, confirmByQuery: false });
    }
    expect(await read(notice({ ...unpaid, trade_status: 'WAIT_BUYER_PAY' }))).to.deep.include({ payment: { kind: 'waiting', attemptNo } });
  });

  it('does not guess: unheard words and incomplete successes are confirmed by a query', async () => {
    expect(await read(notice({ ...paidNotice, trade_status: 'TRADE_UNDER_REVIEW' }))).to.deep.include({ confirmByQuery: true, payment: { kind: 'unknown', attemptNo, why: 'unheard-word', code: 'TRADE_UNDER_REVIEW' } });
    for (const change of [{ gmt_payment: '' }, { gmt_payment: '2026-02-30 00:00:00' }, { trade_no: '' }, { total_amount: '120.000' }, { total_amount: '1e2' }, { total_amount: '-120.00' }]) {
      const verdict = await read(notice({ ...paidNotice, ...change }));
      expect(verdict, JSON.stringify(change)).to.deep.include({ genuine: true, confirmByQuery: true });
      expect(verdict.genuine && verdict.payment).to.include({ kind: 'unknown', why: 'pending' });
    }
  });

  it('tells apart what the payer paid, what the channel added and what the merchant forgoes', async () => {
    const cases: readonly (readonly [Record<string, string>, unknown, unknown])[] = [
      [{ receipt_amount: '120.00', buyer_pay_amount: '115.00', point_amount: '5.00' }, 11500n, 500n],
      [{ receipt_amount: '110.00', buyer_pay_amount: '110.00' }, 11000n, 0n],
      [{ receipt_amount: '110.00', buyer_pay_amount: '105.00' }, 10500n, 500n],
      [{ receipt_amount: '120.00', buyer_pay_amount: '110.00', mdiscount_amount: '4.00' }, 11000n, 600n],
      [{ receipt_amount: '100.00', buyer_pay_amount: '110.00' }, 11000n, 0n],
      [{ receipt_amount: '', buyer_pay_amount: '110.00' }, 11000n, 1000n],
      [{ buyer_pay_amount: '121.00' }, undefined, undefined],
      [{ buyer_pay_amount: '' }, undefined, undefined],
    ];
    for (const [amounts, payer, channelPart] of cases) {
      const verdict = await read(notice({ ...paidNotice, ...amounts }));
      const payment = verdict.genuine && verdict.payment?.kind === 'paid' ? verdict.payment : undefined;
      expect([payment?.paidByPayer, payment?.channelDiscountAmount], JSON.stringify(amounts)).to.deep.equal([payer, channelPart]);
    }
  });

  it('never verifies with an empty key, seller or application', async () => {
    for (const settings of [{ ...account.settings, alipayPublicKeyPem: '' }, { gatewayUrl: account.settings['gatewayUrl'] ?? '' }, { ...account.settings, alipayPublicKeyPem: ' ' }]) {
      expect(await messages.read({ ...account, settings }, notice(paidNotice), attempt, now).catch((fault: Error) => fault.message)).to.match(/alipay-key-missing/);
    }
    const strangers = { ...paidNotice, app_id: '', seller_id: '' };
    expect(await messages.read({ ...account, channelAppId: '' }, notice(strangers), attempt, now).catch((fault: Error) => fault.message)).to.match(/app-id-missing/);
    expect(await messages.read({ ...account, channelMerchantNo: ' ' }, notice(strangers), attempt, now).catch((fault: Error) => fault.message)).to.match(/seller-id-missing/);
  });

  it('refuses, and does not fall over, when the stored key is no key', async () => {
    const { channel: other, log } = talk();
    const settings = { ...account.settings, alipayPublicKeyPem: 'AAAA' };
    expect(await other.messages.read({ ...account, settings }, notice(paidNotice), attempt, now)).to.deep.equal({ genuine: false, why: 'signature' });
    expect(log.join()).to.match(/^fault alipay-key-unusable/);
  });
});
