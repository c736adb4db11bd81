import { createHash } from 'node:crypto';
import type { CloudMasSettings } from './settings.js';

type Account = Pick<CloudMasSettings, 'ecName' | 'apId' | 'secretKey' | 'secretKeyInBody' | 'sign' | 'addSerial'>;

/** MD5 because the platform's interface demands it: it proves the password to the platform and protects nothing of ours. */
const macOf = (...parts: readonly string[]): string => createHash('md5').update(parts.join(''), 'utf8').digest('hex');

/** The body itself is the Base64 text of the JSON. */
const bodyOf = (account: Account, fields: Readonly<Record<string, string>>, mac: string): string => {
  const { ecName, apId, secretKey, secretKeyInBody } = account;
  const message = { ecName, apId, ...(secretKeyInBody ? { secretKey } : {}), ...fields, mac };
  return Buffer.from(JSON.stringify(message), 'utf8').toString('base64');
};

export function freeTextBody(account: Account, phones: readonly string[], content: string): string {
  const { ecName, apId, secretKey, sign, addSerial } = account;
  const mobiles = phones.join(',');
  return bodyOf(account, { mobiles, content, sign, addSerial }, macOf(ecName, apId, secretKey, mobiles, content, sign, addSerial));
}

export function templateBody(account: Account, phones: readonly string[], templateId: string, values: readonly string[]): string {
  const { ecName, apId, secretKey, sign, addSerial } = account;
  const mobiles = phones.join(',');
  // Written once: mac and message must hold the same text. A template without parameters has one empty one.
  const params = JSON.stringify(values.length === 0 ? [''] : values);
  return bodyOf(account, { templateId, mobiles, params, sign, addSerial }, macOf(ecName, apId, secretKey, templateId, mobiles, params, sign, addSerial));
}

export function queryBody(account: Account, msgGroup: string, phones: readonly string[]): string {
  const { ecName, apId, secretKey } = account;
  return bodyOf(account, { msgGroup, ...(phones.length === 0 ? {} : { mobiles: phones.join(',') }) }, macOf(ecName, apId, secretKey, msgGroup));
}
