import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { contractFeeOf } from '../../domain/settlement/contract-fee.js';
import { isPlatformNumber } from '../../domain/kernel/numbers.js';
import { channelKeyOfLine, keyOfLine, type BillLine, type OddLine } from '../../domain/reconciliation/bill-line.js';
import { planPage, tradeOfLine, type PagePlan, type Untraded } from '../../domain/reconciliation/plan-page.js';
import { changedBy, isRunning, outcomes, plus, type ReconcileRun, type RunFigures } from '../../domain/reconciliation/run.js';
import type { SettlementEntry } from '../../domain/settlement/settlement-entry.js';
import type { Trade } from '../../domain/settlement/trade.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import { maxTradesAtOnce } from '../ports/settlement-books.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { keepDifferences, type Kept } from './keep-differences.js';
import { OpenDays } from './open-days.js';
import { putRun } from './put-run.js';
import type { TellNews } from './tell-news.js';
import { keepStrangers } from './keep-strangers.js';

export interface BookPageParts { readonly unitOfWork: UnitOfWork; readonly news: Pick<TellNews, 'run'>; readonly ids: Ids; readonly clock: Clock }

/** Books one page of a bill in one unit: entries, settled trades, differences, and how far the run came. */
export class BookPage {
  readonly #parts: BookPageParts;

  constructor(parts: BookPageParts) {
    this.#parts = parts;
  }

  /** The run as it stands then. Undefined: somebody else has moved it on. No page: the bill is read to its end. */
  async run(account: ChannelMerchant, run: ReconcileRun, page: Page | undefined): Promise<ReconcileRun | undefined> {
    const first = await this.#book(account, run, page, undefined);
    if (first === undefined || 'runNo' in first) return first;
    // What the bill proves about payments and refunds that are still open goes through the one door first, in units of its own.
    const untraded = await this.#parts.news.run(account, run.clearingDay, first.strange);
    const second = await this.#book(account, run, page, untraded);
    return second === undefined || 'runNo' in second ? second : undefined;
  }

  #book(account: ChannelMerchant, run: ReconcileRun, page: Page | undefined, untraded: ReadonlyMap<string, Untraded> | undefined): Promise<ReconcileRun | { readonly strange: readonly BillLine[] } | undefined> {
    return this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.reconciliation.run(run.runNo);
      if (!current || !isRunning(current) || current.state !== run.state || current.linesDone !== run.linesDone) return undefined;
      if (!page) return putRun(stores, { ...current, state: 'missing' });
      const trades = await this.#trades(stores, account, page.lines);
      // A number that is none of ours can be no news of anything of ours.
      const strange = page.lines.filter((line) => !tradeOfLine(trades, line) && isPlatformNumber(line.ownNo));
      if (strange.length > 0 && !untraded) return { strange };
      const plan = planPage(page.lines, page.odd, { ...await this.#facts(stores, account, current, trades), untraded: untraded ?? new Map() });
      const kept = await this.#store(stores, account, current, plan);
      return putRun(stores, {
        ...current, linesDone: current.linesDone + page.lines.length + page.odd.length, figures: addedUp(current.figures, plan.figures),
        changes: changedBy(current.changes, { ...kept, corrected: plan.corrected.length, withdrawn: 0 }),
      });
    });
  }

  async #trades(stores: Stores, account: ChannelMerchant, lines: readonly BillLine[]): Promise<ReadonlyMap<string, Trade>> {
    const keys = [...new Set(lines.map(keyOfLine))].filter((key) => key.length <= maxKeyChars && /^[\x21-\x7e]+$/.test(key));
    const trades = new Map<string, Trade>();
    for (const some of partsOf(keys)) {
      for (const trade of await stores.trades.byKeys(some)) if (trade.channelMerchantId === account.channelMerchantId) trades.set(trade.tradeKey, trade);
    }
    for (const line of lines) {
      // A line whose own number is none of ours may still be known by the channel's.
      const channelKey = channelKeyOfLine(line);
      if (channelKey === undefined || tradeOfLine(trades, line)) continue;
      const trade = await stores.trades.byChannelNo(account.channelMerchantId, line.channelNo);
      if (trade?.kind === 'payment') trades.set(channelKey, trade);
    }
    return trades;
  }

  async #facts(stores: Stores, account: ChannelMerchant, run: ReconcileRun, trades: ReadonlyMap<string, Trade>) {
    const contract = contractFeeOf(account);
    const all = [...trades.values()];
    return {
      reading: { runNo: run.runNo, day: run.clearingDay, contract: contract.ok ? contract.value : undefined }, account, trades,
      entries: await this.#entries(stores, all), settleDays: await this.#settleDays(stores, run, all), now: this.#parts.clock.now(),
    };
  }

  /** Trades that a bill had before have entries, also those that were taken back. */
  async #entries(stores: Stores, trades: readonly Trade[]): Promise<ReadonlyMap<string, readonly SettlementEntry[]>> {
    const keys = trades.filter((trade) => trade.seenRunNo !== undefined).map(({ tradeKey }) => tradeKey);
    const grouped = new Map<string, SettlementEntry[]>();
    for (const some of partsOf(keys)) {
      for (const entry of await stores.settlement.ofTrades(some)) grouped.set(entry.tradeKey, [...grouped.get(entry.tradeKey) ?? [], entry]);
    }
    return grouped;
  }

  async #settleDays(stores: Stores, run: ReconcileRun, trades: readonly Trade[]): Promise<ReadonlyMap<string, BusinessDay>> {
    const open = new OpenDays(stores);
    const days = new Map<string, BusinessDay>();
    for (const merchantNo of new Set(trades.map((trade) => trade.merchantNo))) days.set(merchantNo, await open.dayFor(merchantNo, run.clearingDay));
    return days;
  }

  async #store(stores: Stores, account: ChannelMerchant, run: ReconcileRun, plan: PagePlan): Promise<Kept> {
    const now = this.#parts.clock.now();
    if (plan.entries.length > 0) await stores.settlement.addAll(plan.entries);
    for (const some of partsOf(plan.settled)) await stores.trades.markSettled(some, run.clearingDay, run.runNo);
    const kept = await keepDifferences(stores, { account, run, found: plan.found, agreed: plan.agreed, corrected: plan.corrected, ids: this.#parts.ids, now });
    await keepStrangers(stores, account, kept.differences, now);
    return kept;
  }
}

export interface Page { readonly lines: readonly BillLine[]; readonly odd: readonly OddLine[] }

/** Longer than any key of ours. */
const maxKeyChars = 40;

/** What one statement takes. */
function* partsOf(keys: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < keys.length; from += maxTradesAtOnce) yield keys.slice(from, from + maxTradesAtOnce);
}

const addedUp = (a: RunFigures, b: RunFigures): RunFigures =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, plus(a[outcome], b[outcome])])) as unknown as RunFigures;
