import { maskMobile } from '../../domain/kernel/personal-data.js';
import { activationValidMs, newCredentials } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { OperatorParts } from './operator-parts.js';

export interface Invited { readonly operator: Operator; readonly activationCode: string }

/** Stores a new account with a one-time code, which is given out here and nowhere else (AUTH-01). Undefined where the login name was ever given. */
export async function addInvited({ operators }: Pick<Stores, 'operators'>, { ids, clock, vault }: Pick<OperatorParts, 'ids' | 'clock' | 'vault'>, facts: Pick<Operator, 'account' | 'name' | 'officer' | 'roleCodes' | 'scope' | 'remark'>, mobile?: string): Promise<Invited | undefined> {
  const now = clock.now();
  const operator: Operator = { ...facts, operatorNo: ids.next(), maskedMobile: mobile === undefined ? undefined : maskMobile(mobile), state: 'invited', createdAt: now, version: 1 };
  if (await operators.add(operator, mobile) === 'exists') return undefined;
  const activationCode = ids.token();
  await operators.addCredentials(newCredentials(operator.operatorNo, { hash: vault.secretMac('activation-code', activationCode), expiresAt: now + activationValidMs }));
  return { operator, activationCode };
}
