import type { Challenge } from '../../domain/operators/challenge.js';
import type { Credentials } from '../../domain/operators/credentials.js';
import type { GrantRequest } from '../../domain/operators/grant-request.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { OperatorKey } from '../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../domain/operators/rights.js';
import type { Session } from '../../domain/operators/session.js';
import type { SignInTries } from '../../domain/operators/sign-in-tries.js';

import { noon } from './moments.js';

export const anOperator = (changes: Partial<Operator> = {}): Operator => ({
  operatorNo: 'O1', account: 'lin.xiaoyu', name: '林晓宇', maskedMobile: '138****8000', state: 'active', officer: undefined, roleCodes: ['cashier', 'reader'],
  scope: { kind: 'region', regionCode: '350402' }, remark: '综合窗口', createdAt: noon, version: 1, ...changes,
});
export const anOfficer = (officer: NonNullable<Operator['officer']>, changes: Partial<Operator> = {}): Operator =>
  anOperator({ operatorNo: `O-${officer}`, account: officer, officer, roleCodes: [], scope: { kind: 'all' }, ...changes });
export const credentialsOf = (changes: Partial<Credentials> = {}): Credentials => ({
  operatorNo: 'O1', password: 'pbkdf2-sm3$600000$c2FsdA$aGFzaA', passwordChangedAt: noon, mustChange: false, formerPasswords: ['pbkdf2-sm3$600000$c2FsdA$aGFzaA'],
  factor: { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', lastStep: 59_274_000 }, activation: undefined, version: 1, ...changes,
});
export const aRole = (changes: Partial<OperatorRole> = {}): OperatorRole =>
  ({ roleCode: 'cashier', roleName: '收费员', permissions: ['service-desk.orders.read', 'service-desk.refunds.apply'], remark: '', createdAt: noon, version: 1, ...changes });
export const aSession = (changes: Partial<Session> = {}): Session => ({
  tokenHash: 'a'.repeat(64), sessionNo: 'S1', operatorNo: 'O1', stage: 'signed-in', address: '192.0.2.7', beganAt: noon, seenAt: noon, provedAt: noon, endedAt: undefined, end: undefined,
  version: 1, ...changes,
});
export const someTries = (changes: Partial<SignInTries> = {}): SignInTries => ({ holder: 'account:lin.xiaoyu', wrongAt: [noon, noon + 1], lockedUntil: undefined, version: 1, ...changes });
export const aChallenge = (changes: Partial<Challenge> = {}): Challenge => ({
  challengeNo: 'C1', purpose: 'sign-in', nonce: 'n'.repeat(43), privateKey: '5fa1'.repeat(16), captcha: 'k7wq', sessionNo: undefined, madeAt: noon, usedAt: undefined, version: 1, ...changes,
});
export const aGrantRequest = (changes: Partial<GrantRequest> = {}): GrantRequest => ({
  requestNo: 'G1', operatorNo: 'O1', operatorVersion: 3, officer: undefined, roleCodes: ['cashier'], scope: { kind: 'institution', institutionNo: 'I1' }, state: 'pending', askedBy: 'O-security-officer',
  decidedBy: undefined, remark: '新入职', opinion: '', askedAt: noon, decidedAt: undefined, version: 1, ...changes,
});
export const aKey = (changes: Partial<OperatorKey> = {}): OperatorKey => ({
  keyNo: 'K1', operatorNo: 'O1', publicKey: `04${'ab'.repeat(64)}`, print: `12345678${'c'.repeat(48)}90abcdef`, state: 'asked', askedBy: 'O1', askedAt: noon, decidedBy: undefined, decidedAt: undefined,
  remark: '新发', version: 1, ...changes,
});
