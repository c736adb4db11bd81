import type { EpochMs } from '../kernel/china-time.js';
import type { Developer } from './developer.js';

/** 开发者角色: a name for gateway methods and payees that the developers who hold it may use (1.1.6.2.2). */
export interface DeveloperRole {
  readonly roleCode: string;
  readonly roleName: string;
  /** Gateway methods it grants (ISO-02). */
  readonly methods: readonly string[];
  /** Payees it grants (ISO-03). */
  readonly merchantNos: readonly string[];
  readonly remark: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

const union = (own: readonly string[], granted: readonly (readonly string[])[]): readonly string[] => [...new Set([...own, ...granted.flat()])];

/** A developer as its requests are judged: what it was given itself and what the roles it holds grant. A role that is not there grants nothing. */
export function withRoles(developer: Developer, roles: readonly DeveloperRole[]): Developer {
  const held = roles.filter(({ roleCode }) => developer.roleCodes.includes(roleCode));
  if (held.length === 0) return developer;
  return { ...developer, allowedMethods: union(developer.allowedMethods, held.map(({ methods }) => methods)), merchantNos: union(developer.merchantNos, held.map(({ merchantNos }) => merchantNos)) };
}
