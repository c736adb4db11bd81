import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { FenSum } from '../../domain/kernel/money.js';
import { isRunning, noChanges, noRunFigures, type ReconcileDay, type ReconcileRun } from '../../domain/reconciliation/run.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { actorNamed } from './actor-named.js';
import { billKey } from './bill-key.js';

export interface StartRunParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock }

export type StartRefusal =
  /** One is under way; it can be cancelled. */
  | { readonly code: 'running'; readonly runNo: string }
  /** No bill of that day has been received. */
  | { readonly code: 'no-bill' };

/** 立即对账 and 手动对账: begins the next run of one channel merchant and day with the newest bill (1.1.4.2.1-d, 1.1.4.2.2-b). Never two at once. */
export class StartRun {
  readonly #parts: StartRunParts;

  constructor(parts: StartRunParts) {
    this.#parts = parts;
  }

  /** `withoutBill`: the channel has said that there is none, and is believed. */
  async run(account: ChannelMerchant, clearingDay: BusinessDay, by: string, withoutBill = false): Promise<Result<ReconcileRun, StartRefusal>> {
    const { unitOfWork } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<ReconcileRun, StartRefusal>> => {
      const day = await dayOf(stores, account, clearingDay);
      if (day.runningNo !== undefined) {
        const running = await stores.reconciliation.run(day.runningNo);
        if (running && isRunning(running)) return refuse({ code: 'running', runNo: running.runNo });
      }
      const [bill] = await stores.reconciliation.billsOf(account.channelMerchantId, clearingDay);
      if (!bill && !withoutBill) return refuse({ code: 'no-bill' });
      const run = this.#newRun(account, clearingDay, day.runCount + 1, bill, by);
      await stores.reconciliation.addRun(run);
      await stores.reconciliation.putDay({ ...day, state: 'running', runningNo: run.runNo, runCount: run.sequence, billNo: bill?.billNo, lastWord: '' });
      await stores.outbox.enqueue({ topic: 'reconcile', key: billKey({ channelMerchantId: account.channelMerchantId, clearingDay }), dueAt: run.startedAt });
      await this.#audit(stores, run);
      return ok(run);
    });
  }

  #newRun(account: ChannelMerchant, clearingDay: BusinessDay, sequence: number, bill: { readonly billNo: string; readonly totals: { readonly lineCount: number; readonly oddCount: number } } | undefined, by: string): ReconcileRun {
    const { ids, clock } = this.#parts;
    return {
      runNo: ids.next(), channelMerchantId: account.channelMerchantId, payChannel: account.payChannel, clearingDay, sequence, billNo: bill?.billNo, state: 'lines',
      linesDone: 0, lineCount: bill ? bill.totals.lineCount + bill.totals.oddCount : 0, missingAfter: undefined, figures: noRunFigures, changes: noChanges,
      startedAt: clock.now(), endedAt: undefined, startedBy: by, cancelAskedBy: undefined, remark: '', version: 1,
    };
  }

  #audit({ audit }: Stores, run: ReconcileRun): Promise<void> {
    return audit.append({
      entryId: this.#parts.ids.next(), at: run.startedAt, actor: actorNamed(run.startedBy, 'reconcile'),
      action: 'reconcile.started', objectKind: 'reconcile-run', objectNo: run.runNo, description: `发起第 ${run.sequence} 次对账`, before: undefined,
      after: { channelMerchantId: run.channelMerchantId, clearingDay: run.clearingDay, billNo: run.billNo ?? '' }, requestId: undefined,
    });
  }
}

/** The record of a merchant's day, made when it is first needed. */
export async function dayOf({ reconciliation }: Pick<Stores, 'reconciliation'>, account: Pick<ChannelMerchant, 'channelMerchantId' | 'payChannel'>, clearingDay: BusinessDay): Promise<ReconcileDay> {
  const known = await reconciliation.day(account.channelMerchantId, clearingDay);
  if (known) return known;
  const made = emptyDay(account, clearingDay);
  await reconciliation.addDay(made);
  return await reconciliation.day(account.channelMerchantId, clearingDay) ?? made;
}

export const emptyDay = ({ channelMerchantId, payChannel }: Pick<ChannelMerchant, 'channelMerchantId' | 'payChannel'>, clearingDay: BusinessDay): ReconcileDay => ({
  channelMerchantId, clearingDay, payChannel, state: 'awaiting-bill', billNo: undefined, lastRunNo: undefined, runningNo: undefined, runCount: 0,
  reconcileCount: 0, reconcileAmount: 0n as FenSum, settledAmount: 0n as FenSum, feeAmount: 0n as FenSum, openCount: 0, waitingCount: 0, tries: 0,
  lastTriedAt: undefined, lastWord: '', reconciledAt: undefined as EpochMs | undefined, version: 1,
});
