import type { NoticeConfirming, NoticeQueries, PaymentToConfirm } from '../../../../application/ports/province.js';
import { longTime } from '../../../../domain/kernel/china-time.js';
import { confirmationMeaning } from '../../../../domain/payment-notices/judge-notice.js';
import type { ConfirmReport } from '../../../../domain/payment-notices/province-report.js';
import { callProvince, refused, unknown } from './call.js';
import type { BosssoftNeeds } from './needs.js';
import { isAbout } from './notice-calls.js';
import type { BosssoftSettings } from './settings.js';
import { stateOf } from './slip-fields.js';
import { textField, type WireObject } from './wire-json.js';

/** 缴款确认. */
export class Confirming implements NoticeConfirming {
  readonly #needs: BosssoftNeeds;
  readonly #settings: BosssoftSettings;
  readonly #queries: NoticeQueries;

  constructor(needs: BosssoftNeeds, settings: BosssoftSettings, queries: NoticeQueries) {
    this.#needs = needs;
    this.#settings = settings;
    this.#queries = queries;
  }

  async confirm(payment: PaymentToConfirm, timeoutMs: number): Promise<ConfirmReport> {
    // Half of the time for each of the two calls.
    const eachMs = Math.max(1, Math.floor(timeoutMs / 2));
    const paidAt = longTime(payment.paidAt);
    const answer = await callProvince(this.#needs, this.#settings, 'confirm', {
      payCode: payment.payCode, serialNo: payment.serialNo, channelSerialNo: payment.channelSerialNo, totalAmt: payment.amount,
      confirmDate: paidAt.slice(0, 8), confirmTime: paidAt.slice(8), paymentChannel: payment.paymentChannel, payerName: payment.payerName,
    }, eachMs);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'ok') return this.#done(payment, answer.fields);
    // "Already confirmed" does not say by whom, and that is the difference between success and a second payment.
    return answer.word === 'confirmed-before' ? confirmationMeaning(payment, await this.#queries.query({ payCode: payment.payCode }, eachMs)) : refused(answer);
  }

  #done(payment: PaymentToConfirm, fields: WireObject): ConfirmReport {
    const confirmCode = textField(fields, 'confirmCode', 64);
    const isOurs = isAbout(fields, 'payCode', payment.payCode) && (fields['serialNo'] === undefined || fields['serialNo'] === payment.serialNo);
    if (confirmCode === undefined || !isOurs) return unknown('unreadable');
    return stateOf(this.#settings, fields) === 'paid' ? { kind: 'confirmed', confirmCode } : unknown('unheard-word');
  }
}
