import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import type { GatewayClient } from '../../../contracts/sdk/client.js';
import type { Installation } from './installation.js';

export interface Trouble { readonly bizOrderNo: string; readonly began: number; readonly failed: number; readonly why: string }

const pauseMs = 5;

/** Business systems that place and query orders without pause, each on its own connection, and repeat what was not answered. */
export class Callers {
  /** Platform numbers told for each order: more than one would be a defect. */
  readonly told = new Map<string, Set<string>>();
  readonly troubles: Trouble[] = [];
  answered = 0;
  readonly #name: string;
  #running = true;
  #work: Promise<unknown> = Promise.resolve();

  constructor(installation: Installation, kept: number, fresh: number, name = 'B') {
    this.#name = name;
    const clients = [...Array.from({ length: kept }, () => installation.client('kept')), ...Array.from({ length: fresh }, () => installation.client('new'))];
    this.#work = Promise.all(clients.map((client, index) => this.#call(client, index)));
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#work;
  }

  async #call(client: GatewayClient, caller: number): Promise<void> {
    for (let no = 0; this.#running; no++) {
      const bizOrderNo = `${this.#name}-${caller}-${no}`;
      const orderTime = chinaTimestamp(Date.now());
      const name = { merchantNo: 'M35040000001', orderDate: orderTime.slice(0, 8) };
      const { platformOrderNo } = await this.#untilAnswered(bizOrderNo, () => client.createOrder({ ...name, bizOrderNo, orderTime, orderAmount: '8000', orderTitle: '不动产登记费' }));
      const seen = await this.#untilAnswered(bizOrderNo, () => client.queryOrder({ ...name, platformOrderNo }));
      const numbers = this.told.get(bizOrderNo) ?? new Set<string>();
      this.told.set(bizOrderNo, numbers.add(platformOrderNo).add(seen.platformOrderNo));
      await new Promise((resolve) => { setTimeout(resolve, pauseMs); });
    }
  }

  async #untilAnswered<T>(bizOrderNo: string, ask: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const began = performance.now();
      try {
        const answer = await ask();
        this.answered += 1;
        return answer;
      } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? `${error.cause.message} ${String((error.cause.cause as { code?: unknown } | undefined)?.code)}` : '';
        this.troubles.push({ bizOrderNo, began, failed: performance.now(), why: `${String(error)} ${cause}` });
        if (tries > 20) throw error;
      }
    }
  }
}
