import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { challengeTable, credentialTable, grantTable, keyTable, operatorTable, roleTable, sessionTable, triesTable } from '../../../adapters/outbound/persistence/sql/operator-columns.js';
import { OperatorSeal } from '../../../adapters/outbound/persistence/sql/operator-seal.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { aChallenge, aGrantRequest, aKey, anOperator, aRole, aSession, credentialsOf, someTries } from '../../builders/operators.js';
import { noon } from './builders.js';
import { vault } from './opened.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const seal = new OperatorSeal(vault);

/** One row of each table of the operators. */
export const operatorRows = (): Readonly<Record<string, StoredRow>> => ({
  console_operator: { ...operatorTable.encode(seal.operatorRow(anOperator(), seal.sealMobile('O1', '13800138000'))), total: 1 },
  operator_credential: credentialTable.encode(seal.credentialRow(credentialsOf())), operator_role: roleTable.encode(seal.roleRow(aRole())),
  operator_session: sessionTable.encode(seal.sessionRow(aSession())), sign_in_tries: triesTable.encode(someTries()),
  sign_in_challenge: challengeTable.encode(seal.challengeRow(aChallenge())), grant_request: grantTable.encode(seal.grantRow(aGrantRequest())), operator_key: keyTable.encode(seal.keyRow(aKey())),
});

/** Where nothing is there yet. */
export const operatorsOnNothing: Works = {
  'operators.add…': ({ unitOfWork }) => unitOfWork.run(async ({ operators }) => {
    await operators.add(anOperator(), '13800138000');
    await operators.addCredentials(credentialsOf());
    await operators.addRole(aRole());
    await operators.addSession(aSession());
    await operators.addTries(someTries());
    await operators.addChallenge(aChallenge());
    await operators.addGrantRequest(aGrantRequest());
    await operators.addKey(aKey());
  }),
};

/** Every question, and every change of a row that is there. */
export const operatorsOnRows: Works = {
  'operators': ({ unitOfWork }) => unitOfWork.read(async ({ operators }) => [
    await operators.byNo('O1'), await operators.byAccount('lin.xiaoyu'), await operators.officers(), await operators.count(), await operators.mobileOf('O1'), await operators.credentials('O1'),
    await operators.role('cashier'), await operators.roles(), await operators.isHeld('cashier'), await operators.isAskedFor('cashier'), await operators.session('a'.repeat(64)), await operators.openSessions('O1'), await operators.tries('account:lin.xiaoyu'),
    await operators.challenge('C1'), await operators.grantRequest('G1'), await operators.key('K1'), await operators.keyByPrint(aKey().print), await operators.keysOf('O1'),
  ]),
  'operators.put…': ({ unitOfWork }) => unitOfWork.run(async ({ operators }) => {
    await operators.officers();
    await operators.role('cashier');
    await operators.put(anOperator());
    await operators.putMobile('O1', undefined);
    await operators.putCredentials(credentialsOf());
    await operators.putRole(aRole());
    await operators.putSession(aSession());
    await operators.putTries(someTries());
    await operators.putChallenge(aChallenge());
    await operators.forgetChallenges(noon);
    await operators.forgetSessions(noon);
    await operators.forgetTries(noon, 'account:a');
    await operators.putGrantRequest(aGrantRequest());
    await operators.putKey(aKey());
  }),
};
