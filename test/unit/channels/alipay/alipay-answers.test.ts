import { expect } from 'chai';
import { cutAnswer } from '../../../../adapters/outbound/channels/alipay/signed-answer.js';
import type { WireAnswer, WireFailure } from '../../../../adapters/outbound/wire/http-client.js';
import { processorMs } from '../../../support/processor-time.js';
import { account, alipayKeys, answerBody, appKeys, attempt, attemptNo, httpAnswer, refund, rsaKeys, signWith, talk } from './alipay-world.js';

const root = 'alipay_trade_query_response';
const success = {
  code: '10000', msg: 'Success', out_trade_no: attemptNo, trade_no: '2026112322001400000000000001', trade_status: 'TRADE_SUCCESS', total_amount: '120.00', send_pay_date: '2026-11-23 09:31:04',
};
const text = JSON.stringify(success);
const sign = signWith(alipayKeys.privateKey, text);
const asked = async (answer: WireAnswer | string) =>
  talk(typeof answer === 'string' ? httpAnswer(answer) : answer).channel.queries.query(account, attempt, 1_000);

describe('Alipay: which answers are believed', () => {
  it('believes an answer signed by Alipay', async () => {
    expect(await asked(answerBody(root, success))).to.include({ kind: 'paid', channelOrderNo: success.trade_no, amount: 12000n });
  });

  it('verifies the text as it came, with its escaped slashes', async () => {
    const body = answerBody(root, { ...success, store_name: 'a/b' });
    expect(body).to.include('a\\/b');
    expect(await asked(body)).to.include({ kind: 'paid' });
  });

  it('finds the signature in front of the data, behind a certificate number and between blanks', async () => {
    const bodies = [
      `{"sign":"${sign}","${root}":${text}}`,
      `{"${root}":${text},"alipay_cert_sn":"0123456789abcdef","sign":"${sign}"}`,
      `{"${root}":${text},"sign":"${sign}","alipay_cert_sn":"0123456789abcdef"}`,
      ` {\n "${root}" : ${text} ,\t"sign" : "${sign}" }\n`,
    ];
    for (const body of bodies) expect(await asked(body), body).to.include({ kind: 'paid' });
  });

  it('is not confused by the word sign, by braces or by quotes inside the data', async () => {
    const strange = { ...success, body: '}","sign":"x"}, {"sign"', ext_infos: '{"sign":"none","a":"\\"}"}', list: [{ sign: 'x' }, '}', ']'] };
    expect(await asked(answerBody(root, strange))).to.include({ kind: 'paid' });
  });

  it('refuses a body in which the root name occurs again behind the signed part', async () => {
    const forged = '{"code":"10000","trade_status":"TRADE_SUCCESS"}';
    const bodies = [
      `{"${root}":${text},"sign":"${sign}","${root}":${forged}}`,
      `{"${root}":${text},"sign":"${sign}","note":"${root}"}`,
      `{"${root}":${text},"sign":"${sign}","alipay_trade\\u005fquery_response":${forged}}`,
    ];
    for (const body of bodies) expect(await asked(body), body).to.include({ kind: 'unknown', why: 'unreadable' });
  });

  it('refuses a forged root in front of the signed one, and two signatures', async () => {
    const forged = text.replace('120.00', '0.01');
    for (const body of [`{"${root}":${forged},"${root}":${text},"sign":"${sign}"}`, `{"${root}":${text},"sign":"x","sign":"${sign}"}`, `{"${root}":${text},"error_response":{},"sign":"${sign}"}`]) {
      expect(await asked(body), body).to.include({ kind: 'unknown', why: 'unreadable' });
    }
  });

  it('takes the root from the outermost level only', async () => {
    expect(await asked(`{"wrapped":{"${root}":${text}},"sign":"${sign}"}`)).to.include({ kind: 'unknown', why: 'unreadable' });
  });

  it('calls an unsigned answer unknown, a success as well as a failure, and keeps its code for the operator', async () => {
    for (const tail of ['', ',"sign":""', ',"sign":null', ',"sign":5']) expect(await asked(`{"${root}":${text}${tail}}`), tail).to.include({ kind: 'unknown', why: 'unsigned' });
    const { channel, log } = talk(httpAnswer('{"error_response":{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-app-id"}}'));
    expect(await channel.queries.query(account, attempt, 1_000)).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unsigned', code: 'isv.invalid-app-id' });
    expect(log.join()).to.match(/^alarm alipay-call/);
  });

  it('calls an answer unknown whose signature does not hold', async () => {
    const changed = answerBody(root, success).replace('120.00', '0.01');
    const byUs = answerBody(root, success, appKeys.privateKey);
    const byOther = answerBody(root, success, rsaKeys().privateKey);
    for (const body of [changed, byUs, byOther]) expect(await asked(body)).to.include({ kind: 'unknown', why: 'unsigned' });
  });

  it('verifies failures too: an unsigned or forged no is no answer', async () => {
    const no = { code: '40004', msg: 'Business Failed', sub_code: 'ACQ.TRADE_NOT_EXIST' };
    expect(await asked(answerBody(root, no))).to.deep.equal({ kind: 'not-found', attemptNo });
    expect(await asked(answerBody(root, no, appKeys.privateKey))).to.include({ kind: 'unknown', why: 'unsigned' });
  });

  it('reads a signed error_response, and never as a success', async () => {
    expect(await asked(answerBody('error_response', { code: '40002', msg: '', sub_code: 'isv.invalid-signature' }))).to.deep.equal({ kind: 'unknown', attemptNo, why: 'call-refused', code: 'isv.invalid-signature' });
    expect(await asked(answerBody('error_response', success))).to.include({ kind: 'unknown', why: 'unreadable' });
  });

  it('does not take the answer of another method, or about another trade, for its own', async () => {
    expect(await asked(answerBody('alipay_trade_pay_response', success))).to.include({ kind: 'unknown', why: 'unreadable' });
    expect(await asked(answerBody(root, { ...success, out_trade_no: '20261123093000000002000013' }))).to.include({ kind: 'unknown', why: 'unreadable' });
    expect(await asked(answerBody(root, { ...success, out_trade_no: undefined }))).to.include({ kind: 'unknown', why: 'unreadable' });
  });

  it('calls everything unknown that is not a signed JSON answer with status 200', async () => {
    for (const body of ['', 'null', '[]', '"x"', '<html>busy</html>', '{', `{"${root}":${text}`, `${answerBody(root, success)}x`, `{"${root}":"text","sign":"${sign}"}`, `{"${root}":null,"sign":"${sign}"}`]) {
      expect(await asked(body), body).to.include({ kind: 'unknown', why: 'unreadable' });
    }
    expect(await asked(httpAnswer(answerBody(root, success), 502))).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unreadable', code: 'http-502' });
    expect(await asked({ kind: 'answer', status: 200, contentType: '', body: Buffer.from([0x7b, 0xff, 0x7d]) })).to.include({ kind: 'unknown', why: 'unreadable' });
  });

  it('calls every fault of the network unknown, for payments and refunds', async () => {
    const faults: readonly (readonly [WireFailure, string])[] = [
      ['timeout', 'timeout'], ['unreachable', 'unreachable'], ['address-refused', 'unreachable'], ['cut-off', 'unreadable'], ['too-large', 'unreadable'],
    ];
    for (const [failure, why] of faults) {
      const answer: WireAnswer = { kind: 'failure', why: failure };
      expect(await asked(answer)).to.deep.equal({ kind: 'unknown', attemptNo, why, code: failure });
      expect(await talk(answer).channel.refunds.refund(account, refund, 1_000)).to.include({ kind: 'unknown', why });
      expect(await talk(answer).channel.cancelling.cancel(account, attempt, 1_000)).to.deep.equal({ kind: 'unknown', why: failure });
    }
  });

  it('cuts a large body of brackets and quotes in linear time', () => {
    const nasty = `{"${root}":{"a":${JSON.stringify('\\"{[}]'.repeat(30_000))}},"sign":"x"}`;
    expect(processorMs(() => { expect(cutAnswer(nasty, 'alipay.trade.query').ok).to.equal(true); })).to.be.below(200);
  });
});
