import { ok, refuse, type Result } from '../kernel/result.js';
import { readAddress, readReturnAddress, type AddressRefusal } from './address.js';
import type { Developer } from './developer.js';
import type { Industry } from './industry.js';
import type { Payee, SubMerchant } from './payee.js';
import type { Region } from './region.js';

/** What a form says of a payee: everything but its number, its institution, whether it is on, and when it was made. */
export type PayeeFacts = Omit<Payee, 'merchantNo' | 'institutionNo' | 'enabled' | 'createdAt' | 'version'>;

export type PayeeAddressField = 'payNotifyUrl' | 'refundNotifyUrl' | 'defaultReturnUrl';
/** By whom a payee is used that is to be deleted. */
export type PayeeUse = 'orders' | 'links' | 'developers' | 'institution';
export type PayeeFactsRefusal =
  | { readonly code: 'region-missing' | 'region-unknown' | 'region-off' | 'industry-missing' | 'industry-unknown' | 'industry-off' | 'unit-missing' }
  | { readonly code: AddressRefusal; readonly field: PayeeAddressField }
  | { readonly code: 'sub-merchant-twice' | 'sub-merchant-gone'; readonly subMerchantNo: string };

/** As the gateway takes it: at most 20 letters, digits, `_` and `-`, no sign first. */
export const isMerchantNo = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/.test(text);

/** What is judged with: the region and the industry that are named, as they stand, and the origins that addresses may lie under. */
export interface PayeeSurroundings { readonly region: Region | undefined; readonly industry: Industry | undefined; readonly origins: readonly string[]; readonly httpsOnly: boolean }

/**
 * What a form says, as it is stored (1.1.4.1.3-b, -c). `before`: the payee that is changed. What stays as it was is not judged again, so that a callback
 * address can be mended though the region was switched off meanwhile; an industry is asked for in any case (1.1.6.1.3-i).
 */
export function readPayeeFacts(facts: PayeeFacts, before: Payee | undefined, around: PayeeSurroundings): Result<PayeeFacts, PayeeFactsRefusal> {
  if (facts.regionCode === undefined) return refuse({ code: 'region-missing' });
  if (facts.industryCode === undefined) return refuse({ code: 'industry-missing' });
  if (facts.regionCode !== before?.regionCode) {
    if (around.region === undefined) return refuse({ code: 'region-unknown' });
    if (!around.region.enabled) return refuse({ code: 'region-off' });
  }
  if (facts.industryCode !== before?.industryCode) {
    if (around.industry === undefined) return refuse({ code: 'industry-unknown' });
    if (!around.industry.enabled) return refuse({ code: 'industry-off' });
  }
  if (facts.isNoticeFirst && facts.chargingUnit === undefined) return refuse({ code: 'unit-missing' });
  const subs = readSubMerchants(facts.subMerchants, before?.subMerchants ?? []);
  if (!subs.ok) return subs;
  return readAddresses(facts, before, around);
}

/** Orders name them by number for ever, so that one may be renamed and switched off, and never goes. */
function readSubMerchants(given: readonly SubMerchant[], before: readonly SubMerchant[]): Result<undefined, PayeeFactsRefusal> {
  const numbers = new Set<string>();
  const names = new Set<string>();
  for (const { subMerchantNo, subMerchantName } of given) {
    if (numbers.has(subMerchantNo) || names.has(subMerchantName)) return refuse({ code: 'sub-merchant-twice', subMerchantNo });
    numbers.add(subMerchantNo);
    names.add(subMerchantName);
  }
  const gone = before.find(({ subMerchantNo }) => !numbers.has(subMerchantNo));
  return gone === undefined ? ok(undefined) : refuse({ code: 'sub-merchant-gone', subMerchantNo: gone.subMerchantNo });
}

function readAddresses(facts: PayeeFacts, before: Payee | undefined, { origins, httpsOnly }: PayeeSurroundings): Result<PayeeFacts, PayeeFactsRefusal> {
  const read: Partial<Record<PayeeAddressField, string>> = {};
  for (const field of ['payNotifyUrl', 'refundNotifyUrl', 'defaultReturnUrl'] as const) {
    const given = facts[field];
    if (given === undefined || given === before?.[field]) continue;
    const address = field === 'defaultReturnUrl' ? readReturnAddress(given, origins, httpsOnly) : readAddress(given, origins, httpsOnly);
    if (!address.ok) return refuse({ code: address.refusal, field });
    read[field] = address.value;
  }
  return ok({ ...facts, ...read });
}

/** Origins under which the addresses of a payee may lie: of the developers that act for it; before the first one does, of all (URL-01). */
export function originsFor(merchantNo: string, developers: readonly Pick<Developer, 'merchantNos' | 'allowedOrigins'>[]): readonly string[] {
  const own = developers.filter(({ merchantNos }) => merchantNos.includes(merchantNo));
  return [...new Set((own.length === 0 ? developers : own).flatMap(({ allowedOrigins }) => allowedOrigins))];
}
