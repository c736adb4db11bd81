import { expect } from 'chai';
import type { MessageVerdict, RawMessage } from '../../../application/ports/payment-channel.js';
import type { AttemptRef } from '../../../application/ports/payment-channel.js';
import { gatewayCertificate, gatewayRsa, gatewaySerial, merchantRsa, signedByGateway, type Message } from './unionpay-other-side.js';
import { aboutRefund, anAccount, anAttempt, anSm2Account, attemptNo, china, notice, posted, queryId, refundTradeNo, Scene, withSm2Certificate } from './unionpay-scene.js';

const read = (message: RawMessage | Message, attempt: AttemptRef = anAttempt(), scene = new Scene()): Promise<MessageVerdict> =>
  scene.channel.messages.read(anAccount(), 'body' in message && typeof message.body !== 'string' ? message as RawMessage : posted(message as Message), attempt, scene.now);
const paid = { kind: 'paid', attemptNo, channelOrderNo: queryId, amount: 12_345n, paidAt: china('20260704101612'), clearingDay: '20260704' };
const barcode: Message = { txnSubType: '06', bizType: '000000' };
const refundNotice = (change: Message = {}): Message => notice({ ...aboutRefund, txnType: '04', txnSubType: '00', queryId: '202607050900001234567', origQryId: queryId, ...change });
const open = (why: string, code?: string): object => ({ genuine: true, payment: { kind: 'unknown', attemptNo, why, ...(code === undefined ? {} : { code }) }, refund: undefined, confirmByQuery: true });
const refunds = (report: object, confirmByQuery = true): object => ({ genuine: true, payment: undefined, refund: { refundTradeNo, ...report }, confirmByQuery });

describe('UnionPay: what a message is about', () => {
  const subject = (fields: Message | string): object | undefined => new Scene().channel.messages.subject(posted(fields));
  it('is the attempt for a consume and the refund for 04 and 31, before anything is believed', () => {
    expect(subject({ orderId: attemptNo, txnType: '01' })).to.deep.equal({ attemptNo, refundTradeNo: undefined });
    expect(subject({ orderId: refundTradeNo, txnType: '04' })).to.deep.equal({ attemptNo: undefined, refundTradeNo });
    expect(subject({ orderId: refundTradeNo, txnType: '31' })).to.deep.equal({ attemptNo: undefined, refundTradeNo });
  });
  it('is nothing we know for other types and for numbers that no channel could have', () => {
    const nothing = { attemptNo: undefined, refundTradeNo: undefined };
    expect(subject({ orderId: attemptNo, txnType: '02' })).to.deep.equal(nothing);
    expect(subject({ orderId: attemptNo })).to.deep.equal(nothing);
    expect(subject({ orderId: "1' or '1'='1", txnType: '01' })).to.deep.equal(nothing);
    expect(subject({ orderId: '1234567', txnType: '01' })).to.deep.equal(nothing);
  });
  it('is unreadable when the body is no form', () => {
    expect(subject('%')).to.equal(undefined);
    expect(new Scene().channel.messages.subject(posted('{}', { contentType: 'application/json' }))).to.equal(undefined);
  });
  it('is answered 200 when stored, and otherwise so that UnionPay repeats', () => {
    const { accepted, refused } = new Scene().channel.messages;
    expect(accepted.status).to.equal(200);
    expect([200, 302]).not.to.include(refused.status);
  });
});

