import { expect } from 'chai';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { codeAt, goodPassword, openOperatorTown, place, stepMs } from './operator-town.js';

const other = 'Regen-und-Schirm-88';

describe('a session of an operator', () => {
  it('ends after a quarter of an hour without a person, whatever the page does by itself (SES-02)', async () => {
    const town = await openOperatorTown();
    const token = await town.enter('sysadmin');
    for (let minutes = 0; minutes < 14; minutes++) {
      town.clock.at += minuteMs;
      expect(await town.seen(token, true)).to.be.an('object');
    }
    town.clock.at += minuteMs;
    expect(await town.seen(token, true)).to.equal('idle');
    const used = await town.enter('sysadmin');
    for (let minutes = 0; minutes < 40; minutes += 10) {
      town.clock.at += 10 * minuteMs;
      expect(await town.seen(used)).to.be.an('object');
    }
  });

  it('ends after eight hours, however busy', async () => {
    const town = await openOperatorTown();
    const token = await town.enter('sysadmin');
    for (let passed = 0; passed < 8 * hourMs - stepMs - 10 * minuteMs; passed += 10 * minuteMs) {
      town.clock.at += 10 * minuteMs;
      expect(await town.seen(token)).to.be.an('object');
    }
    town.clock.at += 11 * minuteMs;
    expect(await town.seen(token)).to.equal('too-old');
  });

  it('is the only one of its account (SES-03)', async () => {
    const town = await openOperatorTown();
    const first = await town.enter('sysadmin');
    const second = await town.enter('sysadmin');
    expect([await town.seen(first), typeof await town.seen(second)]).to.deep.equal(['kicked', 'object']);
  });

  it('shows in the log whoever tries passwords in it (AUD-01)', async () => {
    const town = await openOperatorTown();
    const token = await town.enter('sysadmin');
    const given = await town.desk.challenges.forPasswordChange(token, place.address);
    if (!given.ok) throw new Error(given.refusal);
    const [cipher, newCipher] = [town.cipher(given.value, other), town.cipher(given.value, other)];
    expect(await town.desk.changePassword.run({ ...place, token, challengeNo: given.value.challengeNo, cipher, newCipher })).to.deep.equal({ ok: false, refusal: { code: 'failed' } });
    expect(town.audited.at(-1)).to.equal('operator.password-change-failed');
  });

  it('hides behind no crowd of others of its account (SES-03, SES-04)', async () => {
    const town = await openOperatorTown();
    const first = await town.enter('sysadmin');
    for (let begun = 0; begun < 120; begun++) {
      town.clock.at += 1000;
      await town.tryPassword('sysadmin', goodPassword);
    }
    await town.enter('sysadmin');
    expect(await town.seen(first)).to.equal('kicked');
  });

  it('is over at once when somebody signs out, is disabled, reset or ended by the security officer (SES-04, SES-05)', async () => {
    const town = await openOperatorTown();
    const sys = await town.numberOf('sysadmin');
    const acting = { ...place, by: { operatorNo: await town.numberOf('secadmin') } };
    const ends = {
      'signed-out': (token: string) => town.desk.signOut.run(token, place),
      'ended-by-officer': () => town.desk.operators.endSessions(acting, sys),
      'rights-changed': () => town.desk.operators.reset(acting, sys),
    };
    for (const [end, act] of Object.entries(ends)) {
      const token = await town.enter('sysadmin');
      await act(token);
      expect(await town.seen(token)).to.equal(end);
    }
    await town.desk.signOut.run('no-token-of-anybody-at-all-000000', place);
  });

  it('shows the second factor anew for what needs it, and goes on under another token (AUTH-10, SES-01)', async () => {
    const town = await openOperatorTown();
    const token = await town.enter('sysadmin');
    town.clock.at += 6 * minuteMs;
    expect(await town.seen(token)).to.include({ isProvedLately: false });
    expect(await town.desk.stepUp.run({ ...place, token, proof: { kind: 'totp', code: '000000' } })).to.deep.equal({ ok: false, refusal: 'wrong' });
    const proved = await town.desk.stepUp.run({ ...place, token, proof: { kind: 'totp', code: codeAt(town.clock.now()) } });
    if (!proved.ok) throw new Error(proved.refusal);
    expect(await town.seen(proved.value.token)).to.include({ isProvedLately: true });
    expect(await town.seen(token)).to.equal('signed-out');
    expect(town.audited.slice(-2)).to.deep.equal(['operator.step-up-failed', 'operator.stepped-up']);
  });

  it('is worth nothing as it stands in the database', async () => {
    const town = await openOperatorTown();
    const token = await town.enter('sysadmin');
    const stored = JSON.stringify([...town.database.tables.operatorSessions.all(false)]);
    expect(stored).to.not.contain(token);
  });
});

