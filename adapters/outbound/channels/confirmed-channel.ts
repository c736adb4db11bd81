import type { ChannelBills } from '../../../application/ports/channel-bills.js';
import type { PaymentChannel } from '../../../application/ports/payment-channel.js';
import { isConfirmed, type ChannelMerchant } from '../../../domain/directory/channel-merchant.js';

const why = 'account-unconfirmed';

/**
 * The same channel, which neither believes nor sends anything by an account that one person alone has seen to (CHN-01): questions stay unknown and are asked
 * again, messages are refused so that the channel repeats them, a refund is not sent. Nothing is lost, and all of it goes on when the account is confirmed.
 */
export function confirmedChannel(channel: PaymentChannel): PaymentChannel {
  const { payChannel, pages, barcodes, queries, refunds, messages, returns, closing, cancelling, undoing } = channel;
  return {
    payChannel, returns,
    pages: {
      start: async (account, ...rest) => {
        // The cashier does not offer it; it was changed in this very moment, and its address may be anybody's.
        if (!isConfirmed(account)) throw new Error(`channel merchant ${account.channelMerchantId} waits for a second person`);
        return pages.start(account, ...rest);
      },
    },
    barcodes: { charge: async (account, attempt, ...rest) => (isConfirmed(account) ? barcodes.charge(account, attempt, ...rest) : notAsked(attempt)) },
    queries: { query: async (account, attempt, timeoutMs) => (isConfirmed(account) ? queries.query(account, attempt, timeoutMs) : notAsked(attempt)) },
    cancelling: { cancel: async (account, attempt, timeoutMs) => (isConfirmed(account) ? cancelling.cancel(account, attempt, timeoutMs) : { kind: 'unknown', why }) },
    refunds: {
      resendSafeForMs: refunds.resendSafeForMs,
      refund: async (account, refund, timeoutMs) => (isConfirmed(account) ? refunds.refund(account, refund, timeoutMs) : { kind: 'try-later', refundTradeNo: refund.refundTradeNo, code: why }),
      queryRefund: async (account, refund, timeoutMs) => (isConfirmed(account) ? refunds.queryRefund(account, refund, timeoutMs) : { kind: 'unknown', refundTradeNo: refund.refundTradeNo, why }),
    },
    messages: {
      subject: (message) => messages.subject(message), accepted: messages.accepted, refused: messages.refused,
      read: async (account, ...rest) => (isConfirmed(account) ? messages.read(account, ...rest) : { genuine: false, why }),
    },
    ...(closing && { closing: { close: async (account: ChannelMerchant, attempt, timeoutMs) => (isConfirmed(account) ? closing.close(account, attempt, timeoutMs) : notAsked(attempt)) } satisfies typeof closing }),
    ...(undoing && {
      undoing: { undo: async (account: ChannelMerchant, refund, timeoutMs) => (isConfirmed(account) ? undoing.undo(account, refund, timeoutMs) : { kind: 'unknown', refundTradeNo: refund.refundTradeNo, why }) } satisfies typeof undoing,
    }),
  };
}

/** The same of a channel's bills: none is fetched by such an account. One that a person uploads is read. */
export const confirmedBills = (bills: ChannelBills): ChannelBills => ({
  payChannel: bills.payChannel,
  fetch: async (account, day, timeoutMs) => (isConfirmed(account) ? bills.fetch(account, day, timeoutMs) : { kind: 'unknown', why }),
  read: (account, day, raw) => bills.read(account, day, raw),
});

const notAsked = ({ attemptNo }: { readonly attemptNo: string }) => ({ kind: 'unknown', attemptNo, why }) as const;
