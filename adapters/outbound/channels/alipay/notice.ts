import type { RawMessage } from '../../../../application/ports/payment-channel.js';
import { readYuan } from '../../../../domain/kernel/money.js';
import { decodeFormBytes, type FormFields } from './form-body.js';

/** The one family that speaks about trades; others are verified differently and mean nothing to an order (section 7). */
export const tradeNotice = 'trade_status_sync';

const numberShape = /^\w{1,64}$/;

/** A number of ours as it may appear outside; anything else is treated as absent. */
export const ownNumber = (text: string | undefined): string | undefined => (text !== undefined && numberShape.test(text) ? text : undefined);

const isUtf8 = (charset: string): boolean => /^utf-?8$/i.test(charset);

/**
 * Fields of a POST, whatever its content type says: Alipay sends a malformed one (section 7). Only the body is read, so parameters of
 * our own in the address cannot enter the signature. A message that declares another charset than UTF-8 is unreadable, because we pin
 * UTF-8 in every call and would verify other characters than were signed.
 */
export function readNotice(message: RawMessage): FormFields | undefined {
  const declared = [...message.contentType.matchAll(/charset\s*=\s*"?([\w-]+)/gi)].map((match) => match[1] ?? '');
  if (message.method !== 'POST' || !declared.every(isUtf8)) return undefined;
  const fields = decodeFormBytes(message.body);
  if (!fields.ok || fields.value.size === 0) return undefined;
  const charset = fields.value.get('charset') ?? '';
  return charset === '' || isUtf8(charset) ? fields.value : undefined;
}

/** Refunds tell themselves on the payment's address: money went back if a time or an amount of it is told (section 7). */
export function tellsRefund(fields: FormFields): boolean {
  const fee = fields.get('refund_fee') ?? '';
  const amount = readYuan(fee);
  return (fields.get('gmt_refund') ?? '') !== '' || (fee !== '' && (!amount.ok || amount.value > 0n));
}
