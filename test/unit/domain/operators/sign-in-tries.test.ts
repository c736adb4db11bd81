import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { afterWrongTry, forgiven, holderOf, isLocked, lockAfter, needsCaptcha, noTries, tryRules, type SignInTries, type TriesOf } from '../../../../domain/operators/sign-in-tries.js';

const wrong = (tries: SignInTries, of: TriesOf, moments: readonly number[]): SignInTries => moments.reduce((now, at) => afterWrongTry(now, of, at), tries);

describe('wrong tries of a sign-in (AUTH-04, AUTH-05)', () => {
  const account = noTries(holderOf('account', 'zhang.wei'));

  it('lock an account with the fifth within a quarter of an hour, and a place with the thirtieth', () => {
    const four = wrong(account, 'account', [1, 2, 3, 4]);
    expect([isLocked(four, 5), needsCaptcha(four, 5)]).to.deep.equal([false, true]);
    const five = afterWrongTry(four, 'account', 5);
    expect([isLocked(five, 5), isLocked(five, 5 + tryRules.lockMs - 1), isLocked(five, 5 + tryRules.lockMs)]).to.deep.equal([true, true, false]);
    const place = wrong(noTries(holderOf('address', '192.0.2.7')), 'address', Array.from({ length: lockAfter.address - 1 }, (_, at) => at));
    expect([isLocked(place, 30), isLocked(afterWrongTry(place, 'address', 30), 31)]).to.deep.equal([false, true]);
  });

  it('are forgotten after a quarter of an hour, and by the right one', () => {
    const three = wrong(account, 'account', [0, 1, 2]);
    expect([needsCaptcha(three, 3), needsCaptcha(three, 15 * minuteMs)]).to.deep.equal([true, false]);
    expect(isLocked(wrong(three, 'account', [15 * minuteMs + 1, 15 * minuteMs + 2]), 15 * minuteMs + 3)).to.equal(false);
    expect(needsCaptcha(forgiven(three), 3)).to.equal(false);
    expect(isLocked(forgiven(wrong(account, 'account', [0, 1, 2, 3, 4])), 5)).to.equal(false);
  });

  it('never keep more moments than they count', () => {
    const many = wrong(noTries('address:x'), 'address', Array.from({ length: 500 }, (_, at) => at * minuteMs));
    expect(many.wrongAt.length).to.be.at.most(lockAfter.address);
    expect(holderOf('account', 'x'.repeat(500)).length).to.be.at.most(80);
  });
});
