import type { PhoneCodeTrier } from '../ports/phone-codes.js';
import type { AskedPayment } from './asked-payment.js';
import type { FindPayments } from './find-payments.js';

export type OpenedWhere =
  | { readonly kind: 'opened'; readonly platformOrderNos: readonly string[] }
  | { readonly kind: 'wrong' } | { readonly kind: 'ask-again' } | { readonly kind: 'too-fast' };

/** Second step: a right code opens the payments that were asked for and belong to its phone, and no others. */
export class OpenWhere {
  readonly #find: Pick<FindPayments, 'run'>;
  readonly #tryCode: PhoneCodeTrier;

  constructor(find: Pick<FindPayments, 'run'>, tryCode: PhoneCodeTrier) {
    this.#find = find;
    this.#tryCode = tryCode;
  }

  async run(asked: AskedPayment, code: string, address: string): Promise<OpenedWhere> {
    // Looked for first, as when the code was asked for: who names another payment must not try the code that the phone's owner was sent.
    const found = await this.#find.run(asked);
    const answer = await this.#tryCode.run({ template: 'FIND_PAYMENT', phone: asked.phone, code, address, isWanted: found.length > 0 });
    if (answer !== 'right') return { kind: answer };
    return found.length === 0 ? { kind: 'ask-again' } : { kind: 'opened', platformOrderNos: found.map(({ platformOrderNo }) => platformOrderNo) };
  }
}
