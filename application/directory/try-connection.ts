import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { fen } from '../../domain/kernel/money.js';
import { longTime, minuteMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { ChannelReport } from '../../domain/payments/channel-report.js';
import type { PaymentChannels } from '../ports/payment-channel.js';
import type { AccountCheck } from './account-check.js';
import { noteDeed, type DirectoryParts } from './as-read.js';

/** `answers`: the channel took our signature and its answer was genuine. `why` and `code`: what came instead, or with it. */
export interface Tried { readonly answers: boolean; readonly why: string; readonly code: string | undefined }

const timeoutMs = 5_000;
/** Of these the channel has said nothing that could be believed, or did not take what we sent. */
const silent: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'unreadable', 'unsigned', 'call-refused']);

/** 测试连接: asks the channel about a payment that there is not. Nothing is charged, nothing is stored but the audit entry. */
export class TryConnection {
  readonly #parts: DirectoryParts;
  readonly #channels: PaymentChannels;
  readonly #check: AccountCheck;
  constructor(parts: DirectoryParts, channels: PaymentChannels, check: AccountCheck) { [this.#parts, this.#channels, this.#check] = [parts, channels, check]; }

  async run(acting: Acting, channelMerchantId: string): Promise<Result<Tried, 'unknown'>> {
    const { unitOfWork } = this.#parts;
    const account = await unitOfWork.read(({ directory }) => directory.channelMerchants.one({ channelMerchantId }));
    if (account === undefined) return refuse('unknown');
    const flaw = await this.#check.flawOf(account);
    const tried = flaw === undefined ? triedBy(await this.#ask(account)) : { answers: false, why: flaw.message, code: undefined };
    await unitOfWork.run((stores) => noteDeed(stores, this.#parts, acting, {
      action: 'channel-merchant.tried', objectKind: 'channel-merchant', objectNo: channelMerchantId, description: `测试渠道商户连接 ${account.channelMerchantName}`,
      after: { answers: tried.answers ? '是' : '否', why: tried.why, code: tried.code ?? '' },
    }));
    return ok(tried);
  }

  #ask(account: ChannelMerchant): Promise<ChannelReport> {
    const { ids, clock } = this.#parts;
    const now = clock.now();
    const nobody = { attemptNo: ids.next(), payMethod: 'pc', amount: fen(1n), channelTime: longTime(now), limitAt: now + 5 * minuteMs, channelOrderNo: undefined } as const;
    return this.#channels[account.payChannel].queries.query(account, nobody, timeoutMs);
  }
}

const triedBy = (report: ChannelReport): Tried => (report.kind === 'unknown'
  ? { answers: !silent.has(report.why), why: report.why, code: report.code }
  : { answers: true, why: report.kind, code: undefined });
