import { expect } from 'chai';
import { goodPassword, openOperatorTown, place, type OperatorTown } from './operator-town.js';

const [keyA, keyB] = [`04${'a'.repeat(128)}`, `04${'b'.repeat(128)}`];

/** Town and its officers, who act with the rights of a use case and not of a route. */
async function open() {
  const town = await openOperatorTown();
  const by = async (account: string) => ({ ...place, by: await town.parts.unitOfWork.read(({ operators }) => operators.byAccount(account)) ?? expect.fail(account) });
  const offer = async (account: 'sysadmin' | 'secadmin' | 'auditor', publicKey: string, signed = publicKey) => {
    const token = town.tokens.get(account) ?? '';
    const asked = await town.desk.keyQuestions.run(token, 'register', place.address);
    if (!asked.ok) throw new Error(asked.refusal);
    return town.desk.registerKey.run({ ...place, token, challengeNo: asked.value.challengeNo, publicKey, signature: `${signed} signs ${asked.value.text}`, remark: '' });
  };
  const keyNoOf = async (account: string) => (await town.parts.unitOfWork.read(async ({ operators }) => operators.keysOf(await town.numberOf(account))))[0]?.keyNo ?? '';
  return { town, by, offer, keyNoOf };
}
const enterByKey = async (town: OperatorTown, account: string, publicKey: string) => {
  const begun = await town.tryPassword(account, goodPassword);
  if (typeof begun === 'string') throw new Error(begun);
  const asked = await town.desk.keyQuestions.run(begun.token, 'sign-in', place.address);
  if (!asked.ok) throw new Error(asked.refusal);
  return town.proof(begun.token, { kind: 'ukey', challengeNo: asked.value.challengeNo, signature: `${publicKey} signs ${asked.value.text}` });
};

describe('keys of operators', () => {
  it('are decided by neither their holder nor whoever asked (RBAC-03)', async () => {
    const { town, by, offer, keyNoOf } = await open();
    await offer('sysadmin', keyA);
    const keyNo = await keyNoOf('sysadmin');
    expect(await town.desk.keys.decide(await by('sysadmin'), keyNo, 'approve', '')).to.deep.equal({ ok: false, refusal: 'own-key' });
    expect((await town.desk.keys.decide(await by('secadmin'), keyNo, 'approve', '')).ok).to.equal(true);
    await offer('auditor', keyB);
    const ofAuditor = await keyNoOf('auditor');
    await town.desk.keys.decide(await by('secadmin'), ofAuditor, 'approve', '');
    await town.parts.unitOfWork.run(async ({ operators }) => { const auditor = await operators.byAccount('auditor'); if (auditor) await operators.put({ ...auditor, officer: undefined }); });
    expect((await town.desk.keys.reportLost(await by('secadmin'), ofAuditor, '')).ok).to.equal(true);
    expect(await town.desk.keys.decide(await by('secadmin'), ofAuditor, 'approve', '')).to.deep.equal({ ok: false, refusal: 'own-request' });
  });

  it('of the last holder of an office are not reported lost: nobody could let them in again (RBAC-02)', async () => {
    const { town, by, offer, keyNoOf } = await open();
    await offer('auditor', keyA);
    const keyNo = await keyNoOf('auditor');
    await town.desk.keys.decide(await by('secadmin'), keyNo, 'approve', '');
    expect(await town.desk.keys.reportLost(await by('sysadmin'), keyNo, '')).to.deep.equal({ ok: false, refusal: 'last-officer' });
    expect(await enterByKey(town, 'auditor', keyA)).to.include({ next: 'home' });
  });

  it('replace one another: the former is removed with its successor, and proves nothing from then on', async () => {
    const { town, by, offer, keyNoOf } = await open();
    await offer('sysadmin', keyA);
    await town.desk.keys.decide(await by('secadmin'), await keyNoOf('sysadmin'), 'approve', '');
    const token = await enterByKey(town, 'sysadmin', keyA);
    if (typeof token === 'string') throw new Error(token);
    (town.tokens as Map<string, string>).set('sysadmin', token.token);
    town.clock.at += 1;
    expect((await offer('sysadmin', keyB)).ok).to.equal(true);
    await town.desk.keys.decide(await by('secadmin'), await keyNoOf('sysadmin'), 'approve', '');
    const states = await town.parts.unitOfWork.read(async ({ operators }) => (await operators.keysOf(await town.numberOf('sysadmin'))).map(({ publicKey, state }) => [publicKey, state]));
    expect(states).to.deep.equal([[keyB, 'in-use'], [keyA, 'removed']]);
    expect(await enterByKey(town, 'sysadmin', keyA)).to.equal('wrong');
    expect(await enterByKey(town, 'sysadmin', keyB)).to.include({ next: 'home' });
    expect(town.audited.filter((action) => action.startsWith('operator.key-'))).to.deep.equal(['operator.key-asked', 'operator.key-approved', 'operator.key-asked', 'operator.key-removed', 'operator.key-approved']);
  });

  it('are offered by whoever has signed in, and by nobody who has shown the password alone', async () => {
    const { town } = await open();
    const begun = await town.tryPassword('sysadmin', goodPassword);
    if (typeof begun === 'string') throw new Error(begun);
    expect(await town.desk.keyQuestions.run(begun.token, 'register', place.address)).to.deep.equal({ ok: false, refusal: 'not-signed-in' });
    expect(await town.desk.registerKey.run({ ...place, token: begun.token, challengeNo: '1', publicKey: keyA, signature: '', remark: '' })).to.deep.equal({ ok: false, refusal: 'not-signed-in' });
  });
});
