import { maxOperators, maxRoles, type OperatorReader } from '../../../../application/ports/operator-books.js';
import { TamperedError } from '../../../../application/ports/vault.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { Challenge } from '../../../../domain/operators/challenge.js';
import type { Credentials } from '../../../../domain/operators/credentials.js';
import type { GrantRequest } from '../../../../domain/operators/grant-request.js';
import { officerKinds } from '../../../../domain/operators/officers.js';
import type { Operator } from '../../../../domain/operators/operator.js';
import type { OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../../../domain/operators/rights.js';
import type { Session as SignedInSession } from '../../../../domain/operators/session.js';
import type { SignInTries } from '../../../../domain/operators/sign-in-tries.js';
import type { RecoveryMark } from '../../../../domain/recovery/recovery-mark.js';
import { int, UnreadableValue } from './codecs.js';
import { challengeTable, credentialTable, grantTable, keyTable, operatorTable, roleTable, sessionTable, triesTable } from './operator-columns.js';
import type { OperatorSeal } from './operator-seal.js';
import type { SqlTable } from './sql-table.js';
import type { Session } from './unit-scope.js';

/** Most sessions that are shown of one account. */
export const maxOpenSessions = 100;
/** Most keys that are looked through of one account: of each somebody had to decide. */
export const maxKeysOf = 100;

/** What was begun before a database was put back is over: it may have been ended meanwhile, and nobody knows (SES-04, BAK-03). */
export const sessionAfter = (session: SignedInSession, restoredAt: EpochMs | undefined): SignedInSession =>
  restoredAt !== undefined && session.end === undefined && session.beganAt <= restoredAt ? { ...session, end: 'too-old', endedAt: restoredAt } : session;
/** The same of a question: it may have been answered, and each is answered once. */
export const challengeAfter = (challenge: Challenge, restoredAt: EpochMs | undefined): Challenge =>
  restoredAt !== undefined && challenge.usedAt === undefined && challenge.madeAt <= restoredAt ? { ...challenge, usedAt: restoredAt } : challenge;

/** Operators on any engine (operator-books port). Throws TamperedError for a row that was changed past the platform. */
export class SqlOperatorReader implements OperatorReader {
  readonly #session: Session;
  protected readonly seal: OperatorSeal;
  readonly #mark: () => Promise<RecoveryMark | undefined>;
  /** `mark`: how the newest recovery mark is found, by a look or from a cache. */
  constructor(session: Session, seal: OperatorSeal, mark: () => Promise<RecoveryMark | undefined>) {
    this.#session = session;
    this.seal = seal;
    this.#mark = mark;
  }

  byNo(operatorNo: string): Promise<Operator | undefined> { return this.#one(operatorTable, { operatorNo }, (row) => this.seal.operator(row)); }
  byAccount(account: string): Promise<Operator | undefined> { return this.#one(operatorTable, { account }, (row) => this.seal.operator(row)); }
  mobileOf(operatorNo: string): Promise<string | undefined> { return this.#one(operatorTable, { operatorNo }, (row) => this.seal.openMobile(operatorNo, row.sealedMobile)); }
  credentials(operatorNo: string): Promise<Credentials | undefined> { return this.#one(credentialTable, { operatorNo }, (row) => this.seal.credentials(row)); }
  role(roleCode: string): Promise<OperatorRole | undefined> { return this.#one(roleTable, { roleCode }, (row) => this.seal.role(row)); }
  grantRequest(requestNo: string): Promise<GrantRequest | undefined> { return this.#one(grantTable, { requestNo }, (row) => this.seal.grant(row)); }
  key(keyNo: string): Promise<OperatorKey | undefined> { return this.#one(keyTable, { keyNo }, (row) => this.seal.key(row)); }
  keyByPrint(print: string): Promise<OperatorKey | undefined> { return this.#one(keyTable, { print }, (row) => this.seal.key(row)); }
  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async tries(holder: string): Promise<SignInTries | undefined> { return triesTable.first(this.#session, { holder }); }

  async count(): Promise<number> {
    const rows: unknown = await this.#session.reading.table(operatorTable.name).count({ total: '*' });
    return int.decode((rows as readonly { readonly total: unknown }[])[0]?.total);
  }

  async officers(): Promise<readonly Operator[]> {
    const rows: unknown = await this.#session.reading.table(operatorTable.name).select(operatorTable.columnNames).whereIn(operatorTable.column('officer'), [...officerKinds])
      .orderBy(operatorTable.column('operatorNo')).limit(maxOperators);
    return whole(operatorTable, () => operatorTable.list(rows)).map((row) => this.seal.operator(row));
  }

  async inRegion(regionCode: string): Promise<readonly Operator[]> {
    const rows: unknown = await operatorTable.matching(this.#session, { scopeKind: 'region', regionCode }).orderBy(operatorTable.column('operatorNo')).limit(maxOperators);
    return whole(operatorTable, () => operatorTable.list(rows)).map((row) => this.seal.operator(row));
  }

  async roles(): Promise<readonly OperatorRole[]> {
    const rows: unknown = await this.#session.reading.table(roleTable.name).select(roleTable.columnNames).orderBy(roleTable.column('roleCode')).limit(maxRoles);
    return whole(roleTable, () => roleTable.list(rows)).map((row) => this.seal.role(row));
  }

  /** Codes stand in a list within a column; there are no more accounts than can be looked through. */
  async isHeld(roleCode: string): Promise<boolean> {
    const rows: unknown = await this.#session.reading.table(operatorTable.name).select(operatorTable.columnNames).orderBy(operatorTable.column('operatorNo')).limit(maxOperators);
    return whole(operatorTable, () => operatorTable.list(rows)).some(({ roleCodes }) => roleCodes.includes(roleCode));
  }

  /** More requests that wait than can be looked through may ask for any role. */
  async isAskedFor(roleCode: string): Promise<boolean> {
    const rows: unknown = await grantTable.matching(this.#session, { state: 'pending' }).orderBy([grantTable.column('askedAt'), grantTable.column('requestNo')]).limit(maxOperators);
    const waiting = whole(grantTable, () => grantTable.list(rows));
    return waiting.length === maxOperators || waiting.some(({ roleCodes }) => roleCodes.includes(roleCode));
  }

  async session(tokenHash: string): Promise<SignedInSession | undefined> {
    const session = await this.#one(sessionTable, { tokenHash }, (row) => this.seal.session(row));
    return session && sessionAfter(session, await this.#restoredAt());
  }

  async openSessions(operatorNo: string): Promise<readonly SignedInSession[]> {
    const beganAt = sessionTable.column('beganAt');
    const restoredAt = await this.#restoredAt();
    const open = sessionTable.matching(this.#session, { operatorNo, isOpen: true });
    const rows: unknown = await (restoredAt === undefined ? open : open.where(beganAt, '>', restoredAt))
      .orderBy([{ column: beganAt, order: 'desc' }, { column: sessionTable.column('sessionNo'), order: 'desc' }]).limit(maxOpenSessions);
    return whole(sessionTable, () => sessionTable.list(rows)).map((row) => this.seal.session(row));
  }

  async keysOf(operatorNo: string): Promise<readonly OperatorKey[]> {
    const rows: unknown = await keyTable.matching(this.#session, { operatorNo })
      .orderBy([{ column: keyTable.column('askedAt'), order: 'desc' }, { column: keyTable.column('keyNo'), order: 'desc' }]).limit(maxKeysOf);
    return whole(keyTable, () => keyTable.list(rows)).map((row) => this.seal.key(row));
  }

  async challenge(challengeNo: string): Promise<Challenge | undefined> {
    const challenge = await this.#one(challengeTable, { challengeNo }, (row) => this.seal.challenge(row));
    return challenge && challengeAfter(challenge, await this.#restoredAt());
  }

  async #one<R extends object, T>(table: SqlTable<R>, match: Partial<R>, open: (row: R) => T): Promise<T | undefined> {
    const rows: unknown = await table.matching(this.#session, match).limit(1);
    const [row] = whole(table, () => table.list(rows));
    return row && open(row);
  }

  async #restoredAt(): Promise<EpochMs | undefined> { return (await this.#mark())?.restoredAt; }
}

/** A word outside its list, or what is no JSON, was not written by us either. */
export function whole<R>({ name }: { readonly name: string }, list: () => R[]): R[] {
  try {
    return list();
  } catch (error) {
    throw error instanceof UnreadableValue || error instanceof SyntaxError ? new TamperedError(`a row of ${name} cannot be what the platform wrote`, { cause: error }) : error;
  }
}
