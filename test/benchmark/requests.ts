import type { DemoDeveloper } from '../../bootstrap/profiles/embedded/provision.js';
import { canonicalText } from '../../contracts/sdk/canonical-text.js';
import { chinaTimestamp } from '../../contracts/sdk/china-time.js';
import { createSigner, createVerifier, type SignText } from '../../contracts/sdk/signing.js';
import { packData } from '../../contracts/sdk/wire-data.js';
import { gatewayVersion } from '../../contracts/gateway/envelope.js';

/** What an order of the benchmark holds besides its numbers: the required fields and a description, as a hall's counter sends them. */
const usualOrder = { orderAmount: '8000', orderTitle: '不动产登记费', orderDescription: '不动产权证书工本费及登记费', userId: 'U3504000000001234' } as const;

/** Signs requests of one developer ahead of time, so that the client's arithmetic stays out of the measured part. */
export class RequestMaker {
  readonly developer: DemoDeveloper;
  readonly #sign: SignText;
  readonly #verify: (text: string, signature: string) => boolean;
  #sequence = 0;
  readonly #run = Date.now().toString(36);

  constructor(developer: DemoDeveloper) {
    this.developer = developer;
    this.#sign = createSigner(developer.privateKeyPem, developer);
    this.#verify = createVerifier(developer.platformPublicKeyPem, developer);
  }

  /** Bodies of order creations, each with a number of its own. */
  creates(count: number): readonly CreateRequest[] {
    return Array.from({ length: count }, () => {
      const orderTime = chinaTimestamp(Date.now());
      const bizOrderNo = this.nextBizOrderNo();
      const body = this.body('epay-trade-core.wap.order.create', { merchantNo: this.developer.merchantNo, bizOrderNo, orderDate: orderTime.slice(0, 8), orderTime, ...usualOrder });
      return { body, bizOrderNo, orderDate: orderTime.slice(0, 8) };
    });
  }

  /** Bodies of queries of orders placed before, one after the other and over again. */
  queries(count: number, placed: readonly Pick<CreateRequest, 'bizOrderNo' | 'orderDate'>[]): readonly Buffer[] {
    return Array.from({ length: count }, (_, index) => {
      const order = placed[index % placed.length];
      if (!order) throw new Error('there is no order to query');
      return this.body('epay-trade-core.order.query', { merchantNo: this.developer.merchantNo, bizOrderNo: order.bizOrderNo, orderDate: order.orderDate });
    });
  }

  body(method: string, data: object): Buffer {
    const unsigned = { version: gatewayVersion, method, timestamp: chinaTimestamp(Date.now()), devId: this.developer.devId, data: packData(data) };
    return Buffer.from(JSON.stringify({ ...unsigned, sign: this.#sign(canonicalText(unsigned)) }), 'utf8');
  }

  nextBizOrderNo(): string { return `B${this.#run}${String(++this.#sequence).padStart(10, '0')}`; }

  /** Whether an answer's text bears the platform's signature. */
  isGenuine(answer: string): boolean {
    const { sign, ...rest } = JSON.parse(answer) as Record<string, string>;
    return sign !== undefined && this.#verify(canonicalText(rest), sign);
  }

  /** The business fields of a successful answer. */
  static dataOf(answer: string): Record<string, string> {
    const { data } = JSON.parse(answer) as { data: string };
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as Record<string, string>;
  }
}

export interface CreateRequest { readonly body: Buffer; readonly bizOrderNo: string; readonly orderDate: string }
