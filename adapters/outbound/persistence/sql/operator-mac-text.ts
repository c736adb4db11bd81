import type { Credentials } from '../../../../domain/operators/credentials.js';
import type { GrantRequest } from '../../../../domain/operators/grant-request.js';
import type { DataScope, Operator } from '../../../../domain/operators/operator.js';
import type { OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../../../domain/operators/rights.js';
import type { Session } from '../../../../domain/operators/session.js';
import { listed, prefixed, type Part } from './mac-text.js';

/** Whose rows are seen, in columns. */
export const scopeColumns = (scope: DataScope) => ({
  scopeKind: scope.kind, regionCode: scope.kind === 'region' ? scope.regionCode : undefined, institutionNo: scope.kind === 'institution' ? scope.institutionNo : undefined,
});
const scopeParts = (scope: DataScope): readonly Part[] => Object.values(scopeColumns(scope));

/** What gives rights to an account, and the name under which others know it. */
export const operatorText = ({ operatorNo, account, state, officer, roleCodes, scope, version, name }: Operator): string =>
  prefixed([operatorNo, account, state, officer, listed(roleCodes), ...scopeParts(scope), version, name]);

export const roleText = ({ roleCode, permissions, version }: OperatorRole): string => prefixed([roleCode, listed(permissions), version]);

/** With the secret in clear: what is under the code is the secret, not its envelope. */
export const credentialText = ({ operatorNo, password, passwordChangedAt, mustChange, formerPasswords, factor, activation, version }: Credentials): string => prefixed([
  operatorNo, password, passwordChangedAt, mustChange, listed(formerPasswords), factor?.kind, factor?.kind === 'totp' ? factor.secret : factor?.publicKey,
  factor?.kind === 'totp' ? factor.lastStep : undefined, activation?.hash, activation?.expiresAt, version, ...(factor?.kind === 'ukey' ? [factor.authenticator.secret, factor.authenticator.lastStep] : []),
]);

/** A session is rights of somebody: whoever could write another number into his own would be the other. */
export const sessionText = ({ tokenHash, sessionNo, operatorNo, stage, address, beganAt, seenAt, provedAt, endedAt, end, version }: Session): string =>
  prefixed([tokenHash, sessionNo, operatorNo, stage, address, beganAt, seenAt, provedAt, endedAt, end, version]);

/** A request is one of the two persons that a grant needs: whoever could write another asker into it would be both (RBAC-03). */
export const grantText = ({ requestNo, operatorNo, operatorVersion, officer, roleCodes, scope, state, askedBy, decidedBy, askedAt, decidedAt, version }: GrantRequest): string =>
  prefixed([requestNo, operatorNo, operatorVersion, officer, listed(roleCodes), ...scopeParts(scope), state, askedBy, decidedBy, askedAt, decidedAt, version]);

/** Whose key it is, whether it counts, and by whose will (AUTH-03). */
export const keyText = ({ keyNo, operatorNo, publicKey, print, state, askedBy, askedAt, decidedBy, decidedAt, version }: OperatorKey): string =>
  prefixed([keyNo, operatorNo, publicKey, print, state, askedBy, askedAt, decidedBy, decidedAt, version]);
