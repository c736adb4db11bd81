import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { inBill } from '../../domain/reconciliation/in-bill.js';
import { changedBy, itemsOf, noChanges, type ReconcileDay, type ReconcileRun } from '../../domain/reconciliation/run.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { actorNamed } from './actor-named.js';
import { recountDays, stateOf } from './recount-day.js';
import { suggestPartners } from './suggest-partners.js';

export interface EndRunParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal }

const atOnce = 500;

/** Ends a run: what it did not find again is cleared, its sums must be those of the bill, and the day gets its state. */
export class EndRun {
  readonly #parts: EndRunParts;

  constructor(parts: EndRunParts) {
    this.#parts = parts;
  }

  async run(account: ChannelMerchant, begun: ReconcileRun): Promise<'ended' | 'somebody-else'> {
    let run: ReconcileRun | undefined = begun;
    for (let isMore = true; isMore;) {
      const cleared: { readonly run: ReconcileRun | undefined; readonly isMore: boolean } = await this.#clearUnseen(run);
      if (!cleared.run) return 'somebody-else';
      ({ run, isMore } = { run: cleared.run, isMore: cleared.isMore });
    }
    const bill = await this.#parts.unitOfWork.read(async ({ reconciliation }) => (begun.billNo === undefined ? undefined : reconciliation.bill(begun.billNo)));
    const read = inBill(run.figures);
    if (bill && (read.count !== bill.totals.lineCount || read.settled !== bill.totals.settled || read.fee !== bill.totals.fee)) {
      // Never seen, and never to be passed over: a line was counted twice or not at all.
      this.#parts.journal.alarm('reconcile-sums-differ', { runNo: run.runNo });
      return this.stop(run, 'failed', '对账结果与账单合计不一致');
    }
    return this.#finish(account, run);
  }

  /** Ends it without a result; what it has booked is true and stays, the next run goes over it again. */
  async stop(run: ReconcileRun, state: 'cancelled' | 'failed', remark: string): Promise<'ended' | 'somebody-else'> {
    const { unitOfWork, clock, journal } = this.#parts;
    const isOurs = await unitOfWork.run(async (stores) => {
      const current = await stores.reconciliation.run(run.runNo);
      if (!current || current.version !== run.version) return false;
      await stores.reconciliation.putRun({ ...current, state, remark, endedAt: clock.now() });
      const day = await stores.reconciliation.day(run.channelMerchantId, run.clearingDay);
      if (day) await stores.reconciliation.putDay({ ...day, state: day.lastRunNo === undefined ? 'awaiting-bill' : stateOf(day), runningNo: undefined, lastWord: remark });
      await this.#audit(stores, run, `reconcile.${state}`, remark);
      return true;
    });
    if (isOurs && state === 'failed') journal.alarm('reconcile-failed', { runNo: run.runNo, channelMerchantId: run.channelMerchantId, clearingDay: run.clearingDay });
    return isOurs ? 'ended' : 'somebody-else';
  }

  async #clearUnseen(run: ReconcileRun): Promise<{ readonly run: ReconcileRun | undefined; readonly isMore: boolean }> {
    return this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.reconciliation.run(run.runNo);
      if (current?.version !== run.version) return { run: undefined, isMore: false };
      const known = await stores.reconciliation.differencesUnseen({ channelMerchantId: run.channelMerchantId, clearingDay: run.clearingDay, runNo: run.runNo, limit: atOnce });
      const firstNo = itemsOf(run.changes) + 1;
      for (const one of known) await stores.reconciliation.putDifference({ ...one, state: 'cleared', lastRunNo: run.runNo });
      if (known.length > 0) {
        await stores.reconciliation.addItems(known.map((one, index) => ({
          runNo: run.runNo, itemNo: firstNo + index, subject: one.subject, outcome: one.outcome, change: 'gone', hereAmount: one.hereAmount, thereAmount: one.thereAmount,
        })));
      }
      const next = { ...run, changes: changedBy(run.changes, { ...noChanges, cleared: known.length }) };
      await stores.reconciliation.putRun(next);
      return { run: { ...next, version: next.version + 1 }, isMore: known.length === atOnce };
    });
  }

  async #finish(account: ChannelMerchant, run: ReconcileRun): Promise<'ended' | 'somebody-else'> {
    const { unitOfWork, clock, journal } = this.#parts;
    const open = await unitOfWork.run(async (stores) => {
      const current = await stores.reconciliation.run(run.runNo);
      const day = await stores.reconciliation.day(run.channelMerchantId, run.clearingDay);
      if (current?.version !== run.version || !day) return undefined;
      await suggestPartners(stores, account, run.clearingDay);
      const now = clock.now();
      await stores.reconciliation.putRun({ ...run, state: 'done', endedAt: now });
      const read = inBill(run.figures);
      const counts = await stores.reconciliation.differenceCounts(run.channelMerchantId, run.clearingDay);
      const ended: ReconcileDay = {
        ...day, billNo: run.billNo, lastRunNo: run.runNo, runningNo: undefined, reconcileCount: read.count, reconcileAmount: read.amount, settledAmount: read.settled,
        feeAmount: read.fee, openCount: counts.open, waitingCount: counts.waiting, reconciledAt: now, lastWord: '',
      };
      await stores.reconciliation.putDay({ ...ended, state: run.billNo === undefined && counts.open === 0 ? 'no-bill' : stateOf(ended) });
      await recountDays(stores, account, run.clearingDay);
      await stores.outbox.enqueue({ topic: 'check-legs', key: run.clearingDay, dueAt: now });
      // Operators are told by text where the installation says to whom; one text for the day, however many runs it has.
      if (counts.open > 0) await stores.outbox.enqueue({ topic: 'text-operators', key: `RECON_ALERT:${run.clearingDay}`, dueAt: now });
      await this.#audit(stores, run, 'reconcile.done', `第 ${run.sequence} 次对账完成，差异 ${counts.open} 笔，待对 ${counts.waiting} 笔`);
      return counts.open;
    });
    if (open === undefined) return 'somebody-else';
    journal.info('reconcile-done', { runNo: run.runNo, channelMerchantId: run.channelMerchantId, clearingDay: run.clearingDay, matched: run.figures.matched.count, open });
    if (open > 0) journal.alarm('reconcile-differs', { channelMerchantId: run.channelMerchantId, clearingDay: run.clearingDay, open });
    return 'ended';
  }

  #audit({ audit }: Stores, run: ReconcileRun, action: string, description: string): Promise<void> {
    const { ids, clock } = this.#parts;
    return audit.append({
      entryId: ids.next(), at: clock.now(), actor: actorNamed(run.cancelAskedBy ?? run.startedBy, 'reconcile'), action, objectKind: 'reconcile-run', objectNo: run.runNo, description, before: undefined,
      after: { channelMerchantId: run.channelMerchantId, clearingDay: run.clearingDay, matched: String(run.figures.matched.count) }, requestId: undefined,
    });
  }
}
