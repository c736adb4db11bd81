import type { Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { OfficerKind } from './officers.js';
import { isStaff, type DataScope, type Operator } from './operator.js';

export type GrantState = 'pending' | 'approved' | 'rejected';
export const grantArrows = { pending: ['approved', 'rejected'], approved: [], rejected: [] } as const satisfies Arrows<GrantState>;

/** What an account is to hold from then on. */
export interface Grant { readonly officer: OfficerKind | undefined; readonly roleCodes: readonly string[]; readonly scope: DataScope }

/** One person asks, another decides (RBAC-03). */
export interface GrantRequest extends Grant {
  readonly requestNo: string;
  readonly operatorNo: string;
  /** Version of the account when it was asked: what changed meanwhile must be asked anew. */
  readonly operatorVersion: number;
  readonly state: GrantState;
  readonly askedBy: string;
  readonly decidedBy: string | undefined;
  /** 申请说明: what the asker says. */
  readonly remark: string;
  /** 审批意见: what the decider says; empty until then. */
  readonly opinion: string;
  readonly askedAt: EpochMs;
  readonly decidedAt: EpochMs | undefined;
  readonly version: number;
}

export type GrantRefusal = 'own-account' | 'own-request' | 'not-waiting' | 'changed-meanwhile' | 'officer-with-roles' | 'last-officer' | 'two-offices' | 'not-staff';

/** Whether this may be asked for at all. `officers`: everybody who holds an office now. */
export function mayAskFor(grant: Grant, target: Operator, askedBy: string, officers: readonly Operator[]): Result<undefined, GrantRefusal> {
  if (target.operatorNo === askedBy) return refuse('own-account');
  // With a role it would be one of the staff.
  if (!isStaff(target)) return refuse('not-staff');
  if (grant.officer !== undefined && grant.roleCodes.length > 0) return refuse('officer-with-roles');
  if (grant.officer !== undefined && target.officer !== undefined && target.officer !== grant.officer) return refuse('two-offices');
  return leavesNoOfficer(target, grant.officer, officers) ? refuse('last-officer') : ok(undefined);
}

/** Nobody is left in an office that this account gives up. */
export const leavesNoOfficer = (target: Operator, next: OfficerKind | undefined, officers: readonly Operator[]): boolean =>
  target.officer !== undefined && target.officer !== next && !officers.some(({ operatorNo, officer, state }) => operatorNo !== target.operatorNo && officer === target.officer && state === 'active');

/** Whether this person may decide it. What changed meanwhile can still be rejected, else it would wait for ever. */
export function mayDecide(request: GrantRequest, target: Operator, decidedBy: string, decision: 'approve' | 'reject'): Result<undefined, GrantRefusal> {
  if (request.state !== 'pending') return refuse('not-waiting');
  if (request.askedBy === decidedBy) return refuse('own-request');
  if (request.operatorNo === decidedBy) return refuse('own-account');
  return decision === 'reject' || target.version === request.operatorVersion ? ok(undefined) : refuse('changed-meanwhile');
}
