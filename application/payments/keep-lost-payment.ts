import type { ChannelMerchant, PayChannel } from '../../domain/directory/channel-merchant.js';
import { longTime, readLongTime, secondMs, type EpochMs } from '../../domain/kernel/china-time.js';
import type { ChannelReport } from '../../domain/payments/channel-report.js';
import { lostNewsForMs, type LostPayment } from '../../domain/recovery/lost-payment.js';
import { isOfLostHours } from '../../domain/recovery/recovery-mark.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { PaymentChannels, RawMessage } from '../ports/payment-channel.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface LostPaymentParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly channels: PaymentChannels; readonly ids: Ids; readonly journal: Journal;
}

type MoneyReport = Extract<ChannelReport, { readonly kind: 'paid' | 'charged-in-error' }>;

/**
 * A channel tells of money under a number of the hours that a restore lost (BAK-03): no order can be paid with it, but it is written down for
 * people. Nothing is believed that one of our accounts did not verify; numbers of other hours are not even looked at.
 */
export class KeepLostPayment {
  readonly #parts: LostPaymentParts;
  /** One message at a time: whoever posts forged ones costs a check against every account. A channel repeats what comes meanwhile. */
  #busy = false;

  constructor(parts: LostPaymentParts) {
    this.#parts = parts;
  }

  async run(payChannel: PayChannel, message: RawMessage, attemptNo: string, heardAt: EpochMs): Promise<void> {
    const mark = await this.#parts.unitOfWork.read(({ recovery }) => recovery.mark());
    if (this.#busy || !mark || heardAt > mark.restoredAt + lostNewsForMs || !isOfLostHours(mark, attemptNo)) return;
    this.#busy = true;
    try {
      await this.#find(payChannel, message, attemptNo, heardAt);
    } finally {
      this.#busy = false;
    }
  }

  async #find(payChannel: PayChannel, message: RawMessage, attemptNo: string, heardAt: EpochMs): Promise<void> {
    const { directory, journal } = this.#parts;
    for (const account of await directory.channelMerchantsAt(payChannel)) {
      // An account that cannot be used must not hide another one's money.
      const told = await this.#read(account, message, attemptNo, heardAt).catch((error: unknown) => {
        journal.fault('lost-payment-account', error, { channelMerchantId: account.channelMerchantId });
        return undefined;
      });
      if (told) return this.#keep({
        attemptNo, payChannel, channelMerchantId: account.channelMerchantId, channelOrderNo: told.channelOrderNo, amount: told.amount,
        paidAt: told.kind === 'paid' ? told.paidAt : undefined, toldAt: heardAt,
      });
    }
  }

  async #read(account: ChannelMerchant, message: RawMessage, attemptNo: string, heardAt: EpochMs): Promise<MoneyReport | undefined> {
    const { messages } = this.#parts.channels[account.payChannel];
    for (const channelTime of timesOf(attemptNo)) {
      const verdict = await messages.read(account, message, { attemptNo, payMethod: 'pc', amount: 0n as LostPayment['amount'], channelTime, limitAt: heardAt, channelOrderNo: undefined }, heardAt);
      if (!verdict.genuine) return undefined;
      if (verdict.payment?.kind === 'paid' || verdict.payment?.kind === 'charged-in-error') return verdict.payment;
    }
    return undefined;
  }

  async #keep(payment: LostPayment): Promise<void> {
    const { unitOfWork, ids, journal } = this.#parts;
    const kept = await unitOfWork.run(async (stores) => {
      const added = await stores.recovery.keepLost(payment);
      if (added === 'added') await stores.audit.append({
        entryId: ids.next(), at: payment.toldAt, actor: { kind: 'channel', code: payment.payChannel, address: undefined }, action: 'recovery.lost-payment', objectKind: 'attempt',
        objectNo: payment.attemptNo, description: '渠道告知恢复前丢失的支付，登记待核对', before: undefined, after: { amount: payment.amount.toString() }, requestId: undefined,
      });
      return added;
    });
    if (kept !== 'exists') this.#parts.journal.alarm('lost-payment', { payChannel: payment.payChannel, attemptNo: payment.attemptNo, kept: kept === 'added' });
    else journal.info('lost-payment-again', { payChannel: payment.payChannel, attemptNo: payment.attemptNo });
  }
}

/** When such an attempt was made, as its channel was told: its number carries the moment, or the one after it. */
function timesOf(attemptNo: string): readonly string[] {
  const given = readLongTime(attemptNo.slice(0, 14));
  return given.ok ? [longTime(given.value), longTime(given.value - secondMs)] : [];
}
