import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { maskMobile } from '../../domain/kernel/personal-data.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import { leavesNoOfficer } from '../../domain/operators/grant-request.js';
import { accountOf, isAccount, moveTo, type Operator } from '../../domain/operators/operator.js';
import { accountHolder, forgiven } from '../../domain/operators/sign-in-tries.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { Acting } from '../../domain/operators/acting.js';
import { giveNewCode } from './give-new-code.js';
import { addInvited, type Invited } from './invite-operator.js';
import { auditOperator, auditRefusal, operatorFacts } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';
import type { Sessions } from './sessions.js';

export interface NewOperator { readonly account: string; readonly name: string; readonly mobile: string | undefined; readonly remark: string }
export type ManageRefusal = 'account-malformed' | 'account-taken' | 'mobile-malformed' | 'unknown' | 'own-account' | 'last-officer' | 'not-now' | 'rights-without-factor' | 'changed-meanwhile' | 'administers-region';

type Parts = Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock' | 'vault' | 'journal'>;

/**
 * 操作员管理 (1.1.6.3.2-b to -d) for the system officer, and what the security officer may do to an account: reset it, unlock it, end its sessions (AUTH-04,
 * AUTH-08, SES-03). Rights are given by grant requests and nowhere here (RBAC-02, RBAC-04).
 */
export class ManageOperators {
  readonly #parts: Parts;
  readonly #sessions: Sessions;

  constructor(parts: Parts, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  /** A new account without any right. The code is given out once, to whoever made the account. */
  async invite(acting: Acting, { account: typed, name, mobile: written, remark }: NewOperator): Promise<Result<Invited, ManageRefusal>> {
    const account = accountOf(typed);
    const mobile = written === undefined ? undefined : readMobile(written);
    if (!isAccount(account)) return refuse('account-malformed');
    if (mobile?.ok === false) return refuse('mobile-malformed');
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<Invited, ManageRefusal>> => {
      const invited = await addInvited(stores, this.#parts, { account, name, officer: undefined, roleCodes: [], scope: { kind: 'all' }, remark }, mobile?.value);
      if (invited === undefined) return refuse('account-taken');
      await this.#audit(stores, acting, invited.operator, 'operator.invited', '新增操作员');
      return ok(invited);
    });
  }

  /** As it was read at `version`: what somebody else has saved since is not overwritten by whoever did not see it. */
  async edit(acting: Acting, operatorNo: string, version: number, { name, mobile: written, remark }: Pick<NewOperator, 'name' | 'mobile' | 'remark'>): Promise<Result<Operator, ManageRefusal>> {
    const mobile = written === undefined ? undefined : readMobile(written);
    if (mobile?.ok === false) return refuse('mobile-malformed');
    return this.#change(acting, operatorNo, 'operator.edited', '修改操作员', async (stores, before) => {
      if (before.version !== version) return refuse('changed-meanwhile');
      const after = { ...before, name, remark, ...(mobile !== undefined && { maskedMobile: maskMobile(mobile.value) }) };
      await stores.operators.put(after);
      if (mobile !== undefined) await stores.operators.putMobile(operatorNo, mobile.value);
      return ok(after);
    });
  }

  /** Nobody switches the own account off, nor the last active holder of an office (RBAC-02); and no region is left with an administrator who cannot sign in (1.1.6.1.2-i). */
  async disable(acting: Acting, operatorNo: string): Promise<Result<Operator, ManageRefusal>> {
    return this.#change(acting, operatorNo, 'operator.disabled', '停用操作员', async (stores, before) => {
      if (operatorNo === acting.by.operatorNo) return refuse('own-account');
      if (leavesNoOfficer(before, undefined, await stores.operators.officers())) return refuse('last-officer');
      // Behind the officers' locks, under which an administrator is named too.
      if (await stores.directory.regions.any({ adminOperatorNo: operatorNo })) return refuse('administers-region');
      const disabled = moveTo(before, 'disabled');
      if (!disabled.ok) return disabled;
      await stores.operators.put(disabled.value);
      await this.#sessions.endAll(stores, operatorNo, 'rights-changed');
      return disabled;
    });
  }

  /** An account that was never activated is invited again, by resetting it. */
  async enable(acting: Acting, operatorNo: string): Promise<Result<Operator, ManageRefusal>> {
    return this.#change(acting, operatorNo, 'operator.enabled', '启用操作员', async (stores, before) => {
      const credentials = await stores.operators.credentials(operatorNo);
      if (before.state !== 'disabled') return refuse('not-now');
      const enabled = moveTo(before, credentials?.password === undefined ? 'invited' : 'active');
      if (enabled.ok) await stores.operators.put(enabled.value);
      return enabled;
    });
  }

  /** 重置密码 (AUTH-08): the holder chooses a new password with a one-time code; nobody else ever knows one. */
  async reset(acting: Acting, operatorNo: string): Promise<Result<Invited, ManageRefusal>> {
    let activationCode = '';
    const changed = await this.#change(acting, operatorNo, 'operator.reset', '重置操作员口令', async (stores, before) => {
      const credentials = await stores.operators.credentials(operatorNo);
      if (operatorNo === acting.by.operatorNo) return refuse('own-account');
      if (before.state === 'disabled' || credentials === undefined) return refuse('not-now');
      const given = await giveNewCode(stores, this.#parts, this.#sessions, before, credentials);
      if (!given.ok) return given;
      ({ activationCode } = given.value);
      return ok(given.value.operator);
    });
    return changed.ok ? ok({ operator: changed.value, activationCode }) : changed;
  }

  async unlock(acting: Acting, operatorNo: string): Promise<Result<Operator, ManageRefusal>> {
    return this.#change(acting, operatorNo, 'operator.unlocked', '解除登录锁定', async ({ operators }, before) => {
      const tries = await operators.tries(accountHolder(before.account));
      if (tries !== undefined) await operators.putTries(forgiven(tries));
      return ok(before);
    });
  }

  async endSessions(acting: Acting, operatorNo: string): Promise<Result<Operator, ManageRefusal>> {
    return this.#change(acting, operatorNo, 'operator.sessions-ended', '结束操作员的登录', async (stores, before) => {
      await this.#sessions.endAll(stores, operatorNo, 'ended-by-officer');
      return ok(before);
    });
  }

  async #change(acting: Acting, operatorNo: string, action: string, description: string, change: (stores: Stores, before: Operator) => Promise<Result<Operator, ManageRefusal>>): Promise<Result<Operator, ManageRefusal>> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<Operator, ManageRefusal>> => {
      const before = await stores.operators.byNo(operatorNo);
      if (before === undefined) return refuse('unknown');
      const changed = await change(stores, before);
      if (changed.ok) await this.#audit(stores, acting, changed.value, action, description, before);
      else await auditRefusal(stores, this.#parts, acting, { about: operatorNo, action, description }, changed.refusal);
      return changed;
    });
  }

  #audit(stores: Stores, acting: Acting, after: Operator, action: string, description: string, before?: Operator): Promise<void> {
    return auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, about: after.operatorNo, action, description, ...(before && { before: operatorFacts(before) }), after: operatorFacts(after) });
  }
}
