import type { AuditEntry } from '../audit/audit-entry.js';
import type { EpochMs } from '../kernel/china-time.js';
import { deedEntry, type ActingFrom, type Deed } from './acting.js';

/** Why somebody was refused for who they are, or because two people have to be in it, in words for the auditor (RBAC-02, RBAC-03). What was only filled in wrongly is not here and leaves no entry. */
export const separationWords = {
  'own-account': '不能对本人的账号这样做', 'own-request': '不能审批本人提出的申请', 'own-change': '不能由修改人自己确认', 'officer-with-roles': '三员不能兼任业务角色', 'two-offices': '三员之间不能互相兼任',
  'last-officer': '至少要保留一名在岗的同类管理员', 'not-staff': '机构管理员的账号不能有后台的权限', 'rights-without-factor': '重置等于取得他人的权限', 'officers-permission': '此权限只属于三员',
  'role-in-use': '不能由一人为已授予的角色增加权限',
} as const;
export type SeparationRefusal = keyof typeof separationWords;
export const isSeparation = (code: unknown): code is SeparationRefusal => typeof code === 'string' && Object.hasOwn(separationWords, code);

/** The audit entry of something that an operator was not let do (AUD-01): what it would have been, and why not. */
export const refusedEntry = (entryId: string, at: EpochMs, acting: ActingFrom, { action, description, ...about }: Pick<Deed, 'action' | 'objectKind' | 'objectNo' | 'description'>, why: SeparationRefusal): AuditEntry =>
  deedEntry(entryId, at, acting, { ...about, action: `${action}-refused`, description: `已拒绝：${description}（${separationWords[why]}）`, after: { outcome: 'refused', reason: why } });
