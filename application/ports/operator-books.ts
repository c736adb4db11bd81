import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Challenge } from '../../domain/operators/challenge.js';
import type { Credentials } from '../../domain/operators/credentials.js';
import type { GrantRequest } from '../../domain/operators/grant-request.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { OperatorKey } from '../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../domain/operators/rights.js';
import type { Session } from '../../domain/operators/session.js';
import type { SignInTries } from '../../domain/operators/sign-in-tries.js';

/** Most accounts one installation has; more is a mistake of somebody who makes accounts by the dozen. */
export const maxOperators = 2_000;
/** Most roles, and most sessions of one account that are open at once. */
export const maxRoles = 500;

export interface OperatorReader {
  byNo(operatorNo: string): Promise<Operator | undefined>;
  byAccount(account: string): Promise<Operator | undefined>;
  /** Officers of the installation, by number. */
  officers(): Promise<readonly Operator[]>;
  /** Accounts that see one region, by number, whatever their state; at most `maxOperators`. */
  inRegion(regionCode: string): Promise<readonly Operator[]>;
  /** How many accounts there are. */
  count(): Promise<number>;
  /** The mobile number, in clear; whoever asks writes the audit entry (PRV-02). */
  mobileOf(operatorNo: string): Promise<string | undefined>;
  credentials(operatorNo: string): Promise<Credentials | undefined>;
  role(roleCode: string): Promise<OperatorRole | undefined>;
  /** By code, at most `maxRoles`. */
  roles(): Promise<readonly OperatorRole[]>;
  /** Whether any account, whatever its state, has this role. */
  isHeld(roleCode: string): Promise<boolean>;
  /** Whether a request that nobody has decided asks for this role. */
  isAskedFor(roleCode: string): Promise<boolean>;
  session(tokenHash: string): Promise<Session | undefined>;
  /** Sessions that nobody has ended, newest first, at most 100. */
  openSessions(operatorNo: string): Promise<readonly Session[]>;
  tries(holder: string): Promise<SignInTries | undefined>;
  challenge(challengeNo: string): Promise<Challenge | undefined>;
  grantRequest(requestNo: string): Promise<GrantRequest | undefined>;
  key(keyNo: string): Promise<OperatorKey | undefined>;
  keyByPrint(print: string): Promise<OperatorKey | undefined>;
  /** Keys of one account, newest request first, at most 100. */
  keysOf(operatorNo: string): Promise<readonly OperatorKey[]>;
}

/** Officers and a role that are read in a unit stay as they are until it ends: two units that depend on them go one after the other. */
export interface OperatorStore extends OperatorReader {
  /** Unique by account. `mobile` in clear, sealed by the store. */
  add(operator: Operator, mobile: string | undefined): Promise<'added' | 'exists'>;
  put(operator: Operator): Promise<void>;
  putMobile(operatorNo: string, mobile: string | undefined): Promise<void>;
  addCredentials(credentials: Credentials): Promise<void>;
  putCredentials(credentials: Credentials): Promise<void>;
  /** Unique by code. */
  addRole(role: OperatorRole): Promise<'added' | 'exists'>;
  putRole(role: OperatorRole): Promise<void>;
  /** Compare-and-set, as every put. Only a role that nobody holds or is to hold. */
  removeRole(role: OperatorRole): Promise<void>;
  addSession(session: Session): Promise<void>;
  putSession(session: Session): Promise<void>;
  addTries(tries: SignInTries): Promise<'added' | 'exists'>;
  putTries(tries: SignInTries): Promise<void>;
  addChallenge(challenge: Challenge): Promise<void>;
  putChallenge(challenge: Challenge): Promise<void>;
  /** Deletes challenges made before then, at most 500; how many. */
  forgetChallenges(before: EpochMs): Promise<number>;
  /** Deletes sessions that ended before then, at most 500; how many. */
  forgetSessions(endedBefore: EpochMs): Promise<number>;
  /** Looks at tries behind the holder `after`, at most 500, and deletes those that count no more. `next`: the last one looked at; undefined behind the last page. */
  forgetTries(now: EpochMs, after: string | undefined): Promise<{ readonly forgotten: number; readonly next: string | undefined }>;
  addGrantRequest(request: GrantRequest): Promise<void>;
  putGrantRequest(request: GrantRequest): Promise<void>;
  /** Unique by print. */
  addKey(key: OperatorKey): Promise<'added' | 'exists'>;
  putKey(key: OperatorKey): Promise<void>;
}
