import type { TSchema } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { wireAnnotations, wireKeywords } from '../../../contracts/gateway/keywords.js';

/** A strict validator with the keywords of the gateway's contract, as the gateway itself builds it. */
export function wireValidator(schema: TSchema): (data: unknown) => boolean {
  const ajv = new Ajv({ strict: true });
  ajv.addVocabulary([...wireAnnotations]);
  for (const keyword of wireKeywords) ajv.addKeyword({ ...keyword });
  const validate = ajv.compile(schema);
  return (data) => validate(data);
}
