import type { Account, AccountBook } from './accounts.js';
import { md5Hex, type Message } from './message.js';

export const mostMobiles = 5000;
export type Route = 'free' | 'template' | 'query';
export type Checked = { readonly account: Account } | { readonly rspcod: string };

const neededFields: Readonly<Record<Route, readonly string[]>> = {
  free: ['ecName', 'apId', 'mobiles', 'content', 'sign', 'addSerial', 'mac'],
  template: ['ecName', 'apId', 'templateId', 'mobiles', 'params', 'sign', 'addSerial', 'mac'],
  query: ['ecName', 'apId', 'msgGroup', 'mac'],
};

function macOf(route: Route, message: Message, secretKey: string): string {
  const { ecName, apId, mobiles, content, sign, addSerial, templateId, params, msgGroup } = message;
  if (route === 'query') return md5Hex(ecName, apId, secretKey, msgGroup);
  if (route === 'free') return md5Hex(ecName, apId, secretKey, mobiles, content, sign, addSerial);
  return md5Hex(ecName, apId, secretKey, templateId, mobiles, params, sign, addSerial);
}

/** Who asks, and may they? The platform looks at the account before the mac. */
export function checkCaller(route: Route, message: Message | undefined, accounts: AccountBook): Checked {
  if (message === undefined || neededFields[route].some((name) => !Object.hasOwn(message, name))) return { rspcod: 'InvalidMessage' };
  const account = accounts.find(message['apId'] ?? '');
  if (account === undefined || account.ecName !== message['ecName'] || (message['secretKey'] ?? account.secretKey) !== account.secretKey) return { rspcod: 'InvalidUsrOrPwd' };
  return macOf(route, message, account.secretKey) === message['mac'] ? { account } : { rspcod: 'IllegalMac' };
}

/** Undefined where the text may go out. */
export function checkText(message: Message, account: Account): string | undefined {
  const mobiles = (message['mobiles'] ?? '').split(',');
  if (message['sign'] === '') return 'NoSignId';
  if (message['sign'] !== account.sign) return 'IllegalSignId';
  if (mobiles.length > mostMobiles) return 'TooManyMobiles';
  if (new Set(mobiles).size !== mobiles.length) return 'DupMobile';
  if (!mobiles.every((mobile) => /^1[0-9]{10}$/.test(mobile))) return 'InvalidMobile';
  return message['content'] === '' ? 'InvalidMessage' : undefined;
}

/** The text as phones show it, or the status with which the scheduler throws it away. */
export function composed(message: Message, account: Account): { readonly text: string; readonly status?: string } {
  const signed = (text: string): string => `【${account.signText}】${text}`;
  if (message['templateId'] === undefined) return { text: signed(message['content'] ?? '') };
  const template = account.templates.get(message['templateId']);
  if (template === undefined) return { text: signed(`(模板 ${message['templateId']} 不存在)`), status: 'CM:1005' };
  const values = valuesOf(message['params'] ?? '');
  const places = template.match(/\{[A-Za-z0-9]+\}/g) ?? [];
  if (values === undefined || values.length !== Math.max(places.length, 1)) return { text: signed(template), status: 'CM:1006' };
  const rest = [...values];
  return { text: signed(template.replace(/\{[A-Za-z0-9]+\}/g, () => rest.shift() ?? '')) };
}

function valuesOf(params: string): readonly string[] | undefined {
  try {
    const values: unknown = JSON.parse(params);
    return Array.isArray(values) && values.every((value): value is string => typeof value === 'string') ? values : undefined;
  } catch {
    return undefined;
  }
}
