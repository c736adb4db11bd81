import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { DeliverCallback } from '../../../application/callbacks/deliver-callback.js';
import { CallBillSystem } from '../../../application/e-bills/call-bill-system.js';
import { Reissue } from '../../../application/e-bills/reissue.js';
import { SayItems } from '../../../application/e-bills/say-items.js';
import { TakeStep } from '../../../application/e-bills/take-step.js';
import { wantsEBill, WorkEBill } from '../../../application/e-bills/work-e-bill.js';
import { FollowOrder, type Follower } from '../../../application/follow-up/follow-order.js';
import { ApplyChannelReport } from '../../../application/payments/apply-channel-report.js';
import { AskChannel } from '../../../application/payments/ask-channel.js';
import { CancelBarcode } from '../../../application/payments/cancel-barcode.js';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import { CompareStatement } from '../../../application/payment-notices/compare-statement.js';
import { FetchNoticeStatement, PlanNoticeStatements } from '../../../application/payment-notices/fetch-notice-statement.js';
import { AskForBusiness } from '../../../application/payment-notices/ask-for-business.js';
import { defaultProvincePatience, newWorkPlaces } from '../../../application/payment-notices/notice-parts.js';
import { OperateNotice } from '../../../application/payment-notices/operate-notice.js';
import { noticeWork } from '../../../application/payment-notices/notice-work.js';
import { ReceivePaidMessage } from '../../../application/payment-notices/receive-paid-message.js';
import type { Province } from '../../../application/ports/province.js';
import type { ChannelPatience } from '../../../application/payments/channel-addresses.js';
import { ChargeBarcode } from '../../../application/payments/charge-barcode.js';
import { CloseOrder, ExpireOrder } from '../../../application/payments/close-order.js';
import { ComeBack } from '../../../application/payments/come-back.js';
import { KeepLostPayment } from '../../../application/payments/keep-lost-payment.js';
import { ListPaidOrders } from '../../../application/payments/list-paid-orders.js';
import { OpenCashier } from '../../../application/payments/open-cashier.js';
import { PlaceOrder } from '../../../application/payments/place-order.js';
import { QueryAttempt } from '../../../application/payments/query-attempt.js';
import { ReceiveChannelMessage } from '../../../application/payments/receive-channel-message.js';
import { RegisterOrder } from '../../../application/payments/register-order.js';
import { ShowOrder } from '../../../application/payments/show-order.js';
import { StartPayment } from '../../../application/payments/start-payment.js';
import type { BillIssuer } from '../../../application/ports/bill-issuer.js';
import type { Ids } from '../../../application/ports/ids.js';
import { ConcurrentChange, type Stores, type UnitOfWork } from '../../../application/ports/unit-of-work.js';
import { ApplyRefundReport } from '../../../application/refunds/apply-refund-report.js';
import { RefundByRule } from '../../../application/refunds/refund-by-rule.js';
import { RequestRefund } from '../../../application/refunds/request-refund.js';
import { ResendCallback } from '../../../application/callbacks/resend-callback.js';
import { ResendGivenUp } from '../../../application/callbacks/resend-given-up.js';
import { ConfirmPayment } from '../../../application/payments/confirm-payment.js';
import { ReviewRefund } from '../../../application/refunds/review-refund.js';
import { ShowRefund } from '../../../application/refunds/show-refund.js';
import { WorkRefund } from '../../../application/refunds/work-refund.js';
import { runAndSettle, type JobHandlers } from '../../../adapters/inbound/jobs/job-runner.js';
import { defaultCallbackPlan, type Callback } from '../../../domain/callbacks/callback.js';
import type { Developer } from '../../../domain/directory/developer.js';
import type { Order } from '../../../domain/payments/order.js';
import { aChannelMerchant, aDeveloper, aPayee, aPayeeChannel } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { CountingIds, FakeVault, HandClock } from '../../contract/persistence/fakes.js';
import { FakeBank } from './fake-bank.js';
import { RecordingJournal } from './recording-journal.js';

const system = { kind: 'system', code: 'test', address: undefined } as const;

/** Bills are compared in the counting house. */
const notHere = (): Promise<never> => Promise.reject(new Error('no bills in this town'));

