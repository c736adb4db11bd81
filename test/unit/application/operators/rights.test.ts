import { expect } from 'chai';
import type { OfficerKind } from '../../../../domain/operators/officers.js';
import { openOperatorTown, OperatorTown, place } from './operator-town.js';

async function staffed() {
  const town = await openOperatorTown();
  const as = async (account: string) => ({ ...place, by: { operatorNo: await town.numberOf(account) } });
  const [system, security] = [await as('sysadmin'), await as('secadmin')];
  await town.desk.roles.add(security, { roleCode: 'finance', roleName: '财务', permissions: ['settlement.settlements.read'], remark: '' });
  const invited = await town.desk.operators.invite(system, { account: 'chen.wei', name: '陈伟', mobile: undefined, remark: '' });
  if (!invited.ok) throw new Error(invited.refusal);
  const { operator, activationCode } = invited.value;
  const ask = async (operatorNo: string, grant: { officer?: OfficerKind; roleCodes?: readonly string[] }, by = system) => {
    const came = await town.desk.grants.ask(by, operatorNo, { officer: grant.officer, roleCodes: grant.roleCodes ?? [] }, '');
    return came.ok ? came.value.requestNo : came.refusal;
  };
  const decide = async (requestNo: string, by = security, decision: 'approve' | 'reject' = 'approve') => {
    const came = await town.desk.grants.decide(by, requestNo, decision, '');
    return came.ok ? came.value.state : came.refusal;
  };
  return { town, as, system, security, operator, activationCode, ask, decide };
}

