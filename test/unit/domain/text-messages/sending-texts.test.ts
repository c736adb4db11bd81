import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { afterDelivery, reportAwaitedMs, withoutReport } from '../../../../domain/text-messages/delivery.js';
import type { TextMessage } from '../../../../domain/text-messages/text-message.js';
import type { SubmitReport } from '../../../../domain/text-messages/reports.js';
import { afterInterruption, afterSubmission, beginSending, sendAgain, sendingTakesMs } from '../../../../domain/text-messages/submission.js';
import { aTextMessage, textMessageMadeAt as at } from '../../../builders/text-message.js';

const notSent: SubmitReport = { kind: 'not-sent', why: 'unreachable' };
const noReply: SubmitReport = { kind: 'unknown', why: 'timeout' };
/** One whole sending at `now`. */
function sentWith(message: TextMessage, report: SubmitReport, now: number): TextMessage {
  const begun = beginSending(message, now);
  if (!begun.ok) throw new Error(begun.refusal);
  return afterSubmission(begun.value, report, now);
}
const submitted = aTextMessage({ state: 'submitted', groupNo: 'G1', tries: 1, lastTriedAt: at, submittedAt: at });

describe('a text that is handed to the platform', () => {
  it('is submitted with the group number of the platform', () => {
    const message = sentWith(aTextMessage({ code: 'unreachable', tries: 1 }), { kind: 'submitted', groupNo: 'G1' }, at + 5);
    expect(message).to.deep.equal(aTextMessage({ state: 'submitted', groupNo: 'G1', tries: 2, lastTriedAt: at + 5, submittedAt: at + 5 }));
  });

  it('is sent only when it is due, waits, and is not being sent already', () => {
    const message = aTextMessage({ sendAt: at + 10 });
    expect(beginSending(message, at + 9)).to.deep.equal({ ok: false, refusal: 'too-early' });
    const begun = beginSending(message, at + 10);
    if (!begun.ok) throw new Error(begun.refusal);
    expect(begun.value).to.deep.equal({ ...message, isBeingSent: true, tries: 1, lastTriedAt: at + 10 });
    expect(beginSending(begun.value, at + 11)).to.deep.equal({ ok: false, refusal: 'being-sent' });
    for (const state of ['submitted', 'delivered', 'failed', 'unknown'] as const) {
      expect(beginSending(aTextMessage({ state }), at)).to.deep.equal({ ok: false, refusal: 'not-queued' });
    }
  });

  it('has no result of a sending that was not begun', () => {
    for (const message of [aTextMessage(), aTextMessage({ state: 'unknown', isBeingSent: true })]) expect(() => afterSubmission(message, noReply, at)).to.throw('begun');
  });

  it('is unknown, and not sent again blindly, when the process died while it was being sent', () => {
    const begun = beginSending(aTextMessage(), at);
    if (!begun.ok) throw new Error(begun.refusal);
    expect(afterInterruption(begun.value, at + sendingTakesMs - 1)).to.equal(undefined);
    expect(afterInterruption(begun.value, at + sendingTakesMs)).to.include({ state: 'unknown', code: 'interrupted', isBeingSent: false, tries: 1 });
    expect(afterInterruption(aTextMessage({ lastTriedAt: at }), at + 2 * sendingTakesMs)).to.equal(undefined);
  });

  it('has failed after a definite no', () => {
    const message = sentWith(aTextMessage(), { kind: 'refused', code: 'InvalidMobile', retryable: false }, at);
    expect(message).to.include({ state: 'failed', code: 'InvalidMobile', tries: 1, endedAt: at });
  });

  it('waits longer each time while the request does not leave, and fails when the waits are used up', () => {
    let message = aTextMessage();
    const waits: number[] = [];
    for (let now = at; message.state === 'queued' && waits.length < 10; now = message.sendAt) {
      message = sentWith(message, notSent, now);
      if (message.state === 'queued') waits.push(message.sendAt - now);
    }
    expect(waits).to.deep.equal([1, 5, 15, 30].map((minutes) => minutes * minuteMs));
    expect(message).to.include({ state: 'failed', code: 'unreachable', tries: 5 });
  });

  it('is tried again after a refusal that may pass', () => {
    const message = sentWith(aTextMessage(), { kind: 'refused', code: 'busy', retryable: true }, at);
    expect(message).to.include({ state: 'queued', code: 'busy', sendAt: at + minuteMs });
  });

  it('is not tried again by itself where it may have gone out', () => {
    expect(sentWith(aTextMessage(), noReply, at)).to.include({ state: 'unknown', code: 'timeout', endedAt: undefined });
  });

  it('is never tried again when it holds a verification code', () => {
    const code = aTextMessage({ scene: 'login', template: 'LOGIN_CODE', params: undefined });
    expect(sentWith(code, notSent, at)).to.include({ state: 'failed', code: 'unreachable' });
    const unknown = sentWith(code, noReply, at);
    expect(sendAgain(unknown, at)).to.deep.equal({ ok: false, refusal: 'code-not-kept' });
  });

  it('may be sent again once, and is marked', () => {
    const unknown = sentWith(aTextMessage(), noReply, at);
    const again = sendAgain(unknown, at + hourMs);
    if (!again.ok) throw new Error('not sent again');
    expect(again.value).to.include({ state: 'queued', resent: true, sendAt: at + hourMs });
    expect(sendAgain(sentWith(again.value, noReply, at + hourMs), at + 2 * hourMs)).to.deep.equal({ ok: false, refusal: 'resent-before' });
  });

  it('stays unknown when the sending again is refused, for the first may have arrived', () => {
    const again = aTextMessage({ tries: 1, resent: true });
    expect(sentWith(again, { kind: 'refused', code: 'IllegalSignId', retryable: false }, at)).to.include({ state: 'unknown', endedAt: at });
    expect(sentWith(aTextMessage({ tries: 4, resent: true }), notSent, at)).to.include({ state: 'unknown', endedAt: at });
  });

  it('is not sent again unless nobody knows of it', () => {
    expect(sendAgain(aTextMessage(), at)).to.deep.equal({ ok: false, refusal: 'not-unknown' });
    expect(sendAgain(submitted, at)).to.deep.equal({ ok: false, refusal: 'not-unknown' });
    expect(sendAgain({ ...submitted, state: 'unknown' }, at)).to.deep.equal({ ok: false, refusal: 'submitted-before' });
    expect(sendAgain(aTextMessage({ state: 'unknown', endedAt: at }), at)).to.deep.equal({ ok: false, refusal: 'ended' });
  });
});

