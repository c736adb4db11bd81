import { payChannels } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import { isStillPlanned } from '../../domain/reconciliation/ask-again.js';
import type { Difference } from '../../domain/reconciliation/difference.js';
import type { ReconcileDay } from '../../domain/reconciliation/run.js';
import type { CertifiedMerchant, CertifiedSum } from '../../domain/settlement/certificate-content.js';
import { uncheckedAccount, type LegCheck } from '../../domain/settlement/leg-check.js';
import type { Directory } from '../ports/directory.js';
import type { Readers } from '../ports/unit-of-work.js';

const pageSize = 500;
/** More listed differences of all accounts together than this are no day to certify; the text of a certificate with so many is just below the longest that can be stored. */
const mostDifferences = 3_500;

/** Why a day cannot be certified yet, in words for an operator. */
export type NotYet = { readonly day: BusinessDay; readonly why: 'not-over' | 'not-planned' | 'not-reconciled' | 'sums-differ' | 'too-many-differences' | 'legs-unchecked'; readonly about: string };

export interface DayFacts { readonly merchants: readonly CertifiedMerchant[]; readonly sums: readonly CertifiedSum[]; readonly days: readonly ReconcileDay[]; readonly checks: readonly LegCheck[]; /** When the last of the runs ended and the last check was changed. */ readonly comparedAt: EpochMs }

/** What is certified of a day, or what stands in the way. */
export async function lookAtDay({ reconciliation, trades, settlement, legs }: Readers, directory: Directory, day: BusinessDay, now: EpochMs): Promise<NotYet | DayFacts> {
  const days = await reconciliation.daysOn(day);
  const missing = await unplanned(directory, isStillPlanned(day, now), days, (id) => trades.anyOn(id, day));
  if (missing !== undefined) return { day, why: 'not-planned', about: missing };
  const sums = await settlement.sumsOfDay(day, 'clearingDay');
  const merchants: CertifiedMerchant[] = [];
  let comparedAt = 0;
  for (const one of days) {
    const run = one.lastRunNo === undefined || one.runningNo !== undefined ? undefined : await reconciliation.run(one.lastRunNo);
    if (!run) return { day, why: 'not-reconciled', about: one.channelMerchantId };
    const booked = { settled: run.figures.matched.settled + run.figures['fee-differs'].settled, fee: run.figures.matched.fee + run.figures['fee-differs'].fee };
    const own = sums.filter(({ channelMerchantId }) => channelMerchantId === one.channelMerchantId);
    if (total(own, 'settledAmount') !== booked.settled || total(own, 'feeAmount') !== booked.fee) return { day, why: 'sums-differ', about: one.channelMerchantId };
    const listed = await differencesOf(reconciliation, one, mostDifferences - merchants.reduce((sum, { waiting, open }) => sum + waiting.length + open.length, 0));
    if (!listed) return { day, why: 'too-many-differences', about: one.channelMerchantId };
    comparedAt = Math.max(comparedAt, run.endedAt ?? 0);
    const bill = run.billNo === undefined ? undefined : await reconciliation.bill(run.billNo);
    merchants.push({
      channelMerchantId: one.channelMerchantId, payChannel: one.payChannel, runNo: run.runNo, billNo: run.billNo, billDigest: bill?.digest, figures: run.figures,
      waiting: listed.filter(({ state }) => state === 'waiting'), open: listed.filter(({ state }) => state !== 'waiting'),
    });
  }
  const checks = await legs.checksOn(day);
  const unchecked = uncheckedAccount(days, checks);
  if (unchecked !== undefined) return { day, why: 'legs-unchecked', about: unchecked };
  return { merchants, sums, days, checks, comparedAt: Math.max(comparedAt, ...checks.map(({ changedAt }) => changedAt)) };
}

/** An account that is open, or had money that day, and whose bill nobody has asked for. */
async function unplanned(directory: Directory, isAskedOfAll: boolean, days: readonly ReconcileDay[], hadTrades: (channelMerchantId: string) => Promise<boolean>): Promise<string | undefined> {
  const planned = new Set(days.map(({ channelMerchantId }) => channelMerchantId));
  for (const payChannel of payChannels) {
    for (const { channelMerchantId, enabled } of await directory.channelMerchantsAt(payChannel)) {
      if (!planned.has(channelMerchantId) && ((enabled && isAskedOfAll) || await hadTrades(channelMerchantId))) return channelMerchantId;
    }
  }
  return undefined;
}

const total = (sums: readonly CertifiedSum[], field: 'settledAmount' | 'feeAmount'): bigint => sums.reduce((sum, one) => sum + one[field], 0n);

async function differencesOf(reconciliation: Readers['reconciliation'], { channelMerchantId, clearingDay }: ReconcileDay, most: number): Promise<readonly Difference[] | undefined> {
  const all: Difference[] = [];
  for (let after: string | undefined; all.length <= most;) {
    const page = await reconciliation.differencesOf({ channelMerchantId, clearingDay, states: ['waiting', 'open', 'handled'], after, limit: pageSize });
    all.push(...page);
    if (page.length < pageSize) return all.length <= most ? all : undefined;
    after = page.at(-1)?.differenceNo;
  }
  return undefined;
}
