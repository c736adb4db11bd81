import type { PaymentChannel } from '../../../../application/ports/payment-channel.js';
import { barcodePayments } from './barcode-payments.js';
import { paymentCancelling } from './cancelling.js';
import { browserReturns, channelMessages } from './channel-messages.js';
import type { UnionPayNeeds } from './needs.js';
import { pagePayments } from './page-payments.js';
import { paymentQueries } from './payment-queries.js';
import { paymentUndoing, refunding } from './refunding.js';

/**
 * UnionPay full channel (ACP) 5.1.0, unionpay.md 1 to 8. No `closing`: an unpaid page payment is stopped by payTimeout alone.
 * Every method throws for an account that `checkAccount` refuses and for a signing key that does not exist, and for nothing the channel does.
 */
export function createUnionPayChannel(needs: UnionPayNeeds): PaymentChannel {
  const queries = paymentQueries(needs);
  return {
    payChannel: 'unionpay',
    pages: pagePayments(needs),
    barcodes: barcodePayments(needs),
    queries,
    refunds: refunding(needs),
    messages: channelMessages(needs),
    returns: browserReturns,
    cancelling: paymentCancelling(needs, queries),
    undoing: paymentUndoing(needs),
  };
}
