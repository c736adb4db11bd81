import { usualTerms } from '../../domain/directory/channel.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { billOverdueAt, emptyDayBelievedAt, nextBillTryAt } from '../../domain/reconciliation/ask-again.js';
import { isFetched, plannedAs, type BillTerms } from '../../domain/reconciliation/bill-terms.js';
import { isRunning } from '../../domain/reconciliation/run.js';
import type { BillsOfChannels, FetchedBill } from '../ports/channel-bills.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { readBillKey, type BillKey } from './bill-key.js';
import type { ReceiveBill } from './receive-bill.js';
import { dayOf, type StartRun } from './start-run.js';

export interface FetchBillParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly bills: BillsOfChannels; readonly receive: Pick<ReceiveBill, 'run'>; readonly start: Pick<StartRun, 'run'>;
  readonly clock: Clock; readonly journal: Journal; readonly timeoutMs: number;
}

/** What one try came to, in words for the day's record. */
type Try = { readonly got: true } | { readonly got: false; readonly word: string; readonly isBelieved?: true };

/**
 * Job `fetch-bill`: asks the channel for a day's bill until it is there, keeps it, and begins the run. A day that is believed to have none is compared
 * without, and asked for on until the second noon: a bill that was only late must not be missed. An account closed meanwhile is asked all the same.
 */
export class FetchBill {
  readonly #parts: FetchBillParts;

  constructor(parts: FetchBillParts) {
    this.#parts = parts;
  }

  async run(key: string): Promise<JobOutcome> {
    const { directory, bills, clock, timeoutMs } = this.#parts;
    const named = readBillKey(key);
    const account = await directory.channelMerchant(named.channelMerchantId);
    if (!account || await this.#hasRun(named)) return { kind: 'done' };
    const terms = await directory.channelAt(account.payChannel) ?? usualTerms;
    if (!isFetched(terms)) return this.#giveUp(account, named, terms);
    const answer = await bills[account.payChannel].fetch(account, named.clearingDay, timeoutMs);
    const tried = await this.#take(account, named, answer);
    if (tried.got || (tried.isBelieved && clock.now() >= billOverdueAt(named.clearingDay))) return { kind: 'done' };
    return { kind: 'again', dueAt: await this.#noteTry(account, named, tried) };
  }

  /** The channel is not reconciled any more, or its bills come by a person: who plans asks again when that changes. */
  async #giveUp(account: ChannelMerchant, { clearingDay }: BillKey, terms: BillTerms): Promise<JobOutcome> {
    await this.#parts.unitOfWork.run(async (stores) => {
      const day = await dayOf(stores, account, clearingDay);
      if (day.state === 'awaiting-bill' && day.runCount === 0) await stores.reconciliation.putDay({ ...day, ...plannedAs(terms) });
    });
    return { kind: 'done' };
  }

  /** A person may have uploaded the bill, or a run is under way. */
  async #hasRun({ channelMerchantId, clearingDay }: BillKey): Promise<boolean> {
    return this.#parts.unitOfWork.read(async ({ reconciliation }) => {
      const [run] = await reconciliation.runsOf(channelMerchantId, clearingDay, 1);
      return run !== undefined && run.billNo !== undefined && (isRunning(run) || run.state === 'done');
    });
  }

  async #take(account: ChannelMerchant, named: BillKey, answer: FetchedBill): Promise<Try> {
    const { receive, start, journal, clock } = this.#parts;
    const { clearingDay } = named;
    if (answer.kind === 'unknown') return { got: false, word: `渠道应答不明（${answer.why}${answer.code === undefined ? '' : ` ${answer.code}`}）` };
    if (answer.kind === 'not-ready') {
      const isBelieved = clock.now() >= emptyDayBelievedAt(clearingDay) && !await this.#expectsTrades(named);
      if (!isBelieved) return { got: false, word: '渠道账单尚未生成' };
      if (!await this.#wasCompared(named)) await start.run(account, clearingDay, 'system', true);
      return { got: false, word: '渠道没有账单，当天也没有交易', isBelieved: true };
    }
    const received = await receive.run({ account, clearingDay, origin: 'download', fileName: answer.fileName, bytes: answer.bytes, by: 'system' });
    if (!received.ok) {
      // A cut connection is not worth a person's time, a bill that contradicts itself is.
      const { why, detail } = received.refusal;
      if (why !== 'cut-off') journal.alarm('bill-refused', { channelMerchantId: account.channelMerchantId, clearingDay, why });
      return { got: false, word: `账单未被接受（${why}）：${detail}` };
    }
    const started = await start.run(account, clearingDay, 'system');
    return started.ok ? { got: true } : { got: false, word: '账单已到，等待正在进行的对账结束' };
  }

  async #wasCompared({ channelMerchantId, clearingDay }: BillKey): Promise<boolean> {
    const [run] = await this.#parts.unitOfWork.read(({ reconciliation }) => reconciliation.runsOf(channelMerchantId, clearingDay, 1));
    return run !== undefined && (isRunning(run) || run.state === 'done');
  }

  #expectsTrades({ channelMerchantId, clearingDay }: BillKey): Promise<boolean> {
    return this.#parts.unitOfWork.read(({ trades }) => trades.anyOn(channelMerchantId, clearingDay));
  }

  async #noteTry(account: ChannelMerchant, { clearingDay }: BillKey, { word, isBelieved }: Exclude<Try, { got: true }>): Promise<number> {
    const { unitOfWork, clock, journal } = this.#parts;
    const now = clock.now();
    const tries = await unitOfWork.run(async (stores) => {
      const day = await dayOf(stores, account, clearingDay);
      await stores.reconciliation.putDay({ ...day, tries: day.tries + 1, lastTriedAt: now, lastWord: word.slice(0, 200) });
      return day.tries + 1;
    });
    if (!isBelieved && now >= billOverdueAt(clearingDay)) journal.alarm('bill-missing', { channelMerchantId: account.channelMerchantId, clearingDay, tries });
    return nextBillTryAt(clearingDay, tries, now);
  }
}
