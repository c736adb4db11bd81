import { readBusinessDay, type BusinessDay } from '../../domain/kernel/china-time.js';

/** Names one channel merchant's bill of one clearing day in jobs: `<channelMerchantId>:<yyyyMMdd>`. */
export interface BillKey { readonly channelMerchantId: string; readonly clearingDay: BusinessDay }

export const billKey = ({ channelMerchantId, clearingDay }: BillKey): string => `${channelMerchantId}:${clearingDay}`;

/** Throws for a key no job of ours was made with. */
export function readBillKey(key: string): BillKey {
  const at = key.lastIndexOf(':');
  const day = readBusinessDay(key.slice(at + 1));
  if (at < 1 || !day.ok) throw new Error(`not a bill key: ${key}`);
  return { channelMerchantId: key.slice(0, at), clearingDay: day.value };
}
