import { expect } from 'chai';
import { gatewayCodes, meaningOf, methodOf, payPrefixes, subCodes, type AlipayCall } from '../../../../adapters/outbound/channels/alipay/codes.js';
import { account, attempt, attemptNo, barContent, refund, talk, httpAnswer, answerBody, toPay } from './alipay-world.js';

const calls = Object.keys(methodOf) as AlipayCall[];
const body = (call: AlipayCall, code: string, subCode?: string) =>
  httpAnswer(answerBody(`${methodOf[call].replaceAll('.', '_')}_response`, { code, msg: 'm', ...(subCode ? { sub_code: subCode, sub_msg: '支付宝的说明' } : {}) }));

async function reportOf(call: AlipayCall, code: string, subCode?: string): Promise<{ kind: string; code?: string; why?: string; reason?: string }> {
  // A refund that is asked about again finds nothing.
  const { channel, bills } = talk(body(call, code, subCode), body('refund-query', '10000'));
  switch (call) {
    case 'pay': return channel.barcodes.charge(account, toPay, barContent, 1_000);
    case 'query': return channel.queries.query(account, attempt, 1_000);
    case 'close': return channel.closing?.close(account, attempt, 1_000) ?? { kind: 'missing' };
    case 'cancel': return channel.cancelling.cancel(account, attempt, 1_000);
    case 'refund': return channel.refunds.refund(account, refund, 1_000);
    case 'refund-query': return channel.refunds.queryRefund(account, refund, 1_000);
    case 'bill': return bills.fetch(account, '20261122', 1_000);
  }
}

const everyCode = calls.flatMap((call) => [
  ...Object.keys(gatewayCodes).filter((code) => !['10000', '10003'].includes(code)).map((code) => ({ call, code, subCode: undefined })),
  ...Object.keys(subCodes[call]).map((subCode) => ({ call, code: '40004', subCode })),
]);
const pay = ['pay', '40004'] as const;

