import { canonicalText } from '../../../domain/access/canonical-text.js';
import { newsOfOrder } from '../../../domain/callbacks/news.js';
import type { Developer } from '../../../domain/directory/developer.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import type { Order } from '../../../domain/payments/order.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Directory } from '../../../application/ports/directory.js';
import type { ReturnAddresses } from '../../../application/ports/merchant-callbacks.js';
import type { Signer } from '../../../application/ports/signatures.js';
import { paymentNotice } from './wire-news.js';

/** The order's returnUrl with table 7-8 as plain parameters plus devId, timestamp and sign (1.1.7.1.2-e, URL-04). No proof of payment. */
export class SignedReturn implements ReturnAddresses {
  readonly #signer: Signer;
  readonly #directory: Directory;
  readonly #clock: Clock;

  constructor(signer: Signer, directory: Directory, clock: Clock) {
    this.#signer = signer;
    this.#directory = directory;
    this.#clock = clock;
  }

  async of(order: Order, developer: Developer): Promise<string | undefined> {
    const target = order.returnUrl ?? (await this.#directory.payee(order.merchantNo))?.defaultReturnUrl;
    if (target === undefined) return undefined;
    const { bizOrderNo, orderDate, platformOrderNo, orderState, orderStateMsg, orderAmount, userId } = paymentNotice(newsOfOrder(order));
    const fields: Record<string, string> = { bizOrderNo, orderDate, platformOrderNo, orderState, orderStateMsg, orderAmount, devId: developer.devId, timestamp: longTime(this.#clock.now()) };
    if (userId !== undefined) fields['userId'] = userId;
    fields['sign'] = await this.#signer.sign(`platform.${developer.scheme.algorithm}`, developer.scheme, canonicalText(fields));
    const url = new URL(target);
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
    return url.href;
  }
}
