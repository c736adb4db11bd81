import { usualFormats, type EBillFormats } from '../../../../domain/e-bills/e-bill-numbers.js';
import type { EnvelopeDigest } from './envelope.js';

/** One bill system as it was agreed with its operator. The key is not among these: settings may be shown. */
export interface BosssoftSettings {
  /** Up to and with the edition: `https://host/standard-web/api/standard`; a method name is put behind it. */
  readonly apiUrl: string;
  /** The standard edition names and signs region and deptcode, the others do not. */
  readonly place: { readonly region: string; readonly deptcode: string } | undefined;
  readonly appid: string;
  readonly version: string;
  readonly digest: EnvelopeDigest;
  /** 开票点编码 */
  readonly placeCode: string;
  /** 票据种类编码 */
  readonly kindCode: string;
  /** 收费员 and 开票人, as they are printed on the bill. */
  readonly cashier: string;
  readonly author: string;
  /** Code of the way of paying, as agreed. */
  readonly payChannelCode: string;
  /** Origins whose pages and pictures are shown to a payer. */
  readonly pageOrigins: readonly string[];
  readonly formats: EBillFormats;
  /** Results that mean more than a refusal. A code that stands nowhere is one. */
  readonly codes: BosssoftCodes;
  /** Of each call, until the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface BosssoftCodes {
  /** A bill has been issued under this busNo. */
  readonly exists: readonly string[];
  readonly stockExhausted: readonly string[];
  readonly notFound: readonly string[];
  /** The bill to be reversed is reversed. */
  readonly reversedBefore: readonly string[];
  /** It may have been done, or not: ask. */
  readonly unclear: readonly string[];
}

/** For the client that is given to the adapter (ebill.md 6). */
export const connectTimeoutMs = 3_000;

/** What is the same at every bill system that we know of; the codes are those of our simulator until an operator names his. */
export const usualSettings = {
  version: '1.0', digest: 'md5-upper', formats: usualFormats, payChannelCode: '99', timeoutMs: 10_000,
  codes: { exists: ['E1001'], stockExhausted: ['E2001'], notFound: ['E3001'], reversedBefore: ['E4001'], unclear: ['E9999'] },
} as const satisfies Partial<BosssoftSettings>;
