import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { challengeValidMs, isCaptchaRight, judgeChallenge, signedText, type Challenge } from '../../../../domain/operators/challenge.js';
import { ended, isProvedLately, judgeSession, type Session } from '../../../../domain/operators/session.js';

const session: Session = { tokenHash: 'h', sessionNo: 's', operatorNo: 'o', stage: 'signed-in', address: '192.0.2.7', beganAt: 0, seenAt: 0, provedAt: 0, endedAt: undefined, end: undefined, version: 1 };
const challenge: Challenge = { challengeNo: 'c', purpose: 'sign-in', nonce: 'n', privateKey: 'p', captcha: 'aB3kP', sessionNo: undefined, madeAt: 0, usedAt: undefined, version: 1 };

describe('how long a session holds (SES-02)', () => {
  it('is a quarter of an hour without a person, eight hours in all, and five minutes for the second factor', () => {
    expect([judgeSession(session, 15 * minuteMs - 1), judgeSession(session, 15 * minuteMs)]).to.deep.equal(['good', 'idle']);
    const busy = { ...session, seenAt: 8 * hourMs - 1 };
    expect([judgeSession(busy, 8 * hourMs - 1), judgeSession(busy, 8 * hourMs)]).to.deep.equal(['good', 'too-old']);
    expect([judgeSession({ ...session, stage: 'factor' }, 5 * minuteMs - 1), judgeSession({ ...session, stage: 'factor' }, 5 * minuteMs)]).to.deep.equal(['good', 'idle']);
  });

  it('is over with its end, whatever the clock says', () => {
    for (const end of ['signed-out', 'kicked', 'ended-by-officer', 'rights-changed'] as const) expect(judgeSession(ended(session, end, 1), 2)).to.equal(end);
  });

  it('counts a second factor as shown for five minutes (AUTH-10)', () => {
    expect([isProvedLately(session, 5 * minuteMs - 1), isProvedLately(session, 5 * minuteMs), isProvedLately({ provedAt: undefined }, 0)]).to.deep.equal([true, false, false]);
  });
});

describe('a challenge', () => {
  it('is answered once, within two minutes, for its purpose and in its session', () => {
    const judged = (change: Partial<Challenge>, now = 0, sessionNo?: string) => judgeChallenge({ ...challenge, ...change }, 'sign-in', sessionNo, now);
    expect([judged({}), judged({ usedAt: 0 }), judged({ purpose: 'activate' }), judged({ sessionNo: 's' }), judged({}, 0, 's'), judged({}, challengeValidMs - 1), judged({}, challengeValidMs)])
      .to.deep.equal(['good', 'used', 'other-purpose', 'other-session', 'other-session', 'good', 'expired']);
  });

  it('has a picture that is read without regard to capitals, and never by nothing', () => {
    expect([isCaptchaRight('aB3kP', ' ab3KP '), isCaptchaRight('aB3kP', 'ab3k'), isCaptchaRight('aB3kP', ''), isCaptchaRight('aB3kP', undefined), isCaptchaRight(undefined, 'x')]).to.deep.equal([true, false, false, false, false]);
  });

  it('is signed with everything that a signature must not be moved between', () => {
    const texts = [signedText('sign-in', 'a', 'n', 'o'), signedText('step-up', 'a', 'n', 'o'), signedText('sign-in', 'b', 'n', 'o'), signedText('sign-in', 'a', 'm', 'o'), signedText('sign-in', 'a', 'n', 'p')];
    expect(new Set(texts).size).to.equal(texts.length);
  });
});
