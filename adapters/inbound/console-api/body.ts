import { Ajv } from 'ajv';
import type { Request } from 'express';
import { readRawBody } from '../http/raw-body.js';
import { readStrictJson, strictUtf8 } from '../http/strict-json.js';
import { fileOf } from './file-body.js';
import { refused, type ConsoleRoute, type Refusal } from './route.js';

/** Bodies of the console are forms that people fill in. */
const limits = { bodyBytes: 64 * 1024, timeoutMs: 10_000, json: { maxDepth: 8, maxNames: 200 } } as const;

/** Of the whole process: a schema is compiled when its form is first sent, and known again afterwards. More than a hundred at the start would be most of it. */
const ajv = new Ajv({ strict: false, allErrors: false });

/** What is wrong with what was sent, by the schema of its route; undefined: nothing. */
export function bodyFlaw(route: ConsoleRoute, value: unknown): Refusal | undefined {
  if (route.body === undefined) throw new Error(`route ${route.name} takes no body`);
  const check = ajv.compile(route.body);
  if (check(value)) return undefined;
  const [error] = check.errors ?? [];
  // Deep inside a list the form knows the list alone.
  const field = error?.instancePath.split('/')[1] ?? (error?.keyword === 'required' ? String((error.params as { missingProperty?: unknown }).missingProperty) : undefined);
  return refused('BAD_REQUEST', field === undefined || field === '' ? {} : { field, message: `${labelOf(route, field)}不正确` });
}

const labelOf = (route: ConsoleRoute, field: string): string => {
  const property: unknown = route.body?.properties[field];
  return typeof property === 'object' && property !== null && 'description' in property && typeof property.description === 'string' ? property.description.split('（')[0] ?? field : field;
};

/** The body of a request, as its route wants it. */
export async function bodyOf(route: ConsoleRoute, request: Request): Promise<object | Refusal> {
  if (route.file !== undefined) return fileOf(route.file, request);
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) return refused('BAD_REQUEST', { message: '请求须为 JSON' });
  const raw = await readRawBody(request, limits.bodyBytes, limits.timeoutMs);
  if (!raw.ok) return refused(raw.why === 'too-large' ? 'TOO_LARGE' : 'BAD_REQUEST');
  const text = strictUtf8(raw.body);
  const read = text === undefined ? undefined : readStrictJson(text, limits.json);
  if (!read?.ok || typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) return refused('BAD_REQUEST');
  return bodyFlaw(route, read.value) ?? read.value;
}