describe('Alipay: code tables', () => {
  it('keeps "may be repeated" apart from "outcome known"', () => {
    const properties = (code: string) => [gatewayCodes[code]?.retryAllowed, gatewayCodes[code]?.outcomeKnown];
    expect(properties('20000')).to.deep.equal([true, false]);
    expect(properties('40005')).to.deep.equal([true, true]);
    expect(properties('10003')).to.deep.equal([false, false]);
    for (const code of ['10000', '20001', '40001', '40002', '40003', '40006']) expect(properties(code), code).to.deep.equal([false, true]);
    for (const call of calls) expect(meaningOf(call, '40004', 'ACQ.SYSTEM_ERROR')).to.include({ retryAllowed: true, outcomeKnown: false });
  });

  it('never makes a definite no, nor "try later", out of a code whose outcome is unknown', async () => {
    for (const { call, code, subCode } of everyCode) {
      const meaning = meaningOf(call, code, subCode ?? '');
      const report = await reportOf(call, code, subCode);
      const definite = ['declined', 'ended', 'try-later', 'cancelled-unpaid', 'not-found', 'paid', 'refunded'].includes(report.kind);
      // A refund that Alipay's trade state forbids was asked about by its own number: that answer is the definite one.
      const wasAskedAgain = call === 'refund' && meaning?.does === 'ask-again';
      if (definite && !wasAskedAgain) expect(meaning?.outcomeKnown, `${call} ${subCode ?? code}`).to.equal(true);
      expect(['paid', 'refunded', 'cancelled-refunded'], `${call} ${subCode ?? code}`).not.to.include(report.kind);
    }
    expect(everyCode.length).to.be.above(60);
  });

  it('calls a word it has never met unheard of, in every call', async () => {
    for (const call of calls) {
      for (const [code, subCode] of [['40004', 'ACQ.SOMETHING_NEW'], ['40004', undefined], ['50000', undefined], ['toString', undefined], ['40004', 'constructor'], ['40004', '__proto__']] as const) {
        const report = await reportOf(call, code, subCode);
        expect(report.kind, `${call} ${code} ${subCode ?? ''}`).to.equal('unknown');
        if (call !== 'cancel') expect(report.why).to.equal('unheard-word');
      }
    }
  });

  it('does not borrow the code of another call', async () => {
    expect(await reportOf('query', '40004', 'ACQ.PAYMENT_AUTH_CODE_INVALID')).to.include({ kind: 'unknown', why: 'unheard-word' });
    expect(await reportOf('refund', '40004', 'ACQ.MERCHANT_STATUS_NOT_NORMAL')).to.include({ kind: 'unknown', why: 'unheard-word' });
  });

  it('takes 20000 and SYSTEM_ERROR for unknown, everywhere', async () => {
    for (const call of calls) {
      expect(await reportOf(call, '20000', 'isp.unknow-error'), call).to.include({ kind: 'unknown' });
      expect(await reportOf(call, '40004', 'ACQ.SYSTEM_ERROR'), call).to.include({ kind: 'unknown' });
    }
    expect(await reportOf('pay', '20000', 'aop.unknow-error')).to.deep.equal({ kind: 'unknown', attemptNo, why: 'busy', code: 'aop.unknow-error' });
  });

  it('asks when a payment is said to have succeeded already, and fails nothing', async () => {
    expect(await reportOf('pay', '40004', 'ACQ.TRADE_HAS_SUCCESS')).to.include({ kind: 'unknown', why: 'pending' });
    expect(await reportOf('close', '40004', 'ACQ.TRADE_HAS_SUCCESS')).to.include({ kind: 'unknown', why: 'pending' });
    expect(await reportOf(...pay, 'ACQ.CONTEXT_INCONSISTENT')).to.include({ kind: 'unknown', why: 'pending' });
  });

  it('asks for a fresh scan when the payment code is spent, and shows the payer why money is short', async () => {
    const spent = await reportOf(...pay, 'ACQ.PAYMENT_AUTH_CODE_INVALID');
    expect(spent.kind).to.equal('declined');
    expect(spent.reason).to.include('重新扫描');
    expect(await reportOf(...pay, 'ACQ.BUYER_BALANCE_NOT_ENOUGH')).to.deep.equal({ kind: 'declined', attemptNo, reason: '支付宝的说明', code: 'ACQ.BUYER_BALANCE_NOT_ENOUGH' });
  });

  it('declines and raises an alarm for limits and contracts of the merchant, without showing them to the payer', async () => {
    for (const subCode of ['ACQ.BEYOND_PAY_RESTRICTION', 'ACQ.BEYOND_PER_RECEIPT_SINGLE_RESTRICTION', 'ACQ.MERCHANT_AGREEMENT_NOT_EXIST']) {
      const { channel, log } = talk(body('pay', '40004', subCode));
      const report = await channel.barcodes.charge(account, toPay, barContent, 1_000);
      expect(report).to.include({ kind: 'declined', code: subCode });
      expect(report.kind === 'declined' && report.reason).not.to.include('支付宝的说明');
      expect(log.join()).to.match(/^alarm/);
    }
    expect(payPrefixes).to.have.length(2);
  });

  it('closes with the code of a closed trade, finds nothing with the code of a missing one', async () => {
    expect(await reportOf(...pay, 'ACQ.TRADE_HAS_CLOSE')).to.deep.equal({ kind: 'ended', attemptNo });
    expect(await reportOf('close', '40004', 'ACQ.TRADE_NOT_EXIST')).to.deep.equal({ kind: 'not-found', attemptNo });
    expect(await reportOf('close', '40004', 'ACQ.TRADE_STATUS_ERROR')).to.include({ kind: 'unknown', why: 'pending' });
    expect(await reportOf('refund-query', '40004', 'ACQ.TRADE_NOT_EXIST')).to.include({ kind: 'not-found' });
  });

  it('keeps a refund for later when the merchant is short, the entrance busy or our configuration wrong', async () => {
    for (const [code, subCode] of [['40004', 'ACQ.SELLER_BALANCE_NOT_ENOUGH'], ['40005', undefined], ['40006', 'isv.insufficient-isv-permissions'], ['40002', 'isv.invalid-signature']] as const) {
      expect(await reportOf('refund', code, subCode), subCode ?? code).to.deep.equal({ kind: 'try-later', refundTradeNo: refund.refundTradeNo, code: subCode ?? code });
    }
  });

  it('ends a refund on a definite no', async () => {
    for (const name of ['TRADE_HAS_FINISHED', 'REFUND_AMT_NOT_EQUAL_TOTAL', 'REASON_TRADE_REFUND_FEE_ERR', 'REFUND_FEE_ERROR', 'REASON_TRADE_BEEN_FREEZEN', 'TRADE_NOT_ALLOW_REFUND', 'BUYER_ERROR']) {
      expect(await reportOf('refund', '40004', `ACQ.${name}`), name).to.deep.equal({ kind: 'declined', refundTradeNo: refund.refundTradeNo, reason: '支付宝的说明', code: `ACQ.${name}` });
    }
  });

  it('calls a bill not ready in both spellings, and knows a busy entrance from our own fault', async () => {
    expect(await reportOf('bill', '40004', 'BILL_NOT_EXIST')).to.deep.equal({ kind: 'not-ready' });
    expect(await reportOf('bill', '40004', 'isp.bill_not_exist')).to.deep.equal({ kind: 'not-ready' });
    expect(await reportOf('bill', '20000', 'isp.unknow-error')).to.deep.equal({ kind: 'unknown', why: 'busy', code: 'isp.unknow-error' });
    expect(await reportOf('bill', '40005', 'isv.app-call-limited')).to.deep.equal({ kind: 'unknown', why: 'busy', code: 'isv.app-call-limited' });
    expect(await reportOf('bill', '40006', 'isv.insufficient-isv-permissions')).to.include({ kind: 'unknown', why: 'call-refused' });
  });

  it('says that a cancel is not possible any more without calling it done', async () => {
    for (const name of ['CANCEL_NOT_ALLOWED', 'TRADE_CANCEL_TIME_OUT', 'TRADE_HAS_FINISHED', 'SELLER_BALANCE_NOT_ENOUGH']) {
      expect(await reportOf('cancel', '40004', `ACQ.${name}`)).to.deep.equal({ kind: 'unknown', why: `ACQ.${name}` });
    }
  });
});
