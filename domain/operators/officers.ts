/** 系统管理员、安全管理员、审计员 (GB/T 22239 8.1.5): each has rights of its own and no others. */
export const officerKinds = ['system-officer', 'security-officer', 'audit-officer'] as const;
export type OfficerKind = (typeof officerKinds)[number];

export const officerNames: Readonly<Record<OfficerKind, string>> = { 'system-officer': '系统管理员', 'security-officer': '安全管理员', 'audit-officer': '审计员' };

/** What each officer may do, and nothing else: the rights are part of the product, no role can add to them (RBAC-02). */
export const officerRights: Readonly<Record<OfficerKind, readonly string[]>> = {
  'system-officer': ['platform.operators.read', 'platform.operators.edit', 'platform.operators.contact', 'platform.grants.read', 'platform.operator-keys.read', 'platform.operator-keys.report'],
  'security-officer': ['platform.operators.read', 'platform.operators.unlock', 'platform.operators.reset', 'platform.operators.sessions', 'platform.operator-roles.read', 'platform.operator-roles.edit', 'platform.operator-roles.grant', 'platform.grants.read', 'platform.operator-keys.read', 'platform.operator-keys.decide'],
  'audit-officer': ['platform.audit.read', 'platform.audit.verify'],
};

/** Rights of officers that no role may hold; whoever had them beside business rights would be two persons in one. */
const exclusive: ReadonlySet<string> = new Set(Object.values(officerRights).flat());
export const isOfficersRight = (permission: string): boolean => exclusive.has(permission);