export interface TownPlan {
  readonly payee?: Parameters<typeof aPayee>[0];
  readonly developer?: Parameters<typeof aDeveloper>[0];
  readonly patience?: Partial<ChannelPatience>;
  /** Makes the numbers; counted ones where nothing is said. */
  readonly ids?: (clock: HandClock) => Ids;
  /** Bill systems by e-bill region code; none where nothing is said. */
  readonly billIssuers?: ReadonlyMap<string, BillIssuer>;
  /** Provinces that are connected. */
  readonly provinces?: readonly Province[];
  /** No channel of the payee is open. */
  readonly noChannels?: true;
}

/** The use cases over memory tables, a clock moved by hand and two banks that do as they are told. */
export class Town {
  readonly clock = new HandClock(noon);
  readonly database = new MemoryDatabase();
  readonly journal = new RecordingJournal();
  readonly alipay = new FakeBank('alipay', () => this.clock.now());
  readonly unionpay = new FakeBank('unionpay', () => this.clock.now());
  /** Called before and after each unit of work; throws to play a power cut. */
  fuse: (moment: string) => void = () => undefined;
  /** Every unit of work is undone once and run again, as after a deadlock. */
  rerunning = false;
  /** Requests of a key that are let through from now on. */
  allowed = Number.POSITIVE_INFINITY;
  readonly posted: Callback[] = [];
  answer: () => Promise<{ accepted: boolean; answer: string }> = async () => ({ accepted: true, answer: 'http 200' });
  readonly developer: Developer;
  readonly store; readonly unitOfWork: UnitOfWork;
  readonly applyReport; readonly ask; readonly cancel; readonly register; readonly placeOrder; readonly chargeBarcode; readonly startPayment; readonly openCashier; readonly comeBack;
  readonly closeOrder; readonly expireOrder; readonly queryAttempt; readonly receiveMessage; readonly showOrder; readonly listPaidOrders;
  readonly requestRefund; readonly workRefund; readonly reviewRefund; readonly showRefund; readonly refundByRule; readonly applyRefundReport; readonly deliverCallback; readonly resendCallback; readonly resendGivenUp; readonly confirmPayment;
  readonly workEBill; readonly reissue; readonly sayItems;
  readonly noticeParts; readonly notices; readonly receivePaid; readonly compareStatement; readonly fetchStatement; readonly planStatements; readonly operateNotice; readonly files;
  readonly #handlers: JobHandlers;

