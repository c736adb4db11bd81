import { activationValidMs, reset, type Credentials } from '../../domain/operators/credentials.js';
import { moveTo, type Operator } from '../../domain/operators/operator.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { Invited } from './invite-operator.js';
import type { OperatorParts } from './operator-parts.js';
import type { Sessions } from './sessions.js';

/** Makes the password of an account worthless and gives a one-time code by which its holder chooses another; its sessions end (AUTH-08). Not for one that is switched off. */
export async function giveNewCode(stores: Pick<Stores, 'operators'>, { vault, ids, clock }: Pick<OperatorParts, 'vault' | 'ids' | 'clock'>, sessions: Sessions, before: Operator, credentials: Credentials): Promise<Result<Invited, 'not-now'>> {
  // Whoever was invited and never came gets another code and stays invited.
  const invited = before.state === 'invited' ? ok(before) : moveTo(before, 'invited');
  if (before.state === 'disabled' || !invited.ok) return refuse('not-now');
  const activationCode = ids.token();
  await stores.operators.putCredentials(reset(credentials, { hash: vault.secretMac('activation-code', activationCode), expiresAt: clock.now() + activationValidMs }));
  await stores.operators.put(invited.value);
  await sessions.endAll(stores, before.operatorNo, 'rights-changed');
  return ok({ operator: invited.value, activationCode });
}
