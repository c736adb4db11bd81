import { expect } from 'chai';
import { anAccount, anAttempt, anSm2Account, aRefund, attemptNo, merId, queryId, refundTradeNo, Scene, toCall, toQuery, aboutRefund } from './unionpay-scene.js';
import { merchantCertId, merchantSigned, type Message } from './unionpay-other-side.js';

const common = { version: '5.1.0', encoding: 'UTF-8', signMethod: '01', accessType: '0', merId, certId: merchantCertId };
const without = ({ signature: _signature, ...fields }: Message): Message => fields;
const returnUrl = 'https://pay.example.cn/cashier/back?t=abc&x=1';
const quitUrl = 'https://pay.example.cn/cashier/quit?t=abc';

describe('UnionPay: the form that the payer’s browser posts', () => {
  it('carries every field of a PC gateway consume and nothing else', async () => {
    const { action, fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt(), payMethod: 'pc' }, returnUrl, quitUrl);
    expect(action).to.equal('https://gateway.test.95516.com/gateway/api/frontTransReq.do');
    expect(without(fields)).to.deep.equal({
      ...common, txnType: '01', txnSubType: '01', bizType: '000201', channelType: '07', orderId: attemptNo, txnTime: '20260704101500', txnAmt: '12345', currencyCode: '156',
      backUrl: 'https://pay.example.cn/channel-messages/unionpay', frontUrl: returnUrl, frontFailUrl: quitUrl, payTimeout: '20260704121500', riskRateInfo: '{commodityName=不动产登记费}',
    });
  });
  it('says channelType 08 for a phone', async () => {
    const { fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt(), payMethod: 'h5' }, returnUrl, quitUrl);
    expect(fields['channelType']).to.equal('08');
  });
  it('is signed with RSA and with SM2 as an independent reader of section 4 checks it', async () => {
    for (const account of [anAccount(), anSm2Account()]) {
      const { fields } = await new Scene().channel.pages.start(account, { ...anAttempt(), payMethod: 'pc' }, returnUrl, quitUrl);
      expect(merchantSigned(fields)).to.equal(true);
      expect(merchantSigned({ ...fields, txnAmt: '1' })).to.equal(false);
    }
  });
  it('makes no network call', async () => {
    const scene = new Scene();
    await scene.channel.pages.start(anAccount(), { ...anAttempt(), payMethod: 'pc' }, returnUrl, quitUrl);
    expect(scene.requests).to.have.length(0);
  });
  for (const [title, commodityName] of [
    ['  学费 2026  ', '{commodityName=学费 2026}'], ['a&b={c}[d]"e"\'f', '{commodityName=a b c d e f}'], ['第一行\r\n第二行\u202e', '{commodityName=第一行 第二行}'],
    ['费'.repeat(100), `{commodityName=${'费'.repeat(64)}}`], ['𠮷'.repeat(65), `{commodityName=${'𠮷'.repeat(64)}}`],
  ] as const) {
    it(`names the goods without reserved characters: ${JSON.stringify(title.slice(0, 20))}`, async () => {
      const { fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt({ title }), payMethod: 'pc' }, returnUrl, quitUrl);
      expect(fields['riskRateInfo']).to.equal(commodityName);
    });
  }
  it('leaves the goods’ name out when nothing of it remains', async () => {
    const { fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt({ title: ' {}[] ' }), payMethod: 'pc' }, returnUrl, quitUrl);
    expect(fields).not.to.have.property('riskRateInfo');
  });
  it('sends no value with a blank at its ends and no empty one', async () => {
    const { fields } = await new Scene().channel.pages.start(anAccount(), { ...anAttempt({ notifyUrl: ' https://pay.example.cn/x ' }), payMethod: 'pc' }, returnUrl, '  ');
    expect(fields['backUrl']).to.equal('https://pay.example.cn/x');
    expect(fields).not.to.have.property('frontFailUrl');
    expect(merchantSigned(fields)).to.equal(true);
  });
});