  constructor(plan: TownPlan) {
    const ids = plan.ids?.(this.clock) ?? new CountingIds('2');
    const { clock, journal } = this;
    this.developer = aDeveloper(plan.developer);
    this.store = memoryPersistence({ vault: new FakeVault(), ids, clock }, this.database);
    const { directory, unitOfWork: plain } = this.store;
    const unitOfWork: UnitOfWork = {
      run: async (work) => {
        this.fuse('before unit');
        let again = this.rerunning;
        const value = await plain.run(async (stores) => {
          const made = await work(stores);
          if (!again) return made;
          again = false;
          throw new ConcurrentChange('somebody was faster');
        });
        this.fuse('after unit');
        return value;
      },
      read: (work) => plain.read(work),
    };
    this.unitOfWork = unitOfWork;
    const channels = { alipay: this.alipay, unionpay: this.unionpay };
    const measurements = { count: () => undefined, time: () => undefined };
    const rateLimiter = { allow: () => this.allowed-- > 0, isSpent: () => this.allowed <= 0 };
    const patience: ChannelPatience = { queryTimeoutMs: 3_000, chargeTimeoutMs: 15_000, barcodeAnswerMs: 4_000, refundTimeoutMs: 10_000, ...plan.patience };
    const addresses = { notifyUrl: (channel: string) => `https://us.example/notify/${channel}`, returnUrl: () => 'https://us.example/return', quitUrl: (token: string) => `https://us.example/pay/${token}` };
    this.applyReport = new ApplyChannelReport(unitOfWork, directory, ids, clock, journal, measurements);
    const { applyReport: apply } = this;
    this.ask = new AskChannel(channels, directory, apply, patience);
    this.cancel = new CancelBarcode({ unitOfWork, directory, channels, apply, ids, clock, journal, patience });
    const vault = new FakeVault();
    const provinces = new Map((plan.provinces ?? []).map((province) => [province.region, province]));
    const noticeParts = { unitOfWork, directory, provinces, ids, clock, journal, patience: defaultProvincePatience, workPlaces: newWorkPlaces(), ask: new AskForBusiness(rateLimiter, 5) };
    this.noticeParts = noticeParts;
    this.notices = noticeWork(noticeParts, 'https://us.example/openapi/nontax/paid-notice');
    this.files = this.store.keptFiles(runningSm3);
    this.compareStatement = new CompareStatement({ ...noticeParts, takePaid: this.notices.takePaid });
    this.fetchStatement = new FetchNoticeStatement({ ...noticeParts, files: this.files, compare: this.compareStatement });
    this.planStatements = new PlanNoticeStatements(noticeParts);
    this.operateNotice = new OperateNotice(noticeParts);
    this.receivePaid = new ReceivePaidMessage(this.notices.takePaid);
    const { check: notices } = this.notices;
    this.register = new RegisterOrder(unitOfWork, directory, ids, vault, clock, true, notices);
    const { ask, cancel, register } = this;
    this.placeOrder = new PlaceOrder(register);
    this.chargeBarcode = new ChargeBarcode({ unitOfWork, directory, channels, register, apply, ask, ids, clock, journal, rateLimiter, vault, addresses, patience, notices });
    this.startPayment = new StartPayment({ unitOfWork, directory, channels, ask, ids, clock, addresses, notices });
    this.openCashier = new OpenCashier(unitOfWork, directory, { of: async (order) => order.returnUrl && `${order.returnUrl}?signed` }, clock);
    this.comeBack = new ComeBack({ unitOfWork, ask, rateLimiter, ids, clock, journal });
    this.closeOrder = new CloseOrder({ unitOfWork, directory, ask, cancel, ids, clock });
    this.expireOrder = new ExpireOrder(this.closeOrder, clock);
    this.queryAttempt = new QueryAttempt(unitOfWork, ask, cancel, clock, journal);
    this.receiveMessage = new ReceiveChannelMessage({ unitOfWork, directory, channels, apply, ask, clock, journal, measurements, lost: new KeepLostPayment({ unitOfWork, directory, channels, ids, journal }) });
    this.showOrder = new ShowOrder(unitOfWork);
    this.listPaidOrders = new ListPaidOrders(unitOfWork, directory);
    this.requestRefund = new RequestRefund({ unitOfWork, directory, ids, vault, clock, httpsOnly: true });
    this.applyRefundReport = new ApplyRefundReport(unitOfWork, directory, ids, clock, journal);
    this.workRefund = new WorkRefund({
      unitOfWork, directory, channels, apply: this.applyRefundReport, ids, clock, journal, refundTimeoutMs: patience.refundTimeoutMs, notifyUrl: (channel) => addresses.notifyUrl(channel),
    });
    this.reviewRefund = new ReviewRefund(unitOfWork, directory, ids, clock, vault);
    this.showRefund = new ShowRefund(unitOfWork);
    this.refundByRule = new RefundByRule({ unitOfWork, ids, vault, clock });
    this.deliverCallback = new DeliverCallback({
      unitOfWork, directory, clock, journal, measurements, plan: defaultCallbackPlan, callbacks: { post: async (callback) => { this.posted.push(callback); return this.answer(); } },
    });
    this.resendCallback = new ResendCallback({ unitOfWork, directory, ids, clock });
    this.resendGivenUp = new ResendGivenUp({ unitOfWork, directory, ids, clock });
    this.confirmPayment = new ConfirmPayment({ unitOfWork, ask, rateLimiter, ids, clock });
    const issuers = plan.billIssuers ?? new Map<string, BillIssuer>();
    this.workEBill = new WorkEBill({ take: new TakeStep({ unitOfWork, directory, issuers, ids, clock, journal }), call: new CallBillSystem({ unitOfWork, issuers, ids, clock, journal }), clock });
    this.reissue = new Reissue({ unitOfWork, work: this.workEBill, ids, clock });
    this.sayItems = new SayItems({ unitOfWork, ids, clock });
    const followers: readonly Follower[] = [
      ...plan.provinces === undefined ? [] : [{ topic: 'work-notice', follows: ({ nontaxInfo }: Order) => nontaxInfo !== undefined } as const],
      ...plan.billIssuers === undefined ? [] : [{ topic: 'work-e-bill', follows: wantsEBill } as const],
    ];
    this.#handlers = {
      'query-attempt': (key) => this.queryAttempt.run(key), 'expire-order': (key) => this.expireOrder.run(key), 'deliver-callback': (key, settle) => this.deliverCallback.run(key, settle), 'resend-callbacks': (key) => this.resendGivenUp.run(key),
      'refund-by-rule': (key) => this.refundByRule.run(key), 'work-refund': (key) => this.workRefund.run(key),
      'follow-order': (key, settle) => new FollowOrder(unitOfWork, directory, clock, followers).run(key, settle), 'work-e-bill': (key) => this.workEBill.run(key), 'work-notice': (key) => this.notices.work.run(key),
      'fetch-notice-statement': (key) => this.fetchStatement.run(key), 'fetch-bill': notHere, reconcile: notHere, 'check-legs': notHere, 'certify-day': notHere, 'check-e-bills': notHere, 'push-personal-bill': notHere,
      'text-payer': notHere, 'text-operators': async () => ({ kind: 'done' }), 'send-text': notHere, 'share-order': notHere,
    };
  }

  async settle(plan: TownPlan): Promise<this> {
    const { directoryEditor } = this.store;
    await directoryEditor.saveDeveloper(this.developer, system);
    await directoryEditor.savePayee(aPayee(plan.payee), system);
    for (const channel of ['alipay', 'unionpay'] as const) {
      await directoryEditor.saveChannelMerchant(aChannelMerchant(channel), system);
      if (!plan.noChannels) await directoryEditor.savePayeeChannel(aPayeeChannel(channel), system);
    }
    return this;
  }

  /** Moves the clock and works on every job that falls due on the way, in order of time. Answers `topic:outcome` of each. */
  async pass(ms: number): Promise<readonly string[]> {
    const until = this.clock.at + ms;
    const done: string[] = [];
    for (let rounds = 0; rounds < 500; rounds++) {
      const due = await this.store.jobBoard.nextDueAt();
      if (due === undefined || due > until) { this.clock.at = until; return done; }
      this.clock.at = Math.max(this.clock.at, due);
      done.push(...await this.work());
    }
    throw new Error(`jobs without end: ${done.slice(-5).join(', ')}`);
  }

  /** Works once on each job that is due now. */
  async work(): Promise<readonly string[]> {
    const board = this.store.jobBoard;
    const done: string[] = [];
    for (const job of await board.claim('town', this.clock.at, 60_000, 50)) {
      try {
        const { outcome } = await runAndSettle(board, job, this.#handlers[job.topic]);
        done.push(`${job.topic}:${outcome.kind}`);
      } catch (error) {
        await board.fail(job, this.clock.at + 1_000, 'fault');
        done.push(`${job.topic}:${error instanceof Error ? error.name : 'thrown'}`);
      }
    }
    return done;
  }

  read<T>(work: (stores: Omit<Stores, 'outbox' | 'audit'>) => Promise<T>): Promise<T> {
    return this.store.unitOfWork.run(work);
  }

  get orders() { return this.database.tables.orders.all(false); } get attempts() { return this.database.tables.attempts.all(false); }
  get refunds() { return this.database.tables.refunds.all(false); }
  get trades() { return this.database.tables.trades.all(false); }
  get callbacks() { return this.database.tables.callbacks.all(false); }
  get abnormal() { return this.database.tables.abnormalOrders.all(false); }
  get repeats() { return this.database.tables.repeatPayments.all(false); }
  /** Actions of the audit trail, oldest first, without those of the directory. */
  get audited(): string[] { return this.database.tables.audit.all(false).map((row) => row.entry.action).filter((action) => !action.startsWith('directory') && !/saved|changed|created/.test(action)); }
  /** Jobs that still wait, `topic+seconds from now`. */
  get waiting(): string[] {
    return this.database.tables.jobs.all(false).filter((row) => row.state === 'READY').map((row) => `${row.topic}+${(row.dueAt - this.clock.at) / 1000}`).sort();
  }
  get events() { return this.journal.events; }
  alarms(): string[] { return this.events.filter((one) => one.level === 'alarm').map((one) => one.event); }
  faults(): string[] { return this.events.filter((one) => one.level === 'fault').map((one) => one.event); }
}

export const openTown = (plan: TownPlan = {}): Promise<Town> => new Town(plan).settle(plan);


/** The only element; anything else is a failed test. */
export function only<T>(list: readonly T[]): T {
  const [one, two] = list;
  if (one === undefined || two !== undefined) throw new Error(`expected one, found ${list.length}`);
  return one;
}
