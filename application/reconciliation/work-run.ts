import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { contractFeeOf } from '../../domain/settlement/contract-fee.js';
import { hasGoodCut } from '../../domain/reconciliation/clearing-day.js';
import { isRunning, type ReconcileRun } from '../../domain/reconciliation/run.js';
import type { BillsOfChannels } from '../ports/channel-bills.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { billPages, StoppedReadings } from './bill-pages.js';
import type { BookPage } from './book-page.js';
import { readBillKey, type BillKey } from './bill-key.js';
import type { EndRun } from './end-run.js';
import type { FindMissing } from './find-missing.js';

export interface WorkRunParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly files: KeptFiles; readonly bills: BillsOfChannels; readonly bookPage: Pick<BookPage, 'run'>;
  readonly findMissing: Pick<FindMissing, 'run'>; readonly end: Pick<EndRun, 'run' | 'stop'>; readonly clock: Clock;
  /** Milliseconds that only ever grow, for the length of a stretch. */
  readonly elapsedMs: () => number;
  /** Longest stretch of one job run; shorter than the job's lease. */
  readonly stretchMs: number;
  /** Lines booked in one unit at least, in whole pieces as the reader gives them: `usualLinesOfUnit` where nothing is said. */
  readonly linesOfUnit?: number;
}

const lookAgainMs = 5_000;
/** Each unit is a wait for the disk, and while it lasts nobody else writes where there is one writer. */
export const usualLinesOfUnit = 2_000;

/**
 * Job `reconcile`: reads the bill in pages and books each page in one unit together with how far it came, so that a run that is cut off goes on
 * behind the last page booked. Then it looks for what the bill does not have, and ends. A second worker on the same run finds that somebody else
 * has moved it on, and leaves.
 */
export class WorkRun {
  readonly #parts: WorkRunParts;
  readonly #stopped = new StoppedReadings();

  constructor(parts: WorkRunParts) {
    this.#parts = parts;
  }

  async run(key: string): Promise<JobOutcome> {
    const named = readBillKey(key);
    const run = await this.#running(named);
    if (!run) return { kind: 'done' };
    const account = await this.#parts.directory.channelMerchant(named.channelMerchantId);
    if (!account) throw new Error(`channel merchant ${named.channelMerchantId} is gone`);
    const until = this.#parts.elapsedMs() + this.#parts.stretchMs;
    const came = await this.#stretch(account, run, until);
    if (came === 'ended') return { kind: 'done' };
    // Whoever moved the run on may stop half way, or only have asked to cancel it: looked at again until it has ended.
    return { kind: 'again', dueAt: this.#parts.clock.now() + (came === 'time-is-over' ? 0 : lookAgainMs) };
  }

  async #running({ channelMerchantId, clearingDay }: BillKey): Promise<ReconcileRun | undefined> {
    return this.#parts.unitOfWork.read(async ({ reconciliation }) => {
      const day = await reconciliation.day(channelMerchantId, clearingDay);
      const run = day?.runningNo === undefined ? undefined : await reconciliation.run(day.runningNo);
      return run && isRunning(run) ? run : undefined;
    });
  }

  async #stretch(account: ChannelMerchant, begun: ReconcileRun, until: number): Promise<'ended' | 'time-is-over' | 'somebody-else'> {
    const { end, findMissing, elapsedMs } = this.#parts;
    const contract = contractFeeOf(account);
    if (!contract.ok) return end.stop(begun, 'failed', '渠道商户的费率配置有误，无法核对手续费');
    if (!hasGoodCut(account)) return end.stop(begun, 'failed', '渠道商户的日切时间配置有误，应为 HH:mm');
    let run: ReconcileRun | undefined = begun;
    if (run.state === 'lines') {
      const read = await this.#lines(account, run, until);
      if (typeof read === 'string') return read;
      run = read;
    }
    do {
      if (run.cancelAskedBy !== undefined) return end.stop(run, 'cancelled', `由 ${run.cancelAskedBy} 取消`);
      const looked: { readonly run: ReconcileRun | undefined; readonly isOver: boolean } = await findMissing.run(account, run);
      if (!looked.run) return 'somebody-else';
      run = looked.run;
      if (looked.isOver) return await end.run(account, run);
    } while (elapsedMs() < until);
    return 'time-is-over';
  }

  /** Pages behind those that are booked. */
  async #lines(account: ChannelMerchant, begun: ReconcileRun, until: number): Promise<ReconcileRun | 'ended' | 'time-is-over' | 'somebody-else'> {
    const { unitOfWork, files, bills, bookPage, end, elapsedMs, linesOfUnit = usualLinesOfUnit } = this.#parts;
    let run = begun;
    const bill = run.billNo === undefined ? undefined : await unitOfWork.read(({ reconciliation }) => reconciliation.bill(begun.billNo ?? ''));
    if (bill) {
      const pages = await this.#stopped.take(run.runNo, run.linesDone)
        ?? billPages(bills[account.payChannel].read(account, run.clearingDay, files.read(bill.fileNo)), run.linesDone, linesOfUnit);
      let isKept = false;
      try {
        for (;;) {
          // At least one page: passing those that are booked may take as long as a stretch, and nothing would ever be booked again.
          if (run !== begun && elapsedMs() >= until) {
            isKept = true;
            await this.#stopped.keep(run.runNo, { linesDone: run.linesDone, pages });
            return 'time-is-over';
          }
          const { value: page } = await pages.next();
          if (!page) break;
          if ('refused' in page) return await end.stop(run, 'failed', `账单文件不再可读：${page.refused}`);
          if (run.cancelAskedBy !== undefined) return await end.stop(run, 'cancelled', `由 ${run.cancelAskedBy} 取消`);
          const booked = await bookPage.run(account, run, page);
          if (!booked) return 'somebody-else';
          run = booked;
        }
      } finally {
        if (!isKept) await pages.return();
      }
    }
    return await bookPage.run(account, run, undefined) ?? 'somebody-else';
  }
}