describe('UnionPay: what is sent to the gateway', () => {
  const sentBy = async (scene: Scene, call: (scene: Scene) => Promise<unknown>): Promise<Message> => {
    await call(scene);
    expect(scene.requests).to.have.length(1);
    expect(scene.requests[0]).to.include({ method: 'POST', timeoutMs: 3000 });
    expect(merchantSigned(scene.sent())).to.equal(true);
    return without(scene.sent());
  };
  it('charges a scanned code on the back address', async () => {
    const scene = new Scene().answers(toCall('00'));
    const fields = await sentBy(scene, ({ channel }) => channel.barcodes.charge(anAccount(), anAttempt({ payMethod: 'bar' }), '6212345678901234567', 3000));
    expect(scene.requests[0]?.url).to.equal('https://gateway.test.95516.com/gateway/api/backTransReq.do');
    expect(fields).to.deep.equal({
      ...common, txnType: '01', txnSubType: '06', bizType: '000000', channelType: '08', orderId: attemptNo, txnTime: '20260704101500', txnAmt: '12345', currencyCode: '156',
      backUrl: 'https://pay.example.cn/channel-messages/unionpay', qrNo: '6212345678901234567', termId: '00000001',
    });
  });
  it('asks on the query address with orderId and txnTime, without amount and channelType', async () => {
    const scene = new Scene().answers(toQuery('00'));
    const fields = await sentBy(scene, ({ channel }) => channel.queries.query(anAccount(), anAttempt(), 3000));
    expect(scene.requests[0]?.url).to.equal('https://gateway.test.95516.com/gateway/api/queryTrans.do');
    expect(fields).to.deep.equal({ ...common, txnType: '00', txnSubType: '00', bizType: '000201', orderId: attemptNo, txnTime: '20260704101500' });
  });
  it('asks for a scanned code under bizType 000000', async () => {
    const fields = await sentBy(new Scene().answers(toQuery('00')), ({ channel }) => channel.queries.query(anAccount(), anAttempt({ payMethod: 'bar' }), 3000));
    expect(fields['bizType']).to.equal('000000');
  });
  it('refunds with 04 and undoes with 31, under the refund’s own number and time', async () => {
    const wanted = {
      ...common, txnSubType: '00', bizType: '000000', channelType: '07', orderId: refundTradeNo, txnTime: '20260705090000', currencyCode: '156',
      backUrl: 'https://pay.example.cn/channel-messages/unionpay', origQryId: queryId,
    };
    const refund = await sentBy(new Scene().answers(toCall('00', aboutRefund)), ({ channel }) => channel.refunds.refund(anAccount(), aRefund(), 3000));
    expect(refund).to.deep.equal({ ...wanted, txnType: '04', txnAmt: '345' });
    const undo = await sentBy(new Scene().answers(toCall('00', aboutRefund)),
      async ({ channel }) => channel.undoing?.undo(anAccount(), aRefund({ amount: anAttempt().amount }), 3000));
    expect(undo).to.deep.equal({ ...wanted, txnType: '31', txnAmt: '12345' });
  });
  it('names the original by number and time where UnionPay’s own number is not known', async () => {
    const fields = await sentBy(new Scene().answers(toCall('00', aboutRefund)),
      ({ channel }) => channel.refunds.refund(anAccount(), aRefund({ payment: anAttempt({ payMethod: 'bar' }) }), 3000));
    expect(fields).to.include({ origOrderId: attemptNo, origTxnTime: '20260704101500', channelType: '08' }).and.not.to.have.property('origQryId');
  });
  it('asks for a refund with the refund’s own number and time', async () => {
    const fields = await sentBy(new Scene().answers(toQuery('00', aboutRefund)), ({ channel }) => channel.refunds.queryRefund(anAccount(), aRefund(), 3000));
    expect(fields).to.deep.equal({ ...common, txnType: '00', txnSubType: '00', bizType: '000000', orderId: refundTradeNo, txnTime: '20260705090000' });
  });
  it('is signed with SM2 when the account says 21', async () => {
    const scene = new Scene().answers('');
    const fields = await sentBy(scene, ({ channel }) => channel.queries.query(anSm2Account(), anAttempt(), 3000));
    expect(fields['signMethod']).to.equal('21');
  });
  it('has no way to close an unpaid payment, can undo, and may repeat a refund for five minutes only', () => {
    const { channel } = new Scene();
    expect(channel).not.to.have.property('closing');
    expect(channel.undoing).to.be.an('object');
    expect(channel.refunds.resendSafeForMs).to.equal(300_000);
  });
});