describe('rights of operators', () => {
  it('are asked for by one person and given by another, and count at the next sign-in (RBAC-03)', async () => {
    const { town, operator, activationCode, ask, decide, system } = await staffed();
    const token = await town.arrive('chen.wei', activationCode);
    const before = await town.seen(token);
    expect(typeof before === 'string' ? before : before.rights.size).to.equal(0);
    const requestNo = await ask(operator.operatorNo, { roleCodes: ['finance'] });
    expect(await decide(requestNo, system)).to.equal('own-request');
    expect(await decide(requestNo)).to.equal('approved');
    expect(await decide(requestNo)).to.equal('not-waiting');
    expect(await town.seen(token)).to.equal('rights-changed');
    const after = await town.seen(await town.enter('chen.wei'));
    expect(typeof after === 'string' ? after : [...after.rights]).to.deep.equal(['settlement.settlements.read']);
    expect(town.audited).to.include.members(['operator.grant-asked', 'operator.granted']);
  });

  it('of officers are their own, exclude all others, and are never left without a holder (RBAC-02)', async () => {
    const { town, operator, as, ask, decide } = await staffed();
    const rights = await Promise.all((['sysadmin', 'secadmin', 'auditor'] as const).map(async (one) => {
      const seen = await town.seen(town.tokens.get(one) ?? '', true);
      return typeof seen === 'string' ? seen : seen.rights;
    }));
    const [system, security, audit] = rights.map((one) => (typeof one === 'string' ? new Set<string>() : one));
    expect([system?.has('platform.operator-roles.grant'), security?.has('platform.operators.edit'), audit?.has('platform.audit.read')]).to.deep.equal([false, false, true]);
    expect([...audit ?? []].every((right) => right.startsWith('platform.audit'))).to.equal(true);
    expect(await ask(operator.operatorNo, { officer: 'audit-officer', roleCodes: ['finance'] })).to.equal('officer-with-roles');
    expect(await ask(await town.numberOf('auditor'), { officer: 'system-officer' })).to.equal('two-offices');
    expect(await ask(await town.numberOf('auditor'), {})).to.equal('last-officer');
    expect(await ask(await town.numberOf('sysadmin'), { roleCodes: ['finance'] })).to.equal('own-account');
    expect(await town.desk.operators.disable(await as('sysadmin'), await town.numberOf('auditor'))).to.deep.equal({ ok: false, refusal: 'last-officer' });
    expect(await town.desk.operators.disable(await as('sysadmin'), await town.numberOf('sysadmin'))).to.deep.equal({ ok: false, refusal: 'own-account' });
    const second = await ask(operator.operatorNo, { officer: 'audit-officer' });
    expect(await decide(second)).to.equal('approved');
  });

  it('are not given where the account changed after they were asked for, nor to whoever decides', async () => {
    const { town, operator, as, system, ask, decide } = await staffed();
    const requestNo = await ask(operator.operatorNo, { roleCodes: ['finance'] });
    await town.desk.operators.edit(system, operator.operatorNo, { name: '陈伟伟', mobile: undefined, remark: '' });
    expect(await decide(requestNo)).to.equal('changed-meanwhile');
    const own = await ask(await town.numberOf('secadmin'), { officer: 'security-officer' });
    expect(await decide(own)).to.equal('own-account');
    expect(await decide('nothing')).to.equal('unknown');
    expect(await ask(operator.operatorNo, { roleCodes: ['no-such-role'] })).to.equal('unknown-role');
    expect(await decide(await ask(operator.operatorNo, { roleCodes: ['finance'] }), await as('secadmin'), 'reject')).to.equal('rejected');
  });

  it('do not grow in a role between the request for it and its approval, which would be a grant by one person (RBAC-03)', async () => {
    const { town, operator, security, system, ask, decide } = await staffed();
    const edit = async (permissions: readonly string[]) => {
      const came = await town.desk.roles.edit(security, { roleCode: 'finance', roleName: '财务', permissions, remark: '' });
      return came.ok ? came.value.permissions.length : came.refusal.code;
    };
    const both = ['settlement.settlements.read', 'nontax.e-bills.read'];
    const requestNo = await ask(operator.operatorNo, { roleCodes: ['finance'] });
    expect(await edit(both)).to.equal('role-in-use');
    await town.desk.operators.edit(system, operator.operatorNo, { name: '陈伟伟', mobile: undefined, remark: '' });
    expect([await decide(requestNo), await decide(requestNo, security, 'reject')], 'a request of before a change can be put away').to.deep.equal(['changed-meanwhile', 'rejected']);
    expect(await edit(both)).to.equal(2);
    expect(await decide(await ask(operator.operatorNo, { roleCodes: ['finance'] }))).to.equal('approved');
    expect([await edit([]), await edit(both)], 'a role that is held may lose, and never gain').to.deep.equal([0, 'role-in-use']);
  });

  it('do not pass to the security officer by a reset of somebody who has no second factor yet', async () => {
    const town = new OperatorTown();
    const codes = new Map((await town.desk.firstOfficers.run()).map(({ operator, activationCode }) => [operator.account, activationCode]));
    await town.arrive('secadmin', codes.get('secadmin') ?? '');
    const security = { ...place, by: { operatorNo: await town.numberOf('secadmin') } };
    const sys = await town.numberOf('sysadmin');
    const reset = async () => (await town.desk.operators.reset(security, sys)).ok;
    expect(await reset(), 'never activated').to.equal(false);
    const activated = await town.tryActivation('sysadmin', codes.get('sysadmin') ?? '');
    if (!activated.ok) throw new Error('not activated');
    await town.desk.enrol.run(activated.value.token);
    expect(await reset(), 'a secret that was only shown').to.equal(false);
    expect(await town.proof(activated.value.token)).to.have.property('next', 'home');
    expect(await reset(), 'kept out by the second factor').to.equal(true);
  });

  it('aside, an account is edited whole: its number as others see it too, and in the log masked alone', async () => {
    const { town, operator, system } = await staffed();
    const edited = await town.desk.operators.edit(system, operator.operatorNo, { name: '陈伟', mobile: '13900139001', remark: '' });
    expect(edited.ok && edited.value.maskedMobile).to.equal('139****9001');
    const audit = JSON.stringify(town.database.tables.audit.all(false));
    expect(audit).to.contain('139****9001').and.not.contain('13900139001');
  });

  it('of officers get into no role, nor does a right that nobody knows', async () => {
    const { town, security } = await staffed();
    const role = (permissions: readonly string[], roleCode = 'r-2') => town.desk.roles.add(security, { roleCode, roleName: '二', permissions, remark: '' });
    expect(await role(['platform.audit.read'])).to.deep.equal({ ok: false, refusal: { code: 'officers-permission', permission: 'platform.audit.read' } });
    expect(await role(['money.make'])).to.deep.equal({ ok: false, refusal: { code: 'unknown-permission', permission: 'money.make' } });
    expect(await role(['nontax.e-bills.read'], 'finance')).to.deep.equal({ ok: false, refusal: { code: 'role-taken' } });
    expect(await role([], 'Ω')).to.deep.equal({ ok: false, refusal: { code: 'code-malformed' } });
  });

  it('are none for an account that is switched off, which may be switched on again', async () => {
    const { town, operator, activationCode, system } = await staffed();
    const token = await town.arrive('chen.wei', activationCode);
    expect((await town.desk.operators.disable(system, operator.operatorNo)).ok).to.equal(true);
    expect(await town.seen(token)).to.equal('rights-changed');
    expect((await town.desk.operators.enable(system, operator.operatorNo)).ok).to.equal(true);
    expect(await town.seen(await town.enter('chen.wei'))).to.be.an('object');
  });

  it('keep the scope that the account has', async () => {
    const { town, operator, ask, decide } = await staffed();
    const scope = { kind: 'region', regionCode: '350402' } as const;
    await town.parts.unitOfWork.run(async ({ operators }) => {
      const current = await operators.byNo(operator.operatorNo);
      if (current === undefined) throw new Error('no such operator');
      await operators.put({ ...current, scope });
    });
    expect(await decide(await ask(operator.operatorNo, { roleCodes: ['finance'] }))).to.equal('approved');
    expect(await town.parts.unitOfWork.read(({ operators }) => operators.byNo(operator.operatorNo))).to.deep.include({ scope, roleCodes: ['finance'] });
  });

  it('are switched off and on once: there is no arrow from a state to itself', async () => {
    const { town, system, security, operator } = await staffed();
    const { operatorNo } = operator;
    expect((await town.desk.operators.disable(system, operatorNo)).ok).to.equal(true);
    const before = town.audited.length;
    expect([await town.desk.operators.disable(system, operatorNo), await town.desk.operators.reset(security, operatorNo)]).to.deep.equal([{ ok: false, refusal: 'not-now' }, { ok: false, refusal: 'not-now' }]);
    expect(town.audited.length, 'and nothing is said to have happened').to.equal(before);
    expect((await town.desk.operators.enable(system, operatorNo)).ok).to.equal(true);
    expect(await town.desk.operators.enable(system, operatorNo)).to.deep.equal({ ok: false, refusal: 'not-now' });
  });

  it('come with no account twice, and with no strange login name', async () => {
    const { town, system } = await staffed();
    const invite = async (account: string, mobile?: string) => {
      const came = await town.desk.operators.invite(system, { account, name: 'x', mobile, remark: '' });
      return came.ok ? 'ok' : came.refusal;
    };
    expect([await invite('CHEN.WEI '), await invite('a b'), await invite('ab'), await invite('root', '12345'), await invite('root', '138 0013 8000')]).to.deep.equal(['account-taken', 'account-malformed', 'account-malformed', 'mobile-malformed', 'ok']);
  });

  it('keep a role that somebody holds or is to hold, and let any other be deleted (1.1.6.3.1-d)', async () => {
    const { town, operator, activationCode, security, ask, decide } = await staffed();
    const remove = async (roleCode: string) => {
      const came = await town.desk.roles.remove(security, roleCode);
      return came.ok ? came.value.roleCode : came.refusal.code;
    };
    expect(await remove('nothing')).to.equal('unknown-role');
    const requestNo = await ask(operator.operatorNo, { roleCodes: ['finance'] });
    expect(await remove('finance')).to.equal('role-asked-for');
    expect(await decide(requestNo)).to.equal('approved');
    expect(await remove('finance')).to.equal('role-held');
    await town.arrive('chen.wei', activationCode);
    expect(await decide(await ask(operator.operatorNo, {}))).to.equal('approved');
    expect(await remove('finance')).to.equal('finance');
    expect(await town.desk.readRoles.one('finance')).to.equal(undefined);
    expect(await ask(operator.operatorNo, { roleCodes: ['finance'] })).to.equal('unknown-role');
    expect(town.audited.filter((action) => action === 'role.removed')).to.have.length(1);
  });
});
