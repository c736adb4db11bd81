import type {
  AttemptRef, AttemptToPay, BrowserHandover, CancelReport, MessageVerdict, PaymentChannel, RawMessage, RefundToSend,
} from '../../../application/ports/payment-channel.js';
import type { ChannelMerchant, PayChannel } from '../../../domain/directory/channel-merchant.js';
import { fen, type Fen } from '../../../domain/kernel/money.js';
import type { ChannelReport } from '../../../domain/payments/channel-report.js';
import type { RefundReport } from '../../../domain/refunds/refund-report.js';

/** What lies at the bank under one of our numbers. */
interface Trade { readonly amount: Fen; state: 'waiting' | 'paid' | 'closed' | 'declined'; charges: number }

/** One word for each call that reached the bank: `query 2026…`. */
export type BankCall = 'start' | 'charge' | 'query' | 'close' | 'cancel' | 'refund' | 'query-refund';

/**
 * A channel small enough to read. It keeps trades and refunds by our numbers, believes a repeated number once, and can be told to answer
 * differently (`says`) or to lose power (`fuse`) before or after it has done what it was asked.
 */
export class FakeBank implements PaymentChannel {
  readonly payChannel: PayChannel;
  readonly trades = new Map<string, Trade>();
  readonly refunded = new Map<string, Fen>();
  readonly calls: { readonly call: BankCall; readonly no: string; readonly timeoutMs: number | undefined }[] = [];
  /** Answers given instead of the true ones; what was asked happens all the same. */
  readonly says: {
    charge?: () => Promise<ChannelReport>; query?: (attempt: AttemptRef) => Promise<ChannelReport>; close?: () => Promise<ChannelReport>; cancel?: () => Promise<CancelReport>;
    refund?: (refund: RefundToSend) => Promise<RefundReport>; queryRefund?: (refund: RefundToSend) => Promise<RefundReport>;
  } = {};
  /** Called before and after each call; throws to play a power cut. */
  fuse: (moment: string) => void = () => undefined;
  /** What a scanned code comes to. */
  charging: 'paid' | 'waiting' | 'declined' = 'paid';
  closable = true;
  verdict: MessageVerdict = { genuine: false, why: 'signature' };
  readonly #now: () => number;

  constructor(payChannel: PayChannel, now: () => number) {
    this.payChannel = payChannel;
    this.#now = now;
  }

  /** The payer pays the page of this attempt. */
  pay(attemptNo: string, amount = 12_000): void {
    this.trades.set(attemptNo, { amount: fen(amount), state: 'paid', charges: 1 });
  }

  countOf(call: BankCall): number {
    return this.calls.filter((one) => one.call === call).length;
  }

  get closing(): NonNullable<PaymentChannel['closing']> {
    const closing = { close: (_account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number) => this.#called('close', attempt.attemptNo, timeoutMs, () => this.#close(attempt), this.says.close) };
    return this.closable ? closing : undefined as never;
  }

  readonly pages = {
    start: async (_account: ChannelMerchant, attempt: AttemptToPay): Promise<BrowserHandover> => this.#called('start', attempt.attemptNo, undefined, () => ({ action: 'https://bank.example/pay', fields: { no: attempt.attemptNo } })),
  };

  readonly barcodes = {
    charge: (_account: ChannelMerchant, attempt: AttemptToPay, _code: string, timeoutMs: number): Promise<ChannelReport> => this.#called('charge', attempt.attemptNo, timeoutMs, () => {
      const known = this.trades.get(attempt.attemptNo);
      this.trades.set(attempt.attemptNo, { amount: attempt.amount, state: this.charging, charges: (known?.charges ?? 0) + 1 });
      return this.#report(attempt.attemptNo);
    }, this.says.charge),
  };

  readonly queries = {
    query: (_account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<ChannelReport> =>
      this.#called('query', attempt.attemptNo, timeoutMs, () => this.#report(attempt.attemptNo), this.says.query && (() => this.says.query?.(attempt))),
  };

  readonly cancelling = {
    cancel: (_account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<CancelReport> => this.#called('cancel', attempt.attemptNo, timeoutMs, (): CancelReport => {
      const trade = this.trades.get(attempt.attemptNo);
      const wasPaid = trade?.state === 'paid';
      if (trade) trade.state = 'closed';
      return { kind: wasPaid ? 'cancelled-refunded' : 'cancelled-unpaid' };
    }, this.says.cancel),
  };

  readonly refunds = {
    resendSafeForMs: 3_600_000,
    refund: (_account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport> => this.#called('refund', refund.refundTradeNo, timeoutMs, (): RefundReport => {
      this.refunded.set(refund.refundTradeNo, refund.amount);
      return this.#refundReport(refund.refundTradeNo);
    }, this.says.refund && (() => this.says.refund?.(refund))),
    queryRefund: (_account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport> =>
      this.#called('query-refund', refund.refundTradeNo, timeoutMs, () => this.#refundReport(refund.refundTradeNo), this.says.queryRefund && (() => this.says.queryRefund?.(refund))),
  };

  readonly messages = {
    subject: (message: RawMessage) => {
      const [kind, no] = Buffer.from(message.body).toString('utf8').split(' ');
      if (no === undefined) return undefined;
      return kind === 'refund' ? { attemptNo: undefined, refundTradeNo: no } : { attemptNo: no, refundTradeNo: undefined };
    },
    read: async (): Promise<MessageVerdict> => this.verdict,
    accepted: { status: 200, body: 'success' }, refused: { status: 400, body: 'failure' },
  };

  readonly returns = { attemptNoOf: (): undefined => undefined };

  async #called<T>(call: BankCall, no: string, timeoutMs: number | undefined, act: () => T, says?: () => Promise<T> | undefined): Promise<T> {
    this.fuse(`before ${call}`);
    this.calls.push({ call, no, timeoutMs });
    const answer = act();
    this.fuse(`after ${call}`);
    return await says?.() ?? answer;
  }

  #report(attemptNo: string): ChannelReport {
    const trade = this.trades.get(attemptNo);
    switch (trade?.state) {
      case undefined: return { kind: 'not-found', attemptNo };
      case 'paid': return { kind: 'paid', attemptNo, channelOrderNo: `T-${attemptNo.slice(-6)}`, amount: trade?.amount ?? fen(0), paidAt: this.#now() };
      case 'closed': return { kind: 'ended', attemptNo };
      case 'declined': return { kind: 'declined', attemptNo, reason: '余额不足', code: 'NO_MONEY' };
      case 'waiting': return { kind: 'waiting', attemptNo };
    }
  }

  #close(attempt: AttemptRef): ChannelReport {
    const trade = this.trades.get(attempt.attemptNo);
    if (trade?.state === 'waiting') trade.state = 'closed';
    return this.#report(attempt.attemptNo);
  }

  #refundReport(refundTradeNo: string): RefundReport {
    return this.refunded.has(refundTradeNo) ? { kind: 'refunded', refundTradeNo, at: this.#now(), channelRefundNo: `R-${refundTradeNo.slice(-6)}` } : { kind: 'not-found', refundTradeNo };
  }
}

/** A message of the bank as it would arrive. */
export const aMessage = (kind: 'payment' | 'refund', no: string): RawMessage =>
  ({ method: 'POST', contentType: 'text/plain', query: '', body: Buffer.from(`${kind} ${no}`) });
