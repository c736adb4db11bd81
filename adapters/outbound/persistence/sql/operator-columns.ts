import type { Challenge, ChallengePurpose } from '../../../../domain/operators/challenge.js';
import type { Credentials, SecondFactor } from '../../../../domain/operators/credentials.js';
import { grantArrows, type GrantRequest } from '../../../../domain/operators/grant-request.js';
import { officerKinds } from '../../../../domain/operators/officers.js';
import { operatorArrows, type DataScope, type Operator } from '../../../../domain/operators/operator.js';
import { keyArrows, type OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../../../domain/operators/rights.js';
import { sessionEnds, type Session, type SessionStage } from '../../../../domain/operators/session.js';
import type { SignInTries } from '../../../../domain/operators/sign-in-tries.js';
import { epochMs, flag, int, json, oneOf, optional, text, UnreadableValue, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import { SqlTable } from './sql-table.js';

/** What of a row nobody may change past the platform is under this (INT-03). */
export interface Sealed { readonly rowMac: string }
interface ScopeColumns { readonly scopeKind: DataScope['kind']; readonly regionCode: string | undefined; readonly institutionNo: string | undefined }

/** The mobile number is sealed, and is written and read apart from the rest. */
export interface OperatorRow extends Omit<Operator, 'scope'>, ScopeColumns, Sealed { readonly sealedMobile: string | undefined }
/** `factor` with its secret sealed. */
export interface CredentialRow extends Omit<Credentials, 'activation'>, Sealed { readonly activationHash: string | undefined; readonly activationUntil: number | undefined }
export interface RoleRow extends OperatorRole, Sealed {}
export interface SessionRow extends Session, Sealed { readonly isOpen: boolean }
export interface KeyRow extends OperatorKey, Sealed {}
export interface GrantRow extends Omit<GrantRequest, 'scope'>, ScopeColumns, Sealed {}

const number = text(32);
const hash = text(64);
const actor = text(64);
/** What is parsed is judged: these columns are what somebody would write his rights into. */
const texts = json<readonly string[]>((parsed) => {
  if (!Array.isArray(parsed) || !parsed.every((one) => typeof one === 'string')) throw new UnreadableValue('not a list of texts');
  return parsed;
});
const moments = json<readonly number[]>((parsed) => {
  if (!Array.isArray(parsed) || !parsed.every((one) => Number.isSafeInteger(one))) throw new UnreadableValue('not a list of moments');
  return parsed as readonly number[];
});
const factor = json<SecondFactor>((parsed) => {
  const { kind, secret, lastStep, publicKey, authenticator } = (parsed ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === 'totp' && typeof secret === 'string' && typeof lastStep === 'number') return { kind, secret, lastStep };
  const before = (authenticator ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === 'ukey' && typeof publicKey === 'string' && typeof before['secret'] === 'string' && typeof before['lastStep'] === 'number') {
    return { kind, publicKey, authenticator: { secret: before['secret'], lastStep: before['lastStep'] } };
  }
  throw new UnreadableValue('not a second factor');
});
/** All words of a union: one that is forgotten does not compile. */
const eachOf = <W extends string>(known: Readonly<Record<W, true>>) => oneOf(Object.keys(known) as W[]);
const scopeKind = eachOf<DataScope['kind']>({ all: true, region: true, institution: true });
const stage = eachOf<SessionStage>({ factor: true, 'password-change': true, 'signed-in': true });
const purpose = eachOf<ChallengePurpose>({ 'sign-in': true, activate: true, 'change-password': true, 'ukey-sign-in': true, 'ukey-step-up': true, 'ukey-register': true });
const officer = optional(oneOf(officerKinds));
/** Under the row's code, so what would not fit is refused and not cut. */
const name = text(64, 'any');

export const operatorTable = new SqlTable<OperatorRow>('console_operator', {
  operatorNo: ['operator_no', number], account: ['login_account', number], name: ['operator_name', name], maskedMobile: ['masked_mobile', optional(text(16))],
  sealedMobile: ['sealed_mobile', optional(text(300))], state: ['state', stateOf(operatorArrows)], officer: ['officer_kind', officer], roleCodes: ['role_codes', texts],
  scopeKind: ['scope_kind', scopeKind], regionCode: ['region_code', optional(number)], institutionNo: ['institution_no', optional(number)], remark: ['remark', words(500)],
  createdAt: ['created_at', epochMs], rowMac: ['row_mac', hash], version: ['version', int],
  // A login name is not changed, so a change of one finds no row.
}, ['operatorNo', 'account'], ['sealedMobile', 'createdAt']);

export const credentialTable = new SqlTable<CredentialRow>('operator_credential', {
  operatorNo: ['operator_no', number], password: ['password_hash', optional(text(300))], passwordChangedAt: ['password_changed_at', optional(epochMs)], mustChange: ['must_change', flag],
  formerPasswords: ['former_passwords', texts], factor: ['second_factor', optional(factor)],
  activationHash: ['activation_hash', optional(hash)], activationUntil: ['activation_until', optional(epochMs)], rowMac: ['row_mac', hash], version: ['version', int],
}, ['operatorNo']);

export const roleTable = new SqlTable<RoleRow>('operator_role', {
  roleCode: ['role_code', number], roleName: ['role_name', name], permissions: ['permission_list', texts], remark: ['remark', words(500)], createdAt: ['created_at', epochMs],
  rowMac: ['row_mac', hash], version: ['version', int],
}, ['roleCode'], ['createdAt']);

export const sessionTable = new SqlTable<SessionRow>('operator_session', {
  tokenHash: ['token_hash', hash], sessionNo: ['session_no', number], operatorNo: ['operator_no', number],
  stage: ['session_stage', stage], address: ['from_address', text(64)], beganAt: ['began_at', epochMs], seenAt: ['seen_at', epochMs],
  provedAt: ['proved_at', optional(epochMs)], endedAt: ['ended_at', optional(epochMs)], end: ['end_cause', optional(oneOf(sessionEnds))], isOpen: ['is_open', flag],
  rowMac: ['row_mac', hash], version: ['version', int],
}, ['tokenHash', 'sessionNo', 'operatorNo'], ['beganAt']);

export const triesTable = new SqlTable<SignInTries>('sign_in_tries', {
  holder: ['try_holder', text(160)], wrongAt: ['wrong_at_list', moments], lockedUntil: ['locked_until', optional(epochMs)],
  version: ['version', int],
}, ['holder']);

/** Private key and captcha are sealed here. */
export const challengeTable = new SqlTable<Challenge>('sign_in_challenge', {
  challengeNo: ['challenge_no', number], purpose: ['purpose', purpose], nonce: ['nonce', hash], privateKey: ['sealed_key', text(400)],
  captcha: ['sealed_captcha', optional(text(300))], sessionNo: ['session_no', optional(number)], madeAt: ['made_at', epochMs], usedAt: ['used_at', optional(epochMs)], version: ['version', int],
}, ['challengeNo'], ['purpose', 'nonce', 'privateKey', 'captcha', 'sessionNo', 'madeAt']);

export const grantTable = new SqlTable<GrantRow>('grant_request', {
  requestNo: ['request_no', number], operatorNo: ['operator_no', number], operatorVersion: ['operator_version', int], officer: ['officer_kind', officer], roleCodes: ['role_codes', texts],
  scopeKind: ['scope_kind', scopeKind], regionCode: ['region_code', optional(number)], institutionNo: ['institution_no', optional(number)], state: ['state', stateOf(grantArrows)],
  askedBy: ['asked_by', actor], decidedBy: ['decided_by', optional(actor)], remark: ['remark', words(500)], opinion: ['opinion', words(500)], askedAt: ['asked_at', epochMs], decidedAt: ['decided_at', optional(epochMs)],
  rowMac: ['row_mac', hash], version: ['version', int],
}, ['requestNo']);

export const keyTable = new SqlTable<KeyRow>('operator_key', {
  keyNo: ['key_no', number], operatorNo: ['operator_no', number], publicKey: ['public_key', text(130)], print: ['key_print', hash], state: ['state', stateOf(keyArrows)],
  askedBy: ['asked_by', actor], askedAt: ['asked_at', epochMs], decidedBy: ['decided_by', optional(actor)], decidedAt: ['decided_at', optional(epochMs)], remark: ['remark', words(500)],
  rowMac: ['row_mac', hash], version: ['version', int],
}, ['keyNo'], ['operatorNo', 'publicKey', 'print']);
