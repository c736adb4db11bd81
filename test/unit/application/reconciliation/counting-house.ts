import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import type { Persistence } from '../../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { runAndSettle, type JobHandlers } from '../../../../adapters/inbound/jobs/job-runner.js';
import type { KeptFiles } from '../../../../application/ports/kept-files.js';
import { ApplyChannelReport } from '../../../../application/payments/apply-channel-report.js';
import { BookPage } from '../../../../application/reconciliation/book-page.js';
import { CancelRun } from '../../../../application/reconciliation/cancel-run.js';
import { EndRun } from '../../../../application/reconciliation/end-run.js';
import { FetchBill } from '../../../../application/reconciliation/fetch-bill.js';
import { FindMissing } from '../../../../application/reconciliation/find-missing.js';
import { GiveBack } from '../../../../application/reconciliation/give-back.js';
import { PlanBills } from '../../../../application/reconciliation/plan-bills.js';
import { ReceiveBill } from '../../../../application/reconciliation/receive-bill.js';
import { StartRun } from '../../../../application/reconciliation/start-run.js';
import { TellNews } from '../../../../application/reconciliation/tell-news.js';
import { UploadBill } from '../../../../application/reconciliation/upload-bill.js';
import { WorkRun } from '../../../../application/reconciliation/work-run.js';
import { WriteNote } from '../../../../application/reconciliation/write-note.js';
import { ApplyRefundReport } from '../../../../application/refunds/apply-refund-report.js';
import { CertifyDay } from '../../../../application/settlement/certify-day.js';
import { CheckLegs } from '../../../../application/settlement/check-legs.js';
import { LockMonth } from '../../../../application/settlement/lock-month.js';
import { VerifyDays } from '../../../../application/settlement/verify-days.js';
import type { Ids } from '../../../../application/ports/ids.js';
import type { PayChannel } from '../../../../domain/directory/channel-merchant.js';
import { defaultWaiting, type WaitingRule } from '../../../../domain/reconciliation/waiting.js';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { aChannelMerchant, aDeveloper, aPayee, aPayeeChannel } from '../../../builders/directory.js';
import { noon } from '../../../builders/moments.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { RecordingJournal } from '../recording-journal.js';
import { FakeSigner, plainDigests, newPlainDigest } from './fake-seals.js';
import { paperBills } from './paper-bills.js';

const system = { kind: 'system', code: 'test', address: undefined } as const;

/** Noon of the first day, 8 May 2026. */
export const firstDay = '20260508';
/** 09:10 of the morning after the n-th day, when bills are there. */
export const morningAfter = (days: number): number => noon - 12 * hourMs + days * dayMs + 9 * hourMs + 10 * minuteMs;

export interface HousePlan {
  /** Stores of an engine; memory where nothing is said. */
  readonly store?: Persistence;
  readonly ids?: Ids;
  readonly clock?: HandClock;
  readonly waiting?: WaitingRule;
  /** Settings of both accounts. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Stretches end after this many looks at the time; endless where nothing is said. */
  readonly patience?: number;
  /** Lines of one unit; a piece of the bill where nothing is said. */
  readonly linesOfUnit?: number;
  /** Trades of one page of the four-way check. */
  readonly ordersOfPage?: number;
}

/** Everything that compares and settles, over one set of stores, a clock moved by hand and bills written by the test. */
export class CountingHouse {
  readonly clock: HandClock;
  readonly journal = new RecordingJournal();
  readonly bills = paperBills();
  readonly signer = new FakeSigner();
  readonly database = new MemoryDatabase();
  readonly store: Persistence; readonly files: KeptFiles; readonly ids: Ids;
  readonly applyReport; readonly applyRefund; readonly receive; readonly start; readonly fetch; readonly upload; readonly work; readonly cancel; readonly plan;
  readonly certify; readonly checkLegs; readonly verify; readonly lock; readonly note; readonly giveBack;
  readonly #handlers: Partial<JobHandlers>;
  readonly #settings: Readonly<Record<string, string>>;

