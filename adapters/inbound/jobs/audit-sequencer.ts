import type { AuditChain } from '../../../application/ports/audit-chain.js';
import type { SignAuditHead } from '../../../application/operators/sign-audit-head.js';
import type { Journal } from '../../../application/ports/journal.js';

const everyMs = 1_000;
const rowsAtOnce = 500;
/** How often it is looked whether a head is to be signed. */
const headLookMs = 60_000;

/** Numbers and chains fresh audit rows every second, outside of payments, so that no hot row serialises them (design 4.10); has a head signed once an hour (AUD-05). */
export class AuditSequencer {
  readonly #chain: Pick<AuditChain, 'extend' | 'handOver'>;
  readonly #sign: Pick<SignAuditHead, 'run'>;
  readonly #owner: string;
  readonly #journal: Journal;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;
  /** Monotonic. */
  #headLookAt = 0;

  constructor(chain: Pick<AuditChain, 'extend' | 'handOver'>, sign: Pick<SignAuditHead, 'run'>, owner: string, journal: Journal) {
    this.#chain = chain;
    this.#sign = sign;
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
      if (!more) await this.#signWhenDue();
    } catch (error) {
      this.#journal.fault('audit-chain', error);
    }
    this.#plan(more ? 10 : everyMs);
  }

  async #signWhenDue(): Promise<void> {
    if (performance.now() < this.#headLookAt) return;
    this.#headLookAt = performance.now() + headLookMs;
    await this.#sign.run({ onlyWhenDue: true });
  }
}
