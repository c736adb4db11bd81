import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { codeAt, form, goodPassword, openOperatorTown, OperatorTown, place, staleHash, stepMs } from './operator-town.js';

const other = 'Regen-und-Schirm-88';

describe('signing in', () => {
  it('begins with one-time codes for three officers, given out once (AUTH-01)', async () => {
    const town = new OperatorTown();
    const invited = await town.desk.firstOfficers.run();
    expect(invited.map(({ operator }) => [operator.account, operator.officer, operator.state])).to.deep.equal([['sysadmin', 'system-officer', 'invited'], ['secadmin', 'security-officer', 'invited'], ['auditor', 'audit-officer', 'invited']]);
    expect(new Set(invited.map(({ activationCode }) => activationCode)).size).to.equal(3);
    expect(await town.desk.firstOfficers.run()).to.deep.equal([]);
    for (const password of ['admin', '123456', 'sysadmin', invited[0]?.activationCode ?? '']) expect(await town.tryPassword('sysadmin', password)).to.be.oneOf(['failed', 'captcha']);
  });

  it('takes a password, then a second factor, and nothing before both (AUTH-03)', async () => {
    const town = await openOperatorTown();
    const begun = await town.tryPassword(' SysAdmin ', goodPassword);
    if (typeof begun === 'string') throw new Error(begun);
    expect(begun.next).to.equal('totp');
    expect(await town.seen(begun.token)).to.equal('not-signed-in');
    const admitted = await town.proof(begun.token);
    if (typeof admitted === 'string') throw new Error(admitted);
    expect([admitted.next, admitted.token === begun.token]).to.deep.equal(['home', false]);
    expect(await town.seen(admitted.token)).to.include({ factor: 'totp', isProvedLately: true });
    expect(await town.seen(begun.token)).to.equal('signed-out');
  });

  it('takes each code of an authenticator once', async () => {
    const town = await openOperatorTown();
    const first = await town.tryPassword('sysadmin', goodPassword);
    const second = await town.tryPassword('sysadmin', goodPassword);
    if (typeof first === 'string' || typeof second === 'string') throw new Error('not begun');
    expect(await town.proof(first.token)).to.have.property('next', 'home');
    expect(await town.proof(second.token), 'ended by the first').to.equal('not-signed-in');
    const third = await town.tryPassword('sysadmin', goodPassword);
    expect(typeof third === 'string' ? third : await town.proof(third.token)).to.equal('wrong');
    town.clock.at += stepMs;
    expect(typeof third === 'string' ? third : await town.proof(third.token)).to.have.property('next', 'home');
  });

  it('says the same of unknown, wrong, disabled and locked, and spends a hash on each (AUTH-06)', async () => {
    const town = await openOperatorTown();
    const acting = { ...place, by: { operatorNo: await town.numberOf('sysadmin') } };
    const invited = await town.desk.operators.invite(acting, { account: 'chen.wei', name: '陈伟', mobile: undefined, remark: '' });
    if (!invited.ok) throw new Error(invited.refusal);
    await town.arrive('chen.wei', invited.value.activationCode);
    await town.desk.operators.disable(acting, invited.value.operator.operatorNo);
    town.hashed.length = 0;
    const answers = [await town.tryPassword('nobody', goodPassword), await town.tryPassword('secadmin', other), await town.tryPassword('chen.wei', goodPassword)];
    expect([answers, town.hashed]).to.deep.equal([['failed', 'failed', 'failed'], ['spend', 'verify', 'spend']]);
  });

  it('locks an account after five wrong tries in a quarter of an hour, for half an hour, also for the right password (AUTH-04)', async () => {
    const town = await openOperatorTown();
    for (let tries = 0; tries < 5; tries++) expect(await town.tryPassword('sysadmin', other, { captcha: 'aB3kP' })).to.equal('failed');
    town.hashed.length = 0;
    expect(await town.tryPassword('sysadmin', goodPassword, { captcha: 'AB3KP' })).to.equal('failed');
    expect(town.hashed).to.deep.equal(['spend']);
    expect(await town.tryPassword('secadmin', goodPassword, { captcha: 'ab3kp' }), 'nobody else from there is locked').to.have.property('next', 'totp');
    town.clock.at += 30 * minuteMs;
    expect(await town.tryPassword('sysadmin', goodPassword)).to.have.property('next', 'totp');
  });

  it('counts wrong second factors as well, and fifty tries at once no more than five', async () => {
    const town = await openOperatorTown();
    const begun = await town.tryPassword('sysadmin', goodPassword);
    if (typeof begun === 'string') throw new Error(begun);
    const wrong = codeAt(town.clock.now() - 10 * minuteMs);
    const tries = await Promise.all(Array.from({ length: 50 }, () => town.proof(begun.token, { kind: 'totp', code: wrong }).catch((error: Error) => error.name)));
    expect(tries.every((one) => one === 'wrong' || one === 'ConcurrentChange')).to.equal(true);
    expect(await town.proof(begun.token), 'locked by now').to.equal('wrong');
    expect(town.audited.filter((action) => action === 'operator.factor-failed')).to.have.lengthOf(5);
  });

  it('forgives no wrong second factor for a right password: whoever knows one does not guess at the other for ever (AUTH-04)', async () => {
    const town = await openOperatorTown();
    const wrong = { kind: 'totp', code: codeAt(town.clock.now() - 10 * minuteMs) } as const;
    for (let tries = 0; tries < 20; tries++) {
      const begun = await town.tryPassword('sysadmin', goodPassword, { captcha: 'aB3kP' });
      if (typeof begun !== 'string') await town.proof(begun.token, wrong);
      town.clock.at += 1000;
    }
    expect(town.audited.filter((action) => action === 'operator.factor-failed')).to.have.lengthOf(5);
    town.clock.at += 30 * minuteMs;
    expect(await town.enter('sysadmin'), 'the holder comes in after the lock').to.be.a('string');
    for (let tries = 0; tries < 4; tries++) await town.tryPassword('sysadmin', other, { captcha: 'aB3kP' });
    const begun = await town.tryPassword('sysadmin', goodPassword, { captcha: 'aB3kP' });
    if (typeof begun === 'string') throw new Error(begun);
    expect(await town.proof(begun.token), 'a right fifth try does not lock').to.have.property('next', 'home');
    expect(await town.tryPassword('sysadmin', goodPassword, { captcha: 'aB3kP' }), 'nor does anything stay of the wrong ones').to.have.property('next', 'totp');
  });

  it('does not lock a place for a right try that comes after twenty-nine wrong ones', async () => {
    const town = await openOperatorTown();
    for (let tries = 0; tries < 29; tries++) expect(await town.tryPassword(`nobody-${tries}`, other, { captcha: 'aB3kP' })).to.equal('failed');
    expect(await town.tryPassword('sysadmin', goodPassword, { captcha: 'aB3kP' })).to.have.property('next', 'totp');
    expect(await town.tryPassword('secadmin', goodPassword, { captcha: 'aB3kP' })).to.have.property('next', 'totp');
  });

  it('asks for the text of a picture after three wrong tries, which is good for one try (AUTH-05)', async () => {
    const town = await openOperatorTown();
    for (let tries = 0; tries < 3; tries++) await town.tryPassword('sysadmin', other);
    expect(await town.tryPassword('sysadmin', goodPassword)).to.equal('captcha');
    expect(await town.tryPassword('sysadmin', goodPassword, { captcha: '' })).to.equal('captcha');
    expect(await town.tryPassword('sysadmin', goodPassword, { captcha: 'wrong' })).to.equal('captcha');
    const given = await town.challenge('sign-in', 'sysadmin');
    expect(given.captcha).to.equal('<svg/>');
    const request = { ...place, form, challengeNo: given.challengeNo, account: 'sysadmin', cipher: town.cipher(given, goodPassword), captcha: 'ab3kp' };
    expect((await town.desk.signIn.run(request)).ok).to.equal(true);
    expect(await town.desk.signIn.run(request)).to.deep.equal({ ok: false, refusal: 'challenge' });
  });

  it('takes no answer to a picture that was shown for another account, in another browser or in none, before the password is looked at (AUTH-05)', async () => {
    const town = await openOperatorTown();
    for (const account of ['sysadmin', 'secadmin']) for (let tries = 0; tries < 3; tries++) await town.tryPassword(account, other, { captcha: 'aB3kP' });
    town.hashed.length = 0;
    const sent = async (asked: { readonly account: string; readonly form?: string }, more: { readonly account?: string; readonly form?: string }) => {
      const given = await town.desk.challenges.forStranger({ purpose: 'sign-in', form, address: place.address, ...asked });
      if (!given.ok) throw new Error(given.refusal);
      const came = await town.desk.signIn.run({ ...place, challengeNo: given.value.challengeNo, form: given.value.form, account: asked.account, cipher: town.cipher(given.value, goodPassword), captcha: 'aB3kP', ...more });
      return came.ok ? came.value.next : came.refusal;
    };
    const another = 'G'.repeat(32);
    for (const more of [{ account: 'secadmin' }, { form: another }, { form: '' }]) expect(await sent({ account: 'sysadmin' }, more), JSON.stringify(more)).to.equal('challenge');
    expect(await sent({ account: 'nobody' }, { account: 'sysadmin' }), 'one that needs no picture is no way round it').to.equal('challenge');
    expect(town.hashed).to.deep.equal([]);
    expect(await sent({ account: ' SysAdmin ', form: another }, { account: 'sysadmin', form: another })).to.equal('totp');
  });

  it('takes no password that was encrypted for another challenge, or later than two minutes (AUTH-09)', async () => {
    const town = await openOperatorTown();
    const [one, two, late] = [await town.challenge('sign-in', 'sysadmin'), await town.challenge('sign-in', 'sysadmin'), await town.challenge('sign-in', 'sysadmin')];
    const sent = (challengeNo: string, cipher: string) => town.desk.signIn.run({ ...place, form, challengeNo, account: 'sysadmin', cipher, captcha: undefined });
    expect(await sent(two.challengeNo, town.cipher(one, goodPassword))).to.deep.equal({ ok: false, refusal: 'failed' });
    expect(await sent(one.challengeNo, `${one.publicKey}:${JSON.stringify({ password: goodPassword, nonce: two.nonce })}`)).to.deep.equal({ ok: false, refusal: 'failed' });
    town.clock.at += 2 * minuteMs;
    expect(await sent(late.challengeNo, town.cipher(late, goodPassword))).to.deep.equal({ ok: false, refusal: 'challenge' });
    const wrongUse = await town.challenge('activate', 'sysadmin');
    expect(await sent(wrongUse.challengeNo, town.cipher(wrongUse, goodPassword))).to.deep.equal({ ok: false, refusal: 'challenge' });
  });

  it('makes a hash of an older kind anew with the password at hand, and leaves one alone that is up to date (AUTH-07)', async () => {
    const town = await openOperatorTown();
    const no = await town.numberOf('sysadmin');
    const stored = async () => town.parts.unitOfWork.read(async ({ operators }) => await operators.credentials(no) ?? expect.fail('no credentials'));
    const before = await stored();
    const makeStale = () => town.parts.unitOfWork.run(async ({ operators }) => operators.putCredentials({ ...await stored(), password: staleHash(goodPassword) }));
    await town.tryPassword('sysadmin', goodPassword);
    expect(await stored()).to.deep.equal(before);
    await makeStale();
    expect(await town.tryPassword('sysadmin', other, { captcha: 'aB3kP' })).to.equal('failed');
    expect((await stored()).password, 'not by a wrong one').to.equal(staleHash(goodPassword));
    expect(await town.tryPassword('sysadmin', goodPassword)).to.have.property('next', 'totp');
    expect((await stored()).password).to.equal(before.password);
    expect(await town.enter('sysadmin')).to.be.a('string');
  });

  it('leaves a password alone that was changed while it was looked at, and lets nobody in by the former one (AUTH-07)', async () => {
    const town = await openOperatorTown();
    const no = await town.numberOf('sysadmin');
    const put = (password: string | undefined) => town.parts.unitOfWork.run(async ({ operators }) => operators.putCredentials({ ...await operators.credentials(no) ?? expect.fail('none'), password }));
    for (const changed of ['fake$chosen-meanwhile', undefined]) {
      for (const former of [staleHash(goodPassword), staleHash(goodPassword).replace('old', '')]) {
        await put(former);
        town.whileVerifying = () => put(changed);
        expect(await town.tryPassword('sysadmin', goodPassword, { captcha: 'aB3kP' })).to.equal('failed');
        town.whileVerifying = () => Promise.resolve();
        expect(await town.parts.unitOfWork.read(async ({ operators }) => (await operators.credentials(no))?.password)).to.equal(changed);
      }
    }
  });

  it('writes down who signed in and who failed, and nothing of what was typed (AUD-01)', async () => {
    const town = await openOperatorTown();
    await town.tryPassword('sysadmin', other);
    await town.tryPassword(goodPassword, goodPassword);
    await town.enter('sysadmin');
    expect(town.audited.slice(-3)).to.deep.equal(['operator.sign-in-failed', 'operator.sign-in-failed', 'operator.signed-in']);
    const all = JSON.stringify(town.database.tables.audit.all(false));
    expect(all).to.not.contain(goodPassword);
    expect(all).to.not.contain(other);
  });

  it('writes down a failed activation as well (AUD-01)', async () => {
    const town = new OperatorTown();
    const [first] = await town.desk.firstOfficers.run();
    expect(await town.tryActivation('sysadmin', 'no-such-code')).to.deep.equal({ ok: false, refusal: { code: 'failed' } });
    expect(await town.tryActivation('nobody', first?.activationCode ?? '')).to.deep.equal({ ok: false, refusal: { code: 'failed' } });
    const failed = town.database.tables.audit.all(false).filter(({ entry }) => entry.action === 'operator.activation-failed');
    expect(failed.map(({ entry }) => entry.objectNo)).to.deep.equal([first?.operator.operatorNo, 'unknown']);
    expect(JSON.stringify(failed)).to.not.contain(first?.activationCode);
  });

  it('counts names that nobody can have as one, and keeps none of a place that is locked: nobody fills a table with them', async () => {
    const town = await openOperatorTown();
    const before = town.database.tables.signInTries.all(false).length;
    for (const name of ['张三', 'a\u0000b', '\ud800', 'x'.repeat(64)]) expect(await town.tryPassword(name, other, { captcha: 'aB3kP' })).to.equal('failed');
    expect(town.database.tables.signInTries.all(false)).to.have.lengthOf(before + 1);
    for (let tries = 0; tries < 60; tries++) await town.tryPassword(`nobody-${tries}`, other, { captcha: 'aB3kP' });
    expect(town.database.tables.signInTries.all(false)).to.have.lengthOf(before + 1 + 26);
  });

  it('forgets questions that nobody can answer any more, however many strangers asked for', async () => {
    const town = await openOperatorTown();
    for (let asked = 0; asked < 1200; asked++) await town.challenge('sign-in', 'sysadmin');
    town.clock.at += 5 * minuteMs;
    await town.challenge('sign-in', 'sysadmin');
    expect(await town.desk.forgetChallenges.run()).to.be.above(1199);
    expect(town.database.tables.signInChallenges.all(false)).to.have.lengthOf(1);
  });

  it('forgets wrong tries that count no more, whatever names strangers have guessed, and keeps locks and fresh ones', async () => {
    const town = await openOperatorTown();
    for (let tries = 0; tries < 12; tries++) await town.tryPassword(`nobody-${tries}`, other, { captcha: 'aB3kP' });
    const guessed = () => town.database.tables.signInTries.all(false).filter(({ holder }) => holder.startsWith('account:nobody-'));
    // Those of people who signed in are forgiven, and go at once.
    expect((await town.desk.forgetSignIns.run()).sessions).to.equal(0);
    expect(guessed()).to.have.lengthOf(12);
    town.clock.at += 16 * minuteMs;
    await town.tryPassword('nobody-new', other, { captcha: 'aB3kP' });
    expect((await town.desk.forgetSignIns.run()).tries).to.be.above(11);
    expect(guessed().map(({ holder }) => holder)).to.deep.equal(['account:nobody-new']);
  });

  it('slows down whoever asks too often from one place', async () => {
    const town = await openOperatorTown();
    const given = await town.challenge('sign-in', 'sysadmin');
    town.allowed = 0;
    expect(await town.desk.signIn.run({ ...place, form, challengeNo: given.challengeNo, account: 'sysadmin', cipher: town.cipher(given, goodPassword), captcha: undefined })).to.deep.equal({ ok: false, refusal: 'too-many' });
    expect(await town.desk.challenges.forStranger({ purpose: 'sign-in', account: 'sysadmin', form, address: place.address })).to.deep.equal({ ok: false, refusal: 'too-many' });
  });
});
