import { expect } from 'chai';
import type { CancelReport } from '../../../application/ports/payment-channel.js';
import { anAccount, anAttempt, attemptNo, china, merId, queryId, Scene, toCall, toQuery } from './unionpay-scene.js';
import { merchantSigned, type Message } from './unionpay-other-side.js';

const barcode = anAttempt({ payMethod: 'bar' });
const cancel = (scene: Scene, attempt = barcode): Promise<CancelReport> => scene.channel.cancelling.cancel(anAccount(), attempt, 9000);
/** Query before, answer to the reversal, query after; one minute after the consume. */
const after = (...answers: readonly (Message | string)[]): Scene => Object.assign(new Scene().answers(...answers), { now: china('20260704101600') });
const paid = (): Message => toQuery('00');
const taken = (): Message => toCall('00', { txnType: '99', txnSubType: '01' });
const missing = (): Message => toCall('35', { txnType: '99', txnSubType: '01' });
const none = (): Message => toCall('34');

describe('UnionPay: taking back a scanned code', () => {
  it('sends the reversal with orderId and txnTime of the consume and no amount', async () => {
    const scene = after(paid(), taken(), toQuery('01'));
    await cancel(scene);
    const { signature: _signature, certId: _certId, ...fields } = scene.sent(1);
    expect(fields).to.deep.equal({
      version: '5.1.0', encoding: 'UTF-8', signMethod: '01', accessType: '0', merId, txnType: '99', txnSubType: '01', bizType: '000000', channelType: '08', orderId: attemptNo, txnTime: '20260704101500',
    });
    expect(merchantSigned(scene.sent(1))).to.equal(true);
    expect(scene.requests.map(({ url }) => url.slice(-13))).to.deep.equal(['queryTrans.do', 'ckTransReq.do', 'queryTrans.do']);
  });
  it('of a paid consume gave the money back once the query no longer says paid', async () => {
    expect(await cancel(after(paid(), taken(), toQuery('01')))).to.deep.equal({ kind: 'cancelled-refunded' });
    expect(await cancel(after(toQuery('42'), taken(), toQuery('01')))).to.deep.equal({ kind: 'cancelled-refunded' });
  });
  it('of an open consume ends it unpaid once the query says failed', async () => {
    expect(await cancel(after(toQuery('05'), taken(), toQuery('01')))).to.deep.equal({ kind: 'cancelled-unpaid' });
    expect(await cancel(after('', taken(), toQuery('01')))).to.deep.equal({ kind: 'cancelled-unpaid' });
    expect(await cancel(after(toQuery('05'), toCall('12'), toQuery('01')))).to.deep.equal({ kind: 'cancelled-unpaid' });
  });
  it('remembers that the consume was paid when an earlier try was interrupted', async () => {
    const known = anAttempt({ payMethod: 'bar', channelOrderNo: queryId });
    expect(await cancel(after(toQuery('01')), known)).to.deep.equal({ kind: 'cancelled-refunded' });
    expect(await cancel(after(toQuery('03'), taken(), toQuery('01')), known)).to.deep.equal({ kind: 'cancelled-refunded' });
  });
  it('sends no reversal when the consume has failed by itself', async () => {
    const scene = after(toQuery('64'));
    expect(await cancel(scene)).to.deep.equal({ kind: 'cancelled-unpaid' });
    expect(scene.requests).to.have.length(1);
  });
  for (const [what, last, why] of [
    ['paid', paid, 'original-paid'], ['charged', () => toQuery('74'), 'original-charged-in-error'], ['pending', () => toQuery('05'), 'pending'], ['not found', none, 'original-not-found'],
    ['nothing to be believed', () => '', 'unreadable'],
  ] as const) {
    it(`says nothing while an accepted reversal is followed by ${what}`, async () => { expect(await cancel(after(toQuery('05'), taken(), last()))).to.deep.equal({ kind: 'unknown', why }); });
  }
  for (const [what, reversal, why] of [['03', toCall('03'), 'reversal-answered-03'], ['99', toCall('99'), 'reversal-answered-99'], ['30', toCall('30'), 'reversal-answered-30'], ['an unsigned 00', 'respCode=00', 'unsigned']] as const) {
    it(`says nothing after a reversal answered ${what}`, async () => { expect(await cancel(after(toQuery('05'), reversal))).to.deep.equal({ kind: 'unknown', why }); });
  }
  it('of a consume that never arrived needs query, reversal and query to say so, and a minute', async () => {
    expect(await cancel(after(none(), missing(), none()))).to.deep.equal({ kind: 'cancelled-unpaid' });
    const early = Object.assign(after(none(), missing(), none()), { now: china('20260704101559') });
    expect(await cancel(early)).to.deep.equal({ kind: 'unknown', why: 'original-not-found' });
    expect(await cancel(after(none(), taken(), none()))).to.deep.equal({ kind: 'unknown', why: 'original-not-found' });
    expect(await cancel(after(toQuery('05'), missing(), none()))).to.deep.equal({ kind: 'unknown', why: 'original-not-found' });
    expect(await cancel(after(none(), missing(), toQuery('05')))).to.deep.equal({ kind: 'unknown', why: 'pending' });
    expect(await cancel(after(none(), missing(), paid()))).to.deep.equal({ kind: 'unknown', why: 'original-paid' });
    expect(await cancel(after('', missing(), none()))).to.deep.equal({ kind: 'unknown', why: 'original-not-found' });
  });
  it('does not take 35 for "unpaid": it also means a wrong state', async () => {
    expect(await cancel(after(paid(), missing(), paid()))).to.deep.equal({ kind: 'unknown', why: 'original-paid' });
    expect(await cancel(after(paid(), missing(), toQuery('01')))).to.deep.equal({ kind: 'cancelled-refunded' });
  });
  const atDayCut = (answer: Message | string): Scene => Object.assign(new Scene().answers(answer), { now: china('20260704230000') });
  it('once the clearing day is over ends what UnionPay calls failed or does not know, without a reversal', async () => {
    for (const answer of [toQuery('01'), toQuery('64'), none()]) {
      const scene = atDayCut(answer);
      expect(await cancel(scene)).to.deep.equal({ kind: 'cancelled-unpaid' });
      expect(scene.requests.map(({ url }) => url.slice(-13))).to.deep.equal(['queryTrans.do']);
      expect(scene.requests[0]?.timeoutMs).to.be.within(8000, 9000);
    }
  });
  for (const [what, answer] of [
    ['paid', paid], ['charged', () => toQuery('42')], ['pending', () => toQuery('05')], ['asked too often', () => toCall('37')], ['nothing to be believed', () => ''],
  ] as const) {
    it(`once the clearing day is over says nothing about a consume that is ${what}, and sends no reversal`, async () => {
      const scene = atDayCut(answer());
      expect(await cancel(scene)).to.deep.equal({ kind: 'unknown', why: 'clearing-day-is-over' });
      expect(scene.requests).to.have.length(1);
    });
  }
  it('once the clearing day is over waits the minute before it believes that a consume never arrived', async () => {
    const lastMoment = anAttempt({ payMethod: 'bar', channelTime: '20260704225930' });
    const asked = (now: string) => cancel(Object.assign(new Scene().answers(toCall('34', { txnTime: lastMoment.channelTime })), { now: china(now) }), lastMoment);
    expect(await asked('20260704230029')).to.deep.equal({ kind: 'unknown', why: 'clearing-day-is-over' });
    expect(await asked('20260704230030')).to.deep.equal({ kind: 'cancelled-unpaid' });
  });
  it('once the clearing day is over remembers that the consume was paid', async () => {
    const known = anAttempt({ payMethod: 'bar', channelOrderNo: queryId });
    expect(await cancel(atDayCut(toQuery('01')), known)).to.deep.equal({ kind: 'cancelled-refunded' });
    expect(await cancel(atDayCut(none()), known)).to.deep.equal({ kind: 'unknown', why: 'clearing-day-is-over' });
  });
  it('is still possible at 22:59:59', async () => {
    const scene = Object.assign(new Scene().answers(paid(), taken(), toQuery('01')), { now: china('20260704225959') });
    expect(await cancel(scene)).to.deep.equal({ kind: 'cancelled-refunded' });
  });
  it('is not offered for page payments', async () => {
    const scene = new Scene();
    expect(await cancel(scene, anAttempt())).to.deep.equal({ kind: 'unknown', why: 'only-barcodes-can-be-reversed' });
    expect(scene.requests).to.have.length(0);
  });
  it('shares the time it was given among its calls', async () => {
    const scene = after(paid(), taken(), toQuery('01'));
    await cancel(scene);
    const [first = 0, second = 0, third = 0] = scene.requests.map(({ timeoutMs }) => timeoutMs);
    expect(first).to.be.within(2900, 3000);
    expect(second).to.be.within(4000, 4500);
    expect(third).to.be.within(8000, 9000);
  });
});
