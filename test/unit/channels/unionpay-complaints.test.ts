import { expect } from 'chai';
import { codeTable } from '../../../adapters/outbound/channels/unionpay/response-codes.js';
import { fen } from '../../../domain/kernel/money.js';
import { anAccount, anAttempt, attemptNo, notice, posted, Scene, toCall, toQuery } from './unionpay-scene.js';
import { formText, merchantSigned } from './unionpay-other-side.js';

// unionpay.md 12: what integrators complain about, one test each.
describe('UnionPay: what went wrong for others', () => {
  it('parameters of our own in backUrl do not enter the signed set', async () => {
    const scene = new Scene();
    const message = posted(notice(), { query: 'orderId=evil&respCode=00&channel=unionpay&signature=x' });
    expect(await scene.channel.messages.read(anAccount(), message, anAttempt(), scene.now)).to.include({ genuine: true });
    expect(scene.channel.messages.subject(message)).to.deep.equal({ attemptNo, refundTradeNo: undefined });
  });
  it('a certId in another notation than decimal is refused before it can make 11[9100004] out of every call', async () => {
    const scene = new Scene();
    const fault = await scene.channel.queries.query(anAccount({ certId: '2F9A' }), anAttempt(), 1000).then(() => undefined, (error: unknown) => error);
    expect(fault).to.have.property('message').that.includes('certId');
    expect(scene.requests).to.have.length(0);
  });
  it('blanks at the ends of values break no signature, because what is signed is what is sent', async () => {
    const scene = new Scene().answers(toCall('00'));
    await scene.channel.barcodes.charge(anAccount(), anAttempt({ payMethod: 'bar', notifyUrl: ' https://pay.example.cn/x\n' }), '6212345678901234567 ', 1000);
    expect(merchantSigned(scene.sent())).to.equal(true);
    expect(scene.sent()).to.include({ backUrl: 'https://pay.example.cn/x', qrNo: '6212345678901234567' });
  });
  it('Chinese text is signed and sent in the one charset that the message names', async () => {
    const { fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt({ title: '房屋登记费𠮷' }), payMethod: 'pc' }, 'https://a.cn/b', 'https://a.cn/q');
    expect(fields).to.include({ encoding: 'UTF-8', riskRateInfo: '{commodityName=房屋登记费𠮷}' });
    expect(merchantSigned(Object.fromEntries(new URLSearchParams(formText(fields))))).to.equal(true);
  });
  it('a front return is verified by the same rules as a notification, so a paid order does not show as failed', async () => {
    const scene = new Scene();
    const form = posted(notice({ reqReserved: 'a b', respMsg: '成功[0000000]' }), { query: 't=abc' });
    expect(scene.channel.returns.attemptNoOf(form)).to.equal(attemptNo);
    expect(await scene.channel.messages.read(anAccount(), form, anAttempt(), scene.now)).to.have.nested.property('payment.kind', 'paid');
  });
  it('a return that arrives before the notification only names the attempt to ask about, forged or not', () => {
    const forged = posted({ orderId: attemptNo, txnType: '01', respCode: '00', signature: 'x' });
    expect(new Scene().channel.returns.attemptNoOf(forged)).to.equal(attemptNo);
  });
  for (const failedStep of ['unreadable', 'not-valid-now', 'chain', 'name'] as const) {
    it(`a renewed vendor certificate fails with the step that failed: ${failedStep}`, async () => {
      const scene = new Scene({ certificates: { check: () => ({ ok: false, failedStep }) } });
      expect(await scene.channel.messages.read(anAccount(), posted(notice()), anAttempt(), scene.now)).to.deep.equal({ genuine: false, why: 'certificate' });
      expect(scene.journal).to.deep.equal([{ event: 'unionpay-message-not-believed', fields: { channelMerchantId: 'CM1', why: 'certificate', failedStep } }]);
    });
  }
  it('03, 04, 05, 34 and timeouts are never booked as failed, by no way in which they can come', async () => {
    const bar = anAttempt({ payMethod: 'bar' });
    for (const code of ['03', '04', '05', '34']) {
      for (const kind of [
        (await new Scene().answers(toQuery(code)).channel.queries.query(anAccount(), anAttempt({ limitAt: 0 }), 1000)).kind,
        (await new Scene().answers(toCall(code)).channel.queries.query(anAccount(), anAttempt({ limitAt: 0 }), 1000)).kind,
        (await new Scene().answers(toCall(code)).channel.barcodes.charge(anAccount(), bar, '6212345678901234567', 1000)).kind,
      ]) expect(['unknown', 'not-found']).to.include(kind);
      const verdict = await new Scene().channel.messages.read(anAccount(), posted(notice({ respCode: code, txnSubType: '06' })), bar, 0);
      expect(verdict).to.have.nested.property('payment.kind', 'unknown');
    }
    const silent = new Scene({ http: { send: () => Promise.resolve({ kind: 'failure', why: 'timeout' }) } });
    expect(await silent.channel.queries.query(anAccount(), anAttempt({ limitAt: 0 }), 1000)).to.include({ kind: 'unknown', why: 'timeout' });
    expect(codeTable['03']?.class).to.equal('open');
  });
  it('an amount below one yuan is sent as it is', async () => {
    const { fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt({ amount: fen(1n) }), payMethod: 'pc' }, 'https://a.cn/b', 'https://a.cn/q');
    expect(fields['txnAmt']).to.equal('1');
  });
});
