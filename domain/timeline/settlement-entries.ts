import type { EpochMs } from '../kernel/china-time.js';
import type { SettlementEntry } from '../settlement/settlement-entry.js';
import type { Trade } from '../settlement/trade.js';
import type { TimelineEntry } from './timeline.js';

/** That a movement was found in the channel's bill: from then on it is certain on both sides. `entries`: all that settlement has of this trade. */
export function entriesOfTrade(trade: Trade, entries: readonly SettlementEntry[]): readonly TimelineEntry[] {
  const settledAt = lastFoundAt(trade, entries);
  if (trade.settledDay === undefined || settledAt === undefined) return [];
  const text = `${trade.kind === 'payment' ? '收款' : '退款'}与渠道账单核对一致`;
  return [{ at: settledAt, subject: 'settlement', tone: 'done', text, amount: trade.amount, detail: `清算日 ${trade.settledDay}` }];
}

/** When a line of a bill was found to be this trade; a line that was withdrawn and came back counts when it came back. */
const lastFoundAt = ({ tradeKey }: Trade, entries: readonly SettlementEntry[]): EpochMs | undefined =>
  entries.filter((entry) => entry.tradeKey === tradeKey && entry.tradeCount > 0).map(({ createdAt }) => createdAt).sort((a, b) => b - a)[0];

/** The bill in which a trade is awaited, as the jobs that fetch and compare it are named. */
export const billKeysOf = (trades: readonly Trade[]): readonly string[] =>
  [...new Set(trades.filter(({ settleState }) => settleState === 'open').map(({ channelMerchantId, clearingDay }) => `${channelMerchantId}:${clearingDay}`))];
