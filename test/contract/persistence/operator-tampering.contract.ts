import { expect } from 'chai';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import type { OperatorReader, OperatorStore } from '../../../application/ports/operator-books.js';
import { aChallenge, aGrantRequest, aKey, anOfficer, anOperator, aRole, aSession, credentialsOf } from '../../builders/operators.js';
import { faultOf, openOn, type OpenEngine, type Opened } from './opened.js';

type Row = Record<string, unknown>;
const [mobile, otherMobile] = ['13800138000', '13900139000'];
const [secret, key] = ['JBSWY3DPEHPK3PXP', '5fa1'.repeat(16)];
const otherHash = 'b'.repeat(64);

/** What somebody who may write to the database, but has no key, can do to rights (INT-03) and to what is sealed (ENC-01). */
export function operatorTamperingContract(adapter: string, openEngine: OpenEngine): void {
  describe(`operators under attack on ${adapter}`, () => {
    let store: Opened;
    let engine: SqlEngine;
    let remove: () => void;
    beforeEach(async () => {
      ({ engine, remove } = await openEngine());
      store = await openOn(engine);
      await change(async (operators) => {
        await operators.add(anOperator(), mobile);
        await operators.add(anOfficer('security-officer', { operatorNo: 'O2' }), otherMobile);
        await operators.addRole(aRole());
        await operators.addRole(aRole({ roleCode: 'reader', permissions: ['service-desk.orders.read'] }));
        await operators.addCredentials(credentialsOf());
        await operators.addCredentials(credentialsOf({ operatorNo: 'O2', password: 'other-hash' }));
        await operators.addSession(aSession());
        await operators.addSession(aSession({ tokenHash: otherHash, sessionNo: 'S2', operatorNo: 'O2' }));
        await operators.addGrantRequest(aGrantRequest());
        await operators.addKey(aKey());
        await operators.addKey(aKey({ keyNo: 'K2', operatorNo: 'O2', print: 'e'.repeat(64), state: 'in-use' }));
        await operators.addChallenge(aChallenge());
        await operators.addChallenge(aChallenge({ challengeNo: 'C2' }));
      });
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    const change = <T>(work: (operators: OperatorStore) => Promise<T>): Promise<T> => store.unitOfWork.run(({ operators }) => work(operators));
    const read = <T>(work: (operators: OperatorReader) => Promise<T>): Promise<T> => store.unitOfWork.read(({ operators }) => work(operators));

    const rowOf = async (table: string, match: Row): Promise<Row> => {
      const rows: readonly Row[] = await engine.writer(table).where(match).select('*');
      return rows[0] ?? expect.fail('no such row');
    };

    /** Each change by hand is found by each question, and taken back. */
    async function finds(table: string, match: Row, changes: readonly Row[], questions: readonly ((operators: OperatorReader) => Promise<unknown>)[]): Promise<void> {
      const before = await rowOf(table, match);
      for (const changed of changes) {
        await engine.writer(table).where(match).update(changed);
        for (const question of questions) expect((await faultOf(read(question))).name, JSON.stringify(changed)).to.equal('TamperedError');
        expect((await faultOf(change(questions[0] ?? expect.fail('no question')))).name).to.equal('TamperedError');
        await engine.writer(table).where(match).update(before);
        for (const question of questions) await read(question);
      }
    }
    const macOf = async (table: string, match: Row): Promise<Row> => ({ row_mac: (await rowOf(table, match))['row_mac'] });

    it('gives no rights to an account whose office, roles, state, scope or name was written by hand, nor to one with the code of another', async () => {
      await finds('console_operator', { operator_no: 'O1' }, [
        { officer_kind: 'audit-officer' }, { officer_kind: 'admin' }, { role_codes: '["cashier","reader","all"]' }, { role_codes: '["cashierreader"]' }, { role_codes: '[]' }, { role_codes: '"x"' }, { role_codes: 'no json' },
        { state: 'disabled' }, { state: 'super' }, { scope_kind: 'all' }, { scope_kind: 'all', region_code: null }, { region_code: '350403' }, { scope_kind: 'institution' }, { operator_name: '林' },
        await macOf('console_operator', { operator_no: 'O2' }), { row_mac: '0'.repeat(64) },
      ], [(operators) => operators.byNo('O1'), (operators) => operators.byAccount('lin.xiaoyu')]);
      await finds('console_operator', { operator_no: 'O2' }, [{ officer_kind: 'system-officer' }, { version: 2 }], [(operators) => operators.officers()]);
    });

    it('gives no account the name of another', async () => {
      await engine.writer('console_operator').where({ operator_no: 'O2' }).update({ login_account: 'someone' });
      expect((await faultOf(read((operators) => operators.byAccount('someone')))).name).to.equal('TamperedError');
    });

    it('lists no roles when one has permissions that were written by hand: nobody guesses what it may have been', async () => {
      await finds('operator_role', { role_code: 'cashier' }, [
        { permission_list: '["channel-merchants.edit"]' }, { permission_list: '[]' }, { permission_list: '{}' }, await macOf('operator_role', { role_code: 'reader' }), { version: 9 },
      ], [(operators) => operators.role('cashier'), (operators) => operators.roles()]);
    });

    it('lets nobody in by a password, a factor or a code that was written by hand', async () => {
      const other = await rowOf('operator_credential', { operator_no: 'O2' });
      await finds('operator_credential', { operator_no: 'O1' }, [
        { password_hash: 'other-hash' }, { password_hash: null }, { must_change: 1 }, { second_factor: null }, { second_factor: 'null' }, { second_factor: '{"kind":"ukey","publicKey":"04ab"}' },
        { second_factor: other['second_factor'] }, { activation_hash: 'c'.repeat(64), activation_until: 9_999_999_999_999 }, { password_changed_at: 9_999_999_999_999 }, { former_passwords: '[]' },
        await macOf('operator_credential', { operator_no: 'O2' }),
      ], [(operators) => operators.credentials('O1')]);
    });

    it('makes no session that of somebody else, nor a longer one', async () => {
      await finds('operator_session', { token_hash: 'a'.repeat(64) }, [
        { operator_no: 'O2' }, { session_stage: 'password-change' }, { proved_at: 9_999_999_999_999 }, { seen_at: 9_999_999_999_999 }, { is_open: 0 }, await macOf('operator_session', { token_hash: otherHash }),
      ], [(operators) => operators.session('a'.repeat(64))]);
    });

    it('lets nobody be both persons of a grant', async () => {
      await finds('grant_request', { request_no: 'G1' }, [{ asked_by: 'O7' }, { operator_no: 'O2' }, { role_codes: '["all"]' }, { officer_kind: 'system-officer' }, { state: 'approved' }], [(operators) => operators.grantRequest('G1')]);
    });

    it('makes no key one that counts, nor that of somebody else (AUTH-03)', async () => {
      await finds('operator_key', { key_no: 'K1' }, [
        { state: 'in-use' }, { state: 'any' }, { operator_no: 'O2' }, { public_key: `04${'ef'.repeat(64)}` }, { asked_by: 'O7' }, { decided_by: 'O7' }, await macOf('operator_key', { key_no: 'K2' }),
      ], [(operators) => operators.key('K1'), (operators) => operators.keyByPrint(aKey().print)]);
      await finds('operator_key', { key_no: 'K2' }, [{ operator_no: 'O1' }], [(operators) => operators.keysOf('O1')]);
    });

    it('opens no sealed value that was moved to another row', async () => {
      const other = await rowOf('console_operator', { operator_no: 'O2' });
      await finds('console_operator', { operator_no: 'O1' }, [{ sealed_mobile: other['sealed_mobile'] }], [(operators) => operators.mobileOf('O1')]);
      const asked = await rowOf('sign_in_challenge', { challenge_no: 'C2' });
      await finds('sign_in_challenge', { challenge_no: 'C1' }, [{ sealed_key: asked['sealed_key'] }, { sealed_captcha: asked['sealed_captcha'] }], [(operators) => operators.challenge('C1')]);
    });

    it('has no mobile number, secret of a factor, private key or captcha in any table', async () => {
      const tables = allSteps.flatMap((step) => (step.change === 'create-table' ? [step.table] : []));
      const rows: unknown[] = [];
      for (const table of tables) rows.push(await engine.writer(table).select('*'));
      const dump = JSON.stringify(rows);
      expect(dump).to.contain('lin.xiaoyu');
      for (const planted of [mobile, otherMobile, secret, key, 'k7wq']) {
        for (const encoding of ['utf8', 'hex', 'base64', 'base64url'] as const) expect(dump.toLowerCase()).not.to.contain(Buffer.from(planted).toString(encoding).toLowerCase());
      }
      expect(dump).not.to.contain(Buffer.from(key, 'hex').toString('base64url'));
    });
  });
}
