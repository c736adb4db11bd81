import { minuteMs, type EpochMs } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import { TamperedError, type Vault } from '../ports/vault.js';
import type { AskedPayment } from './asked-payment.js';

/** How long a browser may take from one step to the next. */
export const passLivesMs = { asked: 10 * minuteMs, session: 15 * minuteMs } as const;

interface Carried {
  /** What was asked, until the code has come: nothing but what the visitor wrote, so that the pass tells nothing of what we know. */
  readonly asked: AskedPayment;
  /** The payments that a right code opened. */
  readonly session: { readonly platformOrderNos: readonly string[] };
}
export type PassKind = keyof Carried;

/** Longest pass that we make: twenty numbers, sealed. */
export const longestPassChars = 4_000;

/** What a browser carries from step to step: sealed, so that nobody reads or changes it, and useless for another step or after its time. */
export class WherePasses {
  readonly #vault: Vault;
  readonly #clock: Clock;

  constructor(vault: Vault, clock: Clock) {
    this.#vault = vault;
    this.#clock = clock;
  }

  make<K extends PassKind>(kind: K, content: Carried[K]): string {
    return this.#vault.seal(placeOf(kind), JSON.stringify({ until: this.#clock.now() + passLivesMs[kind], content }));
  }

  /** Undefined for whatever is not a pass of this step that still lives. */
  read<K extends PassKind>(kind: K, pass: string): Carried[K] | undefined {
    if (pass.length > longestPassChars) return undefined;
    try {
      // Its seal says that we wrote it.
      const { until, content } = JSON.parse(this.#vault.open(placeOf(kind), pass)) as { readonly until: EpochMs; readonly content: Carried[K] };
      const now = this.#clock.now();
      return now < until && now >= until - passLivesMs[kind] ? content : undefined;
    } catch (error) {
      if (error instanceof TamperedError) return undefined;
      throw error;
    }
  }
}

const placeOf = (kind: PassKind) => ({ table: 'where_pass', column: kind, rowId: 'browser' });
