import { expect } from 'chai';
import { refusalOf } from '../payments/life.js';
import { NoticeLife } from './notice-life.js';

describe('payment notices with the simulated province', function () {
  this.timeout(120_000);
  let town: NoticeLife;
  before(async () => { town = await NoticeLife.start(); });
  after(async () => town.close());
  afterEach(async () => { await town.province('DELETE', 'faults'); });

  it('issues by job, confirms once, and shows the notice to its business system (1.1.7.2.2-b, -d)', async () => {
    const placed = await town.life.paid('alipay', town.notice());
    const record = await town.step(placed.platformOrderNo, 'confirmed');
    const slip = await town.slip(record.payCode);
    expect([slip.busNo, slip.serialNo, slip.state, slip.payerName]).to.deep.equal([placed.platformOrderNo, placed.platformOrderNo, '1', '张三']);
    const shown = await town.client.queryNotice({ merchantNo: placed.merchantNo, bizOrderNo: placed.bizOrderNo });
    expect(shown).to.deep.include({ payCode: slip.payCode, paymentNoticeState: '1', totalAmount: '8000', platformOrderNo: placed.platformOrderNo }).and.not.have.property('payerName');
    expect((await town.life.toldPayments(placed.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
    const log = town.life.city.log.join('\n');
    expect(log.includes('张三') || log.includes('13800138000')).to.equal(false);
    const rows = JSON.stringify([await town.life.rows('payment_notice'), await town.life.rows('notice_log')]);
    expect(rows.includes('张三') || rows.includes('13800138000')).to.equal(false);
  });

  it('issues through the gateway once for one number, and collects the notice by its pay code (1.1.7.2.2-a)', async () => {
    const asked = {
      merchantNo: 'M35040000001', bizNoticeNo: town.life.number('N'), payerName: '李四', payerType: '1' as const,
      items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }],
    };
    const issued = await town.client.issueNotice(asked);
    expect(await town.client.issueNotice(asked)).to.deep.equal(issued);
    expect(await refusalOf(town.client.issueNotice({ ...asked, payerName: '王五' }))).to.include({ code: '40004', subCode: 'NOTICE_EXISTS' });
    const placed = await town.life.paid('unionpay', town.notice(issued.payCode));
    const record = await town.step(placed.platformOrderNo, 'confirmed');
    expect([record.origin, record.payCode, (await town.slip(issued.payCode)).serialNo]).to.deep.equal(['issued', issued.payCode, placed.platformOrderNo]);
    expect(await refusalOf(town.life.place(town.notice(issued.payCode)))).to.include({ code: '40004', subCode: 'NOTICE_BAD' });
  });

  it('finds an issue again whose answer was lost: the business system repeats, there is one slip', async () => {
    await town.fault('issue', 'timeout-after');
    const asked = {
      merchantNo: 'M35040000001', bizNoticeNo: town.life.number('N'), payerName: '李四', payerType: '1' as const,
      items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }],
    };
    const before = (await town.slips()).length;
    expect(await refusalOf(town.client.issueNotice(asked))).to.include({ code: '20000' });
    const { payCode } = await town.client.issueNotice(asked);
    expect([(await town.slips()).length - before, (await town.slip(payCode)).state]).to.deep.equal([1, '0']);
  });

  it('takes in a pushed notice, hands it over and collects it (1.1.7.2.2-c)', async () => {
    const payCode = `3504002699${town.life.number('').slice(-10)}`;
    const pushed = {
      merchantNo: 'M35040000001', bizNoticeNo: town.life.number('P'), payCode, payerName: '王五', payerType: '1' as const, totalAmount: '8000', fillDate: town.day(), validUntil: '20991231',
      items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }],
    };
    expect(await town.client.pushNotice(pushed)).to.include({ payCode, paymentNoticeState: '0' });
    expect(await town.client.pushNotice(pushed)).to.include({ payCode });
    expect(await refusalOf(town.client.pushNotice({ ...pushed, totalAmount: '8001' }))).to.include({ subCode: 'NOTICE_EXISTS' });
    expect(await refusalOf(town.client.pushNotice({ ...pushed, bizNoticeNo: town.life.number('P') }))).to.include({ subCode: 'NOTICE_BAD' });
    await town.life.quiet();
    expect((await town.client.queryNotice({ merchantNo: 'M35040000001', payCode })).qrUrl).to.match(/^https:/);
    const placed = await town.life.paid('alipay', town.notice(payCode));
    await town.step(placed.platformOrderNo, 'confirmed');
    expect((await town.slip(payCode)).serialNo).to.equal(placed.platformOrderNo);
  });

  it('shows a business system its own notices only', async () => {
    const payCode = await town.issued();
    const sm2 = town.life.city.sm2;
    expect(await refusalOf(sm2.queryNotice({ merchantNo: 'M35040000001', payCode }))).to.include({ code: '40004', subCode: 'NOTICE_UNKNOWN' });
    expect(await refusalOf(sm2.queryNotice({ merchantNo: 'M35040000002', payCode }))).to.include({ code: '40004', subCode: 'NOTICE_UNKNOWN' });
    expect(await refusalOf(town.client.queryNotice({ merchantNo: 'M99999999999', payCode }))).to.include({ code: '40302' });
    expect(await refusalOf(town.client.queryNotice({ merchantNo: 'M35040000001', payCode, bizOrderNo: 'NOBODY' }))).to.include({ subCode: 'NOTICE_UNKNOWN' });
    expect(await refusalOf(town.client.issueNotice({ merchantNo: 'M35040000001', bizNoticeNo: 'ORDER-1', payerName: 'A', payerType: '1', items: [{ itemCode: 'D350400001', itemName: 'A', quantity: '1', price: '8000', amount: '8000' }] }))).to.include({ code: '40002' });
  });

  it('asks the province about a notice before its order is taken: a wrong amount, a foreign signature and silence', async () => {
    const payCode = await town.issued();
    await town.fault('query', 'wrong-amount');
    expect(await refusalOf(town.life.place(town.notice(payCode)))).to.include({ code: '40004', subCode: 'NOTICE_BAD' });
    for (const fault of ['bad-signature', 'timeout-before', 'garbage', 'other-slip']) {
      await town.fault('query', fault);
      expect(await refusalOf(town.life.place(town.notice(payCode))), fault).to.include({ code: '20000' });
    }
    expect((await town.life.place(town.notice(payCode))).platformOrderNo).to.match(/^[0-9]{26}$/);
  });

  it('confirms once whatever becomes of the answer', async () => {
    for (const fault of ['timeout-after', 'timeout-before', 'bad-signature', 'garbage', 'other-slip', 'message-first']) {
      const placed = await town.life.place(town.notice());
      const opened = await town.step(placed.platformOrderNo, 'open');
      await town.fault('confirm', fault);
      const attemptNo = await town.life.open(placed, 'alipay');
      await town.life.pay('alipay', attemptNo);
      await town.life.state(placed, '2');
      const record = await town.step(placed.platformOrderNo, 'confirmed', 30_000);
      expect([(await town.slip(opened.payCode)).serialNo, record.confirmation?.serialNo, await town.abnormal(record.noticeNo)], fault).to.deep.equal([placed.platformOrderNo, placed.platformOrderNo, []]);
    }
  });

  it('hears that a notice was paid at a bank, closes the order, and takes the message once', async () => {
    const payCode = await town.issued();
    const placed = await town.life.place(town.notice(payCode));
    await town.fault('paid-message', 'replay');
    await town.province('POST', 'pay-elsewhere', { payCode });
    await town.life.quiet();
    const shown = await town.life.query(placed);
    expect([shown.orderState, shown.orderStateMsg]).to.deep.equal(['4', '已在其他渠道缴款']);
    const told = (await town.deliveries()).filter((one) => one.payCode === payCode).map(({ result }) => result);
    expect(told).to.deep.equal(['S0000', 'unsigned answer']);
    await town.province('POST', 'tell', { payCode });
    expect((await town.kept(placed.platformOrderNo)).step).to.equal('paid-elsewhere');
    expect((await town.client.queryNotice({ merchantNo: placed.merchantNo, payCode })).paymentNoticeStateMsg).to.equal('已在其他渠道缴款');
  });

  it('refuses what the province did not sign, another amount and a notice it does not know, and changes nothing', async () => {
    const payCode = await town.issued();
    const placed = await town.life.place(town.notice(payCode));
    for (const [fault, result] of [['bad-signature', 'unsigned answer'], ['wrong-amount', 'E9999']] as const) {
      await town.fault('paid-message', fault);
      await (fault === 'bad-signature' ? town.province('POST', 'pay-elsewhere', { payCode }) : town.province('POST', 'tell', { payCode }));
      expect((await town.deliveries()).filter((one) => one.payCode === payCode).at(-1)?.result).to.equal(result);
      expect([(await town.kept(placed.platformOrderNo)).step, (await town.life.query(placed)).orderState]).to.deep.equal(['open', '0']);
    }
    expect((await town.abnormal((await town.kept(placed.platformOrderNo)).noticeNo)).map(({ kind }) => kind)).to.deep.equal(['amount-differs']);
    const log = town.life.city.log.join('\n');
    expect([log.includes('province-message-refused'), log.includes('payment-notice-abnormal')]).to.deep.equal([true, true]);
  });

  it('makes a payment a second one that succeeds while somebody pays at a bank: the money goes back by rule', async () => {
    const payCode = await town.issued();
    const placed = await town.life.place(town.notice(payCode));
    const attemptNo = await town.life.open(placed, 'alipay');
    await town.province('POST', 'switches', { notifyUrl: '' });
    await town.province('POST', 'pay-elsewhere', { payCode });
    await town.life.pay('alipay', attemptNo);
    await town.life.state(placed, '2');
    await town.step(placed.platformOrderNo, 'paid-elsewhere');
    const kept = await town.life.stepUntil('the money is back', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    expect([kept.refunds.map(({ origin, refundAmount }) => [origin, refundAmount]), (await town.slip(payCode)).serialNo]).to.deep.equal([[['rule', 8000n]], `BANK-${payCode}`]);
    await town.province('POST', 'switches', { notifyUrl: `${town.life.city.baseUrl}/openapi/nontax/paid-notice` });
  });

  it('voids the notice of an order that nobody paid', async () => {
    const placed = await town.life.place({ ...town.notice(), orderExpiredTime: '5' });
    const opened = await town.step(placed.platformOrderNo, 'open');
    await town.life.step(6 * 60_000);
    await town.step(placed.platformOrderNo, 'voided');
    expect((await town.slip(opened.payCode)).state).to.equal('2');
  });
});
