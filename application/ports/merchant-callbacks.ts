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

/** What came of knocking at an address. `ms`: until then. `not-allowed`: it lies outside the networks that callbacks may go to, and nothing was sent. */
export type Knock =
  | { readonly kind: 'answered'; readonly status: number; readonly ms: number }
  | { readonly kind: 'not-resolved' | 'refused' | 'not-allowed' | 'tls' | 'timeout' | 'unreachable' | 'cut-off'; readonly ms: number };

/** Asks for the head of an address and of nothing else, under the same rules as a callback (URL-02, URL-03): nothing happens at the other side. Never throws for its faults. */
export interface AddressProbe {
  knock(url: string): Promise<Knock>;
}

/** The address that brings the payer back to the business system, with the fields of table 7-8 signed (1.1.7.1.2-e). */
export interface ReturnAddresses {
  /** Undefined when the order has nowhere to go back to. */
  of(order: Order, developer: Developer): Promise<string | undefined>;
}
