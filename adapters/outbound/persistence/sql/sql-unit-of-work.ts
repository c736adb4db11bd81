import type { Clock } from '../../../../application/ports/clock.js';
import type { Ids } from '../../../../application/ports/ids.js';
import type { Readers, Stores, UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { SqlAbnormalReader, SqlAbnormalStore, SqlRepeatReader, SqlRepeatStore } from './abnormal-repository.js';
import { SqlAlertReader, SqlAlertStore } from './alert-repository.js';
import { SqlArchiveReader, SqlArchiveStore } from './archive/archive-repository.js';
import { ArchiveWatch, Whereabouts } from './archive/whereabouts.js';
import { SqlAttemptReader, SqlAttemptStore } from './attempt-repository.js';
import { SqlAuditTrail } from './audit-repository.js';
import { SqlCallbackReader, SqlCallbackStore } from './callback-repository.js';
import { sqlDirectoryReader, sqlDirectoryStore, type DirectorySeals } from './directory-books.js';
import { DirectoryCodes } from './directory-codes.js';
import { SqlEBillReader, SqlEBillStore } from './e-bill-repository.js';
import { EBillSeal } from './e-bill-seal.js';
import { SqlExportReader, SqlExportStore } from './export-repository.js';
import { IssueSeal } from './issue-columns.js';
import { SqlForgettingStore } from './forgetting-repository.js';
import { SqlIssueReader, SqlIssueStore } from './issue-repository.js';
import { InstitutionSeal } from './institution-seal.js';
import { SqlLegReader, SqlLegStore } from './leg-repository.js';
import { SqlNoticeReader, SqlNoticeStore } from './notice-repository.js';
import { NoticeSeal } from './notice-seal.js';
import { SqlOperatorReader } from './operator-reader.js';
import { SqlOperatorStore } from './operator-repository.js';
import { OperatorSeal } from './operator-seal.js';
import { SqlOrderReader, SqlOrderStore } from './order-repository.js';
import { SqlJobReader, SqlOutbox } from './outbox-repository.js';
import { OrderSeal } from './order-seal.js';
import { PayerSeal } from './payer-seal.js';
import { SqlPersonalBillPushReader, SqlPersonalBillPushStore } from './personal-bill-repository.js';
import { newestMark, SqlRecoveryReader, SqlRecoveryStore } from './recovery-repository.js';
import { SqlReconcileReader, SqlReconcileStore } from './reconcile-repository.js';
import { SqlRefundReader, SqlRefundStore } from './refund-repository.js';
import { rowCodeMark } from './row-code-mark.js';
import { RowCodes } from './row-codes.js';
import { SqlSettlementReader, SqlSettlementStore } from './settlement-repository.js';
import { SqlShareReader, SqlShareStore } from './share-repository.js';
import { TimedCache } from './timed-cache.js';
import { SqlTextReader, SqlTextStore } from './text-repository.js';
import { TextSeal } from './text-seal.js';
import { SqlTradeReader, SqlTradeStore } from './trade-repository.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, UnitScope } from './unit-scope.js';

export interface UnitParts {
  readonly vault: Vault; readonly ids: Ids; readonly clock: Clock;
  /** Wall or monotonic milliseconds, for caches. */
  readonly wallNow: () => number;
}

/** How old the newest recovery mark may be outside a unit of work, and the news that archiving has begun. */
export const markTtlMs = 2000;

/** The unit of work on any engine (unit-of-work port). */
export class SqlUnitOfWork implements UnitOfWork {
  readonly #units: UnitRunner;
  readonly #parts: UnitParts;
  readonly #seal: PayerSeal;
  readonly #textSeal: TextSeal;
  readonly #billSeal: EBillSeal;
  readonly #noticeSeal: NoticeSeal;
  readonly #operatorSeal: OperatorSeal;
  readonly #issueSeal: IssueSeal;
  readonly #directorySeals: DirectorySeals;
  readonly #marks: TimedCache;
  readonly #archive: ArchiveWatch;
  readonly #directoryChanged: () => void;
  /** `directoryChanged` is told after a unit that changed the directory has committed. */
  constructor(units: UnitRunner, parts: UnitParts, directoryChanged: () => void) {
    this.#directoryChanged = directoryChanged;
    this.#units = units;
    this.#parts = parts;
    this.#seal = new PayerSeal(parts.vault);
    this.#textSeal = new TextSeal(parts.vault);
    this.#billSeal = new EBillSeal(parts.vault);
    this.#noticeSeal = new NoticeSeal(parts.vault);
    this.#operatorSeal = new OperatorSeal(parts.vault);
    this.#issueSeal = new IssueSeal(parts.vault);
    this.#directorySeals = { vault: parts.vault, institutions: new InstitutionSeal(parts.vault), codes: new DirectoryCodes(parts.vault) };
    this.#marks = new TimedCache(markTtlMs, parts.wallNow);
    this.#archive = new ArchiveWatch(this.#marks);
  }

  async run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    let isDirectoryChanged = false;
    const value = await this.#units.run((scope) => work(this.#stores(scope, () => { isDirectoryChanged = true; })));
    if (isDirectoryChanged) this.#directoryChanged();
    return value;
  }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async read<T>(work: (readers: Readers) => Promise<T>): Promise<T> {
    return this.#units.rereading(() => work(this.#readers({ reading: this.#units.reading, locksRows: false })));
  }

  #readers(session: Session): Readers {
    const where = this.#whereabouts(session);
    const mark = () => this.#marks.get('newest', () => newestMark(session));
    const codes = this.#codes(session);
    return {
      orders: new SqlOrderReader(session, where, new OrderSeal(this.#seal, codes)), attempts: new SqlAttemptReader(where, codes), refunds: new SqlRefundReader(where, codes),
      callbacks: new SqlCallbackReader(session, where), abnormalOrders: new SqlAbnormalReader(where), repeatPayments: new SqlRepeatReader(where),
      recovery: new SqlRecoveryReader(session, mark), archive: new SqlArchiveReader(session, this.#seal),
      trades: new SqlTradeReader(session), settlement: new SqlSettlementReader(session), reconciliation: new SqlReconcileReader(session), jobs: new SqlJobReader(session),
      personalBillPushes: new SqlPersonalBillPushReader(session),
      texts: new SqlTextReader(session, this.#textSeal),
      sharing: new SqlShareReader(session),
      eBills: new SqlEBillReader(session, this.#billSeal),
      notices: new SqlNoticeReader(session, this.#noticeSeal),
      legs: new SqlLegReader(session, where),
      operators: new SqlOperatorReader(session, this.#operatorSeal, mark),
      exports: new SqlExportReader(session),
      directory: sqlDirectoryReader(session, this.#directorySeals),
      alerts: new SqlAlertReader(session),
      issues: new SqlIssueReader(session, this.#issueSeal),
    };
  }

  #stores(scope: UnitScope, directoryChanged: () => void): Stores {
    const { engine } = this.#units;
    const where = this.#whereabouts(scope);
    const codes = this.#codes(scope);
    return {
      orders: new SqlOrderStore(scope, where, new OrderSeal(this.#seal, codes), engine), attempts: new SqlAttemptStore(scope, where, codes), refunds: new SqlRefundStore(scope, where, codes, engine),
      callbacks: new SqlCallbackStore(scope, where, engine), abnormalOrders: new SqlAbnormalStore(scope, where, engine), repeatPayments: new SqlRepeatStore(scope, where, engine),
      recovery: new SqlRecoveryStore(scope, engine), archive: new SqlArchiveStore(scope, this.#seal, engine, this.#archive),
      trades: new SqlTradeStore(scope, engine), settlement: new SqlSettlementStore(scope, engine), reconciliation: new SqlReconcileStore(scope, engine),
      personalBillPushes: new SqlPersonalBillPushStore(scope, engine),
      texts: new SqlTextStore(scope, this.#textSeal, engine),
      sharing: new SqlShareStore(scope, engine),
      eBills: new SqlEBillStore(scope, this.#billSeal, engine),
      notices: new SqlNoticeStore(scope, this.#noticeSeal, engine),
      legs: new SqlLegStore(scope, where, engine),
      operators: new SqlOperatorStore(scope, this.#operatorSeal, engine),
      exports: new SqlExportStore(scope, engine),
      directory: sqlDirectoryStore(scope, engine, this.#directorySeals, directoryChanged),
      alerts: new SqlAlertStore(scope, engine),
      issues: new SqlIssueStore(scope, this.#issueSeal, engine),
      forgetting: new SqlForgettingStore(scope, engine),
      outbox: new SqlOutbox(scope, engine, this.#parts.ids, this.#parts.clock), audit: new SqlAuditTrail(scope, this.#parts.vault),
    };
  }

  #codes(session: Session): RowCodes { return new RowCodes(this.#parts.vault, () => this.#marks.get('row-codes', () => rowCodeMark(session, this.#parts.vault))); }

  #whereabouts(session: Session): Whereabouts { return new Whereabouts(this.#archive, session, () => this.#parts.clock.now()); }
}
