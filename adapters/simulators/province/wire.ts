import { createHash } from 'node:crypto';

export type Fields = Readonly<Record<string, unknown>>;

/** China has one zone without daylight saving. */
const chinaOffsetMs = 8 * 3_600_000;

/** An instant as `yyyyMMddHHmmss` in China. */
export const chinaTime = (atMs: number): string => new Date(atMs + chinaOffsetMs).toISOString().replace(/\D/g, '').slice(0, 14);

export const isDay = (text: unknown): text is string => typeof text === 'string' && /^20[0-9]{6}$/.test(text);

/** Yuan as number or text → fen; undefined for more than two decimals, a sign or an exponent. */
export function fenOf(value: unknown): bigint | undefined {
  const match = /^([0-9]{1,9})(?:\.([0-9]{1,2}))?$/.exec(typeof value === 'number' || typeof value === 'string' ? String(value) : '');
  return match === null ? undefined : BigInt(match[1] ?? '') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** Fen → yuan as this system writes it in JSON: a number without superfluous zeros. */
export const yuanNumber = (fen: bigint): number => Number(fen) / 100;

/** Fen → `80.00`, for files and people. */
export const yuanText = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
export const textOf = (value: unknown, longest = 200): string => (typeof value === 'string' && value.length <= longest ? value : '');

export function objectOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : undefined;
  } catch {
    return undefined;
  }
}

export const hexDigest = (algorithm: 'md5' | 'sha256' | 'sm3', content: string | Uint8Array): string => createHash(algorithm).update(content).digest('hex');
