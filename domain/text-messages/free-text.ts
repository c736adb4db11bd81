import { ok, refuse, type Result } from '../kernel/result.js';
import { partCount } from './parts.js';
import { hasUnsafeSigns } from './render.js';

/** Parts of a text that a person writes. */
export const mostFreeTextParts = 5;

/** May this go out as it is? A person wrote it and answers for it, links included; what is invisible or passes for a signature is refused. */
export function checkFreeText(content: string, signature: string): Result<'fit', 'empty' | 'too-long' | 'unsafe'> {
  if (content.trim() === '') return refuse('empty');
  // First by length: counting parts of a text without end would take its time.
  if (content.length > mostFreeTextParts * 70 || partCount(content, signature) > mostFreeTextParts) return refuse('too-long');
  return hasUnsafeSigns(content) ? refuse('unsafe') : ok('fit');
}
