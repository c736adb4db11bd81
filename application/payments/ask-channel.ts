import type { Attempt } from '../../domain/payments/attempt.js';
import type { ChannelReport } from '../../domain/payments/channel-report.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { Directory } from '../ports/directory.js';
import type { AttemptRef, PaymentChannel, PaymentChannels } from '../ports/payment-channel.js';
import type { Applied, ApplyChannelReport, ReportSource } from './apply-channel-report.js';
import type { ChannelPatience } from './channel-addresses.js';

export interface Asked { readonly report: ChannelReport; readonly applied: Applied | undefined }

/** Asks a channel about one attempt and applies the answer. Shared by every use case that needs to know before it acts. */
export class AskChannel {
  readonly #channels: PaymentChannels;
  readonly #directory: Directory;
  readonly #apply: ApplyChannelReport;
  readonly #patience: ChannelPatience;

  constructor(channels: PaymentChannels, directory: Directory, apply: ApplyChannelReport, patience: ChannelPatience) {
    this.#channels = channels;
    this.#directory = directory;
    this.#apply = apply;
    this.#patience = patience;
  }

  async query(attempt: Attempt): Promise<Asked> {
    return this.#ask(attempt, 'query', (channel, account) => channel.queries.query(account, refOf(attempt), this.#patience.queryTimeoutMs));
  }

  /** Closes an unpaid attempt at the channel; undefined where the channel cannot close. */
  async close(attempt: Attempt): Promise<Asked | undefined> {
    const closing = this.#channels[attempt.payChannel].closing;
    if (!closing) return undefined;
    return this.#ask(attempt, 'close-reply', (_channel, account) => closing.close(account, refOf(attempt), this.#patience.queryTimeoutMs));
  }

  /** Whether this attempt's channel can close an unpaid trade at all. */
  canClose(attempt: Attempt): boolean {
    return this.#channels[attempt.payChannel].closing !== undefined;
  }

  async #ask(attempt: Attempt, source: ReportSource, call: (channel: PaymentChannel, account: ChannelMerchant) => Promise<ChannelReport>): Promise<Asked> {
    const account = await this.#directory.channelMerchant(attempt.channelMerchantId);
    if (!account) throw new Error(`channel merchant ${attempt.channelMerchantId} of attempt ${attempt.attemptNo} is gone`);
    const report = await call(this.#channels[attempt.payChannel], account);
    return { report, applied: await this.#apply.run(report, source, undefined, attempt) };
  }
}

export const refOf = (attempt: Attempt): AttemptRef => ({
  attemptNo: attempt.attemptNo, payMethod: attempt.payMethod, amount: attempt.amount, channelTime: attempt.channelTime, limitAt: attempt.limitAt,
  channelOrderNo: attempt.channelOrderNo,
});
