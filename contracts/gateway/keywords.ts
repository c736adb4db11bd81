import { isCalendarDay, isCalendarMoment, isCleanText, wireLength } from './text-rules.js';

/**
 * The schema keywords of our own. A validator adds each of them (ajv: `addKeyword({ keyword, type: 'string', schemaType,
 * validate })`); `validate` gets the keyword's value and the text under test.
 */
export const wireKeywords = [
  { keyword: 'wireLength', type: 'string', schemaType: 'number', validate: (limit: number, text: string): boolean => wireLength(text) <= limit },
  { keyword: 'cleanText', type: 'string', schemaType: 'boolean', validate: (on: boolean, text: string): boolean => !on || isCleanText(text) },
  {
    keyword: 'calendar', type: 'string', schemaType: 'string',
    validate: (kind: string, text: string): boolean => (kind === 'day' ? isCalendarDay(text) : isCalendarMoment(text)),
  },
] as const;

/** Words in the schemas that only people read: the condition of a conditional field (ajv: `addVocabulary([...wireAnnotations])`). */
export const wireAnnotations = ['condition'] as const;
