import type { TextKind } from './templates.js';

const keywords: readonly string[] = ['T', 'TD', '退订'];

/** The whole text is the keyword: full-width letters, case, blanks and invisible signs do not matter; a sentence about 退订 is for people to read. */
export const isOptOut = (content: string): boolean =>
  content.length <= 200 && keywords.includes(content.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '').toUpperCase());

/** Who opted out gets no more notices. Codes are what the person asks for and always go. */
export const isBlocked = (kind: TextKind, hasOptedOut: boolean): boolean => hasOptedOut && kind === 'notice';
