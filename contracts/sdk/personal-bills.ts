import { personalBillAccepted, personalBillMethod, personalBillPush, type PersonalBillPushData } from '../gateway/personal-bill.js';
import { verifiedBody } from './callbacks.js';
import { GatewayFault } from './errors.js';
import type { VerifyText } from './signing.js';
import { readFields, unpackData } from './wire-data.js';

/** A pushed personal bill, verified. The newest `timestamp` of an order counts: pushes may be repeated, and a repeat may come late. */
export interface PushedPersonalBill { readonly timestamp: string; readonly data: PersonalBillPushData }

/** Reads the POST body of a pushed personal bill. Throws GatewayFault for everything not to be believed. */
export function readPersonalBill(body: string | Uint8Array | object, devId: string, verify: VerifyText): PushedPersonalBill {
  const { method, timestamp = '', data = '' } = verifiedBody(body, devId, verify);
  if (method !== personalBillMethod) throw new GatewayFault('unreadable', '不是个人账单推送');
  return { timestamp, data: readFields(personalBillPush, unpackData(data)) };
}

/** The answer that ends the pushes of a record: to be sent with HTTP 200 once it is stored. */
export const personalBillAcceptance = (): { readonly code: string; readonly msg: string } => ({ code: personalBillAccepted, msg: 'success' });
