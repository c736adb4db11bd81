import type { ChannelMerchant, PayChannel, PayMethod } from '../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { ChannelReport } from '../../domain/payments/channel-report.js';
import type { RefundReport } from '../../domain/refunds/refund-report.js';

/**
 * One channel as its capabilities. What a channel cannot do is absent here, so that a missing capability is seen when the product is wired
 * and not when money moves. No method throws for anything the channel or the network does: that is the report `unknown`.
 */
export interface PaymentChannel {
  readonly payChannel: PayChannel;
  readonly pages: PagePayments;
  readonly barcodes: BarcodePayments;
  readonly queries: PaymentQueries;
  readonly refunds: Refunding;
  readonly messages: ChannelMessages;
  readonly returns: BrowserReturns;
  /** Absent where an unpaid trade cannot be closed (UnionPay front): only the time limit stops it. */
  readonly closing?: PaymentClosing;
  /** Takes back a barcode payment whose outcome is open or late. */
  readonly cancelling: PaymentCancelling;
  /** Same-day undo of a whole payment (UnionPay 31), an operator's option. */
  readonly undoing?: PaymentUndoing;
}

export type PaymentChannels = Readonly<Record<PayChannel, PaymentChannel>>;

/** Names one attempt at the channel. */
export interface AttemptRef {
  readonly attemptNo: string;
  readonly payMethod: PayMethod;
  readonly amount: Fen;
  /** `yyyyMMddHHmmss`, fixed when the attempt began. */
  readonly channelTime: string;
  readonly limitAt: EpochMs;
  readonly channelOrderNo: string | undefined;
}

export interface AttemptToPay extends AttemptRef {
  readonly title: string;
  readonly description: string | undefined;
  /** Where the channel posts its messages, without query. */
  readonly notifyUrl: string;
  readonly now: EpochMs;
}

/** What the payer's browser must do to reach the channel: post `fields` to `action`. Values are raw, the page escapes them. */
export interface BrowserHandover { readonly action: string; readonly fields: Readonly<Record<string, string>> }

export interface PagePayments {
  /** `returnUrl`: where the channel sends the browser after paying. `quitUrl`: where it sends a payer who gives up. No network call. */
  start(account: ChannelMerchant, attempt: AttemptToPay & { readonly payMethod: 'pc' | 'h5' }, returnUrl: string, quitUrl: string): Promise<BrowserHandover>;
}

export interface BarcodePayments {
  /** Charges the code. Never sent twice: an unclear answer is `unknown` and is asked about. */
  charge(account: ChannelMerchant, attempt: AttemptToPay, barContent: string, timeoutMs: number): Promise<ChannelReport>;
}

export interface PaymentQueries {
  query(account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<ChannelReport>;
}

export interface PaymentClosing {
  /** `ended`: closed now. `not-found`: the channel has no such trade yet, nothing was closed. `paid`/`unknown`: ask. */
  close(account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<ChannelReport>;
}

export type CancelReport =
  /** Not paid, cannot be paid any more (also when the channel never saw the attempt). */
  | { readonly kind: 'cancelled-unpaid' }
  /** Was paid; the whole amount has gone back to the payer. */
  | { readonly kind: 'cancelled-refunded' }
  /** Call again (retry_flag), outcome open, or not possible any more: ask, then try again. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface PaymentCancelling {
  cancel(account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<CancelReport>;
}

export interface PaymentUndoing {
  undo(account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport>;
}

export interface RefundToSend {
  readonly payment: AttemptRef;
  /** Our number of this refund at the channel, fixed on every retry; its time likewise. */
  readonly refundTradeNo: string;
  readonly refundTradeTime: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly notifyUrl: string;
}

export interface Refunding {
  /**
   * How long after its first sending the same number may be sent again when the channel says it has no such refund. The channel refunds one
   * number once (Alipay always; UnionPay refuses a duplicate with 12, and refuses an old txnTime). Afterwards only questions and the bill.
   */
  readonly resendSafeForMs: number;
  refund(account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport>;
  queryRefund(account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport>;
}

/** A POST (or browser GET) as it arrived; the adapter parses it itself. */
export interface RawMessage { readonly method: 'GET' | 'POST'; readonly contentType: string; readonly query: string; readonly body: Uint8Array }

/** What a message is about, read before anything in it is believed. */
export interface MessageSubject { readonly attemptNo: string | undefined; readonly refundTradeNo: string | undefined }

export type MessageVerdict =
  | { readonly genuine: true; readonly payment: ChannelReport | undefined; readonly refund: RefundReport | undefined; readonly confirmByQuery: boolean }
  /** `why`: fixed word for the security log (`signature`, `foreign-app`, `foreign-merchant`, `certificate`, `unreadable`, `downgrade`). */
  | { readonly genuine: false; readonly why: string };

export interface HttpReply { readonly status: number; readonly body: string }

export interface ChannelMessages {
  /** Undefined when unreadable. Nothing is verified yet. */
  subject(message: RawMessage): MessageSubject | undefined;
  /** Verifies with the account of the order (CHN-01) and translates. `attempt` is ours; amounts are compared by the domain. */
  read(account: ChannelMerchant, message: RawMessage, attempt: AttemptRef, now: EpochMs): Promise<MessageVerdict>;
  /** Said after everything is stored. */
  readonly accepted: HttpReply;
  /** Said otherwise, so that the channel repeats. */
  readonly refused: HttpReply;
}

export interface BrowserReturns {
  /** Which attempt the browser comes back from. Never a proof of payment; genuine or not, the channel is asked. */
  attemptNoOf(message: RawMessage): string | undefined;
}
