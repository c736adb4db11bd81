import type { IssuedBillNews } from '../../domain/text-messages/texts-of-order.js';

/** E-bills of an order that stand as issued now, as far as others must know of them. None where no e-bills are issued. */
export interface IssuedBills {
  ofOrder(platformOrderNo: string): Promise<readonly IssuedBillNews[]>;
}
