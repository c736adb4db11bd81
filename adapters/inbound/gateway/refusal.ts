import { gatewayCodes, subCodes, type GatewayCode, type SubCode } from '../../../contracts/gateway/codes.js';
import { wireLength } from '../../../contracts/gateway/text-rules.js';

/** An answer that is a no. `status` is the HTTP status where it is not 200. */
export interface Refusal {
  readonly refused: true;
  readonly code: GatewayCode;
  readonly subCode: SubCode | undefined;
  readonly subMsg: string | undefined;
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
}

export interface RefusalWords { readonly subCode?: SubCode; readonly subMsg?: string; readonly status?: number; readonly retryAfterSeconds?: number }

export function refusal(code: GatewayCode, words: RefusalWords = {}): Refusal {
  const subCode = words.subCode ?? fallbackSubCode(code, words.subMsg);
  const subMsg = words.subMsg ?? (subCode === undefined ? undefined : subCodes[subCode]);
  return {
    refused: true, code, subCode, subMsg: subMsg === undefined ? undefined : cut(subMsg), status: words.status ?? 200, retryAfterSeconds: words.retryAfterSeconds,
  };
}

/** A refusal by the business: 40004 with its subCode. */
export const businessRefusal = (subCode: SubCode, subMsg?: string): Refusal => refusal('40004', subMsg === undefined ? { subCode } : { subCode, subMsg });

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value;

export const messageOf = (code: GatewayCode): string => gatewayCodes[code].msg;

const fallbackSubCode = (code: GatewayCode, subMsg: string | undefined): SubCode | undefined =>
  subMsg === undefined ? undefined : code === '40001' ? 'FIELD_MISSING' : code === '40002' ? 'FIELD_BAD' : undefined;

/** subMsg holds 64 by the wire's count (table 7-3). */
function cut(text: string): string {
  let kept = '';
  for (const character of text) {
    if (wireLength(kept + character) > 64) break;
    kept += character;
  }
  return kept;
}
