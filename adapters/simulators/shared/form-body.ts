import type { IncomingMessage } from 'node:http';

/** Largest body that any simulator reads. */
export const maximumBodyBytes = 256 * 1024;
/** More form fields than any outside protocol has. */
export const maximumFormFields = 200;

export class BodyTooLarge extends Error {
  constructor(limitBytes: number) { super(`body is larger than ${limitBytes} bytes`); }
}

export class MalformedForm extends Error {}

/** The raw bytes, whatever the content type says. Throws `BodyTooLarge` as soon as the limit is passed. */
export async function readRawBody(request: IncomingMessage, limitBytes: number = maximumBodyBytes): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limitBytes) throw new BodyTooLarge(limitBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new MalformedForm('bad percent escape');
  }
}

/**
 * Decodes `a=1&b=2` exactly once: `+` is a space, then percent escapes as UTF-8. Throws `MalformedForm` for a broken escape, a name
 * that occurs twice (two readers would not agree which one counts) and too many fields.
 */
export function decodeForm(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decodeOnce(cut < 0 ? pair : pair.slice(0, cut));
    if (fields.has(name)) throw new MalformedForm('a field occurs twice');
    if (fields.size >= maximumFormFields) throw new MalformedForm('too many fields');
    fields.set(name, cut < 0 ? '' : decodeOnce(pair.slice(cut + 1)));
  }
  return fields;
}

/** `application/x-www-form-urlencoded` text of the fields, in their order. */
export function encodeForm(fields: Iterable<readonly [string, string]>): string {
  return [...fields].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** The body of a control call: a JSON object (an empty body counts as `{}`). Throws `MalformedForm` for anything else. */
export async function readJsonObject(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const text = (await readRawBody(request)).toString('utf8');
  if (text.trim() === '') return {};
  let value: unknown;
  try { value = JSON.parse(text); } catch { throw new MalformedForm('not JSON'); }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MalformedForm('not a JSON object');
  return value as Readonly<Record<string, unknown>>;
}
