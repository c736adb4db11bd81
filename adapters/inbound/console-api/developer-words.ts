import type { KeyRefusal } from '../../../application/developers/manage-developer-keys.js';
import type { RoleRefusal } from '../../../application/developers/manage-developer-roles.js';
import type { DeveloperRefusal } from '../../../application/developers/manage-developers.js';
import { maxKeys, maxPayees } from '../../../domain/directory/developer.js';
import type { Said } from './answers.js';

const changed = '内容已被他人修改，请刷新后重新操作';
const tooManyPayees = `一个开发者可代理的收款单位（含角色授予的）不超过 ${maxPayees} 个`;

export function sayDeveloper(refusal: DeveloperRefusal): Said {
  switch (refusal.code) {
    case 'unknown': return ['没有这个开发者'];
    case 'changed-meanwhile': return [changed];
    case 'name-taken': return ['开发者名称已被使用', 'developerName'];
    case 'mobile-malformed': return ['手机号不正确', 'contactMobile'];
    case 'range-malformed': return [`不是 IP 地址或网段：${refusal.which}（网段如 10.1.0.0/16，主机位须为 0）`, 'allowedAddresses'];
    case 'url-malformed': return ['地址不正确：须为完整的 http(s) 地址（正式环境须为 https），不带用户名和 # 片段，不超过 256 字节', 'personalBillUrl'];
    case 'url-not-allowed': return ['地址不在“密钥设置”登记的回调来源之内', 'personalBillUrl'];
    case 'unknown-payee': return [`没有这个收款单位：${refusal.which}`, 'merchantNos'];
    case 'too-many-payees': return [tooManyPayees, 'merchantNos'];
    case 'in-use': return ['已有订单或缴款书属于这个开发者，不能删除；可以保持停用'];
    case 'still-enabled': return ['请先停用，再删除'];
    case 'not-now': return ['已经是这个状态，请刷新'];
  }
}

export function sayKey(refusal: KeyRefusal): Said {
  switch (refusal.code) {
    case 'unknown': return ['没有这个开发者'];
    case 'changed-meanwhile': return [changed];
    case 'key-malformed': return [refusal.why, 'publicKey'];
    case 'platforms-own-key': return ['这是平台的公钥；请导入开发者自己的公钥', 'publicKey'];
    case 'key-known': return ['这个公钥已登记在该开发者名下', 'publicKey'];
    case 'key-of-another': return ['这个公钥已登记在其他开发者名下；每个开发者须使用自己的密钥', 'publicKey'];
    case 'scheme-changes': return ['更换签名算法、编码或用户标识时，原密钥不能继续使用，请选择“立即停用原密钥”', 'former'];
    case 'too-many-keys': return [`同时有效的密钥最多 ${maxKeys} 个，请先停用旧密钥，或选择“立即停用原密钥”`, 'former'];
    case 'bad-end': return ['停用时间须在现在之后、一年以内', 'until'];
    case 'no-such-key': return ['没有这个密钥，请刷新'];
    case 'not-sm2': return ['只有 SM2 有签名编码和用户标识'];
    case 'origin-malformed': return [`来源不正确：${refusal.which}（如 https://pay.example.gov.cn 或 https://pay.example.gov.cn:8443，不带路径；正式环境须为 https）`, 'allowedOrigins'];
    case 'origin-in-use': return ['个人账单推送地址还在使用这个来源，请先修改该地址', 'allowedOrigins'];
  }
}

export function sayDeveloperRole(refusal: RoleRefusal): Said {
  switch (refusal.code) {
    case 'unknown': return ['没有这个开发者'];
    case 'changed-meanwhile': return [changed];
    case 'code-malformed': return ['角色编码须为小写字母、数字或短横线，以字母开头', 'roleCode'];
    case 'code-taken': return ['角色编码已被使用', 'roleCode'];
    case 'name-taken': return ['角色名称已被使用', 'roleName'];
    case 'unknown-method': return [`网关没有这个接口：${refusal.which}`, 'methods'];
    case 'unknown-payee': return [`没有这个收款单位：${refusal.which}`, 'merchantNos'];
    case 'unknown-role': return [`没有这个角色：${refusal.which}`, 'roleCodes'];
    case 'role-in-use': return ['还有开发者属于这个角色，请先在开发者管理中调整其角色'];
    case 'too-many-payees': return [tooManyPayees, 'merchantNos'];
    case 'gains-method': return ['直接开放的接口只能减少；增加请使用角色', 'ownMethods'];
  }
}
