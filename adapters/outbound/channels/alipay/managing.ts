import type { AttemptRef, CancelReport, PaymentCancelling, PaymentClosing, PaymentQueries } from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { readLongTime, secondMs } from '../../../../domain/kernel/china-time.js';
import type { ChannelReport } from '../../../../domain/payments/channel-report.js';
import { usableAccount } from './account.js';
import { textField, type AlipayGateway, type GatewayAnswer } from './gateway.js';
import { isAbout, unknownReport } from './trade-calls.js';
import { statusReport } from './trade-status.js';

/**
 * Before this a cancel that finds no trade says nothing about a charge still on its way, which would create the trade afterwards: the longest
 * that we wait for a charge (15 s) and a margin, and less than the 45 s after which an undecided code is cancelled (alipay.md 5.2, 6.3).
 */
export const chargeCannotArriveAfterMs = 40 * secondMs;

type Said = Extract<GatewayAnswer, { kind: 'said' }>;

/** Query, close and cancel (sections 6.1 to 6.3), all by our own number. */
export class AlipayManaging implements PaymentQueries, PaymentClosing, PaymentCancelling {
  readonly #gateway: AlipayGateway;
  constructor(gateway: AlipayGateway) { this.#gateway = gateway; }

  async query(account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<ChannelReport> {
    const { attemptNo } = attempt;
    const answer = await this.#gateway.call(usableAccount(account), 'query', { out_trade_no: attemptNo }, timeoutMs);
    if (answer.kind === 'unknown') return unknownReport(attemptNo, answer.why, answer.code);
    if (answer.meaning.does !== 'done') return sharedReport(answer, attemptNo);
    if (!isAbout(answer.fields, attemptNo)) return unknownReport(attemptNo, 'unreadable', answer.code);
    // A missing time must not keep a paid order open: then the moment of asking stands in.
    return statusReport((name) => textField(answer.fields, name), attemptNo, 'send_pay_date', this.#gateway.needs.clock.now());
  }

  async close(account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<ChannelReport> {
    const { attemptNo } = attempt;
    const answer = await this.#gateway.call(usableAccount(account), 'close', { out_trade_no: attemptNo }, timeoutMs);
    if (answer.kind === 'unknown') return unknownReport(attemptNo, answer.why, answer.code);
    if (answer.meaning.does !== 'done') return sharedReport(answer, attemptNo);
    return isAbout(answer.fields, attemptNo) ? { kind: 'ended', attemptNo } : unknownReport(attemptNo, 'unreadable', answer.code);
  }

  async cancel(account: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<CancelReport> {
    const answer = await this.#gateway.call(usableAccount(account), 'cancel', { out_trade_no: attempt.attemptNo }, timeoutMs);
    if (answer.kind === 'unknown') return { kind: 'unknown', why: answer.code ?? answer.why };
    if (answer.meaning.does === 'no-trade') return this.#nothingFound(attempt);
    if (answer.meaning.does !== 'done') return { kind: 'unknown', why: answer.code };
    const word = cancelWord(answer, attempt.attemptNo);
    return word === 'nothing-found' ? this.#nothingFound(attempt) : word;
  }

  #nothingFound(attempt: AttemptRef): CancelReport {
    const begun = readLongTime(attempt.channelTime);
    const isOld = begun.ok && this.#gateway.needs.clock.now() - begun.value >= chargeCannotArriveAfterMs;
    return isOld ? { kind: 'cancelled-unpaid' } : { kind: 'unknown', why: 'too-young-to-be-sure' };
  }
}

function sharedReport(answer: Said, attemptNo: string): ChannelReport {
  switch (answer.meaning.does) {
    case 'no-trade': return { kind: 'not-found', attemptNo };
    case 'has-success':
    case 'ask-again': return unknownReport(attemptNo, 'pending', answer.code);
    case 'unknown':
    case 'limited': return unknownReport(attemptNo, 'busy', answer.code);
    case 'call-refused': return unknownReport(attemptNo, 'call-refused', answer.code);
    default: return unknownReport(attemptNo, 'unheard-word', answer.code);
  }
}

/**
 * `action` is absent when Alipay never saw the trade (then its number may be absent too); anything but a clear N in `retry_flag` means
 * that it is not over.
 */
function cancelWord(answer: Said, attemptNo: string): CancelReport | 'nothing-found' {
  const [retryFlag, action, told] = ['retry_flag', 'action', 'out_trade_no'].map((name) => textField(answer.fields, name));
  if (told !== attemptNo && `${told}${action}` !== '') return { kind: 'unknown', why: 'unreadable' };
  if (retryFlag !== 'N') return { kind: 'unknown', why: retryFlag === 'Y' ? 'retry' : 'unreadable' };
  if (action === 'refund') return { kind: 'cancelled-refunded' };
  if (action === '') return 'nothing-found';
  return action === 'close' ? { kind: 'cancelled-unpaid' } : { kind: 'unknown', why: 'unheard-word' };
}
