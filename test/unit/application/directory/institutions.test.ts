import { expect } from 'chai';
import { goodPassword } from '../operators/operator-town.js';
import { acting, facts, no, of, PayeeTown } from './payee-town.js';

const house = { institutionNo: 'I1', institutionName: '市收费管理中心', adminAccount: 'Center.Admin', contactName: '林晓宇', contactMobile: '+86 138-0013-8000', remark: '' };

describe('whoever configures institutions', () => {
  let town: PayeeTown;
  beforeEach(async () => { town = await PayeeTown.open(); });
  const desk = () => town.payeeDesk.institutions;
  const admin = async () => { const operator = await town.parts.unitOfWork.read(({ operators }) => operators.byAccount('center.admin')); if (operator === undefined) throw new Error('no such account'); return operator; };

  it('adds one with the account of its administrator, and the number of its contact in nobody’s sight', async () => {
    const { institution, activationCode } = await of(desk().add(acting, house));
    expect(institution).to.include({ institutionNo: 'I1', contactMobile: '13800138000', enabled: true, version: 1 });
    expect(await admin()).to.deep.include({ operatorNo: institution.adminOperatorNo, state: 'invited', roleCodes: [], officer: undefined, scope: { kind: 'institution', institutionNo: 'I1' } });
    expect(activationCode).to.have.length.above(8);
    expect(town.audited.slice(-2)).to.deep.equal(['operator.invited', 'institution.added']);
    const told = JSON.stringify(town.database.tables.audit.all(false).map(({ entry }) => entry));
    expect(told).to.include('138****8000').and.not.include('13800138000').and.not.include(activationCode);
  });

  it('gives number, name and account once, and makes no account where there is no institution', async () => {
    await of(desk().add(acting, house));
    expect(await no(desk().add(acting, { ...house, adminAccount: 'other' }))).to.deep.equal({ code: 'number-taken' });
    expect(await no(desk().add(acting, { ...house, institutionNo: 'I2', adminAccount: 'other' }))).to.deep.equal({ code: 'name-taken' });
    expect(await no(desk().add(acting, { ...house, institutionNo: 'I2', institutionName: '县中心' }))).to.deep.equal({ code: 'account-taken' });
    expect(await no(desk().add(acting, { ...house, institutionNo: 'I2', institutionName: '县中心', adminAccount: '管理员' }))).to.deep.equal({ code: 'account-malformed' });
    expect(await no(desk().add(acting, { ...house, institutionNo: '-' }))).to.deep.equal({ code: 'number-malformed' });
    expect(await no(desk().add(acting, { ...house, institutionNo: 'I2', contactMobile: '123' }))).to.deep.equal({ code: 'mobile-malformed' });
    expect(await town.parts.unitOfWork.read(({ operators }) => operators.byAccount('other'))).to.equal(undefined);
  });

  it('changes facts, keeps a number that was left out, and is told of a change meanwhile', async () => {
    await of(desk().add(acting, house));
    const after = await of(desk().edit(acting, { institutionNo: 'I1', version: 1 }, { institutionName: '市收费中心', contactName: '陈', contactMobile: undefined, remark: '搬迁' }));
    expect([after.institutionName, after.contactMobile]).to.deep.equal(['市收费中心', '13800138000']);
    expect(await no(desk().edit(acting, { institutionNo: 'I1', version: 1 }, after))).to.deep.equal({ code: 'changed-meanwhile' });
    expect(await no(desk().edit(acting, { institutionNo: 'I9', version: 1 }, after))).to.deep.equal({ code: 'unknown' });
  });

  it('lets a payee belong to one institution, and takes none from another', async () => {
    await of(desk().add(acting, house));
    await of(desk().add(acting, { ...house, institutionNo: 'I2', institutionName: '县中心', adminAccount: 'county' }));
    for (const merchantNo of ['M1', 'M2', 'M3']) await of(town.payeeDesk.payees.add(acting, merchantNo, facts({ payeeName: merchantNo })));
    const owners = async () => (await town.payeeDesk.readPayees.payees()).map(({ institutionNo }) => institutionNo);
    await of(desk().linkPayees(acting, { institutionNo: 'I1', version: 1 }, ['M2', 'M1', 'M2']));
    expect(await owners()).to.deep.equal(['I1', 'I1', undefined]);
    expect(town.lastEntry).to.deep.include({ action: 'institution.payees-linked', before: { payees: '' }, after: { payees: 'M1,M2' } });
    expect(await no(desk().linkPayees(acting, { institutionNo: 'I1', version: 1 }, []))).to.deep.equal({ code: 'changed-meanwhile' });
    expect(await no(desk().linkPayees(acting, { institutionNo: 'I2', version: 1 }, ['M3', 'M2']))).to.deep.equal({ code: 'payee-of-another', merchantNo: 'M2' });
    expect(await no(desk().linkPayees(acting, { institutionNo: 'I2', version: 1 }, ['M9']))).to.deep.equal({ code: 'payee-unknown', merchantNo: 'M9' });
    expect(await owners()).to.deep.equal(['I1', 'I1', undefined]);
    await of(desk().linkPayees(acting, { institutionNo: 'I1', version: 2 }, ['M3']));
    expect(await owners()).to.deep.equal([undefined, undefined, 'I1']);
  });

  it('deletes one without payees, and its administrator’s account is shut and stays', async () => {
    await of(desk().add(acting, house));
    await of(town.payeeDesk.payees.add(acting, 'M1', facts()));
    await of(desk().linkPayees(acting, { institutionNo: 'I1', version: 1 }, ['M1']));
    expect(await no(desk().remove(acting, { institutionNo: 'I1', version: 2 }))).to.deep.equal({ code: 'in-use' });
    await of(desk().linkPayees(acting, { institutionNo: 'I1', version: 2 }, []));
    await of(desk().remove(acting, { institutionNo: 'I1', version: 3 }));
    expect([await town.payeeDesk.readPayees.institution('I1'), (await admin()).state]).to.deep.equal([undefined, 'disabled']);
  });

  it('shuts the administrator out with the institution, and lets them in again with it', async () => {
    await of(desk().add(acting, house));
    await of(desk().disable(acting, { institutionNo: 'I1', version: 1 }));
    expect((await admin()).state).to.equal('disabled');
    expect(await no(desk().resetAdministrator(acting, 'I1'))).to.deep.equal({ code: 'not-now' });
    await of(desk().enable(acting, { institutionNo: 'I1', version: 2 }));
    expect((await admin()).state).to.equal('invited');
  });

  it('resets the administrator by a code that is new each time, and ends sessions', async () => {
    const first = await of(desk().add(acting, house));
    const second = await of(desk().resetAdministrator(acting, 'I1'));
    expect(second.activationCode).to.not.equal(first.activationCode);
    expect(town.audited.slice(-2)).to.deep.equal(['operator.reset', 'institution.administrator-reset']);
    expect(await no(desk().resetAdministrator(acting, 'I9'))).to.deep.equal({ code: 'unknown' });
  });

  it('resets no account that is none of the institution, whatever its row says', async () => {
    const [staff] = await town.desk.firstOfficers.run();
    await of(desk().add(acting, house));
    await town.change(async ({ directory }) => { const institution = await directory.institutions.one({ institutionNo: 'I1' }); if (institution && staff) await directory.institutions.put({ ...institution, adminOperatorNo: staff.operator.operatorNo }); });
    for (const answer of [desk().resetAdministrator(acting, 'I1'), desk().disable(acting, { institutionNo: 'I1', version: 2 }), desk().remove(acting, { institutionNo: 'I1', version: 2 })]) {
      expect(await no<unknown, unknown>(answer)).to.deep.equal({ code: 'not-theirs' });
    }
  });

  it('gives no way into the console: neither code nor password of an administrator opens it, and no role can be asked for the account', async () => {
    const { activationCode } = await of(desk().add(acting, house));
    expect(await town.tryActivation('center.admin', activationCode)).to.deep.equal({ ok: false, refusal: { code: 'failed' } });
    const before = await admin();
    // As if the portal had taken the code: a password is set and the account is active.
    await town.change(async ({ operators }) => {
      const credentials = await operators.credentials(before.operatorNo);
      if (credentials) await operators.putCredentials({ ...credentials, password: await town.parts.passwords.hash(goodPassword), passwordChangedAt: town.clock.now(), activation: undefined });
      await operators.put({ ...before, state: 'active' });
    });
    expect(await town.tryPassword('center.admin', goodPassword)).to.equal('failed');
    const asked = await town.desk.grants.ask({ ...acting, by: { operatorNo: 'O-sys' } }, before.operatorNo, { officer: undefined, roleCodes: [] }, '');
    expect(asked).to.deep.equal({ ok: false, refusal: 'not-staff' });
  });
});
