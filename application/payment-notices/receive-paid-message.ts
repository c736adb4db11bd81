import type { NoticePaid } from '../../domain/payment-notices/province-report.js';
import type { PaidTaken, TakePaid } from './take-paid.js';

/**
 * The province tells that a notice was paid: a message whose signature was good and whose number was spent, in any dialect. Everything is stored when this
 * returns, so that the caller may say "accepted"; for the two other outcomes it says no.
 */
export class ReceivePaidMessage {
  readonly #takePaid: Pick<TakePaid, 'run'>;

  constructor(takePaid: Pick<TakePaid, 'run'>) {
    this.#takePaid = takePaid;
  }

  run(region: string, paid: NoticePaid): Promise<PaidTaken> { return this.#takePaid.run(region, paid, 'message'); }
}
