import type { KeyObject } from 'node:crypto';
import type { PlannedFault } from '../shared/fault-queue.js';
import { encodeForm } from '../shared/form-body.js';
import { signedNotice } from './signing.js';
import { unheardStatus } from './trade-fields.js';

/** Decided once per notification. */
export const noticePlanFaults = ['never', 'late', 'out-of-order', 'twice'] as const;
/** Strike one sending each; a repeat of the same notification is genuine again. */
export const noticeContentFaults = [
  'tampered-amount', 'wrong-amount', 'odd-content-type', 'foreign-app-id', 'foreign-seller', 'unknown-status', 'unsigned', 'bad-signature', 'extra-field',
] as const;

export interface Letter { readonly contentType: string; readonly body: string }

const usualType = 'application/x-www-form-urlencoded; charset=utf-8';
/** Sent by the real Alipay; many body parsers stumble over it (section 7). */
const oddType = 'application/x-www-form-urlencoded; text/html; charset=utf-8';

function settingOr(fault: PlannedFault, name: string, otherwise: string): string {
  const value = fault.settings[name];
  return typeof value === 'string' ? value : otherwise;
}

// Changes made before signing: a genuine message of Alipay that says something the order does not.
function beforeSigning(fields: Map<string, string>, fault: PlannedFault): void {
  if (fault.fault === 'wrong-amount') fields.set('total_amount', settingOr(fault, 'amount', '0.01'));
  if (fault.fault === 'foreign-app-id') fields.set('app_id', settingOr(fault, 'appId', '2021000000000000'));
  if (fault.fault === 'foreign-seller') fields.set('seller_id', settingOr(fault, 'sellerId', '2088000000000000'));
  if (fault.fault === 'unknown-status') fields.set('trade_status', settingOr(fault, 'status', unheardStatus));
  if (fault.fault === 'extra-field') {
    fields.set('future_field', '100% 新字段 & a+b="c"');
    fields.set('empty_field', '');
  }
}

function afterSigning(fields: Map<string, string>, fault: PlannedFault): void {
  if (fault.fault === 'tampered-amount') fields.set('total_amount', settingOr(fault, 'amount', '0.01'));
  if (fault.fault === 'unsigned') fields.delete('sign');
  if (fault.fault === 'bad-signature') fields.set('sign', Buffer.alloc(256, 7).toString('base64'));
}

/** Signs the fields and applies the fault of this sending. */
export function writeLetter(privateKey: KeyObject, fields: ReadonlyMap<string, string>, fault: PlannedFault | undefined): Letter {
  const text = new Map(fields);
  if (fault !== undefined) beforeSigning(text, fault);
  const signed = signedNotice(privateKey, text);
  if (fault !== undefined) afterSigning(signed, fault);
  return { contentType: fault?.fault === 'odd-content-type' ? oddType : usualType, body: encodeForm(signed) };
}
