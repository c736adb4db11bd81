import { expect } from 'chai';
import { minuteMs, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { received, sentBy, signatureHolds } from './alipay-requests.js';
import { account, answerBody, appId, at, attempt, attemptNo, barContent, httpAnswer, now, talk, talkAt, told, toPay } from './alipay-world.js';
import type { WireAnswer } from '../../../../adapters/outbound/wire/http-client.js';

const query = 'alipay.trade.query';
const cancelAnswer = (fields: Readonly<Record<string, unknown>>): WireAnswer => httpAnswer(answerBody('alipay_trade_cancel_response', fields));
const found = { code: '10000', msg: 'Success', out_trade_no: attemptNo, trade_no: '2026112322001400000000000001', total_amount: '120.00' };

describe('Alipay: sending the browser to pay', () => {
  it('puts public parameters into the address and biz_content into a hidden field, all of it signed', async () => {
    const { action, fields } = await talk().channel.pages.start(account, toPay, 'https://pay.example.gov.cn/return', 'https://pay.example.gov.cn/quit');
    expect(Object.keys(fields)).to.deep.equal(['biz_content']);
    const parameters = received(action, new URLSearchParams(fields).toString());
    expect(signatureHolds(parameters)).to.equal(true);
    expect(Object.fromEntries(new URL(action).searchParams)).to.deep.include({
      app_id: appId, method: 'alipay.trade.page.pay', format: 'JSON', charset: 'utf-8', sign_type: 'RSA2', version: '1.0', timestamp: '2026-11-23 09:30:00',
      notify_url: toPay.notifyUrl, return_url: 'https://pay.example.gov.cn/return',
    });
    expect(JSON.parse(fields['biz_content'] ?? '')).to.deep.equal({
      out_trade_no: attemptNo, total_amount: '120.00', subject: '不动产登记费', time_expire: '2026-11-23 11:30:00', product_code: 'FAST_INSTANT_TRADE_PAY',
    });
  });

  it('takes the phone product with the address of those who give up', async () => {
    const { action, fields } = await talk().channel.pages.start(account, { ...toPay, payMethod: 'h5', description: '2026 年度' }, 'https://a.cn/r', 'https://a.cn/q?x=1&y=2');
    expect(new URL(action).searchParams.get('method')).to.equal('alipay.trade.wap.pay');
    expect(JSON.parse(fields['biz_content'] ?? '')).to.include({ product_code: 'QUICK_WAP_WAY', quit_url: 'https://a.cn/q?x=1&y=2', body: '2026 年度' });
  });

  it('gives raw values: entities and quotes in a title are signed as they are, the page escapes them', async () => {
    const { action, fields } = await talk().channel.pages.start(account, { ...toPay, title: '"费" &quot;<b>\u0000\ud800' }, 'https://a.cn/r', 'https://a.cn/q');
    expect(signatureHolds(received(action, new URLSearchParams(fields).toString()))).to.equal(true);
    expect((JSON.parse(fields['biz_content'] ?? '') as Record<string, string>)['subject']).to.equal('"费" ＆quot;<b>');
  });

  it('keeps characters out of the subject that Alipay forbids or that shift the columns of its bill, and bounds it', async () => {
    const subjectOf = async (title: string): Promise<string> => {
      const { fields } = await talk().channel.pages.start(account, { ...toPay, title }, 'https://a.cn/r', 'https://a.cn/q');
      return (JSON.parse(fields['biz_content'] ?? '') as Record<string, string>)['subject'] ?? '';
    };
    expect(await subjectOf('a/b=c&d,e\n f')).to.equal('a／b＝c＆d，e  f');
    expect(await subjectOf('费'.repeat(300))).to.have.length(256);
    expect(await subjectOf(' \t')).to.equal('缴费');
  });
});

describe('Alipay: charging a payment code', () => {
  const pay = 'alipay.trade.pay';
  const paid = { ...found, gmt_payment: '2026-11-23 09:30:02', receipt_amount: '120.00', buyer_pay_amount: '118.00', point_amount: '2.00', buyer_user_id: '2088000000000099' };

  it('sends one signed request with the code and believes a complete success', async () => {
    const { channel, requests } = told(pay, paid);
    expect(await channel.barcodes.charge(account, { ...toPay, payMethod: 'bar' }, barContent, 3_000)).to.deep.equal({
      kind: 'paid', attemptNo, channelOrderNo: found.trade_no, amount: 12000n, paidAt: at('20261123093002'), paidByPayer: 11800n, channelDiscountAmount: 200n,
    });
    const { parameters, biz } = sentBy(requests[0]);
    expect(signatureHolds(parameters)).to.equal(true);
    expect(requests).to.have.length(1);
    expect(requests[0]).to.include({ method: 'POST', timeoutMs: 3_000 });
    expect(requests[0]?.url).not.to.include(barContent);
    expect(parameters.get('notify_url')).to.equal(toPay.notifyUrl);
    expect(biz).to.deep.equal({
      out_trade_no: attemptNo, total_amount: '120.00', subject: '不动产登记费', time_expire: '2026-11-23 11:30:00', scene: 'bar_code', auth_code: barContent, product_code: 'FACE_TO_FACE_PAYMENT',
    });
  });

  it('waits while the payer types', async () => {
    expect(await told(pay, { ...found, code: '10003' }).channel.barcodes.charge(account, toPay, barContent, 1_000)).to.deep.equal({ kind: 'waiting', attemptNo });
  });

  it('asks when a success does not name its number, amount and time', async () => {
    for (const name of ['trade_no', 'total_amount', 'gmt_payment', 'out_trade_no']) {
      const report = await told(pay, { ...paid, [name]: undefined }).channel.barcodes.charge(account, toPay, barContent, 1_000);
      expect(report, name).to.deep.equal({ kind: 'unknown', attemptNo, why: 'pending', code: '10000' });
    }
  });

  it('writes neither the code, nor the payer, nor keys into the log', async () => {
    const talks = [told(pay, paid), told(pay, { code: '40004', sub_code: 'ACQ.BUYER_BALANCE_NOT_ENOUGH', sub_msg: `用户 ${paid.buyer_user_id} 余额不足` })];
    for (const { channel, log } of talks) {
      await channel.barcodes.charge(account, toPay, barContent, 1_000);
      expect(log).to.have.length(1);
      for (const secret of [barContent, paid.buyer_user_id, 'PUBLIC KEY', 'sign']) expect(log.join()).not.to.include(secret);
    }
  });

  it('fits a hostile text of the channel into one short line', async () => {
    const report = await told(pay, { code: '40004', sub_code: 'ACQ.PAYMENT_FAIL', sub_msg: `a\n\u0007b${'长'.repeat(500)}` }).channel.barcodes.charge(account, toPay, barContent, 1_000);
    expect(report.kind === 'declined' && [...report.reason]).to.have.length(100);
    expect(report.kind === 'declined' && report.reason).to.match(/^a b长/);
  });

  it('throws where our own key is missing, before anything is sent', async () => {
    const { channel, requests } = told(pay, paid);
    const failed = await channel.barcodes.charge({ ...account, keyName: 'other' }, toPay, barContent, 1_000).catch((fault: Error) => fault.message);
    expect(failed).to.equal('unknown key');
    expect(requests).to.have.length(0);
  });

  it('calls the outcome unknown when the stored Alipay key cannot be used, because money may have moved', async () => {
    const settings = { ...account.settings, alipayPublicKeyPem: 'AAAA' };
    expect(await told(pay, paid).channel.barcodes.charge({ ...account, settings }, toPay, barContent, 1_000)).to.include({ kind: 'unknown', why: 'unsigned' });
  });
});

describe('Alipay: asking, closing, cancelling', () => {
  const asked = (fields: Record<string, unknown>) => told(query, { ...found, ...fields }).channel.queries.query(account, attempt, 1_000);

  it('reads every trade status, and an unheard one as unknown', async () => {
    const paid = { kind: 'paid', attemptNo, channelOrderNo: found.trade_no, amount: 12000n, paidAt: at('20261123093104') };
    expect(await asked({ trade_status: 'TRADE_SUCCESS', send_pay_date: '2026-11-23 09:31:04' })).to.deep.equal(paid);
    expect(await asked({ trade_status: 'TRADE_FINISHED', send_pay_date: '2026-11-23 09:31:04' })).to.deep.equal(paid);
    expect(await asked({ trade_status: 'TRADE_SUCCESS' })).to.deep.equal({ ...paid, paidAt: now });
    expect(await asked({ trade_status: 'WAIT_BUYER_PAY' })).to.deep.equal({ kind: 'waiting', attemptNo });
    expect(await asked({ trade_status: 'TRADE_CLOSED' })).to.deep.equal({ kind: 'ended', attemptNo });
    expect(await asked({ trade_status: 'TRADE_PENDING' })).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unheard-word', code: 'TRADE_PENDING' });
    expect(await asked({})).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unheard-word' });
    expect(await asked({ trade_status: 'toString' })).to.include({ kind: 'unknown' });
    expect(await asked({ trade_status: 'TRADE_SUCCESS', total_amount: 'free' })).to.include({ kind: 'unknown', why: 'pending' });
  });

  it('asks, closes and cancels by our own number', async () => {
    for (const [method, act] of [[query, 'query'], ['alipay.trade.close', 'close'], ['alipay.trade.cancel', 'cancel']] as const) {
      const { channel, requests } = told(method, found);
      if (act === 'query') await channel.queries.query(account, attempt, 1_000);
      else if (act === 'close') expect(await channel.closing?.close(account, attempt, 1_000)).to.deep.equal({ kind: 'ended', attemptNo });
      else await channel.cancelling.cancel(account, attempt, 1_000);
      const { parameters, biz } = sentBy(requests[0]);
      expect(parameters.get('method')).to.equal(method);
      expect(signatureHolds(parameters)).to.equal(true);
      expect([...parameters.keys()]).to.deep.equal(['app_id', 'method', 'format', 'charset', 'sign_type', 'version', 'timestamp', 'sign', 'biz_content']);
      expect(biz).to.deep.equal({ out_trade_no: attemptNo });
    }
  });

  it('does not take the closing of another trade for ours', async () => {
    expect(await told('alipay.trade.close', { ...found, out_trade_no: '1' }).channel.closing?.close(account, attempt, 1_000)).to.include({ kind: 'unknown' });
  });

  it('believes a cancel only when nothing is left to repeat', async () => {
    const cancelled = (fields: Record<string, unknown>) => told('alipay.trade.cancel', { code: '10000', out_trade_no: attemptNo, ...fields }).channel.cancelling.cancel(account, attempt, 1_000);
    expect(await cancelled({ retry_flag: 'N', action: 'close' })).to.deep.equal({ kind: 'cancelled-unpaid' });
    expect(await cancelled({ retry_flag: 'N', out_trade_no: undefined, action: 'refund' })).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    expect(await cancelled({ retry_flag: 'N', action: 'refund' })).to.deep.equal({ kind: 'cancelled-refunded' });
    expect(await cancelled({ retry_flag: 'Y', action: 'close' })).to.deep.equal({ kind: 'unknown', why: 'retry' });
    expect(await cancelled({ action: 'close' })).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    expect(await cancelled({ retry_flag: 'N', action: 'freeze' })).to.deep.equal({ kind: 'unknown', why: 'unheard-word' });
    expect(await cancelled({ retry_flag: 'N', out_trade_no: '1' })).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
  });

  const nothingThere: readonly (readonly [string, WireAnswer])[] = [
    ['no action', cancelAnswer({ code: '10000', out_trade_no: attemptNo, retry_flag: 'N' })],
    ['neither action nor number', cancelAnswer({ code: '10000', retry_flag: 'N' })],
    ['"no such trade"', cancelAnswer({ code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' })],
  ];
  for (const [what, answer] of nothingThere) {
    it(`takes ${what} for "never charged" only when the charge cannot be on its way any more`, async () => {
      const cancelledAt = (moment: EpochMs, of = attempt) => talkAt(moment, answer).channel.cancelling.cancel(account, of, 1_000);
      const tooYoung = { kind: 'unknown', why: 'too-young-to-be-sure' };
      expect(await cancelledAt(at('20261123093000'))).to.deep.equal(tooYoung);
      expect(await cancelledAt(at('20261123093040') - 1)).to.deep.equal(tooYoung);
      expect(await cancelledAt(at('20261123093040'))).to.deep.equal({ kind: 'cancelled-unpaid' });
      expect(await cancelledAt(at('20261123093040'), { ...attempt, channelTime: 'no time' })).to.deep.equal(tooYoung);
    });
  }

  it('dates its requests in China time whatever the zone of the server', async () => {
    const { channel, requests } = told(query, found);
    await channel.queries.query(account, attempt, 1_000);
    expect(sentBy(requests[0]).parameters.get('timestamp')).to.equal('2026-11-23 09:30:00');
    expect(now % minuteMs).to.equal(0);
  });
});
