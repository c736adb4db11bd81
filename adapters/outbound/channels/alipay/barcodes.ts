import type { AttemptToPay, BarcodePayments } from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import type { ChannelReport } from '../../../../domain/payments/channel-report.js';
import { usableAccount } from './account.js';
import { textField, type AlipayGateway, type GatewayAnswer } from './gateway.js';
import { orderContent } from './order-content.js';
import { paidFacts, readDashedTime } from './paid-facts.js';
import { isAbout, reasonOf, unknownReport } from './trade-calls.js';

/** Charges the code a payer shows (section 5.2). One call, never repeated: what it did not make clear is asked with a query. */
export class AlipayBarcodes implements BarcodePayments {
  readonly #gateway: AlipayGateway;
  constructor(gateway: AlipayGateway) { this.#gateway = gateway; }

  async charge(account: ChannelMerchant, attempt: AttemptToPay, barContent: string, timeoutMs: number): Promise<ChannelReport> {
    const content = { ...orderContent(attempt), scene: 'bar_code', auth_code: barContent, product_code: 'FACE_TO_FACE_PAYMENT' };
    return chargeReport(await this.#gateway.call(usableAccount(account), 'pay', content, timeoutMs, { notifyUrl: attempt.notifyUrl }), attempt.attemptNo);
  }
}

function chargeReport(answer: GatewayAnswer, attemptNo: string): ChannelReport {
  if (answer.kind === 'unknown') return unknownReport(attemptNo, answer.why, answer.code);
  switch (answer.meaning.does) {
    case 'done': {
      const field = (name: string): string => textField(answer.fields, name);
      const paid = isAbout(answer.fields, attemptNo) ? paidFacts(field, attemptNo, readDashedTime(field('gmt_payment'))) : undefined;
      return paid ?? unknownReport(attemptNo, 'pending', answer.code);
    }
    case 'waiting': return { kind: 'waiting', attemptNo };
    case 'trade-closed': return { kind: 'ended', attemptNo };
    case 'declined':
    case 'limited':
    case 'call-refused': return { kind: 'declined', attemptNo, reason: reasonOf(answer, '支付宝未受理此次付款'), code: answer.code };
    case 'has-success':
    case 'ask-again': return unknownReport(attemptNo, 'pending', answer.code);
    case 'unknown': return unknownReport(attemptNo, 'busy', answer.code);
    default: return unknownReport(attemptNo, 'unheard-word', answer.code);
  }
}
