import type { Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from './unit-of-work.js';

export interface NewAdministrator { readonly account: string; readonly name: string; readonly institutionNo: string }
/** `activationCode` is given out here and nowhere else. */
export interface InvitedAdministrator { readonly operatorNo: string; readonly account: string; readonly activationCode: string }
export interface Administrator { readonly operatorNo: string; readonly institutionNo: string }
/** `not-theirs`: the account is none of that institution, whatever its row says. */
export type AdministratorRefusal = 'not-theirs' | 'not-now';

/** Accounts of those who work for institutions, for whoever configures these. Every call is part of the caller's unit and writes its own audit entry. */
export interface InstitutionAccounts {
  /** A new account that sees this institution and nothing else, with a one-time code. */
  invite(stores: Stores, acting: Acting, administrator: NewAdministrator): Promise<Result<InvitedAdministrator, 'account-malformed' | 'account-taken'>>;
  /** The old password is worth nothing any more and sessions end; the answer is a new one-time code (AUTH-08). */
  reset(stores: Stores, acting: Acting, administrator: Administrator): Promise<Result<string, AdministratorRefusal>>;
  /** Nobody signs in with it until it is opened again. One that is shut already stays so. */
  shut(stores: Stores, acting: Acting, administrator: Administrator): Promise<Result<undefined, AdministratorRefusal>>;
  open(stores: Stores, acting: Acting, administrator: Administrator): Promise<Result<undefined, AdministratorRefusal>>;
}
