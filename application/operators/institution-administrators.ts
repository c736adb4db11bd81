import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { accountOf, isAccount, isStaff, moveTo, type Operator } from '../../domain/operators/operator.js';
import type { Administrator, AdministratorRefusal, InstitutionAccounts, InvitedAdministrator, NewAdministrator } from '../ports/institution-accounts.js';
import type { Stores } from '../ports/unit-of-work.js';
import { giveNewCode } from './give-new-code.js';
import { addInvited } from './invite-operator.js';
import { auditOperator, operatorFacts } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';
import type { Sessions } from './sessions.js';

type Parts = Pick<OperatorParts, 'ids' | 'clock' | 'platformClock' | 'vault'>;

/**
 * Administrators of institutions (1.1.4.1.5-b, -f): accounts without any role, whose scope is one institution. What somebody may do to them by way of an
 * institution is done to these and to no other account: the number in the institution's row is not under a code, the scope of an account is (INT-03).
 */
export class InstitutionAdministrators implements InstitutionAccounts {
  readonly #parts: Parts;
  readonly #sessions: Sessions;

  constructor(parts: Parts, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  async invite(stores: Stores, acting: Acting, { account: typed, name, institutionNo }: NewAdministrator): Promise<Result<InvitedAdministrator, 'account-malformed' | 'account-taken'>> {
    const account = accountOf(typed);
    if (!isAccount(account)) return refuse('account-malformed');
    const invited = await addInvited(stores, this.#parts, { account, name, officer: undefined, roleCodes: [], scope: { kind: 'institution', institutionNo }, remark: '' });
    if (invited === undefined) return refuse('account-taken');
    const { operator, activationCode } = invited;
    await this.#audit(stores, acting, 'operator.invited', '新增机构管理员', operator);
    return ok({ operatorNo: operator.operatorNo, account, activationCode });
  }

  async reset(stores: Stores, acting: Acting, administrator: Administrator): Promise<Result<string, AdministratorRefusal>> {
    const before = await theirs(stores, administrator);
    const credentials = before && await stores.operators.credentials(before.operatorNo);
    if (before === undefined || credentials === undefined) return refuse('not-theirs');
    const given = await giveNewCode(stores, this.#parts, this.#sessions, before, credentials);
    if (!given.ok) return given;
    await this.#audit(stores, acting, 'operator.reset', '重置机构管理员口令', given.value.operator, before);
    return ok(given.value.activationCode);
  }

  async shut(stores: Stores, acting: Acting, administrator: Administrator): Promise<Result<undefined, AdministratorRefusal>> {
    const before = await theirs(stores, administrator);
    if (before === undefined) return refuse('not-theirs');
    if (before.state === 'disabled') return ok(undefined);
    const moved = await this.#move(stores, acting, before, 'disabled', '停用机构管理员');
    if (moved.ok) await this.#sessions.endAll(stores, before.operatorNo, 'rights-changed');
    return moved;
  }

  async open(stores: Stores, acting: Acting, administrator: Administrator): Promise<Result<undefined, AdministratorRefusal>> {
    const before = await theirs(stores, administrator);
    if (before === undefined) return refuse('not-theirs');
    if (before.state !== 'disabled') return ok(undefined);
    const credentials = await stores.operators.credentials(before.operatorNo);
    return this.#move(stores, acting, before, credentials?.password === undefined ? 'invited' : 'active', '启用机构管理员');
  }

  async #move(stores: Stores, acting: Acting, before: Operator, state: Operator['state'], description: string): Promise<Result<undefined, AdministratorRefusal>> {
    const moved = moveTo(before, state);
    if (!moved.ok) return moved;
    await stores.operators.put(moved.value);
    await this.#audit(stores, acting, state === 'disabled' ? 'operator.disabled' : 'operator.enabled', description, moved.value, before);
    return ok(undefined);
  }

  #audit(stores: Stores, acting: Acting, action: string, description: string, after: Operator, before?: Operator): Promise<void> {
    return auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, about: after.operatorNo, action, description, ...(before && { before: operatorFacts(before) }), after: operatorFacts(after) });
  }
}

async function theirs({ operators }: Pick<Stores, 'operators'>, { operatorNo, institutionNo }: Administrator): Promise<Operator | undefined> {
  const operator = await operators.byNo(operatorNo);
  return operator?.scope.kind === 'institution' && operator.scope.institutionNo === institutionNo && !isStaff(operator) ? operator : undefined;
}