describe('UnionPay: notifications of payments', () => {
  it('are reported as paid and confirmed by a query', async () => {
    expect(await read(notice())).to.deep.equal({ genuine: true, payment: paid, refund: undefined, confirmByQuery: true });
  });
  it('leave another amount to the domain', async () => {
    expect(await read(notice({ txnAmt: '1' }))).to.have.nested.property('payment.amount', 1n);
  });
  it('count A6 as paid and note the defect', async () => {
    const scene = new Scene();
    expect(await read(notice({ respCode: 'A6' }), anAttempt(), scene)).to.have.nested.property('payment.kind', 'paid');
    expect(scene.journal.map(({ event }) => event)).to.deep.equal(['unionpay-success-with-defect']);
  });
  it('of a scanned code may also tell a definite failure, which needs no query', async () => {
    const verdict = await read(notice({ ...barcode, respCode: '64', respMsg: '卡上的余额不足[1000051]' }), anAttempt({ payMethod: 'bar' }));
    expect(verdict).to.deep.equal({ genuine: true, payment: { kind: 'declined', attemptNo, reason: '卡上的余额不足', code: '64' }, refund: undefined, confirmByQuery: false });
  });
  it('never decline a page payment: the payer may be trying another card', async () => { expect(await read(notice({ respCode: '64' }))).to.deep.equal(open('pending', '64')); });
  for (const code of ['03', '04', '05', '12', '99']) {
    it(`keep ${code} open`, async () => { expect(await read(notice({ ...barcode, respCode: code }))).to.deep.equal(open('pending', code)); });
  }
  it('keep "no such transaction" and unheard words open', async () => {
    expect(await read(notice({ ...barcode, respCode: '34' }))).to.deep.equal(open('pending', '34'));
    expect(await read(notice({ ...barcode, respCode: 'Z9' }))).to.deep.equal(open('unheard-word', 'Z9'));
  });
  it('report 42 as money that moved, to be confirmed', async () => {
    expect(await read(notice({ ...barcode, respCode: '42' }))).to.deep.equal({
      genuine: true, refund: undefined, confirmByQuery: true, payment: { kind: 'charged-in-error', attemptNo, channelOrderNo: queryId, amount: 12_345n, code: '42', goesBack: true },
    });
  });
  for (const [what, change] of [['in another currency', { currencyCode: '840' }], ['with another txnTime', { txnTime: '20260704101501' }], ['without respCode', { respCode: '' }], ['without amount', { txnAmt: '' }]] as const) {
    it(`${what} book nothing and make us ask`, async () => { expect(await read(notice(change))).to.deep.equal(open('unreadable')); });
  }
  it('about another order or another kind of transaction say nothing about this attempt', async () => {
    const nothing = { genuine: true, payment: undefined, refund: undefined, confirmByQuery: true };
    expect(await read(notice({ orderId: '20260704101500123001000099' }))).to.deep.equal(nothing);
    expect(await read(notice({ txnType: '02' }))).to.deep.equal(nothing);
    expect(await read(notice({ txnType: '99', txnSubType: '01' }))).to.deep.equal(nothing);
  });
  it('say the same when they are repeated', async () => {
    const message = posted(notice());
    const verdicts = await Promise.all([1, 2, 3].map(() => read(message)));
    expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value))))).to.have.property('size', 1);
  });
  it('signed with SM2 are read by the same rules', async () => {
    await withSm2Certificate(async () => {
      const { signature: _rsa, signMethod: _method, ...content } = notice();
      const scene = new Scene();
      const message = signedByGateway(content, '21');
      expect(await scene.channel.messages.read(anSm2Account(), posted(message), anAttempt(), scene.now)).to.deep.include({ genuine: true, payment: paid });
      expect(await scene.channel.messages.read(anSm2Account(), posted({ ...message, orderId: 'x' }), anAttempt(), scene.now)).to.deep.equal({ genuine: false, why: 'signature' });
    });
  });
});

describe('UnionPay: notifications of refunds', () => {
  it('report the refund as done at its moment, to be confirmed by a query that compares the amount', async () => {
    const wanted = refunds({ kind: 'refunded', at: china('20260705090130'), channelRefundNo: '202607050900001234567' });
    expect(await read(refundNotice(), anAttempt({ channelOrderNo: queryId }))).to.deep.equal(wanted);
    expect(await read(refundNotice({ txnType: '31' }))).to.deep.equal(wanted);
  });
  it('report a failed refund with its text', async () => {
    expect(await read(refundNotice({ respCode: '01', respMsg: '退货失败[1]' }))).to.deep.equal(refunds({ kind: 'declined', reason: '退货失败', code: '01' }, false));
  });
  it('keep unclear codes open', async () => {
    expect(await read(refundNotice({ respCode: '05' }))).to.deep.equal(refunds({ kind: 'unknown', why: 'pending', code: '05' }));
    expect(await read(refundNotice({ respCode: '34' }))).to.deep.equal(refunds({ kind: 'unknown', why: 'pending' }));
    expect(await read(refundNotice({ respCode: '42' }))).to.deep.equal(refunds({ kind: 'unknown', why: 'unheard-word', code: '42' }));
  });
  it('of another payment, in another currency or without code report nothing', async () => {
    const other = anAttempt({ channelOrderNo: '202607041015009999999' });
    for (const message of [refundNotice({ currencyCode: '840' }), refundNotice({ respCode: '' })]) expect(await read(message)).to.deep.equal(refunds({ kind: 'unknown', why: 'unreadable' }));
    expect(await read(refundNotice(), other)).to.deep.equal(refunds({ kind: 'unknown', why: 'unreadable' }));
  });
});

