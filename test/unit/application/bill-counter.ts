import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { runAndSettle } from '../../../adapters/inbound/jobs/job-runner.js';
import { PushPersonalBillAgain } from '../../../application/personal-bills/push-personal-bill-again.js';
import { PushPersonalBill } from '../../../application/personal-bills/push-personal-bill.js';
import type { PushAnswer } from '../../../application/ports/city-app-bills.js';
import { defaultCallbackPlan } from '../../../domain/callbacks/callback.js';
import type { Developer } from '../../../domain/directory/developer.js';
import type { Order } from '../../../domain/payments/order.js';
import type { PersonalBillPush } from '../../../domain/personal-bills/personal-bill-push.js';
import type { BillNumbers, PersonalBill } from '../../../domain/personal-bills/personal-bill.js';
import type { Refund } from '../../../domain/refunds/refund.js';
import { aDeveloper, aPayee } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { anOrder, orderNo } from '../../builders/payments.js';
import { aRefund } from '../../builders/refunds.js';
import { CountingIds, FakeVault, HandClock } from '../../contract/persistence/fakes.js';
import { RecordingJournal } from './recording-journal.js';

export const appUrl = 'https://esm.example/openapi/personal-bill/push';
const system = { kind: 'system', code: 'test', address: undefined } as const;

/** The use cases of personal bills over memory tables, and an app that answers as it is told. */
export class BillCounter {
  readonly clock = new HandClock(noon);
  readonly journal = new RecordingJournal();
  readonly database = new MemoryDatabase();
  readonly store = memoryPersistence({ vault: new FakeVault(), ids: new CountingIds('2'), clock: this.clock }, this.database);
  readonly pushed: { readonly bill: PersonalBill; readonly developer: Developer }[] = [];
  answer: () => Promise<PushAnswer> = async () => ({ accepted: true, answer: '0000' });
  numbers: BillNumbers | undefined;
  readonly push = new PushPersonalBill({
    unitOfWork: this.store.unitOfWork, directory: this.store.directory, clock: this.clock, digests: new NodeDigests(), journal: this.journal,
    measurements: { count: () => undefined, time: () => undefined }, plan: defaultCallbackPlan, 
    issuedBills: { ofOrder: async () => (this.numbers === undefined ? [] : [{ eBillCode: this.numbers.billCode, eBillNo: this.numbers.billNo, payCode: undefined, issuedAt: noon }]) },
    bills: { push: async (bill, developer) => { this.pushed.push({ bill, developer }); return this.answer(); } },
  });
  readonly again = new PushPersonalBillAgain(this.store.unitOfWork, new CountingIds('3'), this.clock);

  static async open(order: Partial<Order> = {}, developer: Partial<Developer> = {}): Promise<BillCounter> {
    const counter = new BillCounter();
    const { directoryEditor, unitOfWork } = counter.store;
    await directoryEditor.saveDeveloper(aDeveloper({ personalBillUrl: appUrl, ...developer }), system);
    await directoryEditor.savePayee(aPayee(), system);
    await unitOfWork.run(({ orders }) => orders.add(anOrder({ state: 'paid', userId: 'U1', ...order })));
    await counter.news();
    return counter;
  }

  /** Something happened to the order: its job is due. */
  news(): Promise<void> {
    return this.store.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'push-personal-bill', key: orderNo, dueAt: this.clock.at }));
  }

  async refunded(changes: Partial<Refund> = {}): Promise<void> {
    await this.store.unitOfWork.run(({ refunds }) => refunds.add(aRefund({ state: 'refunded', ...changes })));
    await this.news();
  }

  /** Moves the clock and works on every job that falls due on the way; their outcomes. */
  async pass(ms: number): Promise<readonly string[]> {
    const [until, done]: [number, string[]] = [this.clock.at + ms, []];
    for (let rounds = 0; rounds < 100; rounds += 1) {
      const due = await this.store.jobBoard.nextDueAt();
      if (due === undefined || due > until) { this.clock.at = until; return done; }
      this.clock.at = Math.max(this.clock.at, due);
      for (const job of await this.store.jobBoard.claim('counter', this.clock.at, 60_000, 10)) {
        done.push((await runAndSettle(this.store.jobBoard, job, (key, settle) => this.push.run(key, settle))).outcome.kind);
      }
    }
    throw new Error('jobs without end');
  }

  get kept(): PersonalBillPush | undefined { return this.database.tables.personalBillPushes.all(false)[0]; }
  get alarms(): readonly string[] { return this.journal.events.filter(({ level }) => level === 'alarm').map(({ event }) => event); }
  get audited(): readonly string[] { return this.database.tables.audit.all(false).map(({ entry }) => entry.action).filter((action) => action.startsWith('personal-bill')); }
}
