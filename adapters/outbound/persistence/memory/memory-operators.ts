import { maxOperators, maxRoles, type OperatorStore } from '../../../../application/ports/operator-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { Operator } from '../../../../domain/operators/operator.js';
import type { OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { Session } from '../../../../domain/operators/session.js';
import { countsNoMore } from '../../../../domain/operators/sign-in-tries.js';
import { challengeAfter, maxKeysOf, maxOpenSessions, sessionAfter } from '../sql/operator-reader.js';
import { maxInList } from '../sql/stored-values.js';
import type { MemoryOperator } from './memory-operator-rows.js';
import { byText } from './memory-settlement.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import type { MemoryTable } from './memory-table.js';

const operatorOf = ({ mobile: _, ...operator }: MemoryOperator): Operator => operator;
const newestFirst = (a: Session, b: Session): number => b.beganAt - a.beganAt || (a.sessionNo < b.sessionNo ? 1 : -1);

const newestAskedFirst = (a: OperatorKey, b: OperatorKey): number => b.askedAt - a.askedAt || (a.keyNo < b.keyNo ? 1 : -1);

/** Operators over the memory tables. */
export function operatorStore(view: View): OperatorStore {
  const { operators, operatorCredentials, operatorRoles, operatorSessions, signInTries, signInChallenges, grantRequests, operatorKeys, recoveryMarks } = view.tables;
  const one = (row: MemoryOperator | undefined): Operator | undefined => row && operatorOf(row);
  const restoredAt = (): EpochMs | undefined => recoveryMarks.all(seen(view)).reduce<EpochMs | undefined>((latest, mark) => Math.max(latest ?? mark.restoredAt, mark.restoredAt), undefined);
  return {
    byNo: async (no) => one(operators.get(no, seen(view))),
    byAccount: async (account) => one(operators.group('account', account, seen(view))[0]),
    officers: async () => operators.all(seen(view)).filter(({ officer }) => officer !== undefined).sort(byText(({ operatorNo }) => operatorNo)).slice(0, maxOperators).map(operatorOf),
    inRegion: async (regionCode) => operators.all(seen(view)).filter(({ scope }) => scope.kind === 'region' && scope.regionCode === regionCode).sort(byText(({ operatorNo }) => operatorNo)).slice(0, maxOperators).map(operatorOf),
    count: async () => operators.all(seen(view)).length,
    mobileOf: async (no) => operators.get(no, seen(view))?.mobile,
    credentials: async (no) => operatorCredentials.get(no, seen(view)),
    role: async (code) => operatorRoles.get(code, seen(view)),
    roles: async () => operatorRoles.all(seen(view)).sort(byText(({ roleCode }) => roleCode)).slice(0, maxRoles),
    isHeld: async (code) => operators.all(seen(view)).some(({ roleCodes }) => roleCodes.includes(code)),
    isAskedFor: async (code) => grantRequests.all(seen(view)).some(({ state, roleCodes }) => state === 'pending' && roleCodes.includes(code)),
    session: async (hash) => {
      const session = operatorSessions.get(hash, seen(view));
      return session && sessionAfter(session, restoredAt());
    },
    openSessions: async (no) => operatorSessions.group('operator', no, seen(view)).filter((session) => sessionAfter(session, restoredAt()).end === undefined).sort(newestFirst).slice(0, maxOpenSessions),
    tries: async (holder) => signInTries.get(holder, seen(view)),
    challenge: async (no) => {
      const challenge = signInChallenges.get(no, seen(view));
      return challenge && challengeAfter(challenge, restoredAt());
    },
    grantRequest: async (no) => grantRequests.get(no, seen(view)),
    key: async (no) => operatorKeys.get(no, seen(view)),
    keyByPrint: async (print) => operatorKeys.group('print', print, seen(view))[0],
    keysOf: async (no) => operatorKeys.group('operator', no, seen(view)).sort(newestAskedFirst).slice(0, maxKeysOf),

    add: async (operator, mobile) => {
      writing(view);
      if (operators.group('account', operator.account, true).length > 0) return 'exists';
      if (!operators.insert({ ...operator, mobile })) throw new Error('a number of an account was given twice');
      return 'added';
    },
    put: async (operator) => {
      const known = operators.get(operator.operatorNo, true);
      if (known && known.account !== operator.account) throw new ConcurrentChange('a login name is not changed');
      await put(view, operators, operator.operatorNo, { ...operator, createdAt: known?.createdAt ?? operator.createdAt, mobile: known?.mobile });
    },
    putMobile: async (operatorNo, mobile) => {
      writing(view);
      const known = operators.get(operatorNo, true);
      if (!known) throw new ConcurrentChange('there is no such account');
      operators.write({ ...known, mobile });
    },
    addCredentials: (credentials) => addNew(view, operatorCredentials, credentials),
    putCredentials: (credentials) => put(view, operatorCredentials, credentials.operatorNo, credentials),
    addRole: (role) => addOnce(view, operatorRoles, role),
    putRole: (role) => put(view, operatorRoles, role.roleCode, { ...role, createdAt: operatorRoles.get(role.roleCode, true)?.createdAt ?? role.createdAt }),
    removeRole: async ({ roleCode, version }) => {
      writing(view);
      if (operatorRoles.get(roleCode, true)?.version !== version) throw new ConcurrentChange('somebody was faster');
      operatorRoles.remove(roleCode);
    },
    addSession: (session) => addNew(view, operatorSessions, session),
    putSession: (session) => put(view, operatorSessions, session.tokenHash, session),
    addTries: (tries) => addOnce(view, signInTries, tries),
    putTries: (tries) => put(view, signInTries, tries.holder, tries),
    addChallenge: (challenge) => addNew(view, signInChallenges, challenge),
    putChallenge: async (challenge) => {
      const known = signInChallenges.get(challenge.challengeNo, true) ?? challenge;
      await put(view, signInChallenges, challenge.challengeNo, { ...known, usedAt: challenge.usedAt, version: challenge.version === known.version ? challenge.version : -1 });
    },
    forgetChallenges: async (before) => {
      writing(view);
      const old = signInChallenges.all(true).filter(({ madeAt }) => madeAt < before).sort((a, b) => a.madeAt - b.madeAt).slice(0, maxInList);
      for (const { challengeNo } of old) signInChallenges.remove(challengeNo);
      return old.length;
    },
    forgetSessions: async (endedBefore) => {
      writing(view);
      const old = operatorSessions.all(true).filter(({ endedAt }) => endedAt !== undefined && endedAt < endedBefore).sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)).slice(0, maxInList);
      for (const { tokenHash } of old) operatorSessions.remove(tokenHash);
      return old.length;
    },
    forgetTries: async (now, after) => {
      writing(view);
      const page = signInTries.all(true).filter(({ holder }) => after === undefined || holder > after).sort((a, b) => (a.holder < b.holder ? -1 : 1)).slice(0, maxInList);
      const old = page.filter((tries) => countsNoMore(tries, now));
      for (const { holder } of old) signInTries.remove(holder);
      return { forgotten: old.length, next: page.length < maxInList ? undefined : page.at(-1)?.holder };
    },
    addGrantRequest: (request) => addNew(view, grantRequests, request),
    putGrantRequest: (request) => put(view, grantRequests, request.requestNo, request),
    addKey: async (key) => {
      writing(view);
      if (operatorKeys.group('print', key.print, true).length > 0) return 'exists';
      await addNew(view, operatorKeys, key);
      return 'added';
    },
    putKey: (key) => put(view, operatorKeys, key.keyNo, key),
  };
}

async function addNew<T>(view: View, table: MemoryTable<T>, row: T): Promise<void> {
  if (await addOnce(view, table, row) === 'exists') throw new Error('a number was given twice');
}