describe('a password of an operator', () => {
  const change = async (town: Awaited<ReturnType<typeof openOperatorTown>>, token: string, from: string, to: string) => {
    const given = await town.desk.challenges.forPasswordChange(token, place.address);
    if (!given.ok) return given.refusal;
    const came = await town.desk.changePassword.run({ ...place, token, challengeNo: given.value.challengeNo, cipher: town.cipher(given.value, from), newCipher: town.cipher(given.value, to) });
    return came.ok ? came.value : came.refusal;
  };

  it('is changed after a day at the earliest, to none of the last five, and ends other sessions', async () => {
    const town = await openOperatorTown();
    let token = await town.enter('sysadmin');
    expect(await change(town, token, goodPassword, other)).to.deep.equal({ code: 'password', why: 'changed-lately' });
    let present = goodPassword;
    for (let turn = 1; turn <= 5; turn++) {
      town.clock.at += dayMs;
      token = await town.enter('sysadmin', present);
      expect(await change(town, token, other, `${other}${turn}`)).to.deep.equal({ code: 'failed' });
      expect(await change(town, token, present, goodPassword)).to.deep.equal({ code: 'password', why: 'used-before' });
      const changed = await change(town, token, present, `${other}${turn}`);
      if (typeof changed === 'string' || !('token' in changed)) throw new Error(JSON.stringify(changed));
      expect([await town.seen(token), changed.next]).to.deep.equal(['signed-out', 'home']);
      present = `${other}${turn}`;
    }
    town.clock.at += dayMs;
    token = await town.enter('sysadmin', present);
    expect(await change(town, token, present, goodPassword), 'the sixth last').to.have.property('next', 'home');
  });

  it('that is ninety days old lets nobody do anything but change it', async () => {
    const town = await openOperatorTown();
    town.clock.at += 90 * dayMs;
    const begun = await town.tryPassword('sysadmin', goodPassword);
    const admitted = typeof begun === 'string' ? begun : await town.proof(begun.token);
    if (typeof admitted === 'string') throw new Error(admitted);
    expect([admitted.next, await town.seen(admitted.token)]).to.deep.equal(['change-password', 'not-signed-in']);
    const changed = await change(town, admitted.token, goodPassword, other);
    expect(typeof changed === 'object' && 'token' in changed ? typeof await town.seen(changed.token) : changed).to.equal('object');
  });

  it('that was reset is chosen by its holder with a code that works once, and the second factor stays (AUTH-08)', async () => {
    const town = await openOperatorTown();
    const acting = { ...place, by: { operatorNo: await town.numberOf('secadmin') } };
    const came = await town.desk.operators.reset(acting, await town.numberOf('auditor'));
    if (!came.ok) throw new Error(came.refusal);
    const { activationCode } = came.value;
    expect(await town.tryPassword('auditor', goodPassword)).to.equal('failed');
    expect(await town.tryActivation('auditor', activationCode, goodPassword)).to.deep.equal({ ok: false, refusal: { code: 'password', why: 'used-before' } });
    const activated = await town.tryActivation('auditor', activationCode, other);
    expect(activated.ok && activated.value.next).to.equal('totp');
    expect(await town.tryActivation('auditor', activationCode, `${other}9`)).to.deep.equal({ ok: false, refusal: { code: 'failed' } });
    expect(await town.desk.operators.reset(acting, acting.by.operatorNo)).to.deep.equal({ ok: false, refusal: 'own-account' });
  });

  it('is not set with a code that is a day old', async () => {
    const town = await openOperatorTown();
    const acting = { ...place, by: { operatorNo: await town.numberOf('sysadmin') } };
    const invited = await town.desk.operators.invite(acting, { account: 'lin.xiaoyu', name: '林小雨', mobile: '13800138000', remark: '' });
    if (!invited.ok) throw new Error(invited.refusal);
    town.clock.at += dayMs;
    expect(await town.tryActivation('lin.xiaoyu', invited.value.activationCode)).to.deep.equal({ ok: false, refusal: { code: 'failed' } });
  });
});
