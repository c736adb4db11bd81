import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import type { Trade } from '../../domain/settlement/trade.js';
import { maxTradesAtOnce } from '../ports/settlement-books.js';
import type { Stores } from '../ports/unit-of-work.js';

/** Most differences of one day that are looked at; where more differ, something else is wrong. */
const most = 500;

/** A line nobody here knows and a trade no bill has, of the same day, kind and amount: perhaps one movement under two numbers. Said to a person, never booked. */
export async function suggestPartners({ reconciliation, trades }: Stores, { channelMerchantId }: ChannelMerchant, day: BusinessDay): Promise<void> {
  const strangers = (await reconciliation.differencesOf({ channelMerchantId, clearingDay: day, states: ['open'], after: undefined, limit: most })).filter(({ outcome }) => outcome === 'only-there');
  if (strangers.length === 0) return;
  const left = [...await trades.unsettled({ channelMerchantId, from: addDays(day, -1), to: addDays(day, 1), after: undefined, limit: maxTradesAtOnce })];
  for (const stranger of strangers) {
    const at = left.findIndex((trade) => isAlike(trade, stranger));
    const partner = at < 0 ? undefined : left.splice(at, 1)[0]?.tradeKey;
    if (partner !== stranger.suggestedKey) await reconciliation.putDifference({ ...stranger, suggestedKey: partner });
  }
}

const isAlike = (trade: Trade, stranger: { readonly kind: string | undefined; readonly thereAmount: bigint | undefined; readonly happenedAt: number | undefined }): boolean =>
  trade.kind === stranger.kind && trade.amount === stranger.thereAmount && stranger.happenedAt !== undefined && businessDay(trade.tradeAt) === businessDay(stranger.happenedAt);