  constructor(plan: HousePlan = {}) {
    this.clock = plan.clock ?? new HandClock(noon);
    const { clock, journal, bills } = this;
    const ids = this.ids = plan.ids ?? new CountingIds('9');
    this.#settings = plan.settings ?? {};
    this.store = plan.store ?? memoryPersistence({ vault: new FakeVault(), ids, clock }, this.database);
    this.files = this.store.keptFiles(newPlainDigest);
    const { unitOfWork, directory } = this.store;
    const { files } = this;
    this.applyReport = new ApplyChannelReport(unitOfWork, directory, ids, clock, journal, { count: () => undefined, time: () => undefined });
    this.applyRefund = new ApplyRefundReport(unitOfWork, directory, ids, clock, journal);
    const news = {
      payment: async (report: Parameters<ApplyChannelReport['run']>[0]) => await this.applyReport.run(report, 'bill') !== undefined,
      refund: async (refundNo: string, orderNo: string, report: Parameters<ApplyRefundReport['run']>[2]) => { await this.applyRefund.run(refundNo, orderNo, report); },
    };
    this.receive = new ReceiveBill({ unitOfWork, files, bills, ids, clock });
    this.start = new StartRun({ unitOfWork, ids, clock });
    this.fetch = new FetchBill({ unitOfWork, directory, bills, receive: this.receive, start: this.start, clock, journal, timeoutMs: 1_000 });
    this.upload = new UploadBill({ directory, receive: this.receive, start: this.start });
    let looks = 0;
    this.work = new WorkRun({
      unitOfWork, directory, files, bills, clock, bookPage: new BookPage({ unitOfWork, news: new TellNews({ unitOfWork, news, clock }), ids, clock }),
      findMissing: new FindMissing({ unitOfWork, ids, clock, waiting: plan.waiting ?? defaultWaiting }), end: new EndRun({ unitOfWork, ids, clock, journal }),
      elapsedMs: () => (plan.patience === undefined ? 0 : looks++), stretchMs: plan.patience ?? 1, linesOfUnit: plan.linesOfUnit ?? 1,
    });
    this.cancel = new CancelRun(unitOfWork, ids, clock);
    this.plan = new PlanBills({ unitOfWork, directory, clock });
    this.checkLegs = new CheckLegs({ unitOfWork, directory, ids, clock, journal, elapsedMs: () => (plan.patience === undefined ? 0 : looks++), stretchMs: plan.patience ?? 1, pageSize: plan.ordersOfPage ?? 500 });
    this.certify = new CertifyDay({ unitOfWork, directory, signer: this.signer, digests: plainDigests, ids, clock, journal });
    this.verify = new VerifyDays({ unitOfWork, files, signer: this.signer, verifier: this.signer, digests: plainDigests });
    this.lock = new LockMonth(unitOfWork, ids, clock);
    this.note = new WriteNote(unitOfWork, ids, clock);
    this.giveBack = new GiveBack(unitOfWork, ids, clock);
    this.#handlers = { 'fetch-bill': (key) => this.fetch.run(key), reconcile: (key) => this.work.run(key), 'check-legs': (key) => this.checkLegs.run(key), 'certify-day': (key) => this.certify.run(key) };
  }

  async open(): Promise<this> {
    const { directoryEditor } = this.store;
    await directoryEditor.saveDeveloper(aDeveloper(), system);
    for (const merchantNo of ['M1', 'M2']) await directoryEditor.savePayee(aPayee({ merchantNo }), system);
    for (const channel of ['alipay', 'unionpay'] as const) {
      await directoryEditor.saveChannelMerchant(aChannelMerchant(channel, { settings: this.#settings }), system);
      for (const merchantNo of ['M1', 'M2']) await directoryEditor.savePayeeChannel(aPayeeChannel(channel, { merchantNo }), system);
    }
    return this;
  }

  account(channel: PayChannel = 'alipay') { return aChannelMerchant(channel, { settings: this.#settings }); }

  /** The clock moves to that morning, bills are planned, and everything due is done. Answers `topic:outcome`. */
  async morning(days: number): Promise<readonly string[]> {
    this.clock.at = morningAfter(days);
    await this.plan.run();
    return this.workAll();
  }

  /** Works on what is due until nothing is; jobs of other topics wait. */
  async workAll(): Promise<readonly string[]> {
    const done: string[] = [];
    for (let round = 0; round < 200; round++) {
      const jobs = (await this.store.jobBoard.claim('house', this.clock.at, 60_000, 50)).filter(({ topic }) => this.#handlers[topic] !== undefined);
      if (jobs.length === 0) return done;
      for (const job of jobs) {
        const handler = this.#handlers[job.topic];
        if (!handler) continue;
        try {
          done.push(`${job.topic}:${(await runAndSettle(this.store.jobBoard, job, handler)).outcome.kind}`);
        } catch (error) {
          await this.store.jobBoard.fail(job, this.clock.at + 1_000, 'fault');
          done.push(`${job.topic}:${error instanceof Error ? error.message : 'thrown'}`);
        }
      }
    }
    throw new Error(`jobs without end: ${done.slice(-5).join(', ')}`);
  }

  day(day = firstDay, channel: PayChannel = 'alipay') { return this.store.unitOfWork.read(({ reconciliation }) => reconciliation.day(this.account(channel).channelMerchantId, day)); }
  runs(day = firstDay, channel: PayChannel = 'alipay') { return this.store.unitOfWork.read(({ reconciliation }) => reconciliation.runsOf(this.account(channel).channelMerchantId, day, 50)); }

  /** `outcome state subject` of everything that is not cleared, in the order of subjects. */
  async differences(day = firstDay, channel: PayChannel = 'alipay'): Promise<string[]> {
    return (await this.open_(day, channel)).map((one) => `${one.outcome} ${one.state} ${one.subject}`).sort();
  }
  open_(day: string, channel: PayChannel) {
    return this.store.unitOfWork.read(({ reconciliation }) => reconciliation.differencesOf({ channelMerchantId: this.account(channel).channelMerchantId, clearingDay: day, states: ['waiting', 'open', 'handled'], after: undefined, limit: 500 }));
  }
  alarms(): string[] { return this.journal.events.filter((one) => one.level === 'alarm').map((one) => one.event); }
}

export const openHouse = (plan: HousePlan = {}): Promise<CountingHouse> => new CountingHouse(plan).open();
