import { Type, type Static } from '@sinclair/typebox';
import { closed, deedRemark } from './schemas.js';

/** No control characters and no halves of characters: databases refuse them, and nobody sees them. */
const name = (description: string, least = 1) => Type.String({ minLength: least, maxLength: 64, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*$', description });
export const devId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$', description: '开发者编号' });
/** Of what the form was filled with: somebody who was faster is not overwritten. */
const version = Type.Integer({ minimum: 1, description: '版本' });
const some = (item: string, most: number, maxLength: number) => Type.Array(Type.String({ minLength: 1, maxLength, pattern: '^[\\x21-\\x7e]+$' }), { maxItems: most, description: item });
const merchantNos = some('可代理的收款单位', 500, 32);
const remark = Type.String({ maxLength: 200, pattern: '^[^\\p{Cs}\\0]*$', description: '备注' });

const facts = {
  developerName: name('开发者名称'), contactName: name('联系人', 0), contactMobile: Type.Optional(Type.String({ minLength: 1, maxLength: 32, description: '联系人手机' })),
  allowedAddresses: some('来源地址', 50, 64), requestsPerSecond: Type.Integer({ minimum: 1, maximum: 10_000, description: '每秒请求数' }), textsPayers: Type.Boolean({ description: '向缴款人发送短信' }), merchantNos,
};
export const newDeveloper = closed(facts);
export const editDeveloper = closed({ devId, version, ...facts, personalBillUrl: Type.Optional(Type.String({ minLength: 1, maxLength: 256, description: '个人账单推送地址' })) });
export const oneDeveloper = closed({ devId, version, deedRemark });

const algorithm = Type.Union([Type.Literal('RSA2'), Type.Literal('SM2')], { description: '签名算法' });
const sm2 = {
  sm2Encoding: Type.Optional(Type.Union([Type.Literal('der'), Type.Literal('raw')], { description: '签名编码' })),
  sm2UserId: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[\\x20-\\x7e]+$', description: '用户标识' })),
};
const moment = Type.String({ pattern: '^[0-9]{14}$', description: '停用时间' });
/** Whatever is pasted: what it is, is found out and said in words. */
export const importKey = closed({
  devId, version, algorithm, ...sm2, publicKey: Type.String({ minLength: 1, maxLength: 8192, description: '开发者公钥' }),
  former: Type.Union([Type.Literal('keep'), Type.Literal('until'), Type.Literal('retire')], { description: '原密钥' }), until: Type.Optional(moment),
});
export const retireKey = closed({ devId, version, fingerprint: Type.String({ pattern: '^[0-9a-f]{64}$', description: '密钥' }), until: Type.Optional(moment), deedRemark });
export const setScheme = closed({ devId, version, ...sm2 });
export const setOrigins = closed({ devId, version, allowedOrigins: some('允许的回调来源', 50, 256) });

const roleCode = Type.String({ minLength: 1, maxLength: 32, description: '角色编码' });
const methods = some('接口', 100, 64);
const roleFacts = { roleCode, roleName: name('角色名称'), methods, merchantNos: some('收款单位', 500, 32), remark };
export const newDeveloperRole = closed(roleFacts);
export const editDeveloperRole = closed({ version, ...roleFacts });
export const oneDeveloperRole = closed({ version, roleCode, deedRemark });
export const assignRoles = closed({ devId, version, roleCodes: Type.Array(roleCode, { maxItems: 20, description: '开发者角色' }), ownMethods: methods });

/** What a form is filled with, and what it chooses from. */
const payees = Type.Array(closed({ merchantNo: Type.String(), payeeName: Type.String() }));
const text = Type.String();
export const developerForm = closed({
  devId: text, version: Type.Integer(), developerName: text, contactName: text, contactMobile: Type.Optional(text), allowedAddresses: Type.Array(text), requestsPerSecond: Type.Integer(), textsPayers: Type.Boolean(),
  merchantNos: Type.Array(text), personalBillUrl: Type.Optional(text), allowedOrigins: Type.Array(text), enabled: Type.Boolean(),
});
export const developerAdded = closed({ devId: text });
export const payeeChoices = closed({ payees });
const shownMethod = closed({ method: text, title: text });
/** `granted`: the same in words. */
export const developerRoleForm = closed({
  roleCode: text, version: Type.Integer(), roleName: text, methods: Type.Array(text), merchantNos: Type.Array(text), remark: text, granted: closed({ methods: Type.Array(shownMethod), payees }),
});
export const developerRoleChoices = closed({ methods: Type.Array(shownMethod), payees });
export const heldRoles = closed({ devId: text, version: Type.Integer(), roleCodes: Type.Array(text), roles: Type.Array(closed({ roleCode: text, roleName: text })), ownMethods: Type.Array(shownMethod) });
export const developerKeys = closed({
  devId: text, developerName: text, version: Type.Integer(), algorithm, sm2Encoding: Type.Optional(text), sm2UserId: Type.Optional(text), allowedOrigins: Type.Array(text),
  keys: Type.Array(closed({ fingerprint: text, sha256: text, since: Type.Optional(Type.Integer()), until: Type.Optional(Type.Integer()), isAccepted: Type.Boolean() })),
  platformPems: closed({ RSA2: text, SM2: text }),
});

export type NewDeveloperBody = Static<typeof newDeveloper>;
export type EditDeveloperBody = Static<typeof editDeveloper>;
export type OneDeveloperBody = Static<typeof oneDeveloper>;
export type ImportKeyBody = Static<typeof importKey>;
export type RetireKeyBody = Static<typeof retireKey>;
export type SetSchemeBody = Static<typeof setScheme>;
export type SetOriginsBody = Static<typeof setOrigins>;
export type NewDeveloperRoleBody = Static<typeof newDeveloperRole>;
export type EditDeveloperRoleBody = Static<typeof editDeveloperRole>;
export type OneDeveloperRoleBody = Static<typeof oneDeveloperRole>;
export type AssignRolesBody = Static<typeof assignRoles>;
export type DeveloperForm = Static<typeof developerForm>;
export type PayeeChoices = Static<typeof payeeChoices>;
export type DeveloperRoleForm = Static<typeof developerRoleForm>;
export type DeveloperRoleChoices = Static<typeof developerRoleChoices>;
export type HeldRoles = Static<typeof heldRoles>;
export type DeveloperKeys = Static<typeof developerKeys>;
