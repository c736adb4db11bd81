import type { Fields } from '../crypto/signing.js';
import { readChinaTime } from '../wire/china-calendar.js';
import type { Product } from './products.js';

/** A refusal at the entrance: respCode and what is wrong with which field. */
export interface EntranceRefusal {
  readonly code: string;
  readonly detail: string;
}

/** `txnTime` must be the current time (protocol section 2); we allow this much. */
export const txnTimeToleranceMs = 600_000;
const longestUrl = 256;
const longestReservedBytes = 1024;

function isWebAddress(text: string): boolean {
  return text.length <= longestUrl && /^https?:\/\/[!-~]+$/.test(text) && URL.canParse(text);
}

const forms: Readonly<Record<string, (value: string) => boolean>> = {
  merId: (value) => /^[0-9A-Za-z]{15}$/.test(value),
  orderId: (value) => /^[0-9A-Za-z]{8,40}$/.test(value),
  origOrderId: (value) => /^[0-9A-Za-z]{8,40}$/.test(value),
  txnTime: (value) => readChinaTime(value) !== undefined,
  origTxnTime: (value) => readChinaTime(value) !== undefined,
  payTimeout: (value) => readChinaTime(value) !== undefined,
  txnAmt: (value) => /^[1-9][0-9]{0,11}$/.test(value),
  currencyCode: (value) => value === '156',
  accessType: (value) => value === '0',
  certId: (value) => /^[1-9][0-9]{0,49}$/.test(value),
  origQryId: (value) => /^[0-9]{21}$/.test(value),
  qrNo: (value) => /^62[0-9]{17}$/.test(value),
  termId: (value) => /^[0-9A-Za-z]{8}$/.test(value),
  settleDate: (value) => /^[0-9]{4}$/.test(value),
  fileType: (value) => value === '00',
  frontUrl: isWebAddress,
  frontFailUrl: isWebAddress,
  backUrl: isWebAddress,
  riskRateInfo: (value) => /^\{[^{}]*\}$/.test(value),
  reqReserved: (value) => Buffer.byteLength(value) <= longestReservedBytes && !/[&={}[\]"']/.test(value),
};

/** Names outside the list are not judged: the genuine gateway ignores what it does not know. */
function isWellFormed(name: string, value: string): boolean {
  if (value.trim() !== value) return false;
  return !Object.hasOwn(forms, name) || forms[name]?.(value) === true;
}

/** A file is no transaction and has no number. */
const always = (product: Product): readonly string[] => ['accessType', 'merId', 'txnTime', ...(product.kind === 'file' ? [] : ['orderId'])];

/** Missing elements (13), then malformed ones (10). Values are judged as they came: a blank at either end is malformed. */
export function fieldRefusal(product: Product, fields: Fields): EntranceRefusal | undefined {
  const missing = [...always(product), ...product.needs].find((name) => (fields[name] ?? '') === '');
  if (missing !== undefined) return { code: '13', detail: missing };
  const malformed = Object.entries(fields).find(([name, value]) => value !== '' && !isWellFormed(name, value));
  if (malformed !== undefined) return { code: '10', detail: malformed[0] };
  const unexpected = product.mayNotHave.find((name) => (fields[name] ?? '') !== '');
  return unexpected === undefined ? undefined : { code: '10', detail: unexpected };
}

/** Query and reversal repeat the time of the original; every other message must carry the current time. */
export function timeRefusal(product: Product, fields: Fields, nowMs: number): EntranceRefusal | undefined {
  if (product.kind === 'query' || product.kind === 'reversal') return undefined;
  const at = readChinaTime(fields['txnTime']) ?? 0;
  if (Math.abs(nowMs - at) > txnTimeToleranceMs) return { code: '10', detail: 'txnTime' };
  const payTimeout = readChinaTime(fields['payTimeout']);
  return payTimeout !== undefined && payTimeout <= nowMs ? { code: '10', detail: 'payTimeout' } : undefined;
}
