import type { Request } from 'express';
import { maxBodyBytes, requestParameterNames } from '../../../contracts/gateway/envelope.js';
import { readRawBody } from '../http/raw-body.js';
import { readStrictJson, strictUtf8 } from '../http/strict-json.js';
import { isRefusal, refusal, type Refusal } from './refusal.js';

export type Parameters = Readonly<Record<string, string>>;
const bodyTimeoutMs = 10_000;
const known: ReadonlySet<string> = new Set(requestParameterNames);

/** Reads the envelope's parameters from a JSON or form POST; the first steps of GW-01: method, content type, size, exact parameter set. */
export async function readParameters(request: Request): Promise<Parameters | Refusal> {
  if (request.method !== 'POST') return refusal('40002', { status: 405, subMsg: '只接受 POST' });
  const form = bodyForm(request.headers['content-type'] ?? '');
  if (!form) return refusal('40002', { status: 415, subMsg: 'Content-Type 须为 application/json 或表单，UTF-8' });
  if (request.originalUrl.includes('?')) return refusal('40002', { subMsg: '参数须放在请求正文中' });
  const read = await readRawBody(request, maxBodyBytes, bodyTimeoutMs);
  if (!read.ok) return refusal('40002', { status: read.why === 'too-large' ? 413 : read.why === 'timeout' ? 408 : 415, subMsg: bodyWords[read.why] });
  const text = strictUtf8(read.body);
  if (text === undefined) return refusal('40002', { subMsg: '请求正文不是 UTF-8' });
  const entries = entriesIn(text, form);
  return isRefusal(entries) ? entries : exact(entries);
}

export type Entries = readonly (readonly [name: string, value: string])[];
/** The parameters of a body in the order in which they were sent, whichever they are. */
export const entriesIn = (text: string, form: 'json' | 'form'): Entries | Refusal => (form === 'json' ? fromJson(text) : fromForm(text));

const bodyWords = { 'too-large': '请求正文过大', compressed: '不接受压缩的请求正文', timeout: '接收请求正文超时', aborted: '请求正文不完整' } as const;

function bodyForm(contentType: string): 'json' | 'form' | undefined {
  const [type = '', ...rest] = contentType.toLowerCase().split(';').map((part) => part.trim());
  const charset = rest.find((part) => part.startsWith('charset='))?.slice(8).replaceAll('"', '');
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') return undefined;
  if (type === 'application/json') return 'json';
  return type === 'application/x-www-form-urlencoded' ? 'form' : undefined;
}

function fromJson(text: string): Entries | Refusal {
  const read = readStrictJson(text, { maxDepth: 1, maxNames: known.size + 1 });
  if (!read.ok) return refusal('40002', { subMsg: read.why === 'duplicate-name' ? '参数重复' : '请求正文不是合规的 JSON' });
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) return refusal('40002', { subMsg: '请求正文须为 JSON 对象' });
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(read.value)) {
    if (typeof value !== 'string') return refusal('40002', { subMsg: `参数须为字符串：${shown(name)}` });
    entries.push([name, value]);
  }
  return entries;
}

function fromForm(text: string): Entries | Refusal {
  const entries: [string, string][] = [];
  for (const pair of text.split('&').slice(0, known.size + 2)) {
    const at = pair.indexOf('=');
    try {
      const part = (raw: string): string => decodeURIComponent(raw.replaceAll('+', ' '));
      entries.push(at < 0 ? [part(pair), ''] : [part(pair.slice(0, at)), part(pair.slice(at + 1))]);
    } catch {
      return refusal('40002', { subMsg: '表单编码不正确' });
    }
  }
  return entries;
}

/** No unknown and no repeated parameter: what is signed is all there is (GW-03). */
export function exact(entries: Entries): Parameters | Refusal {
  const seen = new Set<string>();
  for (const [name] of entries) {
    if (!known.has(name)) return refusal('40002', { subMsg: `未知参数：${shown(name)}` });
    if (seen.has(name)) return refusal('40002', { subMsg: `参数重复：${name}` });
    seen.add(name);
  }
  const values = new Map(entries);
  const missing = requestParameterNames.find((name) => (values.get(name) ?? '') === '');
  if (missing !== undefined) return refusal('40001', { subMsg: `缺少参数：${missing}` });
  return Object.fromEntries(values);
}

const shown = (name: string): string => name.replace(/[^A-Za-z0-9_.[\]-]/g, '?').slice(0, 30);
