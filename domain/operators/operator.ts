import { canMove, type Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { OfficerKind } from './officers.js';

/** `invited`: has an activation code and cannot sign in yet. */
export type OperatorState = 'invited' | 'active' | 'disabled';
/** The whole life of an account. Nobody's account is deleted: what it did stays named after it (AUD-01). */
export const operatorArrows = {
  invited: ['active', 'disabled'],
  active: ['invited', 'disabled'],
  disabled: ['active', 'invited'],
} as const satisfies Arrows<OperatorState>;

/** Whose rows an account may see: all, those of one region and below it, or of one institution (ISO-01). */
export type DataScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'region'; readonly regionCode: string }
  | { readonly kind: 'institution'; readonly institutionNo: string };

/** An account by which staff sign in (操作员, 1.1.6.3.2). */
export interface Operator {
  readonly operatorNo: string;
  /** Login name, lower case; never given to anybody else again. */
  readonly account: string;
  readonly name: string;
  /** Masked; the number itself is sealed beside it. */
  readonly maskedMobile: string | undefined;
  readonly state: OperatorState;
  /** One of the three exclusive officers, who holds no role (RBAC-02). */
  readonly officer: OfficerKind | undefined;
  readonly roleCodes: readonly string[];
  readonly scope: DataScope;
  readonly remark: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/**
 * Whether an account is for the console. One that sees an institution alone and holds no role is that of the institution's administrator (1.1.4.1.5-b): it is for
 * the institution's portal, and here it is nobody. Whoever of the staff is limited to an institution holds a role.
 */
export const isStaff = ({ scope, officer, roleCodes }: Pick<Operator, 'scope' | 'officer' | 'roleCodes'>): boolean => scope.kind !== 'institution' || officer !== undefined || roleCodes.length > 0;

/** The account in another state; `not-now` where no arrow leads there. */
export const moveTo = (operator: Operator, state: OperatorState): Result<Operator, 'not-now'> => (canMove(operatorArrows, operator.state, state) ? ok({ ...operator, state }) : refuse('not-now'));

/** 3 to 32 small letters, digits, `.`, `_` and `-`, a letter first. */
export const isAccount = (text: string): boolean => /^[a-z][a-z0-9._-]{2,31}$/.test(text);
/** As people type it: surrounding blanks and capitals do not make another account. */
export const accountOf = (typed: string): string => typed.trim().toLowerCase();

/** Only an account that was granted exactly this region administers it: two people have seen to that, and being named adds nothing to it (1.1.6.1.2-i). */
export const mayAdminister = ({ scope }: Pick<Operator, 'scope'>, regionCode: string): boolean => scope.kind === 'region' && scope.regionCode === regionCode;
