import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { addDays, cutMinuteOf } from '../../domain/reconciliation/clearing-day.js';
import { standsForOtherLine, type Difference, type NewDifference } from '../../domain/reconciliation/difference.js';
import { changedBy, counted, noChanges, type ReconcileRun } from '../../domain/reconciliation/run.js';
import { mayStillCome, type WaitingRule } from '../../domain/reconciliation/waiting.js';
import { withdrawalOf } from '../../domain/settlement/settlement-entry.js';
import type { Trade } from '../../domain/settlement/trade.js';
import type { FenSum } from '../../domain/kernel/money.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import { maxTradesAtOnce, type TradePlace } from '../ports/settlement-books.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { keepDifferences } from './keep-differences.js';
import { OpenDays } from './open-days.js';
import { putRun } from './put-run.js';

export interface FindMissingParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock; readonly waiting: WaitingRule }

/** How far back an unsettled trade is looked at again with each run. */
const lookBackDays = 31;

/** After the lines: takes back what the newest bill of the day does not have any more, then finds trades that no bill has. A page at a time, each in one unit. */
export class FindMissing {
  readonly #parts: FindMissingParts;

  constructor(parts: FindMissingParts) {
    this.#parts = parts;
  }

  /** `run` undefined: somebody else has moved it on. */
  async run(account: ChannelMerchant, run: ReconcileRun): Promise<{ readonly run: ReconcileRun | undefined; readonly isOver: boolean }> {
    return this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.reconciliation.run(run.runNo);
      if (!current || current.state !== 'missing' || current.missingAfter !== run.missingAfter) return { run: undefined, isOver: false };
      // Looks at every settled trade of the day: not where no run was before, and not again once nothing was found.
      const mayBeGone = run.sequence > 1 && run.missingAfter === undefined;
      const gone = mayBeGone ? await stores.trades.settledUnseen({ channelMerchantId: account.channelMerchantId, day: run.clearingDay, runNo: run.runNo, after: undefined, limit: maxTradesAtOnce }) : [];
      if (gone.length > 0) return { run: await this.#withdraw(stores, account, current, gone), isOver: false };
      return this.#page(stores, account, current);
    });
  }

  async #withdraw(stores: Stores, account: ChannelMerchant, run: ReconcileRun, gone: readonly Trade[]): Promise<ReconcileRun> {
    const { ids, clock } = this.#parts;
    const open = new OpenDays(stores);
    const known = await stores.settlement.ofTrades(gone.map(({ tradeKey }) => tradeKey));
    const entries = [];
    for (const trade of gone) {
      const movement = {
        settled: 0n as FenSum, fee: 0n as FenSum, channelNo: trade.channelOrderNo ?? trade.attemptNo, lineNo: 0, runNo: run.runNo, clearingDay: run.clearingDay,
        settleDay: await open.dayFor(trade.merchantNo, run.clearingDay), now: clock.now(),
      };
      entries.push(...withdrawalOf(trade, movement, known.filter(({ tradeKey }) => tradeKey === trade.tradeKey)));
    }
    if (entries.length > 0) await stores.settlement.addAll(entries);
    const withdrawn = gone.map(({ tradeKey }) => tradeKey);
    await stores.trades.markOpen(withdrawn);
    await keepDifferences(stores, { account, run, found: [], agreed: [], corrected: [], withdrawn, ids, now: clock.now() });
    return putRun(stores, { ...run, changes: changedBy(run.changes, { ...noChanges, withdrawn: withdrawn.length }) });
  }

  async #page(stores: Stores, account: ChannelMerchant, run: ReconcileRun): Promise<{ readonly run: ReconcileRun; readonly isOver: boolean }> {
    const { ids, clock, waiting } = this.#parts;
    const unsettled = await stores.trades.unsettled({
      channelMerchantId: account.channelMerchantId, from: addDays(run.clearingDay, -lookBackDays), to: run.clearingDay, after: placeOf(run.missingAfter), limit: maxTradesAtOnce,
    });
    const known = await stores.reconciliation.differencesOn(account.channelMerchantId, unsettled.map(({ tradeKey }) => tradeKey));
    const missing = await this.#missing(stores, account, run, unsettled, known);
    const cut = cutMinuteOf(account);
    // What has been waited for long enough is not waited for again because an older day is run once more.
    const given = new Set(known.filter(({ outcome, state }) => outcome === 'only-here' && state !== 'cleared').map(({ subject }) => subject));
    const outcomeOf = (trade: Trade): 'waiting' | 'only-here' => (!given.has(trade.tradeKey) && mayStillCome(trade, run.clearingDay, cut, waiting) ? 'waiting' : 'only-here');
    const found = missing.map((trade) => differenceOf(account, trade, outcomeOf(trade)));
    const kept = await keepDifferences(stores, { account, run, found, agreed: [], corrected: [], ids, now: clock.now() });
    let figures = run.figures;
    for (const trade of missing) {
      figures = counted(figures, outcomeOf(trade), { count: 1, amount: (trade.kind === 'payment' ? trade.amount : -BigInt(trade.amount)) as FenSum, settled: 0n as FenSum, fee: 0n as FenSum });
    }
    const last = unsettled.at(-1);
    const next = await putRun(stores, {
      ...run, figures, missingAfter: last ? textOf(last) : run.missingAfter, changes: changedBy(run.changes, { ...noChanges, ...kept }),
    });
    return { run: next, isOver: unsettled.length < maxTradesAtOnce };
  }

  /** Not those of which the bill said something else (another amount), nor those of a day whose own bill has not been compared yet. */
  async #missing(stores: Stores, account: ChannelMerchant, run: ReconcileRun, unsettled: readonly Trade[], known: readonly Difference[]): Promise<readonly Trade[]> {
    const told = new Set(known.filter((one) => standsForOtherLine(one, run)).map(({ subject }) => subject));
    const compared = new Map<BusinessDay, boolean>([[run.clearingDay, true]]);
    for (const { clearingDay } of unsettled) {
      if (!compared.has(clearingDay)) compared.set(clearingDay, (await stores.reconciliation.day(account.channelMerchantId, clearingDay))?.lastRunNo !== undefined);
    }
    return unsettled.filter((trade) => compared.get(trade.clearingDay) && !told.has(trade.tradeKey));
  }
}

const textOf = ({ clearingDay, tradeKey }: TradePlace): string => `${clearingDay}:${tradeKey}`;
const placeOf = (text: string | undefined): TradePlace | undefined => (text === undefined ? undefined : { clearingDay: text.slice(0, 8), tradeKey: text.slice(9) });

const differenceOf = (account: ChannelMerchant, trade: Trade, outcome: 'waiting' | 'only-here'): NewDifference => ({
  channelMerchantId: account.channelMerchantId, payChannel: account.payChannel, subject: trade.tradeKey, outcome, clearingDay: trade.clearingDay, kind: trade.kind,
  merchantNo: trade.merchantNo, platformOrderNo: trade.platformOrderNo, bizOrderNo: trade.bizOrderNo, ownNo: trade.tradeKey.slice(1), channelNo: trade.channelOrderNo ?? '',
  hereAmount: trade.amount, thereAmount: undefined, hereFee: undefined, thereFee: undefined, thereSettled: undefined, suggestedKey: undefined, happenedAt: trade.tradeAt, detail: '',
});
