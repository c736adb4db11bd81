import type { Clock } from '../../../../application/ports/clock.js';
import type { Ids } from '../../../../application/ports/ids.js';
import type { Readers, Stores, UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { SqlAbnormalReader, SqlAbnormalStore, SqlRepeatReader, SqlRepeatStore } from './abnormal-repository.js';
import { SqlAttemptReader, SqlAttemptStore } from './attempt-repository.js';
import { SqlAuditTrail } from './audit-repository.js';
import { SqlCallbackReader, SqlCallbackStore } from './callback-repository.js';
import { SqlOrderReader, SqlOrderStore } from './order-repository.js';
import { SqlOutbox } from './outbox-repository.js';
import { PayerSeal } from './payer-seal.js';
import { newestMark, SqlRecoveryReader, SqlRecoveryStore } from './recovery-repository.js';
import { SqlRefundReader, SqlRefundStore } from './refund-repository.js';
import { TimedCache } from './timed-cache.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, UnitScope } from './unit-scope.js';

export interface UnitParts {
  readonly vault: Vault; readonly ids: Ids; readonly clock: Clock;
  /** Wall or monotonic milliseconds, for caches. */
  readonly wallNow: () => number;
}

/** How old the newest recovery mark may be outside a unit of work. */
export const markTtlMs = 2000;

/** The unit of work on any engine (unit-of-work port). */
export class SqlUnitOfWork implements UnitOfWork {
  readonly #units: UnitRunner;
  readonly #parts: UnitParts;
  readonly #seal: PayerSeal;
  readonly #marks: TimedCache;
  constructor(units: UnitRunner, parts: UnitParts) {
    this.#units = units;
    this.#parts = parts;
    this.#seal = new PayerSeal(parts.vault);
    this.#marks = new TimedCache(markTtlMs, parts.wallNow);
  }

  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.#units.run((scope) => work(this.#stores(scope)));
  }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async read<T>(work: (readers: Readers) => Promise<T>): Promise<T> {
    return this.#units.rereading(() => work(this.#readers({ reading: this.#units.reading, locksRows: false })));
  }

  #readers(session: Session): Readers {
    return {
      orders: new SqlOrderReader(session, this.#seal), attempts: new SqlAttemptReader(session), refunds: new SqlRefundReader(session),
      callbacks: new SqlCallbackReader(session), abnormalOrders: new SqlAbnormalReader(session), repeatPayments: new SqlRepeatReader(session),
      recovery: new SqlRecoveryReader(session, () => this.#marks.get('newest', () => newestMark(session))),
    };
  }

  #stores(scope: UnitScope): Stores {
    const { engine } = this.#units;
    return {
      orders: new SqlOrderStore(scope, this.#seal, engine), attempts: new SqlAttemptStore(scope), refunds: new SqlRefundStore(scope, engine),
      callbacks: new SqlCallbackStore(scope, engine), abnormalOrders: new SqlAbnormalStore(scope, engine), repeatPayments: new SqlRepeatStore(scope, engine),
      recovery: new SqlRecoveryStore(scope, engine),
      outbox: new SqlOutbox(scope, engine, this.#parts.ids, this.#parts.clock), audit: new SqlAuditTrail(scope, this.#parts.vault),
    };
  }
}
