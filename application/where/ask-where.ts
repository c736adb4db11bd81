import type { PhoneCodeSender } from '../ports/phone-codes.js';
import type { AskedPayment } from './asked-payment.js';
import type { FindPayments } from './find-payments.js';

/** `said`: everything else, whether a code went out or not; nobody can tell which. `unavailable`: the installation sends no texts, or too many at once. */
export type WhereAnswer = 'said' | 'unavailable';

/** First step of 「我的钱在哪」: a code goes to the phone where the phone belongs to the payment. Limits of phone and place are kept without a word. */
export class AskWhere {
  readonly #find: Pick<FindPayments, 'run'>;
  readonly #sendCode: PhoneCodeSender;

  constructor(find: Pick<FindPayments, 'run'>, sendCode: PhoneCodeSender) {
    this.#find = find;
    this.#sendCode = sendCode;
  }

  async run(asked: AskedPayment, address: string): Promise<WhereAnswer> {
    const found = await this.#find.run(asked);
    const sent = await this.#sendCode.run({ template: 'FIND_PAYMENT', phone: asked.phone, address, isWanted: found.length > 0 });
    return !sent.ok && sent.refusal.code === 'unavailable' ? 'unavailable' : 'said';
  }
}
