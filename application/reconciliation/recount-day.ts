import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import type { DayState, ReconcileDay } from '../../domain/reconciliation/run.js';
import { maxWaitingDays } from '../../domain/reconciliation/waiting.js';
import type { Stores } from '../ports/unit-of-work.js';

/** Days before and behind a run's day whose differences it may have changed: what was expected in a later bill may stand in a late one of an earlier day. */
const touched = { before: 31, behind: maxWaitingDays } as const;

export const stateOf = ({ openCount }: Pick<ReconcileDay, 'openCount'>): DayState => (openCount > 0 ? 'differs' : 'balanced');

/** A bill may clear, or turn from waiting to open, what belongs to days around it. */
export async function recountDays({ reconciliation }: Stores, { channelMerchantId }: ChannelMerchant, day: BusinessDay): Promise<void> {
  for (let step = -touched.before; step <= touched.behind; step++) if (step !== 0) await recountDay(reconciliation, channelMerchantId, addDays(day, step));
}

/** Brings a day's counts to what its differences are now. */
export async function recountDay(reconciliation: Stores['reconciliation'], channelMerchantId: string, clearingDay: BusinessDay): Promise<void> {
  const day = await reconciliation.day(channelMerchantId, clearingDay);
  if (day?.lastRunNo === undefined) return;
  const counts = await reconciliation.differenceCounts(channelMerchantId, clearingDay);
  if (counts.open === day.openCount && counts.waiting === day.waitingCount) return;
  const changed = { ...day, openCount: counts.open, waitingCount: counts.waiting };
  await reconciliation.putDay({ ...changed, state: day.runningNo === undefined ? stateOf(changed) : day.state });
}
