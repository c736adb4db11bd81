import type { Static, TObject } from '@sinclair/typebox';
import { GatewayFault } from './errors.js';
import { strictBase64 } from './strict-base64.js';

/** Business fields → `data`: JSON in UTF-8, then Base64. */
export const packData = (data: object): string => Buffer.from(JSON.stringify(data), 'utf8').toString('base64');

/** A JSON object out of text; throws `unreadable` for anything else. */
export function readJsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new GatewayFault('unreadable', '报文不是 JSON', { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new GatewayFault('unreadable', '报文不是 JSON 对象');
  return value as Record<string, unknown>;
}

/** `data` → the business fields; throws `unreadable` for bad Base64, UTF-8 or JSON. */
export function unpackData(data: string): Record<string, unknown> {
  const bytes = strictBase64(data);
  if (!bytes) throw new GatewayFault('unreadable', 'data 不是规范的 Base64');
  try {
    return readJsonObject(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw cause instanceof GatewayFault ? cause : new GatewayFault('unreadable', 'data 不是 UTF-8', { cause });
  }
}

/** Envelope parameters: all of them strings, otherwise `unreadable`. */
export function stringParameters(object: Readonly<Record<string, unknown>>): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw new GatewayFault('unreadable', `${name} 不是字符串`);
    parameters[name] = value;
  }
  return parameters;
}

/** Looks whether the fields are those of the schema: required ones there, texts text, codes known. Fields a newer platform adds are let through. */
export function readFields<S extends TObject>(schema: S, data: Readonly<Record<string, unknown>>): Static<S> {
  for (const [name, field] of Object.entries(schema.properties)) {
    const value = data[name];
    const wrong = (why: string): never => { throw new GatewayFault('unreadable', `${name} ${why}`); };
    if (value === undefined) {
      if (schema.required?.includes(name)) wrong('缺失');
      continue;
    }
    if (field['type'] === 'string' && typeof value !== 'string') wrong('不是字符串');
    if (field['type'] === 'array' && !Array.isArray(value)) wrong('不是列表');
    if (Array.isArray(field['enum']) && !field['enum'].includes(value)) wrong('不是已知代码');
  }
  return data;
}
