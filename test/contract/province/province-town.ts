import type { Province } from '../../../application/ports/province.js';
import type { RunningProvinceSimulator } from '../../../adapters/simulators/province/province-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
import type { NoticeContent } from '../../../domain/payment-notices/payment-notice.js';
import type { NoticePaid, NoticeReport } from '../../../domain/payment-notices/province-report.js';
import { noon } from '../../builders/moments.js';
import { aNoticeContent } from '../../builders/payment-notices.js';

const deliveryWaitMs = 5_000;

/** A paid message as the platform heard it, or why it was none. */
export type Heard = { readonly paid: NoticePaid } | { readonly why: string };

export type Capability = 'issuing' | 'pushing' | 'confirming' | 'voiding' | 'statements' | 'paidMessages' | 'paidFrames';

/** What a dialect can and cannot say. The contract asserts what is absent; it never skips in silence. */
export interface Dialect {
  readonly capabilities: readonly Capability[];
  /** A name with signs that are hard to carry. */
  readonly hardName: string;
  /** A notice as the province can show it again: what has no place in the dialect is lost on the way. */
  readonly carried: (content: NoticeContent) => Partial<NoticeContent>;
  /** Said of a pay code that was never given out. */
  readonly notThere: NoticeReport;
  readonly overdueCode: string;
  /** Names the item of `aNoticeItem` in a refusal. */
  readonly itemWord: string;
  readonly answers: { readonly accepted: string; readonly refused: string };
  readonly sourceSystem: string;
  /** What is heard when a paid message is played again. */
  readonly replayHeard: readonly string[];
}

/** The real adapter, the simulated province and our address for its messages, joined by sockets. */
export abstract class ProvinceTown {
  readonly clock = new SteppedClock();
  readonly heard: Heard[] = [];
  /** Whether the platform stores what it hears. */
  stored = true;
  abstract readonly dialect: Dialect;
  #simulator: RunningProvinceSimulator | undefined;
  #province: Province | undefined;
  #sequence = 0;

  get province(): Province { return this.#province ?? notOpen(); }
  get simulator(): RunningProvinceSimulator { return this.#simulator ?? notOpen(); }

  async open(): Promise<void> {
    // Stories begin at noon in China, so that none of them meets a midnight on its way.
    this.clock.advance(dayMs - ((this.clock.now() - noon) % dayMs));
    this.#simulator = await this.startSimulator();
    this.#province = await this.startAdapter();
    await this.control('switches', this.switches);
  }

  async close(): Promise<void> {
    await this.#simulator?.close();
    await this.stopAdapter();
  }

  protected abstract startSimulator(): Promise<RunningProvinceSimulator>;
  /** The adapter and our address, once the simulator runs. */
  protected abstract startAdapter(): Promise<Province>;
  protected abstract stopAdapter(): Promise<void>;
  /** The adapter with other settings than usual. */
  abstract provinceWith(changes: Readonly<Record<string, unknown>>): Province;
  /** Has the province tell us of payments from now on. */
  abstract hearing(): Promise<unknown>;
  /** Where our address is, for a dialect that carries it. */
  abstract get earUrl(): string;

  /** Of the simulator, before each story. */
  get switches(): object { return { charset: 'utf-8', repeatedConfirm: 'same-answer', notifyUrl: '', notifyPort: 0 }; }

  /** A fresh order's notice, filled in today. */
  content(changes: Partial<NoticeContent> = {}): NoticeContent {
    this.#sequence += 1;
    const now = this.clock.now();
    return aNoticeContent({ busNo: `T${String(this.#sequence).padStart(8, '0')}`, fillDay: businessDay(now), validUntil: businessDay(now + 30 * dayMs), ...changes });
  }

  async control(path: string, body: object = {}, method = 'POST'): Promise<Readonly<Record<string, unknown>>> {
    const answer = await fetch(`${this.simulator.baseUrl}/sim/${path}`, { method, ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    const said = await answer.json() as Readonly<Record<string, unknown>>;
    if (answer.status !== 200) throw new Error(`the simulator refused ${path}: ${JSON.stringify(said)}`);
    return said;
  }

  fault(target: string, fault: string, settings: object = {}): Promise<unknown> {
    return this.control('faults', { target, fault, ...settings });
  }

  async page(): Promise<string> {
    return (await fetch(`${this.simulator.baseUrl}/`)).text();
  }

  /** What the province took our answers to its messages for, once `count` of them were sent. */
  async deliveries(count: number): Promise<readonly string[]> {
    const deadline = performance.now() + deliveryWaitMs;
    for (;;) {
      const { deliveries } = await this.control('slips', {}, 'GET') as unknown as { readonly deliveries: readonly { readonly result: string }[] };
      if (deliveries.length >= count || performance.now() > deadline) return deliveries.map(({ result }) => result);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }
}

export const notOpen = (): never => { throw new Error('the town is not open'); };
