import type { NoticeConfirming, NoticeQueries, PaymentToConfirm } from '../../../../application/ports/province.js';
import { longTime } from '../../../../domain/kernel/china-time.js';
import { yuan } from '../../../../domain/kernel/money.js';
import { confirmationMeaning } from '../../../../domain/payment-notices/judge-notice.js';
import type { ConfirmReport } from '../../../../domain/payment-notices/province-report.js';
import { notSent, refused, unknown, type NormCalls } from './call.js';
import type { CnnontaxSettings } from './settings.js';

/** 缴款确认 under the number that the province has named. The norm's own fields of such a message are not known: those of its paid message are used, in our direction. */
export class Confirming implements NoticeConfirming {
  readonly #settings: CnnontaxSettings;
  readonly #calls: NormCalls;
  readonly #queries: NoticeQueries;

  constructor(settings: CnnontaxSettings, calls: NormCalls, queries: NoticeQueries) {
    this.#settings = settings;
    this.#calls = calls;
    this.#queries = queries;
  }

  async confirm(payment: PaymentToConfirm, timeoutMs: number): Promise<ConfirmReport> {
    const { names, msgNo } = this.#settings;
    // Half of the time for each of the two calls.
    const eachMs = Math.max(1, Math.floor(timeoutMs / 2));
    const paidAt = longTime(payment.paidAt);
    const answer = await this.#calls.call(msgNo.confirm, {
      [names.payCode]: payment.payCode, [names.confirmDay]: paidAt.slice(0, 8), [names.confirmTime]: paidAt.slice(8), [names.total]: yuan(payment.amount),
      PayMode: payment.paymentChannel, [names.serialNo]: payment.serialNo, [names.payerName]: payment.payerName, Hold1: payment.channelSerialNo,
    }, eachMs);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'told') return unknown('unreadable');
    if (answer.kind === 'not-gbk') return notSent('缴款人名称含有省系统字符集（GBK）不能表示的字符，没有发送');
    // A general reply has no field for a confirm code; what it says in words, or else our own number, is kept as one.
    if (answer.word === 'ok') return { kind: 'confirmed', confirmCode: /^[0-9A-Za-z-]{1,64}$/.test(answer.information) ? answer.information : payment.serialNo };
    // "Already confirmed" does not say by whom, and that is the difference between success and a second payment.
    return answer.word === 'confirmed-before' ? confirmationMeaning(payment, await this.#queries.query({ payCode: payment.payCode }, eachMs)) : refused(answer);
  }
}
