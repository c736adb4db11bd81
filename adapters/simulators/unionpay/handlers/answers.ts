import type { Fields } from '../crypto/signing.js';
import { respMsg } from '../rules/response-codes.js';

const echoed = ['accessType', 'bizType', 'merId', 'orderId', 'txnTime', 'txnType', 'txnSubType', 'txnAmt', 'currencyCode', 'reqReserved', 'origQryId', 'settleDate', 'fileType'];

/** Nothing escapes the values of an answer, so a refused request must not be able to write fields into it. */
const isHarmless = (text: string): boolean => text !== '' && !/[&={}[\]\r\n]/.test(text);

/** An answer before signing: what the request said about itself, then the result. */
export function answerTo(fields: Fields, code: string, more: Fields = {}, detail = ''): Fields {
  const repeated = Object.fromEntries(echoed.filter((name) => isHarmless(fields[name] ?? '')).map((name) => [name, fields[name] ?? '']));
  return { ...repeated, ...more, respCode: code, respMsg: respMsg(code, isHarmless(detail) ? detail : '') };
}

/** What a handler gives back: the content to sign, or that the line breaks after the work was done. */
export interface HandlerAnswer {
  readonly content: Fields;
  readonly drops?: boolean;
}
