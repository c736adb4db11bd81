import type { KeyRefusal } from '../../../application/developers/manage-developer-keys.js';
import type { RoleRefusal } from '../../../application/developers/manage-developer-roles.js';
import type { DeveloperRefusal } from '../../../application/developers/manage-developers.js';
import { maxKeys, maxPayees } from '../../../domain/directory/developer.js';
import type { Said } from './answers.js';

const changed = '内容已被他人修改，请刷新后重新操作';
const tooManyPayees = `一个开发者可代理的收款单位（含角色授予的）不超过 ${maxPayees} 个`;

export function sayDeveloper(refusal: DeveloperRefusal): Said {
  switch (refusal.code) {
    case 'unknown': return { message: '没有这个开发者' };
    case 'changed-meanwhile': return { message: changed };
    case 'name-taken': return { message: '开发者名称已被使用', field: 'developerName' };
    case 'mobile-malformed': return { message: '手机号不正确', field: 'contactMobile' };
    case 'range-malformed': return { message: `不是 IP 地址或网段：${refusal.which}（网段如 10.1.0.0/16，主机位须为 0）`, field: 'allowedAddresses' };
    case 'url-malformed': return { message: '地址不正确：须为完整的 http(s) 地址（正式环境须为 https），不带用户名和 # 片段，不超过 256 字节', field: 'personalBillUrl' };
    case 'url-not-allowed': return { message: '地址不在“密钥设置”登记的回调来源之内', field: 'personalBillUrl' };
    case 'unknown-payee': return { message: `没有这个收款单位：${refusal.which}`, field: 'merchantNos' };
    case 'too-many-payees': return { message: tooManyPayees, field: 'merchantNos' };
    case 'in-use': return { message: '已有订单或缴款书属于这个开发者，不能删除；可以保持停用' };
    case 'still-enabled': return { message: '请先停用，再删除' };
    case 'not-now': return { message: '已经是这个状态，请刷新' };
  }
}

export function sayKey(refusal: KeyRefusal): Said {
  switch (refusal.code) {
    case 'unknown': return { message: '没有这个开发者' };
    case 'changed-meanwhile': return { message: changed };
    case 'key-malformed': return { message: refusal.why, field: 'publicKey' };
    case 'platforms-own-key': return { message: '这是平台的公钥；请导入开发者自己的公钥', field: 'publicKey' };
    case 'key-known': return { message: '这个公钥已登记在该开发者名下', field: 'publicKey' };
    case 'key-of-another': return { message: '这个公钥已登记在其他开发者名下；每个开发者须使用自己的密钥', field: 'publicKey' };
    case 'scheme-changes': return { message: '更换签名算法、编码或用户标识时，原密钥不能继续使用，请选择“立即停用原密钥”', field: 'former' };
    case 'too-many-keys': return { message: `同时有效的密钥最多 ${maxKeys} 个，请先停用旧密钥，或选择“立即停用原密钥”`, field: 'former' };
    case 'bad-end': return { message: '停用时间须在现在之后、一年以内', field: 'until' };
    case 'no-such-key': return { message: '没有这个密钥，请刷新' };
    case 'not-sm2': return { message: '只有 SM2 有签名编码和用户标识' };
    case 'origin-malformed': return { message: `来源不正确：${refusal.which}（如 https://pay.example.gov.cn 或 https://pay.example.gov.cn:8443，不带路径；正式环境须为 https）`, field: 'allowedOrigins' };
    case 'origin-in-use': return { message: '个人账单推送地址还在使用这个来源，请先修改该地址', field: 'allowedOrigins' };
  }
}

export function sayDeveloperRole(refusal: RoleRefusal): Said {
  switch (refusal.code) {
    case 'unknown': return { message: '没有这个开发者' };
    case 'changed-meanwhile': return { message: changed };
    case 'code-malformed': return { message: '角色编码须为小写字母、数字或短横线，以字母开头', field: 'roleCode' };
    case 'code-taken': return { message: '角色编码已被使用', field: 'roleCode' };
    case 'name-taken': return { message: '角色名称已被使用', field: 'roleName' };
    case 'unknown-method': return { message: `网关没有这个接口：${refusal.which}`, field: 'methods' };
    case 'unknown-payee': return { message: `没有这个收款单位：${refusal.which}`, field: 'merchantNos' };
    case 'unknown-role': return { message: `没有这个角色：${refusal.which}`, field: 'roleCodes' };
    case 'role-in-use': return { message: '还有开发者属于这个角色，请先在开发者管理中调整其角色' };
    case 'too-many-payees': return { message: tooManyPayees, field: 'merchantNos' };
    case 'gains-method': return { message: '直接开放的接口只能减少；增加请使用角色', field: 'ownMethods' };
  }
}
