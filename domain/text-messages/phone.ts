import { normaliseMobile } from '../kernel/personal-data.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { TextScene } from './templates.js';

/** A mainland mobile number as eleven digits, from any usual way of writing it (`+86 138-0000-0001`). Letters make it no number. */
export function readMobile(text: string): Result<string, 'not-a-mobile'> {
  const plain = text.normalize('NFKC');
  if (plain.length > 24 || !/^\+?[0-9 ()-]+$/.test(plain)) return refuse('not-a-mobile');
  const digits = normaliseMobile(plain).replace(/^(?:00)?86(?=1[0-9]{10}$)/, '');
  return /^1[3-9][0-9]{9}$/.test(digits) ? ok(digits) : refuse('not-a-mobile');
}

/**
 * The same three make the same message, however often its cause is told. Written so that no two triples share a key. It holds the number, or
 * its blind index: a store gives the latter.
 */
export const deduplicationKey = (scene: TextScene, bizKey: string, phone: string): string => JSON.stringify([scene, bizKey, phone]);
