import type { OperatorStore } from '../../../../application/ports/operator-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { Challenge } from '../../../../domain/operators/challenge.js';
import type { Credentials } from '../../../../domain/operators/credentials.js';
import type { GrantRequest } from '../../../../domain/operators/grant-request.js';
import type { Operator } from '../../../../domain/operators/operator.js';
import type { OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../../../domain/operators/rights.js';
import type { Session as SignedInSession } from '../../../../domain/operators/session.js';
import { countsNoMore, type SignInTries } from '../../../../domain/operators/sign-in-tries.js';
import { int, text } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { challengeTable, credentialTable, grantTable, keyTable, operatorTable, roleTable, sessionTable, triesTable } from './operator-columns.js';
import { SqlOperatorReader, whole } from './operator-reader.js';
import type { OperatorSeal } from './operator-seal.js';
import { newestMark } from './recovery-repository.js';
import { filledUp, maxInList } from './stored-values.js';
import type { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

export class SqlOperatorStore extends SqlOperatorReader implements OperatorStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, seal: OperatorSeal, engine: SqlEngine) {
    super(unit, seal, () => newestMark(unit));
    this.#unit = unit;
    this.#engine = engine;
  }

  override role(roleCode: string): Promise<OperatorRole | undefined> { return this.#locked(roleTable, { roleCode }, (row) => this.seal.role(row)); }

  /** One after the other in the order of their numbers, so that two units do not wait for each other. */
  override async officers(): Promise<readonly Operator[]> {
    const locked: Operator[] = [];
    for (const { operatorNo } of await super.officers()) {
      const officer = await this.#locked(operatorTable, { operatorNo }, (row) => this.seal.operator(row));
      if (officer?.officer !== undefined) locked.push(officer);
    }
    return locked;
  }

  async #locked<R extends object, T>(table: SqlTable<R>, match: Partial<R>, open: (row: R) => T): Promise<T | undefined> {
    const rows: unknown = await table.matchingLocked(this.#unit, match);
    const [row] = whole(table, () => table.list(rows));
    return row && open(row);
  }

  add(operator: Operator, mobile: string | undefined): Promise<'added' | 'exists'> {
    const { account, operatorNo } = operator;
    return addOnce(operatorTable, this.#unit, this.#engine, { account }, this.seal.operatorRow(operator, this.seal.sealMobile(operatorNo, mobile)));
  }
  put(operator: Operator): Promise<void> { return operatorTable.put(this.#unit, this.seal.operatorRow(operator, undefined, 1)); }

  /** Not a change of the account: its version and its code stay as they are. */
  async putMobile(operatorNo: string, mobile: string | undefined): Promise<void> {
    const changed: unknown = await this.#unit.writing().table(operatorTable.name).where(operatorTable.condition({ operatorNo }))
      .update({ [operatorTable.column('sealedMobile')]: this.seal.sealMobile(operatorNo, mobile) ?? null });
    if (changed !== 1) throw new ConcurrentChange('there is no such account');
  }

  addCredentials(credentials: Credentials): Promise<void> { return credentialTable.insert(this.#unit, this.seal.credentialRow(credentials)); }
  putCredentials(credentials: Credentials): Promise<void> { return credentialTable.put(this.#unit, this.seal.credentialRow(credentials, 1)); }

  addRole(role: OperatorRole): Promise<'added' | 'exists'> { return addOnce(roleTable, this.#unit, this.#engine, { roleCode: role.roleCode }, this.seal.roleRow(role)); }
  putRole(role: OperatorRole): Promise<void> { return roleTable.put(this.#unit, this.seal.roleRow(role, 1)); }
  removeRole(role: OperatorRole): Promise<void> { return roleTable.remove(this.#unit, this.seal.roleRow(role)); }

  addSession(session: SignedInSession): Promise<void> { return sessionTable.insert(this.#unit, this.seal.sessionRow(session)); }
  putSession(session: SignedInSession): Promise<void> { return sessionTable.put(this.#unit, this.seal.sessionRow(session, 1)); }

  addTries(tries: SignInTries): Promise<'added' | 'exists'> { return addOnce(triesTable, this.#unit, this.#engine, { holder: tries.holder }, tries); }
  putTries(tries: SignInTries): Promise<void> { return triesTable.put(this.#unit, tries); }

  addChallenge(challenge: Challenge): Promise<void> { return challengeTable.insert(this.#unit, this.seal.challengeRow(challenge)); }
  /** What was asked never changes, and is left as it is. */
  putChallenge(challenge: Challenge): Promise<void> { return challengeTable.put(this.#unit, challenge); }

  async forgetChallenges(before: EpochMs): Promise<number> {
    const [no, madeAt] = [challengeTable.column('challengeNo'), challengeTable.column('madeAt')];
    const rows: unknown = await this.#unit.reading.table(challengeTable.name).select(no).where(madeAt, '<', before).orderBy([madeAt, no]).limit(maxInList);
    const old = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(32).decode(row[no]));
    return old.length === 0 ? 0 : int.decode(await this.#unit.writing().table(challengeTable.name).whereIn(no, filledUp(old) as string[]).delete());
  }

  async forgetSessions(endedBefore: EpochMs): Promise<number> {
    const [hash, endedAt] = [sessionTable.column('tokenHash'), sessionTable.column('endedAt')];
    const rows: unknown = await this.#unit.reading.table(sessionTable.name).select(hash).where(endedAt, '<', endedBefore).orderBy([endedAt, hash]).limit(maxInList);
    const old = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(64).decode(row[hash]));
    return old.length === 0 ? 0 : int.decode(await this.#unit.writing().table(sessionTable.name).whereIn(hash, filledUp(old) as string[]).delete());
  }

  async forgetTries(now: EpochMs, after: string | undefined): Promise<{ readonly forgotten: number; readonly next: string | undefined }> {
    const holder = triesTable.column('holder');
    const query = this.#unit.reading.table(triesTable.name).select(triesTable.columnNames).orderBy(holder).limit(maxInList);
    const page = triesTable.list(await (after === undefined ? query : query.where(holder, '>', after)));
    let forgotten = 0;
    for (const tries of page) {
      // As it was read: another wrong try in this moment is not forgotten with it.
      if (countsNoMore(tries, now)) forgotten += int.decode(await this.#unit.writing().table(triesTable.name).where(triesTable.condition({ holder: tries.holder, version: tries.version })).delete());
    }
    return { forgotten, next: page.length < maxInList ? undefined : page.at(-1)?.holder };
  }

  addGrantRequest(request: GrantRequest): Promise<void> { return grantTable.insert(this.#unit, this.seal.grantRow(request)); }
  putGrantRequest(request: GrantRequest): Promise<void> { return grantTable.put(this.#unit, this.seal.grantRow(request, 1)); }

  addKey(key: OperatorKey): Promise<'added' | 'exists'> { return addOnce(keyTable, this.#unit, this.#engine, { print: key.print }, this.seal.keyRow(key)); }
  putKey(key: OperatorKey): Promise<void> { return keyTable.put(this.#unit, this.seal.keyRow(key, 1)); }
}
