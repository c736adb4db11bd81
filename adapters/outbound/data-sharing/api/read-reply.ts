import type { RejectedRow, ShareAnswer } from '../../../../application/ports/data-sharing.js';
import { outsideText } from '../../wire/outside-text.js';

const maxReason = 100;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The whole reply as an object, or undefined. */
export function replyObject(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the city said of a batch. `accepted` and the rejected rows must add up to what was sent and name rows of ours: a reply that does not is not
 * understood, and the rows go again.
 */
export function readReply(reply: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): ShareAnswer {
  const { code, accepted, rejected } = reply;
  if (typeof code !== 'string' && typeof code !== 'number') return { kind: 'unknown', why: 'unreadable' };
  if (String(code) !== '0') return { kind: 'not-taken', why: `code ${reasonOf(String(code))}` };
  if (!Array.isArray(rejected ?? [])) return { kind: 'unknown', why: 'unreadable' };
  const rows: RejectedRow[] = [];
  for (const entry of (rejected ?? []) as readonly unknown[]) {
    if (!isObject(entry) || typeof entry['key'] !== 'string' || !keys.has(entry['key'])) return { kind: 'unknown', why: 'stranger-row' };
    rows.push({ key: entry['key'], reason: reasonOf(entry['reason']) });
  }
  const isWhole = new Set(rows.map(({ key }) => key)).size === rows.length && typeof accepted === 'number' && accepted + rows.length === keys.size;
  return isWhole ? { kind: 'taken', rejected: rows } : { kind: 'unknown', why: 'counts-disagree' };
}

const reasonOf = (reason: unknown): string => outsideText(typeof reason === 'string' ? reason : '', maxReason) || 'rejected';
