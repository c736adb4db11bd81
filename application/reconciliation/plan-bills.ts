import { usualTerms } from '../../domain/directory/channel.js';
import { payChannels, type ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { businessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import { askedFirstAt, maxDaysBack } from '../../domain/reconciliation/ask-again.js';
import { isFetched, isUnasked, plannedAs, type BillTerms } from '../../domain/reconciliation/bill-terms.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import type { ReconcileDay } from '../../domain/reconciliation/run.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { billKey } from './bill-key.js';
import { emptyDay } from './start-run.js';

export interface PlanBillsParts { readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly clock: Clock }

/**
 * Makes sure that the bill of every account is asked for, for yesterday and the days before it that nobody asked for yet (an installation that
 * was down). An account is new on the day of its first trade: nobody asks for bills of days before it; one that is
 * closed is asked for the days on which it had money. Running it twice, or on two hosts, changes nothing.
 */
export class PlanBills {
  readonly #parts: PlanBillsParts;

  constructor(parts: PlanBillsParts) {
    this.#parts = parts;
  }

  /** How many bills were put on the list. */
  async run(): Promise<number> {
    const { directory, clock } = this.#parts;
    const today = businessDay(clock.now());
    let planned = 0;
    for (const payChannel of payChannels) {
      const terms = await directory.channelAt(payChannel) ?? usualTerms;
      for (const account of await directory.channelMerchantsAt(payChannel)) {
        for (let back = 1; back <= maxDaysBack; back++) planned += await this.#plan(account, addDays(today, -back), back, terms) ? 1 : 0;
      }
    }
    return planned;
  }

  async #plan(account: ChannelMerchant, clearingDay: BusinessDay, back: number, terms: BillTerms): Promise<boolean> {
    const { unitOfWork, clock } = this.#parts;
    if (clock.now() < askedFirstAt(clearingDay, terms)) return false;
    const wanted = { ...emptyDay(account, clearingDay), ...plannedAs(terms) };
    const isPlanned = await unitOfWork.read(async ({ reconciliation, trades }) => {
      const day = await reconciliation.day(account.channelMerchantId, clearingDay);
      return day !== undefined ? !isToBePlannedAnew(day, wanted) : (back > 1 || !account.enabled) && !await trades.anyOn(account.channelMerchantId, clearingDay);
    });
    if (isPlanned) return false;
    return unitOfWork.run(async ({ reconciliation, outbox }) => {
      const day = await reconciliation.day(account.channelMerchantId, clearingDay);
      if (day !== undefined) {
        if (!isToBePlannedAnew(day, wanted)) return false;
        await reconciliation.putDay({ ...day, ...plannedAs(terms) });
      } else if (await reconciliation.addDay(wanted) === 'exists') return false;
      if (!isFetched(terms)) return false;
      await outbox.enqueue({ topic: 'fetch-bill', key: billKey({ channelMerchantId: account.channelMerchantId, clearingDay }), dueAt: clock.now() });
      return true;
    });
  }
}

/** Nobody has asked for its bill, because its channel was not reconciled or its bills were given by a person, and that is otherwise by now. */
const isToBePlannedAnew = (day: ReconcileDay, wanted: ReconcileDay): boolean => isUnasked(day) && (day.state !== wanted.state || day.lastWord !== wanted.lastWord);
