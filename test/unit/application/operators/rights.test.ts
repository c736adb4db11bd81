import { expect } from 'chai';
import type { OfficerKind } from '../../../../domain/operators/officers.js';
import { aRegion } from '../../../builders/directory.js';
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
    await town.desk.operators.edit(system, operator.operatorNo, 1, { name: '陈伟伟', mobile: undefined, remark: '' });
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
      const seen = await town.desk.readRoles.one('finance');
      const came = await town.desk.roles.edit(security, seen?.role.version ?? 0, { roleCode: 'finance', roleName: '财务', permissions, remark: '' });
      return came.ok ? came.value.permissions.length : came.refusal.code;
    };
    const both = ['settlement.settlements.read', 'nontax.e-bills.read'];
    const requestNo = await ask(operator.operatorNo, { roleCodes: ['finance'] });
    expect(await edit(both)).to.equal('role-in-use');
    await town.desk.operators.edit(system, operator.operatorNo, 1, { name: '陈伟伟', mobile: undefined, remark: '' });
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
    const edited = await town.desk.operators.edit(system, operator.operatorNo, 1, { name: '陈伟', mobile: '13900139001', remark: '' });
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

  it('are changed by nobody who has not seen the change before (1.1.6.3.1-c, 1.1.6.3.2-c)', async () => {
    const { town, operator, system, security } = await staffed();
    const edit = async (version: number, name: string) => {
      const came = await town.desk.operators.edit(system, operator.operatorNo, version, { name, mobile: undefined, remark: '' });
      return came.ok ? came.value.name : came.refusal;
    };
    expect([await edit(1, '陈伟伟'), await edit(1, '陈大伟'), await edit(2, '陈大伟')]).to.deep.equal(['陈伟伟', 'changed-meanwhile', '陈大伟']);
    const rename = async (version: number, roleName: string) => {
      const came = await town.desk.roles.edit(security, version, { roleCode: 'finance', roleName, permissions: [], remark: '' });
      return came.ok ? came.value.roleName : came.refusal.code;
    };
    expect([await rename(1, '财务岗'), await rename(1, '出纳'), await rename(2, '出纳')]).to.deep.equal(['财务岗', 'changed-meanwhile', '出纳']);
  });

  it('stand in roles of different names, however many take one at once (1.1.6.3.1-b)', async () => {
    const { town, security } = await staffed();
    const add = async (roleCode: string, roleName: string) => {
      const came = await town.desk.roles.add(security, { roleCode, roleName, permissions: [], remark: '' });
      return came.ok ? 'added' : came.refusal.code;
    };
    expect(await add('money', '财务')).to.equal('name-taken');
    expect((await Promise.all([add('r-1', '窗口'), add('r-2', '窗口'), add('r-3', '窗口')])).sort()).to.deep.equal(['added', 'name-taken', 'name-taken']);
    const rename = await town.desk.roles.edit(security, 1, { roleCode: 'finance', roleName: '窗口', permissions: [], remark: '' });
    expect(rename.ok ? 'renamed' : rename.refusal.code).to.equal('name-taken');
    expect((await town.desk.roles.edit(security, 1, { roleCode: 'finance', roleName: '财务', permissions: [], remark: '本名' })).ok, 'its own name is its own').to.equal(true);
  });

  it('of a region stay with somebody who can sign in (1.1.6.1.2-i)', async () => {
    const { town, operator, system } = await staffed();
    await town.parts.unitOfWork.run(async ({ directory }) => { await directory.regions.add(aRegion({ regionCode: '350402', adminOperatorNo: operator.operatorNo })); });
    expect(await town.desk.operators.disable(system, operator.operatorNo)).to.deep.equal({ ok: false, refusal: 'administers-region' });
    await town.parts.unitOfWork.run(async ({ directory: { regions } }) => {
      const region = await regions.one({ regionCode: '350402' });
      if (region !== undefined) await regions.put({ ...region, adminOperatorNo: undefined });
    });
    expect((await town.desk.operators.disable(system, operator.operatorNo)).ok).to.equal(true);
  });

  it('keep what the asker said beside what the decider says', async () => {
    const { town, operator, system, security } = await staffed();
    const asked = await town.desk.grants.ask(system, operator.operatorNo, { officer: undefined, roleCodes: ['finance'] }, '新入职');
    const decided = await town.desk.grants.decide(security, asked.ok ? asked.value.requestNo : '', 'approve', '已核对任命文件');
    expect(decided.ok && decided.value).to.include({ remark: '新入职', opinion: '已核对任命文件', state: 'approved' });
  });

  it('are refused to whom they are not for, each time with one entry that says so, and a form that is filled in wrongly leaves none (AUD-01, RBAC-02)', async () => {
    const { town, operator, as, system, security, ask, decide } = await staffed();
    const entries = () => town.database.tables.audit.all(false).map(({ entry }) => entry);
    const refusedBy = async (work: () => Promise<unknown>) => {
      const before = entries().length;
      await work();
      return entries().slice(before).map(({ action, actor, objectKind, objectNo, after }) => [action, actor.code, objectKind, objectNo, after?.['outcome'], after?.['reason']]);
    };
    const [sys, sec, aud] = [system.by.operatorNo, security.by.operatorNo, await town.numberOf('auditor')];
    const refused = (action: string, by: string, no: string, reason: string, kind = 'operator') => [[`${action}-refused`, by, kind, no, 'refused', reason]];
    expect(await refusedBy(() => ask(sys, { roleCodes: ['finance'] }))).to.deep.equal(refused('operator.grant-asked', sys, sys, 'own-account'));
    expect(await refusedBy(() => ask(aud, { officer: 'system-officer' }))).to.deep.equal(refused('operator.grant-asked', sys, aud, 'two-offices'));
    expect(await refusedBy(() => ask(aud, {}))).to.deep.equal(refused('operator.grant-asked', sys, aud, 'last-officer'));
    const requestNo = await ask(operator.operatorNo, { roleCodes: ['finance'] });
    expect(await refusedBy(() => decide(requestNo, system))).to.deep.equal(refused('operator.granted', sys, operator.operatorNo, 'own-request'));
    expect(await refusedBy(() => decide(requestNo, system, 'reject'))).to.deep.equal(refused('operator.grant-rejected', sys, operator.operatorNo, 'own-request'));
    expect(await refusedBy(async () => town.desk.operators.disable(await as('sysadmin'), sys))).to.deep.equal(refused('operator.disabled', sys, sys, 'own-account'));
    expect(await refusedBy(() => town.desk.operators.reset(security, sec))).to.deep.equal(refused('operator.reset', sec, sec, 'own-account'));
    const role = { roleCode: 'finance', roleName: '财务', remark: '' };
    expect(await refusedBy(() => town.desk.roles.edit(security, 1, { ...role, permissions: ['nontax.e-bills.read', 'settlement.settlements.read'] }))).to.deep.equal(refused('role.edited', sec, 'finance', 'role-in-use', 'operator-role'));
    expect(await refusedBy(() => town.desk.roles.add(security, { ...role, roleCode: 'r-9', permissions: ['platform.audit.read'] }))).to.deep.equal(refused('role.added', sec, 'r-9', 'officers-permission', 'operator-role'));
    expect(entries().at(-1)?.description).to.equal('已拒绝：新增操作员角色（此权限只属于三员）');
    expect(await refusedBy(() => ask(operator.operatorNo, { roleCodes: ['no-such-role'] }))).to.deep.equal([]);
    expect(await refusedBy(() => town.desk.operators.invite(system, { account: 'x', name: 'x', mobile: undefined, remark: '' }))).to.deep.equal([]);
    expect(await refusedBy(() => town.desk.roles.add(security, { ...role, permissions: [] }))).to.deep.equal([]);
  });
});
