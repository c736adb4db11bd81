import type { BarOrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { type Channel } from '../payments/life.js';
import type { Kept , Life} from '../payments/life.js';

export interface Scanned { readonly platformOrderNo: string; readonly state: string; readonly tookMs: number; readonly facts: BarOrderCreateRequest; readonly path: string }

/** Payees take turns: one developer may offer few codes a second for one of them, and guessing is not what is tested here. */
const payees = ['M35040000001', 'M35040000002', 'M35040000005'] as const;

/** A counter that scans codes from payers' phones. */
export class Counter {
  readonly life: Life;
  #codes = 10_000_000_000;

  constructor(life: Life) { this.life = life; }

  /** A code nobody used, whose last two digits choose what happens at the simulator. */
  code(channel: Channel, ending: string): string {
    this.#codes += 1;
    return channel === 'alipay' ? `28${this.#codes}000${ending}` : `62${this.#codes}0000${ending}`;
  }

  async scan(barContent: string, known?: BarOrderCreateRequest): Promise<Scanned> {
    const merchantNo = payees[this.#codes % payees.length] ?? payees[0];
    const facts = known === undefined ? { ...this.life.orderFacts({ merchantNo }), barContent } : { ...known, barContent };
    const began = performance.now();
    const answer = await this.life.client.createBarOrder(facts);
    return { platformOrderNo: answer.platformOrderNo, state: answer.orderState, tookMs: performance.now() - began, facts, path: `/${facts.bizOrderNo}` };
  }

  /** Steps the clock until the order is in this state of ours. */
  async ends({ platformOrderNo }: Scanned, wanted: string): Promise<Kept> {
    return this.life.stepUntil(`the order is ${wanted}`, platformOrderNo, ({ order }) => order.state === wanted, 3_000);
  }
}
