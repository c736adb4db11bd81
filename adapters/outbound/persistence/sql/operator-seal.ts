import { TamperedError, type FieldPlace, type Vault } from '../../../../application/ports/vault.js';
import type { Challenge } from '../../../../domain/operators/challenge.js';
import type { Credentials, SecondFactor } from '../../../../domain/operators/credentials.js';
import type { GrantRequest } from '../../../../domain/operators/grant-request.js';
import type { DataScope, Operator } from '../../../../domain/operators/operator.js';
import type { OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../../../domain/operators/rights.js';
import type { Session } from '../../../../domain/operators/session.js';
import {
  challengeTable, credentialTable, grantTable, keyTable, operatorTable, roleTable, sessionTable, type CredentialRow, type GrantRow, type KeyRow, type OperatorRow, type RoleRow, type Sealed, type SessionRow,
} from './operator-columns.js';
import { credentialText, grantText, keyText, operatorText, roleText, scopeColumns, sessionText } from './operator-mac-text.js';

type Named = { readonly name: string };
type Versioned = { readonly version: number };

/**
 * Between what the core knows of operators and its rows: seals what is secret or personal (ENC-01), and lets nothing through that was changed past
 * the platform (INT-03). What is read throws TamperedError in that case; nobody guesses what it may have been. `rise`: how many versions on a row will
 * be when it is written, 1 for a change, because its version is under the code as well.
 */
export class OperatorSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  sealMobile(operatorNo: string, mobile: string | undefined): string | undefined { return this.#seal(operatorTable, 'sealed_mobile', operatorNo, mobile); }
  openMobile(operatorNo: string, sealed: string | undefined): string | undefined { return this.#open(operatorTable, 'sealed_mobile', operatorNo, sealed); }

  operatorRow({ scope, ...rest }: Operator, sealedMobile: string | undefined, rise = 0): OperatorRow {
    return { ...rest, ...scopeColumns(scope), sealedMobile, rowMac: this.#mac(operatorTable, operatorText, { scope, ...rest }, rise) };
  }
  operator(row: OperatorRow): Operator {
    const { sealedMobile: _1, rowMac: _2, scopeKind: _3, regionCode: _4, institutionNo: _5, ...rest } = row;
    return this.#fitting(operatorTable, operatorText, row, { ...rest, scope: scopeOf(row) });
  }

  roleRow(role: OperatorRole, rise = 0): RoleRow { return { ...role, rowMac: this.#mac(roleTable, roleText, role, rise) }; }
  role(row: RoleRow): OperatorRole {
    const { rowMac: _, ...role } = row;
    return this.#fitting(roleTable, roleText, row, role);
  }

  credentialRow(credentials: Credentials, rise = 0): CredentialRow {
    const { activation, factor, ...rest } = credentials;
    return {
      ...rest, factor: factor && this.#changed(factor, (secret) => this.#seal(credentialTable, 'second_factor', rest.operatorNo, secret)),
      activationHash: activation?.hash, activationUntil: activation?.expiresAt, rowMac: this.#mac(credentialTable, credentialText, credentials, rise),
    };
  }
  credentials(row: CredentialRow): Credentials {
    const { activationHash, activationUntil, rowMac: _, factor, ...rest } = row;
    return this.#fitting(credentialTable, credentialText, row, {
      ...rest, factor: factor && this.#changed(factor, (sealed) => this.#open(credentialTable, 'second_factor', row.operatorNo, sealed)),
      activation: activationHash === undefined || activationUntil === undefined ? undefined : { hash: activationHash, expiresAt: activationUntil },
    });
  }

  sessionRow(session: Session, rise = 0): SessionRow { return { ...session, isOpen: session.end === undefined, rowMac: this.#mac(sessionTable, sessionText, session, rise) }; }
  session(row: SessionRow): Session {
    const { rowMac: _1, isOpen, ...session } = row;
    // The mark itself is under no code, and a session without it would be ended by nobody.
    if (isOpen !== (session.end === undefined)) throw new TamperedError(`a row of ${sessionTable.name} was changed past the platform`);
    return this.#fitting(sessionTable, sessionText, row, session);
  }

  grantRow({ scope, ...rest }: GrantRequest, rise = 0): GrantRow { return { ...rest, ...scopeColumns(scope), rowMac: this.#mac(grantTable, grantText, { scope, ...rest }, rise) }; }
  grant(row: GrantRow): GrantRequest {
    const { rowMac: _1, scopeKind: _2, regionCode: _3, institutionNo: _4, ...rest } = row;
    return this.#fitting(grantTable, grantText, row, { ...rest, scope: scopeOf(row) });
  }

  keyRow(key: OperatorKey, rise = 0): KeyRow { return { ...key, rowMac: this.#mac(keyTable, keyText, key, rise) }; }
  key(row: KeyRow): OperatorKey {
    const { rowMac: _, ...key } = row;
    return this.#fitting(keyTable, keyText, row, key);
  }

  challengeRow(challenge: Challenge): Challenge {
    const { challengeNo, privateKey, captcha } = challenge;
    return { ...challenge, privateKey: this.#vault.seal(place(challengeTable, 'sealed_key', challengeNo), privateKey), captcha: this.#seal(challengeTable, 'sealed_captcha', challengeNo, captcha) };
  }
  challenge(row: Challenge): Challenge {
    const { challengeNo, privateKey, captcha } = row;
    return { ...row, privateKey: this.#vault.open(place(challengeTable, 'sealed_key', challengeNo), privateKey), captcha: this.#open(challengeTable, 'sealed_captcha', challengeNo, captcha) };
  }

  /** A public key is no secret. */
  #changed(factor: SecondFactor, change: (secret: string) => string | undefined): SecondFactor {
    const changed = ({ secret, lastStep }: { readonly secret: string; readonly lastStep: number }) => ({ secret: change(secret) ?? '', lastStep });
    return factor.kind === 'totp' ? { kind: 'totp', ...changed(factor) } : { kind: 'ukey', publicKey: factor.publicKey, authenticator: changed(factor.authenticator) };
  }

  #mac<T extends Versioned>({ name }: Named, textOf: (value: T) => string, value: T, rise: number): string {
    return this.#vault.rowMac(name, textOf({ ...value, version: value.version + rise }));
  }
  #fitting<T extends Versioned>(table: Named, textOf: (value: T) => string, { rowMac }: Sealed, value: T): T {
    if (this.#vault.rowMacFits(table.name, textOf(value), rowMac) === 'no') throw new TamperedError(`a row of ${table.name} was changed past the platform`);
    return value;
  }

  #seal(table: Named, column: string, rowId: string, clear: string | undefined): string | undefined { return clear === undefined || clear === '' ? undefined : this.#vault.seal(place(table, column, rowId), clear); }
  #open(table: Named, column: string, rowId: string, sealed: string | undefined): string | undefined { return sealed === undefined || sealed === '' ? undefined : this.#vault.open(place(table, column, rowId), sealed); }
}

const place = ({ name }: Named, column: string, rowId: string): FieldPlace => ({ table: name, column, rowId });

/** What does not belong together cannot be what was written. */
function scopeOf({ scopeKind, regionCode, institutionNo }: Pick<OperatorRow, 'scopeKind' | 'regionCode' | 'institutionNo'>): DataScope {
  if (scopeKind === 'region' && regionCode !== undefined) return { kind: 'region', regionCode };
  if (scopeKind === 'institution' && institutionNo !== undefined) return { kind: 'institution', institutionNo };
  if (scopeKind === 'all') return { kind: 'all' };
  throw new TamperedError('a scope that says neither whose nor all');
}
