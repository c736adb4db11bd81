import { expect } from 'chai';
import { codeTable } from '../../../adapters/outbound/channels/unionpay/response-codes.js';
import type { RefundReport } from '../../../domain/refunds/refund-report.js';
import { fen } from '../../../domain/kernel/money.js';
import { aboutRefund, anAccount, anAttempt, aRefund, china, refundTradeNo, Scene, toCall, toQuery } from './unionpay-scene.js';
import type { Message } from './unionpay-other-side.js';

const at = (time: string): Scene => Object.assign(new Scene(), { now: china(time) });
const send = (answer: Message | string, scene = at('20260705090001')): Promise<RefundReport> => scene.answers(answer).channel.refunds.refund(anAccount(), aRefund(), 1000);
const ask = (answer: Message | string): Promise<RefundReport> => at('20260705090101').answers(answer).channel.refunds.queryRefund(anAccount(), aRefund(), 1000);
const answered = (code: string): Message => toCall(code, { ...aboutRefund, txnType: '04' });
const told = (code: string, change: Message = {}): Message => toQuery(code, { ...aboutRefund, txnType: '04', queryId: '202607050900001234567', ...change });
const short = (report: RefundReport): string => (report.kind === 'unknown' ? `unknown ${report.why}` : report.kind);

describe('UnionPay: sending a refund', () => {
  it('takes 00 for accepted, not for refunded', async () => { expect(await send(answered('00'))).to.deep.equal({ kind: 'accepted', refundTradeNo }); });
  it('takes 12 for "the earlier sending counts" and asks', async () => { expect(await send(answered('12'))).to.deep.equal({ kind: 'accepted', refundTradeNo }); });
  for (const [code, word] of [
    ['03', 'unknown pending'], ['04', 'unknown pending'], ['05', 'unknown pending'], ['99', 'unknown pending'], ['37', 'unknown busy'], ['34', 'unknown unheard-word'], ['42', 'unknown unheard-word'], ['X1', 'unknown unheard-word'],
    ['02', 'try-later'], ['06', 'try-later'], ['35', 'declined'], ['36', 'declined'], ['01', 'declined'], ['10', 'declined'], ['11', 'declined'],
  ] as const) {
    it(`takes ${code} for ${word}`, async () => { expect(short(await send(answered(code)))).to.equal(word); });
  }
  it('gives the reason of a refusal in Chinese', async () => {
    expect(await send(toCall('36', { ...aboutRefund, respMsg: '与原交易信息不符[6100036]' }))).to.deep.equal({ kind: 'declined', refundTradeNo, reason: '与原交易信息不符', code: '36' });
  });
  it('does not call a repeat failed because its txnTime is old: the first sending may have been taken in', async () => {
    expect(await send(answered('10'), at('20260705090459'))).to.include({ kind: 'declined' });
    for (const code of ['10', '11', '13', '14']) expect(short(await send(answered(code), at('20260705090500')))).to.equal('unknown call-refused');
  });
  it('stays open after a timeout, a cut line and answers nobody can believe', async () => {
    for (const [why, word] of [['timeout', 'timeout'], ['cut-off', 'unreadable']] as const) {
      const scene = new Scene({ http: { send: () => Promise.resolve({ kind: 'failure', why }) } });
      expect(await scene.channel.refunds.refund(anAccount(), aRefund(), 1000)).to.deep.equal({ kind: 'unknown', refundTradeNo, why: word });
    }
    expect(short(await send({ ...answered('00'), respCode: '01' }))).to.equal('unknown unsigned');
    expect(short(await send(''))).to.equal('unknown unreadable');
  });
  it('is tried again under the same number when nothing left the house', async () => {
    const scene = new Scene({ http: { send: () => Promise.resolve({ kind: 'failure', why: 'unreachable' }) } });
    expect(await scene.channel.refunds.refund(anAccount(), aRefund(), 1000)).to.deep.equal({ kind: 'try-later', refundTradeNo, code: 'unreachable' });
  });
});

describe('UnionPay: asking about a refund', () => {
  it('reports it refunded with moment and number when origRespCode is 00 or A6', async () => {
    const done = { kind: 'refunded', refundTradeNo, at: china('20260705090130'), channelRefundNo: '202607050900001234567' };
    expect(await ask(told('00'))).to.deep.equal(done);
    expect(await ask(told('A6'))).to.deep.equal(done);
    expect(await ask(told('00', { txnType: '00' }))).to.deep.equal(done);
  });
  for (const [what, change] of [['another amount', { txnAmt: '346' }], ['no amount', { txnAmt: '' }], ['another currency', { currencyCode: '840' }], ['the type of a payment', { txnType: '01' }], ['another order', { orderId: '20260705090000456001000099' }]] as const) {
    it(`never books a success with ${what}`, async () => { expect(short(await ask(told('00', change)))).to.equal('unknown unreadable'); });
  }
  it('reports definite failures as declined, also "busy" of the refund itself', async () => {
    for (const [code, { class: meaning }] of Object.entries(codeTable)) {
      if (['failed', 'not-now', 'our-fault'].includes(meaning)) expect(await ask(told(code))).to.include({ kind: 'declined', code });
    }
  });
  for (const [code, word] of [['03', 'unknown pending'], ['05', 'unknown pending'], ['99', 'unknown pending'], ['12', 'accepted'], ['34', 'not-found'], ['42', 'unknown unheard-word'], ['X1', 'unknown unheard-word']] as const) {
    it(`takes origRespCode ${code} for ${word}`, async () => { expect(short(await ask(told(code)))).to.equal(word); });
  }
  for (const [code, word] of [['34', 'not-found'], ['37', 'unknown busy'], ['03', 'unknown pending'], ['11', 'unknown call-refused'], ['35', 'unknown call-refused']] as const) {
    it(`takes respCode ${code} of the query for ${word}`, async () => { expect(short(await ask(answered(code)))).to.equal(word); });
  }
});

describe('UnionPay: undoing a payment on its day', () => {
  it('is accepted like a refund', async () => {
    const report = await new Scene().answers(answered('00')).channel.undoing?.undo(anAccount(), aRefund({ amount: anAttempt().amount }), 1000);
    expect(report).to.deep.equal({ kind: 'accepted', refundTradeNo });
  });
  it('of a part is refused without asking UnionPay', async () => {
    const scene = new Scene();
    expect(await scene.channel.undoing?.undo(anAccount(), aRefund({ amount: fen(1n) }), 1000)).to.include({ kind: 'declined' });
    expect(scene.requests).to.have.length(0);
  });
});