describe('UnionPay: messages that are not genuine (CHN-01, CHN-02)', () => {
  const { signature: _absent, ...unsigned } = notice();
  const { signPubKeyCert: _none, ...bare } = notice();
  const changed = (change: Message): Message => ({ ...notice(), ...change });
  for (const [what, message, why] of [
    ['without signature', unsigned, 'signature'], ['with an empty signature', changed({ signature: '' }), 'signature'], ['with a changed amount', changed({ txnAmt: '1' }), 'signature'],
    ['with a blank in the signature', changed({ signature: ` ${notice()['signature'] ?? ''}` }), 'signature'], ['signed by a merchant’s key', signedByGateway({ ...notice() }, '01', merchantRsa.privateKey), 'signature'],
    ['with a field more', changed({ reserved: 'x' }), 'signature'], ['without certificate', bare, 'certificate'], ['with another certificate', changed({ signPubKeyCert: 'x' }), 'certificate'],
    ['of version 5.0.0', notice({ version: '5.0.0' }), 'downgrade'], ['of signMethod 11', notice({ signMethod: '11' }), 'downgrade'], ['of signMethod 12', notice({ signMethod: '12' }), 'downgrade'], ['of signMethod 21', notice({ signMethod: '21' }), 'downgrade'],
    ['for another merchant', notice({ merId: '777290058110097' }), 'foreign-merchant'], ['in another encoding', notice({ encoding: 'GBK' }), 'unreadable'],
  ] as const) {
    it(`${what} are refused as ${why}`, async () => {
      const scene = new Scene();
      expect(await read(posted(message), anAttempt(), scene)).to.deep.equal({ genuine: false, why });
      expect(scene.journal.map(({ event, fields }) => [event, fields?.['why']])).to.deep.equal([['unionpay-message-not-believed', why]]);
    });
  }
  it('whose certificate text was changed in its line ends are refused, because the text is part of what was signed', async () => {
    const certificates = { check: () => ({ ok: true, publicKeyPem: gatewayRsa.publicKey, serialDecimal: gatewaySerial, subjectCommonName: 'x', notAfter: 0 } as const) };
    const verdicts = [gatewayCertificate, gatewayCertificate.replaceAll('\r', ''), `${gatewayCertificate}\r\n`]
      .map((signPubKeyCert) => read(posted(changed({ signPubKeyCert })), anAttempt(), new Scene({ certificates })));
    expect((await Promise.all(verdicts)).map(({ genuine }) => genuine)).to.deep.equal([true, false, false]);
  });
  it('say in the journal which step failed', async () => {
    const steps = await Promise.all([unsigned, changed({ signature: '' }), changed({ txnAmt: '1' }), bare, notice({ version: '5.0.0' }), notice({ signMethod: '11' })].map(async (message) => {
      const scene = new Scene();
      await read(posted(message), anAttempt(), scene);
      return scene.journal[0]?.fields?.['failedStep'];
    }));
    expect(steps).to.deep.equal(['absent', 'absent', 'wrong', 'absent', 'version', 'sign-method']);
  });
  it('that cannot be read are refused as unreadable', async () => {
    for (const message of [posted('%'), posted(''), posted(notice(), { method: 'GET' }), posted(notice(), { contentType: 'text/plain' })]) {
      expect(await read(message)).to.deep.equal({ genuine: false, why: 'unreadable' });
    }
  });
  it('are checked at the moment given, with the account’s own policy', async () => {
    const asked: unknown[] = [];
    const scene = new Scene({ certificates: { check: (...words) => { asked.push(words); return { ok: false, failedStep: 'not-valid-now' }; } } });
    await read(posted(notice()), anAttempt(), scene);
    const { rootPems, middlePems } = anAccount().settings;
    expect(asked).to.deep.equal([[gatewayCertificate, { rootPems: JSON.parse(rootPems ?? ''), middlePems: JSON.parse(middlePems ?? ''), allowedNames: ['中国银联股份有限公司'] }, scene.now]]);
    expect(scene.journal[0]?.fields).to.deep.equal({ channelMerchantId: 'CM1', why: 'certificate', failedStep: 'not-valid-now' });
  });
});

describe('UnionPay: the browser’s return', () => {
  const { returns } = new Scene().channel;
  it('names the attempt, genuine or not', () => {
    expect(returns.attemptNoOf(posted(notice()))).to.equal(attemptNo);
    expect(returns.attemptNoOf(posted({ orderId: attemptNo, txnType: '01' }))).to.equal(attemptNo);
  });
  it('names nothing when it brings no form, no consume, or comes as GET', () => {
    expect(returns.attemptNoOf(posted('', { method: 'GET', query: `orderId=${attemptNo}&txnType=01` }))).to.equal(undefined);
    expect(returns.attemptNoOf(posted(refundNotice()))).to.equal(undefined);
    expect(returns.attemptNoOf(posted({ orderId: '<b>', txnType: '01' }))).to.equal(undefined);
  });
});
