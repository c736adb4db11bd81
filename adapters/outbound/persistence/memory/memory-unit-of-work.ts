import type { Clock } from '../../../../application/ports/clock.js';
import type { Ids } from '../../../../application/ports/ids.js';
import type { JobReader, NewJob } from '../../../../application/ports/jobs.js';
import type { AuditTrail, Outbox, Readers, Stores, UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { entryText } from '../../../../domain/audit/audit-entry.js';
import { enqueuedAgain, newJobRow } from '../sql/job-rules.js';
import { alertStore } from './memory-alerts.js';
import { archiveStore } from './memory-archive.js';
import { eBillStore } from './memory-e-bills.js';
import { exportStore } from './memory-exports.js';
import { forgettingStore } from './memory-forgetting.js';
import { issueStore } from './memory-issues.js';
import type { MemoryDatabase, MemoryTables } from './memory-database.js';
import type { MemoryScope } from './memory-scope.js';
import { legStore } from './memory-legs.js';
import { noticeStore } from './memory-notices.js';
import { operatorStore } from './memory-operators.js';
import { directoryStore } from './memory-shelves.js';
import { reconcileStore } from './memory-reconcile.js';
import { personalBillPushStore } from './memory-personal-bills.js';
import { recoveryStore } from './memory-recovery.js';
import { shareStore } from './memory-share.js';
import { settlementStore, tradeStore } from './memory-settlement.js';
import { abnormalStore, attemptStore, callbackStore, orderStore, refundStore, repeatStore, seen, type View } from './memory-stores.js';
import { joined } from './memory-table.js';
import { textStore } from './memory-texts.js';

export interface MemoryParts { readonly vault: Vault; readonly ids: Ids; readonly clock: Clock }

/** The unit of work without a database: for use-case tests, and for a platform that may forget. */
export class MemoryUnitOfWork implements UnitOfWork {
  readonly #database: MemoryDatabase;
  readonly #parts: MemoryParts;
  constructor(database: MemoryDatabase, parts: MemoryParts) {
    this.#database = database;
    this.#parts = parts;
  }

  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const { tables } = this.#database;
    return this.#database.run((scope) => work({
      ...viewed({ tables, scope }), outbox: memoryOutbox(tables, scope, this.#parts), audit: memoryAuditTrail(tables, scope, this.#parts.vault),
    }));
  }

  /** Inside a unit it reads what the unit has written, as a database connection would. */
  async read<T>(work: (readers: Readers) => Promise<T>): Promise<T> {
    const { tables, inUnit } = this.#database;
    if (inUnit) return this.#database.run((scope) => work(viewed({ tables, scope })));
    return work(viewed({ tables, scope: undefined }));
  }
}

const viewed = (view: View): Omit<Stores, 'outbox' | 'audit'> & { readonly jobs: JobReader } => ({
  orders: orderStore(view), attempts: attemptStore(view), refunds: refundStore(view), callbacks: callbackStore(view),
  abnormalOrders: abnormalStore(view), repeatPayments: repeatStore(view), recovery: recoveryStore(view), archive: archiveStore(view),
  trades: tradeStore(view), settlement: settlementStore(view), reconciliation: reconcileStore(view), eBills: eBillStore(view), jobs: jobReader(view),
  notices: noticeStore(view), legs: legStore(view), operators: operatorStore(view), exports: exportStore(view), directory: directoryStore(view),
  personalBillPushes: personalBillPushStore(view),
  alerts: alertStore(view),
  texts: textStore(view), sharing: shareStore(view),
  issues: issueStore(view), forgetting: forgettingStore(view),
});

const jobReader = (view: View): JobReader => ({
  waitingFor: async (keys) => view.tables.jobs.all(seen(view)).filter(({ key, state }) => keys.includes(key) && (state === 'READY' || state === 'CLAIMED'))
    .map(({ topic, key, dueAt }) => ({ topic, key, dueAt })).sort((a, b) => a.dueAt - b.dueAt),
});

function memoryOutbox({ jobs }: MemoryTables, scope: MemoryScope, { ids, clock }: MemoryParts): Outbox {
  return {
    enqueue: async (job: NewJob) => {
      scope.writing();
      const known = jobs.group('key', joined(job.topic, job.key), true)[0];
      if (known && job.fresh === true) throw new Error('a fresh job exists already');
      const now = clock.now();
      const row = known ? enqueuedAgain(known, job.dueAt, now) : newJobRow(ids.next(), job.topic, job.key, job.dueAt, now);
      jobs.write(row);
      if (job.dueAt <= now) scope.nudgeAfterCommit(row);
    },
    endWaiting: async ({ topic, key }) => {
      scope.writing();
      const known = jobs.group('key', joined(topic, key), true)[0];
      if (known?.state === 'READY') jobs.write({ ...known, state: 'DONE' });
    },
  };
}

export function memoryAuditTrail({ audit }: MemoryTables, scope: MemoryScope, vault: Vault): AuditTrail {
  return {
    append: async (entry) => {
      scope.writing();
      if (!audit.insert({ entry, entryMac: vault.auditMac(entryText(entry)), seq: 0, linkMac: '' })) throw new Error('an entry number was given twice');
    },
  };
}
