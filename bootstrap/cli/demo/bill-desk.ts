import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGatewayClient } from '../../../contracts/sdk/client.js';
import type { DemoCredentials } from '../../profiles/embedded/provision.js';
import type { InspectedDay } from '../../inspect-day.js';
import type { Config } from '../../config.js';
import { askJson } from '../../profiles/embedded/outside-link.js';
import type { Channel } from './demo-city.js';

/** One thing a channel's bill shall say otherwise than its books, and what the platform must find because of it. */
export interface Planted { readonly channel: Channel; readonly outcome: string; readonly attemptNo: string | undefined; readonly what: string; /** The next bill has it. */ readonly isLate: boolean }

/** The back offices of the channels and of finance, as the story sees them: controls of the simulators, and the platform's own view of a day. */
export class BillDesk {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  async day(day: string): Promise<InspectedDay> {
    return askJson<InspectedDay>('GET', `http://127.0.0.1:${this.#config.managementPort}/control/days/${day}`);
  }

  async alipay(fault: string, day: string, more: Readonly<Record<string, string>>): Promise<void> {
    await askJson('POST', `http://127.0.0.1:${this.#config.alipayPort}/sim/faults`, { method: 'bill', fault, day, ...more });
  }

  async unionpay(fault: string, more: Readonly<Record<string, string>>): Promise<void> {
    await askJson('POST', `http://127.0.0.1:${this.#config.unionpayPort}/sim/faults`, { kind: 'bill', fault, ...more });
  }

  /** A statement of the first developer's payee, over the gateway. */
  async statement(day: string, kind: 'normal' | 'abnormal'): Promise<{ readonly answer: { readonly fileName: string; readonly fileDigest: string; readonly lineCount: string }; readonly text: string }> {
    const credentials = JSON.parse(readFileSync(join(this.#config.dataFolder, 'demo', 'credentials.json'), 'utf8')) as DemoCredentials;
    const [developer] = credentials.developers;
    if (!developer) throw new Error('no demo developer');
    const client = createGatewayClient({ ...developer, gatewayUrl: credentials.gatewayUrl });
    const asked = { merchantNo: developer.merchantNo, settleDate: day };
    const answer = kind === 'normal' ? await client.getStatement(asked) : await client.getAbnormalStatement(asked);
    return { answer, text: await (await fetch(answer.fileUrl)).text() };
  }

  /** The faults of the story shall not outlive it. */
  async clean(): Promise<void> {
    for (const port of [this.#config.alipayPort, this.#config.unionpayPort]) await fetch(`http://127.0.0.1:${port}/sim/faults`, { method: 'DELETE' });
  }
}