describe('a report about a text', () => {
  it('delivers or fails a submitted text', () => {
    expect(afterDelivery(submitted, { kind: 'delivered', at: undefined }, at + 1)).to.deep.equal({ ok: true, value: { ...submitted, state: 'delivered', endedAt: at + 1 } });
    expect(afterDelivery(submitted, { kind: 'failed', code: 'CM:8003', at }, at + 1))
      .to.deep.equal({ ok: true, value: { ...submitted, state: 'failed', code: 'CM:8003', endedAt: at + 1 } });
  });

  it('changes nothing without a definite word, told twice, or against the first word', () => {
    const delivered = { ...submitted, state: 'delivered', endedAt: at } as const;
    expect(afterDelivery(submitted, { kind: 'no-word', code: 'XX:1' }, at)).to.deep.equal({ ok: false, refusal: 'nothing-new' });
    expect(afterDelivery(delivered, { kind: 'delivered', at }, at)).to.deep.equal({ ok: false, refusal: 'told-twice' });
    expect(afterDelivery(delivered, { kind: 'failed', code: 'GW:9999', at }, at)).to.deep.equal({ ok: false, refusal: 'contradicts' });
    expect(afterDelivery(aTextMessage(), { kind: 'delivered', at }, at)).to.deep.equal({ ok: false, refusal: 'not-submitted' });
  });

  it('is not waited for longer than 72 hours, and still counts when it comes later', () => {
    expect(withoutReport(submitted, at + reportAwaitedMs - 1)).to.equal(undefined);
    const closed = withoutReport(submitted, at + reportAwaitedMs);
    if (closed === undefined) throw new Error('still waited for');
    expect(closed).to.include({ state: 'unknown', code: 'no-report', endedAt: at + 72 * hourMs });
    expect(withoutReport(closed, at + 2 * reportAwaitedMs)).to.equal(undefined);
    expect(afterDelivery(closed, { kind: 'delivered', at }, at + 80 * hourMs)).to.deep.include({ ok: true });
  });

  it('is awaited as long for a text without a reply, and never for one that waits or has ended', () => {
    const unknown = sentWith(aTextMessage(), noReply, at);
    expect(withoutReport(unknown, at + reportAwaitedMs)).to.include({ state: 'unknown', code: 'timeout', endedAt: at + reportAwaitedMs });
    expect(withoutReport(aTextMessage(), at + 10 * reportAwaitedMs)).to.equal(undefined);
    expect(withoutReport({ ...submitted, state: 'failed', endedAt: at }, at + 10 * reportAwaitedMs)).to.equal(undefined);
  });
});
