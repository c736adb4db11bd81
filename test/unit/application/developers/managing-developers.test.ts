import { expect } from 'chai';
import { mayCall } from '../../../../domain/directory/developer.js';
import { anOrder } from '../../../contract/persistence/builders.js';
import { acting, codeOf, facts, must, openDeveloperTown, type DeveloperTown } from './developer-town.js';

describe('developers that operators configure', () => {
  let town: DeveloperTown;
  beforeEach(async () => { town = await openDeveloperTown(); });

  it('get their number from the platform, and can call nothing without key and role', async () => {
    const developer = await town.added();
    expect(developer.devId).to.match(/^DEV[0-9]{26}$/);
    expect(developer).to.deep.include({ keys: [], allowedMethods: [], allowedOrigins: [], roleCodes: [], enabled: true, contactMobile: '138****8000', createdAt: town.clock.now() });
    expect(await town.read(developer.devId)).to.deep.equal(developer);
    expect(await town.store.unitOfWork.read(({ directory }) => directory.developers.mobileOf(developer.devId))).to.equal('13800138000');
  });

  it('leave one entry a change, with what was before and after, and no number in clear', async () => {
    const { devId } = await town.added();
    must(await town.desk.developers.edit(acting, { devId, version: 1 }, facts({ contactMobile: '13900139000', requestsPerSecond: 7 })));
    must(await town.desk.developers.switch(acting, { devId, version: 2 }, false));
    must(await town.desk.developers.remove(acting, { devId, version: 3 }));
    expect(town.entries().map(({ action, objectNo }) => [action, objectNo])).to.deep.equal(['added', 'edited', 'disabled', 'removed'].map((what) => [`developer.${what}`, devId]));
    expect([town.entries()[1]?.before?.['requestsPerSecond'], town.entries()[1]?.after?.['requestsPerSecond']]).to.deep.equal(['50', '7']);
    expect(town.entries()[1]?.actor).to.deep.equal({ kind: 'operator', code: acting.by.operatorNo, address: '192.0.2.7' });
    expect(JSON.stringify(town.entries())).not.to.match(/13[89]0013[89]000/);
  });

  it('are refused with a reason at the field, and nothing changes', async () => {
    const { devId } = await town.added();
    await town.added({ developerName: '不动产登记中心' });
    const cases: readonly (readonly [Parameters<typeof facts>[0], string])[] = [
      [{ developerName: '不动产登记中心' }, 'name-taken'], [{ contactMobile: '12345' }, 'mobile-malformed'], [{ allowedAddresses: ['10.0.0.0/8', '10.0.0.1/8'] }, 'range-malformed'],
      [{ merchantNos: ['M1', 'M9'] }, 'unknown-payee'], [{ personalBillUrl: 'javascript:alert(1)' }, 'url-malformed'], [{ personalBillUrl: 'https://biz.example/x' }, 'url-not-allowed'],
    ];
    for (const [changes, code] of cases) expect(codeOf(await town.desk.developers.edit(acting, { devId, version: 1 }, facts(changes))), code).to.equal(code);
    for (const [changes, code] of cases.slice(0, 4)) expect(codeOf(await town.desk.developers.add(acting, facts({ developerName: '第三个', ...changes }))), code).to.equal(code);
    expect([(await town.read(devId))?.version, town.entries().length]).to.deep.equal([1, 2]);
  });

  it('are changed as they were read: whoever is slower is told', async () => {
    const { devId } = await town.added();
    expect(codeOf(await town.desk.developers.edit(acting, { devId, version: 1 }, facts({ requestsPerSecond: 9 })))).to.equal('done');
    for (const come of [
      () => town.desk.developers.edit(acting, { devId, version: 1 }, facts()), () => town.desk.developers.switch(acting, { devId, version: 1 }, false), () => town.desk.developers.remove(acting, { devId, version: 1 }),
      () => town.desk.keys.setOrigins(acting, { devId, version: 1 }, []), () => town.desk.roles.assign(acting, { devId, version: 1 }, { roleCodes: [], ownMethods: [] }),
    ]) expect(codeOf<unknown, { readonly code: string }>(await come())).to.equal('changed-meanwhile');
    expect(codeOf(await town.desk.developers.edit(acting, { devId: 'DEV0', version: 1 }, facts()))).to.equal('unknown');
    expect((await town.read(devId))?.requestsPerSecond).to.equal(9);
  });

  it('keep the number of their contact where none is given', async () => {
    const { devId } = await town.added();
    must(await town.desk.developers.edit(acting, { devId, version: 1 }, facts({ contactMobile: undefined, contactName: '王芳' })));
    expect([(await town.read(devId))?.contactMobile, await town.store.unitOfWork.read(({ directory }) => directory.developers.mobileOf(devId))]).to.deep.equal(['138****8000', '13800138000']);
  });

  it('are deleted only when they are switched off and no order names them', async () => {
    const { devId } = await town.added();
    expect(codeOf(await town.desk.developers.remove(acting, { devId, version: 1 }))).to.equal('still-enabled');
    must(await town.desk.developers.switch(acting, { devId, version: 1 }, false));
    expect(codeOf(await town.desk.developers.switch(acting, { devId, version: 2 }, false))).to.equal('not-now');
    await town.store.unitOfWork.run(({ orders }) => orders.add(anOrder({ devId })));
    expect(codeOf(await town.desk.developers.remove(acting, { devId, version: 2 }))).to.equal('in-use');
    expect(await town.read(devId)).not.to.equal(undefined);
  });
});

