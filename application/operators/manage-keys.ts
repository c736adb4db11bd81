import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { isEnrolled, withKey, withoutKey } from '../../domain/operators/credentials.js';
import { leavesNoOfficer } from '../../domain/operators/grant-request.js';
import { decideKey, maskPrint, reportLost, type KeyRefusal, type OperatorKey } from '../../domain/operators/operator-key.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditOperator } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';
import type { Sessions } from './sessions.js';

export type KeyAnswer = Result<OperatorKey, KeyRefusal | 'unknown' | 'last-officer' | 'no-factor'>;
export type KeyDecision = 'approve' | 'reject';

type Done = readonly [action: string, description: string];
const done: Readonly<Record<'asked' | 'reported', Readonly<Record<KeyDecision, Done>>>> = {
  asked: { approve: ['operator.key-approved', '同意登记 UKey，此后以它登录'], reject: ['operator.key-rejected', '驳回登记 UKey'] },
  reported: { approve: ['operator.key-removed', '解除 UKey，恢复动态口令'], reject: ['operator.key-kept', '撤销挂失，UKey 恢复使用'] },
};

/** What others do about the key of somebody: report it lost, and decide what was asked about it. Two persons each time (AUTH-03, RBAC-03). */
export class ManageKeys {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock'>;
  readonly #sessions: Sessions;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock'>, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  /** 挂失: at once nobody signs in with it, nor stays signed in. Not of the last holder of an office: who is shut out like that could not be let in by anybody (RBAC-02). */
  async reportLost(acting: Acting, keyNo: string, remark: string): Promise<KeyAnswer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<KeyAnswer> => {
      const before = await stores.operators.key(keyNo);
      const holder = before && await stores.operators.byNo(before.operatorNo);
      if (before === undefined || holder === undefined) return refuse('unknown');
      const reported = reportLost(before, { by: acting.by.operatorNo, at: this.#parts.clock.now(), remark });
      if (!reported.ok) return reported;
      if (leavesNoOfficer(holder, undefined, await stores.operators.officers())) return refuse('last-officer');
      await stores.operators.putKey(reported.value);
      await this.#sessions.endAll(stores, holder.operatorNo, 'rights-changed');
      await this.#audit(stores, acting, before, reported.value, ['operator.key-reported', 'UKey 挂失']);
      return reported;
    });
  }

  /** A new key takes the place of what was there, and one that is removed gives it back; either way its holder signs in anew (SES-04). */
  async decide(acting: Acting, keyNo: string, decision: KeyDecision, remark: string): Promise<KeyAnswer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<KeyAnswer> => {
      const before = await stores.operators.key(keyNo);
      if (before === undefined) return refuse('unknown');
      const decided = decideKey(before, decision, { by: acting.by.operatorNo, at: this.#parts.clock.now(), remark });
      if (!decided.ok) return decided;
      if (decision === 'approve') {
        const changed = before.state === 'asked' ? await this.#putIn(stores, acting, before) : await this.#takeOut(stores, before);
        if (!changed.ok) return changed;
        await this.#sessions.endAll(stores, before.operatorNo, 'rights-changed');
      }
      await stores.operators.putKey(decided.value);
      await this.#audit(stores, acting, before, decided.value, done[before.state === 'asked' ? 'asked' : 'reported'][decision]);
      return decided;
    });
  }

  async #putIn(stores: Stores, acting: Acting, { keyNo, operatorNo, publicKey }: OperatorKey): Promise<Result<undefined, 'no-factor'>> {
    const { operators } = stores;
    const credentials = await operators.credentials(operatorNo);
    if (credentials === undefined || !isEnrolled(credentials.factor)) return refuse('no-factor');
    for (const former of await operators.keysOf(operatorNo)) {
      if (former.keyNo === keyNo || (former.state !== 'in-use' && former.state !== 'reported')) continue;
      const removed: OperatorKey = { ...former, state: 'removed', decidedBy: acting.by.operatorNo, decidedAt: this.#parts.clock.now() };
      await operators.putKey(removed);
      await this.#audit(stores, acting, former, removed, ['operator.key-removed', '解除 UKey，由新的 UKey 代替']);
    }
    await operators.putCredentials({ ...credentials, factor: withKey(credentials.factor, publicKey) });
    return ok(undefined);
  }

  async #takeOut({ operators }: Stores, { operatorNo, publicKey }: OperatorKey): Promise<Result<undefined, 'no-factor'>> {
    const credentials = await operators.credentials(operatorNo);
    if (credentials === undefined) return refuse('no-factor');
    await operators.putCredentials({ ...credentials, factor: withoutKey(credentials.factor, publicKey) });
    return ok(undefined);
  }

  #audit(stores: Stores, acting: Acting, before: OperatorKey, after: OperatorKey, [action, description]: Done): Promise<void> {
    return auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, about: after.operatorNo, action, description, before: keyFacts(before), after: keyFacts(after) });
  }
}

const keyFacts = ({ keyNo, print, state }: OperatorKey): Readonly<Record<string, string>> => ({ keyNo, print: maskPrint(print), state });
