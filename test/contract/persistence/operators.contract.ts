import { expect } from 'chai';
import type { OperatorReader, OperatorStore } from '../../../application/ports/operator-books.js';
import { ManageRoles } from '../../../application/operators/manage-roles.js';
import { ended, sessionEnds } from '../../../domain/operators/session.js';
import { newRecoveryMark } from '../../../domain/recovery/recovery-mark.js';
import { aChallenge, aGrantRequest, aKey, anOfficer, anOperator, aRole, aSession, credentialsOf, someTries } from '../../builders/operators.js';
import { noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const mobile = '13800138000';
const hashOf = (n: number): string => String(n).padStart(64, '0');

/** Accounts, what they are proved by, what they may do, who is signed in (operator-books port). */
export function operatorsContract(adapter: string, open: Open): void {
  describe(`operators on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const change = <T>(work: (operators: OperatorStore) => Promise<T>): Promise<T> => store.unitOfWork.run(({ operators }) => work(operators));
    const read = <T>(work: (operators: OperatorReader) => Promise<T>): Promise<T> => store.unitOfWork.read(({ operators }) => work(operators));
    const isLate = async (work: (operators: OperatorStore) => Promise<unknown>): Promise<void> => { expect((await faultOf(change(work))).name).to.equal('ConcurrentChange'); };

    it('keeps an account with every field, and finds it by number and by login name', async () => {
      const bare = anOperator({ operatorNo: 'O2', account: 'chen', maskedMobile: undefined, roleCodes: [], scope: { kind: 'all' }, remark: '', state: 'invited' });
      const bank = anOperator({ operatorNo: 'O3', account: 'bank-user', scope: { kind: 'institution', institutionNo: 'I1' }, state: 'disabled', name: '𠮷野' });
      await change(async (operators) => { await operators.add(anOperator(), mobile); await operators.add(bare, undefined); await operators.add(bank, mobile); });
      expect(await read((operators) => operators.byNo('O1'))).to.deep.equal(anOperator());
      expect(await read((operators) => operators.byAccount('chen'))).to.deep.equal(bare);
      expect(await read((operators) => operators.byNo('O3'))).to.deep.equal(bank);
      for (const unknown of ['O9', '', '林', "' or '1'='1"]) expect(await read(async (operators) => [await operators.byNo(unknown), await operators.byAccount(unknown)])).to.deep.equal([undefined, undefined]);
      expect(await read((operators) => operators.count())).to.equal(3);
    });

    it('gives the mobile number in clear to who asks for it, and changes it without a change of the account', async () => {
      await change((operators) => operators.add(anOperator(), mobile));
      const number = () => read((operators) => operators.mobileOf('O1'));
      expect(await number()).to.equal(mobile);
      await change((operators) => operators.put(anOperator({ name: '林小雨' })));
      expect(await number()).to.equal(mobile);
      await change((operators) => operators.putMobile('O1', '13900139000'));
      expect(await number()).to.equal('13900139000');
      await change((operators) => operators.putMobile('O1', undefined));
      expect(await number()).to.equal(undefined);
      expect(await read((operators) => operators.byNo('O1'))).to.deep.equal(anOperator({ name: '林小雨', version: 2 }));
      expect(await read((operators) => operators.mobileOf('O9'))).to.equal(undefined);
      await isLate((operators) => operators.putMobile('O9', mobile));
    });

    it('gives a login name once, also to two who want it at once', async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => change((operators) => operators.add(anOperator({ operatorNo: `O${n}` }), undefined))));
      expect(answers.filter((answer) => answer === 'added')).to.have.length(1);
      expect(await read((operators) => operators.count())).to.equal(1);
    });

    it('gives a code of a role once, also to two who want it at once, and lists roles by code', async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => change((operators) => operators.addRole(aRole({ roleName: `角色${n}` })))));
      expect(answers.filter((answer) => answer === 'added')).to.have.length(1);
      const empty = aRole({ roleCode: 'auditing', permissions: [], remark: '没有权限' });
      await change((operators) => operators.addRole(empty));
      expect(await read((operators) => operators.role('auditing'))).to.deep.equal(empty);
      expect(await read((operators) => operators.role('nobody'))).to.equal(undefined);
      expect((await read((operators) => operators.roles())).map(({ roleCode }) => roleCode)).to.deep.equal(['auditing', 'cashier']);
    });

    it('changes an account once: whoever read it before is too late, and a login name is never changed', async () => {
      const operator = anOperator();
      await change((operators) => operators.add(operator, mobile));
      const changed = { ...operator, name: '林小雨', state: 'disabled' as const, roleCodes: [], scope: { kind: 'all' as const }, remark: '', maskedMobile: undefined };
      await change((operators) => operators.put(changed));
      await isLate((operators) => operators.put({ ...operator, state: 'active' }));
      await isLate((operators) => operators.put({ ...changed, account: 'other', version: 2 }));
      expect(await read((operators) => operators.byNo('O1'))).to.deep.equal({ ...changed, version: 2 });
      await change((operators) => operators.put({ ...changed, version: 2 }));
      expect((await read((operators) => operators.byNo('O1')))?.version).to.equal(3);
    });

    it('changes a role once', async () => {
      await change((operators) => operators.addRole(aRole()));
      await change((operators) => operators.putRole(aRole({ permissions: ['service-desk.orders.read'], roleName: '收费', remark: '少了' })));
      await isLate((operators) => operators.putRole(aRole()));
      expect(await read((operators) => operators.role('cashier'))).to.deep.equal(aRole({ permissions: ['service-desk.orders.read'], roleName: '收费', remark: '少了', version: 2 }));
    });

    it('lets those who take one name for a role at once go one after the other (1.1.6.3.1-b)', async () => {
      await change((operators) => operators.add(anOfficer('security-officer'), undefined));
      const manage = new ManageRoles({ unitOfWork: store.unitOfWork, ids: store.ids, clock: store.clock, platformClock: store.clock }, new Set());
      const acting = { by: { operatorNo: 'O-security-officer' }, address: '192.0.2.7', requestId: undefined };
      const came = await Promise.all(['r-1', 'r-2', 'r-3', 'r-4'].map((roleCode) => manage.add(acting, { roleCode, roleName: '窗口', permissions: [], remark: '' })));
      expect(came.map((one) => (one.ok ? 'added' : one.refusal.code)).sort()).to.deep.equal(['added', 'name-taken', 'name-taken', 'name-taken']);
      expect((await read((operators) => operators.roles())).filter(({ roleName }) => roleName === '窗口')).to.have.length(1);
    });

    it('deletes a role as it was read, and once', async () => {
      await change((operators) => operators.addRole(aRole()));
      await change((operators) => operators.putRole(aRole()));
      await isLate((operators) => operators.removeRole(aRole()));
      await change((operators) => operators.removeRole(aRole({ version: 2 })));
      expect(await read((operators) => operators.role('cashier'))).to.equal(undefined);
      await isLate((operators) => operators.removeRole(aRole({ version: 2 })));
      expect(await change((operators) => operators.addRole(aRole()))).to.equal('added');
    });

    it('knows the officers, by number', async () => {
      await change(async (operators) => {
        for (const kind of ['system-officer', 'security-officer', 'audit-officer'] as const) await operators.add(anOfficer(kind), undefined);
        await operators.add(anOfficer('audit-officer', { operatorNo: 'O-0', account: 'auditor.two', state: 'disabled' }), undefined);
        await operators.add(anOperator(), mobile);
      });
      expect((await read((operators) => operators.officers())).map(({ operatorNo, officer }) => [operatorNo, officer])).to.deep.equal([
        ['O-0', 'audit-officer'], ['O-audit-officer', 'audit-officer'], ['O-security-officer', 'security-officer'], ['O-system-officer', 'system-officer'],
      ]);
    });

    it('keeps what an account is proved by, with either factor and with none', async () => {
      const all = [
        credentialsOf(), credentialsOf({ operatorNo: 'O2', factor: { kind: 'ukey', publicKey: `04${'ab'.repeat(64)}`, authenticator: { secret: 'JBSWY3DPEHPK3PXP', lastStep: 59_274_000 } }, mustChange: true, formerPasswords: Array.from({ length: 5 }, (_, n) => `hash-${n}`) }),
        credentialsOf({ operatorNo: 'O3', password: undefined, passwordChangedAt: undefined, formerPasswords: [], factor: undefined, activation: { hash: 'c'.repeat(64), expiresAt: noon + 5 } }),
      ];
      for (const one of all) await change((operators) => operators.addCredentials(one));
      expect(await read(async (operators) => [await operators.credentials('O1'), await operators.credentials('O2'), await operators.credentials('O3')])).to.deep.equal(all);
      expect(await read((operators) => operators.credentials('O9'))).to.equal(undefined);
      const next = credentialsOf({ factor: { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', lastStep: 59_274_001 }, password: undefined, activation: { hash: 'd'.repeat(64), expiresAt: noon } });
      await change((operators) => operators.putCredentials(next));
      await isLate((operators) => operators.putCredentials(credentialsOf()));
      expect(await read((operators) => operators.credentials('O1'))).to.deep.equal({ ...next, version: 2 });
    });

    it('keeps a session with every end, and changes it once', async () => {
      for (const [n, end] of sessionEnds.entries()) {
        const session = aSession({ tokenHash: hashOf(n), sessionNo: `S${n}`, provedAt: undefined, stage: 'factor' });
        await change((operators) => operators.addSession(session));
        await change((operators) => operators.putSession(ended(session, end, noon + 9)));
        await isLate((operators) => operators.putSession({ ...session, seenAt: noon + 3 }));
        expect(await read((operators) => operators.session(hashOf(n)))).to.deep.equal({ ...ended(session, end, noon + 9), version: 2 });
      }
      expect(await read((operators) => operators.session(hashOf(99)))).to.equal(undefined);
      await change((operators) => operators.addSession(aSession({ stage: 'password-change' })));
      await change((operators) => operators.putSession(aSession({ stage: 'signed-in', seenAt: noon + 4, provedAt: noon + 4 })));
      expect(await read((operators) => operators.session('a'.repeat(64)))).to.deep.equal(aSession({ seenAt: noon + 4, provedAt: noon + 4, version: 2 }));
    });

    it('lists the sessions of one account that nobody has ended, newest first, a hundred at most', async () => {
      await change(async (operators) => {
        for (let n = 100; n < 205; n++) await operators.addSession(aSession({ tokenHash: hashOf(n), sessionNo: `S${n}`, beganAt: noon + n - (n % 2) }));
        await operators.addSession(ended(aSession({ tokenHash: hashOf(300), sessionNo: 'S300', beganAt: noon + 900 }), 'kicked', noon));
        await operators.addSession(aSession({ tokenHash: hashOf(301), sessionNo: 'S301', operatorNo: 'O2', beganAt: noon + 900 }));
      });
      const sessions = (await read((operators) => operators.openSessions('O1'))).map(({ sessionNo }) => sessionNo);
      expect(sessions).to.have.length(100);
      expect([...sessions.slice(0, 3), sessions.at(-1)]).to.deep.equal(['S204', 'S203', 'S202', 'S105']);
      expect(await read((operators) => operators.openSessions('O3'))).to.deep.equal([]);
    });

    it('lets two who depend on the officers go one after the other, so that not both switch one off', async () => {
      await change(async (operators) => { for (const operatorNo of ['O1', 'O2']) await operators.add(anOfficer('system-officer', { operatorNo, account: operatorNo.toLowerCase() }), undefined); });
      const switchOff = (operatorNo: string): Promise<'off' | 'last'> => change(async (operators) => {
        const active = (await operators.officers()).filter(({ state }) => state === 'active');
        const one = active.find((officer) => officer.operatorNo === operatorNo) ?? expect.fail('no such officer');
        if (active.length < 2) return 'last';
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        await operators.put({ ...one, state: 'disabled' });
        return 'off';
      });
      expect((await Promise.all([switchOff('O1'), switchOff('O2')])).sort()).to.deep.equal(['last', 'off']);
    });

    it('knows which roles a request that waits asks for', async () => {
      const isAskedFor = (roleCode: string): Promise<boolean> => read((operators) => operators.isAskedFor(roleCode));
      expect(await isAskedFor('cashier')).to.equal(false);
      await change((operators) => operators.addGrantRequest(aGrantRequest()));
      expect([await isAskedFor('cashier'), await isAskedFor('cash'), await isAskedFor('nobody')]).to.deep.equal([true, false, false]);
      await change((operators) => operators.putGrantRequest(aGrantRequest({ state: 'rejected', decidedBy: 'O2', decidedAt: noon })));
      expect(await isAskedFor('cashier')).to.equal(false);
    });

    it('keeps the wrong tries of a holder, once, with an empty list too', async () => {
      const longest = someTries({ holder: `address:${'f'.repeat(45)}`, wrongAt: [] });
      expect([await change((operators) => operators.addTries(someTries())), await change((operators) => operators.addTries(someTries())), await change((operators) => operators.addTries(longest))]).to.deep.equal(['added', 'exists', 'added']);
      expect(await read((operators) => operators.tries(longest.holder))).to.deep.equal(longest);
      await change((operators) => operators.putTries(someTries({ wrongAt: [], lockedUntil: noon + 1 })));
      await isLate((operators) => operators.putTries(someTries()));
      expect(await read((operators) => operators.tries('account:lin.xiaoyu'))).to.deep.equal(someTries({ wrongAt: [], lockedUntil: noon + 1, version: 2 }));
      expect(await read((operators) => operators.tries('account:中文'))).to.equal(undefined);
    });

    it('counts the tries of many at once: each is told to look again who was slower', async () => {
      await change((operators) => operators.addTries(someTries({ wrongAt: [] })));
      await Promise.all(Array.from({ length: 4 }, (_, n) => change(async (operators) => {
        const tries = await operators.tries('account:lin.xiaoyu') ?? expect.fail('no tries');
        await operators.putTries({ ...tries, wrongAt: [...tries.wrongAt, noon + n] });
      })));
      expect((await read((operators) => operators.tries('account:lin.xiaoyu')))?.wrongAt).to.have.length(4);
    });

    it('answers a question once', async () => {
      const asked = [aChallenge(), ...(['activate', 'change-password', 'ukey-sign-in', 'ukey-step-up', 'ukey-register'] as const).map((purpose, n) => aChallenge({ challengeNo: `C${n + 2}`, purpose, captcha: undefined, sessionNo: 'S1' }))];
      for (const one of asked) await change((operators) => operators.addChallenge(one));
      for (const one of asked) expect(await read((operators) => operators.challenge(one.challengeNo))).to.deep.equal(one);
      await change((operators) => operators.putChallenge({ ...aChallenge(), usedAt: noon + 1 }));
      await isLate((operators) => operators.putChallenge({ ...aChallenge(), usedAt: noon + 2 }));
      expect(await read((operators) => operators.challenge('C1'))).to.deep.equal(aChallenge({ usedAt: noon + 1, version: 2 }));
      expect(await read((operators) => operators.challenge('C9'))).to.equal(undefined);
    });

    it('forgets old questions, the oldest first, five hundred at most', async () => {
      await change(async (operators) => {
        for (let n = 0; n < 503; n++) await operators.addChallenge(aChallenge({ challengeNo: `C${n}`, madeAt: noon + n }));
      });
      expect(await change((operators) => operators.forgetChallenges(noon))).to.equal(0);
      expect(await change((operators) => operators.forgetChallenges(noon + 502))).to.equal(500);
      expect(await read(async (operators) => [(await operators.challenge('C499'))?.challengeNo, (await operators.challenge('C500'))?.challengeNo])).to.deep.equal([undefined, 'C500']);
      expect(await change((operators) => operators.forgetChallenges(noon + 502))).to.equal(2);
      expect((await read((operators) => operators.challenge('C502')))?.challengeNo).to.equal('C502');
    });

    it('keeps a request for a grant and decides it once', async () => {
      const forOffice = aGrantRequest({ requestNo: 'G2', officer: 'audit-officer', roleCodes: [], scope: { kind: 'all' }, remark: '' });
      await change(async (operators) => { await operators.addGrantRequest(aGrantRequest()); await operators.addGrantRequest(forOffice); });
      expect(await read((operators) => operators.grantRequest('G2'))).to.deep.equal(forOffice);
      const decided = aGrantRequest({ state: 'approved', decidedBy: 'O7', decidedAt: noon + 1, opinion: '已核对任命文件' });
      await change((operators) => operators.putGrantRequest(decided));
      await isLate((operators) => operators.putGrantRequest(aGrantRequest({ state: 'rejected' })));
      expect(await read((operators) => operators.grantRequest('G1'))).to.deep.equal({ ...decided, version: 2 });
      expect(await read((operators) => operators.grantRequest('G9'))).to.equal(undefined);
    });

    it('keeps a key of one account for good, whoever offers it again', async () => {
      const newer = aKey({ keyNo: 'K2', print: 'd'.repeat(64), publicKey: `04${'cd'.repeat(64)}`, askedAt: noon + 1, remark: '' });
      for (const key of [aKey(), newer, aKey({ keyNo: 'K3', operatorNo: 'O2', print: 'e'.repeat(64) })]) expect(await change((operators) => operators.addKey(key))).to.equal('added');
      expect(await change((operators) => operators.addKey(aKey({ keyNo: 'K9', operatorNo: 'O2' })))).to.equal('exists');
      const inUse = aKey({ state: 'in-use', decidedBy: 'O7', decidedAt: noon + 2 });
      await change((operators) => operators.putKey(inUse));
      await isLate((operators) => operators.putKey(aKey({ state: 'rejected' })));
      expect(await read((operators) => operators.keysOf('O1'))).to.deep.equal([newer, { ...inUse, version: 2 }]);
      expect(await read(async (operators) => [await operators.key('K1'), await operators.keyByPrint(aKey().print)])).to.deep.equal([{ ...inUse, version: 2 }, { ...inUse, version: 2 }]);
      expect(await read(async (operators) => [await operators.key('K9'), await operators.keyByPrint('0'.repeat(64)), await operators.keysOf('O9')])).to.deep.equal([undefined, undefined, []]);
    });

    it('lets one of two accounts have a key that both offer at once', async () => {
      const offer = (operatorNo: string, keyNo: string) => change((operators) => operators.addKey(aKey({ operatorNo, keyNo })));
      expect((await Promise.all([offer('O1', 'K1'), offer('O2', 'K2')])).sort()).to.deep.equal(['added', 'exists']);
    });

    it('holds nothing that was begun before the database was put back: no session lives on, no question is answered', async () => {
      await change(async (operators) => {
        for (const [n, beganAt] of [noon, noon + 1, noon + 2].entries()) await operators.addSession(aSession({ tokenHash: hashOf(n), sessionNo: `S${n}`, beganAt }));
        for (const [n, madeAt] of [noon, noon + 1, noon + 2].entries()) await operators.addChallenge(aChallenge({ challengeNo: `C${n}`, madeAt }));
      });
      await store.unitOfWork.run(({ recovery }) => recovery.add(newRecoveryMark('1', noon + 1, noon - 5)));
      for (const ask of [read, change]) {
        expect(await Promise.all([0, 1, 2].map(async (n) => (await ask((operators) => operators.session(hashOf(n))))?.end))).to.deep.equal(['too-old', 'too-old', undefined]);
        expect(await Promise.all([0, 1, 2].map(async (n) => (await ask((operators) => operators.challenge(`C${n}`)))?.usedAt))).to.deep.equal([noon + 1, noon + 1, undefined]);
        expect((await ask((operators) => operators.openSessions('O1'))).map(({ sessionNo }) => sessionNo)).to.deep.equal(['S2']);
      }
    });

    it('forgets sessions that ended before then, and no others', async () => {
      await change(async (operators) => {
        for (const [n, endedAt] of [[1, noon - 5], [2, noon], [3, undefined]] as const) {
          await operators.addSession(aSession({ tokenHash: String(n).repeat(64), sessionNo: `S-${n}`, endedAt, end: endedAt === undefined ? undefined : 'signed-out' }));
        }
      });
      expect(await change((operators) => operators.forgetSessions(noon))).to.equal(1);
      expect(await change((operators) => operators.forgetSessions(noon))).to.equal(0);
      expect(await read(async (operators) => [await operators.session('1'.repeat(64)), (await operators.session('2'.repeat(64)))?.sessionNo, (await operators.session('3'.repeat(64)))?.sessionNo])).to.deep.equal([undefined, 'S-2', 'S-3']);
    });

    it('forgets wrong tries that count no more, page by page, and neither fresh ones nor locks', async () => {
      const [old, fresh] = [noon - 3_600_000, noon - 1_000];
      await change(async (operators) => {
        for (let n = 0; n < 505; n++) await operators.addTries({ holder: `account:old-${String(n).padStart(4, '0')}`, wrongAt: [old], lockedUntil: old + 1, version: 1 });
        await operators.addTries({ holder: 'account:fresh', wrongAt: [old, fresh], lockedUntil: undefined, version: 1 });
        await operators.addTries({ holder: 'address:192.0.2.1', wrongAt: [old], lockedUntil: noon + 1, version: 1 });
      });
      const first = await change((operators) => operators.forgetTries(noon, undefined));
      expect([first.forgotten, first.next]).to.deep.equal([499, 'account:old-0498']);
      expect(await change((operators) => operators.forgetTries(noon, first.next))).to.deep.equal({ forgotten: 6, next: undefined });
      expect(await read(async (operators) => [await operators.tries('account:old-0001'), (await operators.tries('account:fresh'))?.wrongAt, (await operators.tries('address:192.0.2.1'))?.lockedUntil])).to.deep.equal([undefined, [old, fresh], noon + 1]);
    });

    it('forgets everything that a failed unit stored', async () => {
      await faultOf(change(async (operators) => {
        await operators.add(anOperator(), mobile);
        await operators.addSession(aSession());
        throw new Error('power cut');
      }));
      expect(await read(async (operators) => [await operators.count(), await operators.session('a'.repeat(64))])).to.deep.equal([0, undefined]);
    });
  });
}
