import { createHash } from 'node:crypto';

export type Message = Readonly<Record<string, string>>;

/** Reads the Base64 text of a JSON object with texts only. Undefined for anything else, also for Base64 that is not written as it is made. */
export function readMessage(body: Buffer): Message | undefined {
  const text = body.toString('latin1');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== text) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every((part) => typeof part === 'string') ? value as Message : undefined;
  } catch {
    return undefined;
  }
}

export const md5Hex = (...parts: readonly (string | undefined)[]): string => createHash('md5').update(Buffer.from(parts.map((part) => part ?? '').join(''), 'utf8')).digest('hex');

/** `yyyy-MM-dd HH:mm:ss` in China, as pushes and answers write it. */
export const dashed = (atMs: number): string => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
