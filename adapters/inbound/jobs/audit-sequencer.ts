import type { AuditChain } from '../../../application/ports/audit-chain.js';
import type { Journal } from '../../../application/ports/journal.js';

const everyMs = 1_000;
const rowsAtOnce = 500;

/** Numbers and chains fresh audit rows every second, outside of payments, so that no hot row serialises them (design 4.10). */
export class AuditSequencer {
  readonly #chain: AuditChain;
  readonly #owner: string;
  readonly #journal: Journal;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;

  constructor(chain: AuditChain, owner: string, journal: Journal) {
    this.#chain = chain;
    this.#owner = owner;
    this.#journal = journal;
  }

  start(): void {
    this.#running = true;
    this.#plan(everyMs);
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#work;
    // Its lease ends by itself as well; until then no other process would number anything.
    await this.#chain.handOver(this.#owner).catch((error: unknown) => { this.#journal.fault('audit-chain', error); });
  }

  #plan(ms: number): void {
    if (!this.#running) return;
    this.#timer = setTimeout(() => { this.#work = this.#extend(); }, ms);
    this.#timer.unref();
  }

  async #extend(): Promise<void> {
    let more = false;
    try {
      more = await this.#chain.extend(this.#owner, rowsAtOnce) === rowsAtOnce;
    } catch (error) {
      this.#journal.fault('audit-chain', error);
    }
    this.#plan(more ? 10 : everyMs);
  }
}
