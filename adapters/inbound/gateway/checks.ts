import { gatewayVersion, maxDataBytes, maxDataDepth, maxDataKeys } from '../../../contracts/gateway/envelope.js';
import { isGatewayMethod, type GatewayMethodName } from '../../../contracts/gateway/methods.js';
import { readLongTime } from '../../../domain/kernel/china-time.js';
import { readStrictJson, strictUtf8 } from '../http/strict-json.js';
import { refusal, type Refusal } from './refusal.js';

/** 40007: version and method are looked at before anything costs time. */
export function checkMethod(version: string, method: string): GatewayMethodName | Refusal {
  if (version !== gatewayVersion) return refusal('40007', { subMsg: `version 须为 ${gatewayVersion}` });
  return isGatewayMethod(method) ? method : refusal('40007', { subMsg: 'method 不存在' });
}

/** 40005: a real moment in China time, close to ours (GW-06). */
export function checkTimestamp(timestamp: string, now: number, windowMs: number): Refusal | undefined {
  const read = readLongTime(timestamp);
  if (!read.ok) return refusal('40002', { subMsg: 'timestamp 须为 yyyyMMddHHmmss 北京时间' });
  return Math.abs(read.value - now) <= windowMs ? undefined : refusal('40005');
}

/** Business fields from `data`: strict Base64 (its alphabet was checked), UTF-8, strict JSON object. Only used after the signature is good. */
export function readData(data: string): { readonly fields: unknown } | Refusal {
  const bytes = Buffer.from(data, 'base64');
  // Node's decoder takes wrong padding and spare bits silently; the one right spelling encodes back to itself (GW-05).
  if (bytes.toString('base64') !== data) return refusal('40002', { subMsg: 'data 不是规范的 Base64' });
  if (bytes.length > maxDataBytes) return refusal('40002', { subMsg: 'data 过大' });
  const text = strictUtf8(bytes);
  if (text === undefined) return refusal('40002', { subMsg: 'data 不是 UTF-8' });
  const read = readStrictJson(text, { maxDepth: maxDataDepth, maxNames: maxDataKeys });
  if (!read.ok) return refusal('40002', { subMsg: dataWords[read.why] });
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) return refusal('40002', { subMsg: 'data 须为 JSON 对象' });
  return { fields: read.value };
}

const dataWords = {
  'not-utf8': 'data 不是 UTF-8', 'not-json': 'data 不是合规的 JSON', 'duplicate-name': 'data 中有重复字段', 'too-deep': 'data 嵌套过深', 'too-many-names': 'data 字段过多',
  'forbidden-name': 'data 中有不允许的字段名',
} as const;
