import { Type, type Static } from '@sinclair/typebox';
import { challengeNo, closed, deedRemark, publicKey, signature, version } from './schemas.js';

/** No control characters and no halves of characters: databases refuse them, and nobody sees them. */
const name = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]+$', description: '名称' });
const remark = Type.String({ maxLength: 200, description: '备注' });
const mobile = Type.String({ minLength: 1, maxLength: 32, description: '手机号' });
export const operatorNo = Type.String({ pattern: '^[0-9]{26}$', description: '操作员编码' });

export const newOperator = closed({ account: Type.String({ minLength: 1, maxLength: 64, description: '登录账号' }), name, mobile: Type.Optional(mobile), remark });
export const editOperator = closed({ operatorNo, version, name, mobile: Type.Optional(mobile), remark });
export const oneOperator = closed({ operatorNo, deedRemark });

const roleCode = Type.String({ minLength: 1, maxLength: 32, description: '角色编码' });
/** With something in it that is seen. */
const roleName = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}\\s][^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*$', description: '角色名称' });
const saved = { roleCode, roleName, permissions: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 500, description: '角色权限' }), remark };
export const addRole = closed(saved);
export const editRole = closed({ version, ...saved });
export const oneRole = closed({ roleCode, deedRemark });

const officer = Type.Union((['system-officer', 'security-officer', 'audit-officer'] as const).map((one) => Type.Literal(one)), { description: '三员' });
const regionCode = Type.String({ minLength: 1, maxLength: 32, pattern: '^[\\x21-\\x7e]+$', description: '区域编码' });
/** Whose rows the account is to see; without it that stays as it is. */
const scope = Type.Union([closed({ kind: Type.Literal('all') }), closed({ kind: Type.Literal('region'), regionCode })], { description: '数据范围' });
export const askGrant = closed({ operatorNo, officer: Type.Optional(officer), roleCodes: Type.Array(roleCode, { maxItems: 50, description: '角色' }), scope: Type.Optional(scope), remark });
const decision = Type.Union([Type.Literal('approve'), Type.Literal('reject')], { description: '决定' });
export const decideGrant = closed({ requestNo: Type.String({ pattern: '^[0-9]{26}$', description: '申请编号' }), decision, remark });

/** Of an own UKey: its key, and the text of the question signed by it. */
export const registerKey = closed({ challengeNo, publicKey, signature, remark });
const keyNo = Type.String({ pattern: '^[0-9]{26}$', description: 'UKey 编号' });
export const registeredKey = closed({ keyNo, print: Type.String({ description: '公钥指纹（SM3），首尾各 8 位' }) });
export const reportKey = closed({ keyNo, remark });
export const decideKey = closed({ keyNo, decision, remark });

/** The one-time code is in this answer and nowhere else. */
const activationCode = Type.String({ description: '一次性激活码' });
export const invitedOperator = closed({ operatorNo, activationCode });
export const resetOperator = closed({ activationCode });
export const askedGrant = closed({ requestNo: Type.String() });

/** What may be asked for an account. */
export const operatorChoices = closed({
  roles: Type.Array(closed({ roleCode, roleName: Type.String() })),
  officers: Type.Array(closed({ officer, name: Type.String() })),
  regions: Type.Array(closed({ regionCode: Type.String(), regionName: Type.String() })),
});
/** `isHeld`: some account has it, so that it may lose permissions and not gain any. */
export const roleFacts = closed({ roleCode, version, roleName: Type.String(), permissions: Type.Array(Type.String()), remark: Type.String(), isHeld: Type.Boolean() });
/** Every permission that a role may hold, in the words and the order of the menu. */
export const permissionGroups = closed({
  groups: Type.Array(closed({ key: Type.String(), title: Type.String(), permissions: Type.Array(closed({ permission: Type.String(), title: Type.String() })) })),
});
const day = Type.String({ pattern: '^[0-9]{8}$', description: '日期 yyyyMMdd' });
/** Both days included. */
export const auditDays = closed({ from: day, to: day });
/** What a check of the operation log found; `badSeq`: the first entry that does not fit. */
export const auditVerdict = closed({ isWhole: Type.Boolean(), message: Type.String(), count: Type.Optional(Type.Integer()), badSeq: Type.Optional(Type.Integer()) });

export type InvitedOperator = Static<typeof invitedOperator>;
export type ResetOperator = Static<typeof resetOperator>;
export type OperatorChoices = Static<typeof operatorChoices>;
export type RoleFactsBody = Static<typeof roleFacts>;
export type PermissionGroups = Static<typeof permissionGroups>;
export type AuditDaysBody = Static<typeof auditDays>;
export type AuditVerdictBody = Static<typeof auditVerdict>;
export type NewOperatorBody = Static<typeof newOperator>;
export type EditOperatorBody = Static<typeof editOperator>;
export type OneOperatorBody = Static<typeof oneOperator>;
export type OneRoleBody = Static<typeof oneRole>;
export type AddRoleBody = Static<typeof addRole>;
export type EditRoleBody = Static<typeof editRole>;
export type AskGrantBody = Static<typeof askGrant>;
export type DecideGrantBody = Static<typeof decideGrant>;
export type RegisterKeyBody = Static<typeof registerKey>;
export type RegisteredKey = Static<typeof registeredKey>;
export type ReportKeyBody = Static<typeof reportKey>;
export type DecideKeyBody = Static<typeof decideKey>;
