import type { Callback } from '../../domain/callbacks/callback.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { Order } from '../../domain/payments/order.js';

/** What a business system answered to a callback: `answer` is a short word (`http 500`, `timeout`, `address refused`, `wrong echo`), never the body. */
export interface CallbackAnswer { readonly accepted: boolean; readonly answer: string }

/**
 * Signs and POSTs a callback. Accepted = HTTP 200 and an envelope with code 10000 or the plain text `success` (design 4); no redirects, 5 s to
 * connect, 10 s in all, at most 4 KiB read; every resolved address must lie in the allowed networks (URL-02, URL-03). Never throws for the
 * other side's faults.
 */
export interface MerchantCallbacks {
  post(callback: Callback, developer: Developer): Promise<CallbackAnswer>;
}

/** The address that brings the payer back to the business system, with the fields of table 7-8 signed (1.1.7.1.2-e). */
export interface ReturnAddresses {
  /** Undefined when the order has nowhere to go back to. */
  of(order: Order, developer: Developer): Promise<string | undefined>;
}