describe('roles of developers', () => {
  let town: DeveloperTown;
  const role = { roleCode: 'hall', roleName: '大厅', methods: ['m.query', 'm.create', 'm.query'], merchantNos: ['M2'], remark: '' };
  beforeEach(async () => { town = await openDeveloperTown(); });

  it('grant methods and payees to whoever holds them, from the next request on', async () => {
    const { devId } = await town.added();
    must(await town.desk.roles.add(acting, role));
    expect(mayCall((await town.directory.developer(devId))!, 'm.create')).to.equal(false);
    must(await town.desk.roles.assign(acting, { devId, version: 1 }, { roleCodes: ['hall'], ownMethods: [] }));
    expect(await town.directory.developer(devId)).to.deep.include({ allowedMethods: ['m.create', 'm.query'], merchantNos: ['M1', 'M2'] });
    must(await town.desk.roles.edit(acting, 1, { ...role, methods: ['m.query'], merchantNos: [] }));
    expect(await town.directory.developer(devId)).to.deep.include({ allowedMethods: ['m.query'], merchantNos: ['M1'] });
    expect((await town.read(devId))?.allowedMethods).to.deep.equal([]);
    expect(town.entries().map(({ action }) => action)).to.deep.equal(['developer.added', 'developer-role.added', 'developer.roles-changed', 'developer-role.edited']);
    expect([town.entries()[3]?.before?.['methods'], town.entries()[3]?.after?.['methods']]).to.deep.equal(['m.create m.query', 'm.query']);
  });

  it('are refused with a reason', async () => {
    must(await town.desk.roles.add(acting, role));
    const add = async (changes: Partial<typeof role>) => codeOf(await town.desk.roles.add(acting, { ...role, roleCode: 'other', roleName: '其他', ...changes }));
    expect(await add({ roleCode: 'hall' })).to.equal('code-taken');
    expect(await add({ roleCode: 'Hall' })).to.equal('code-malformed');
    expect(await add({ roleName: '大厅' })).to.equal('name-taken');
    expect(await add({ methods: ['m.steal'] })).to.equal('unknown-method');
    expect(await add({ merchantNos: ['M9'] })).to.equal('unknown-payee');
    expect(codeOf(await town.desk.roles.edit(acting, 2, role))).to.equal('changed-meanwhile');
    expect(codeOf(await town.desk.roles.edit(acting, 1, { ...role, roleCode: 'gone' }))).to.equal('unknown-role');
    expect(town.entries()).to.have.length(1);
  });

  it('stay as long as a developer holds them', async () => {
    const { devId } = await town.added();
    must(await town.desk.roles.add(acting, role));
    must(await town.desk.roles.assign(acting, { devId, version: 1 }, { roleCodes: ['hall'], ownMethods: [] }));
    expect(codeOf(await town.desk.roles.remove(acting, 1, 'hall'))).to.equal('role-in-use');
    must(await town.desk.roles.assign(acting, { devId, version: 2 }, { roleCodes: [], ownMethods: [] }));
    expect(codeOf(await town.desk.roles.remove(acting, 1, 'hall'))).to.equal('done');
    expect(codeOf(await town.desk.roles.assign(acting, { devId, version: 3 }, { roleCodes: ['hall'], ownMethods: [] }))).to.equal('unknown-role');
  });

  it('leave a developer its own methods, of which some may be taken away and none added', async () => {
    const { devId } = await town.added();
    await town.store.unitOfWork.run(async ({ directory }) => directory.developers.put({ ...(await directory.developers.one({ devId }))!, allowedMethods: ['m.query', 'm.old'] }));
    expect(codeOf(await town.desk.roles.assign(acting, { devId, version: 2 }, { roleCodes: [], ownMethods: ['m.query', 'm.create'] }))).to.equal('gains-method');
    must(await town.desk.roles.assign(acting, { devId, version: 2 }, { roleCodes: [], ownMethods: ['m.query'] }));
    expect((await town.read(devId))?.allowedMethods).to.deep.equal(['m.query']);
  });

  it('give nobody more payees than a list of orders can ask for', async () => {
    const many = Array.from({ length: 500 }, (_, n) => `X${n}`);
    const { devId } = await town.added();
    must(await town.desk.roles.add(acting, { ...role, merchantNos: [] }));
    await town.store.unitOfWork.run(async ({ directory }) => directory.developerRoles.put({ ...(await directory.developerRoles.one({ roleCode: 'hall' }))!, merchantNos: many }));
    expect(codeOf(await town.desk.roles.assign(acting, { devId, version: 1 }, { roleCodes: ['hall'], ownMethods: [] }))).to.equal('too-many-payees');
    must(await town.desk.developers.edit(acting, { devId, version: 1 }, facts({ merchantNos: [] })));
    must(await town.desk.roles.assign(acting, { devId, version: 2 }, { roleCodes: ['hall'], ownMethods: [] }));
    expect(codeOf(await town.desk.developers.edit(acting, { devId, version: 3 }, facts({ merchantNos: ['M1'] })))).to.equal('too-many-payees');
    expect(codeOf(await town.desk.roles.edit(acting, 2, { ...role, merchantNos: [...many, 'M1'] }))).to.equal('too-many-payees');
  });
});
