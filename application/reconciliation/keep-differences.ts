import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { isSameDifference, standsForOtherLine, stateOfNew, type Difference, type Finding, type NewDifference } from '../../domain/reconciliation/difference.js';
import { itemsOf, type ReconcileRun, type RunItem } from '../../domain/reconciliation/run.js';
import type { Ids } from '../ports/ids.js';
import type { Stores } from '../ports/unit-of-work.js';

export interface Findings {
  readonly account: Pick<ChannelMerchant, 'channelMerchantId'>;
  readonly run: ReconcileRun;
  readonly found: readonly Finding[];
  /** Subjects that agree now. */
  readonly agreed: readonly string[];
  readonly corrected: readonly string[];
  readonly withdrawn?: readonly string[];
  readonly ids: Ids;
  readonly now: EpochMs;
}
export interface Kept {
  readonly found: number; readonly again: number; readonly cleared: number;
  /** As they stand for what was found. */
  readonly differences: readonly Difference[];
}

/** Most subjects asked for in one statement. */
const atOnce = 500;

/** Brings the list of differences to what a run found, and keeps what this run saw for good. A person's handling stands while the finding is the same. */
export async function keepDifferences(stores: Stores, findings: Findings): Promise<Kept> {
  const { account, run, found, agreed } = findings;
  const known = await knownOf(stores, account.channelMerchantId, [...found.flatMap(({ subject, atLine }) => (atLine === undefined ? [subject] : [subject, atLine])), ...agreed]);
  const items: Omit<RunItem, 'runNo' | 'itemNo'>[] = [];
  const tally = { found: 0, again: 0, cleared: 0 };
  const differences: Difference[] = [];
  for (const { atLine, ...told } of found) {
    const earlier = known.get(told.subject);
    const finding = atLine !== undefined && earlier && standsForOtherLine(earlier, run) ? { ...told, subject: atLine } : told;
    const before = known.get(finding.subject);
    const stored = await keepOne(stores, findings, finding, before);
    known.set(finding.subject, stored);
    differences.push(stored);
    const isSame = before !== undefined && before.state !== 'cleared' && isSameDifference(before, finding);
    // What is known of another day and is still so is no news of this run.
    if (isSame && finding.clearingDay !== run.clearingDay) continue;
    tally[isSame ? 'again' : 'found'] += 1;
    items.push({ subject: finding.subject, outcome: finding.outcome, change: isSame ? 'same' : 'new', hereAmount: finding.hereAmount, thereAmount: finding.thereAmount });
  }
  for (const subject of agreed) {
    const before = known.get(subject);
    if (!before || before.state === 'cleared' || standsForOtherLine(before, run)) continue;
    await stores.reconciliation.putDifference({ ...before, state: 'cleared', lastRunNo: run.runNo });
    tally.cleared += 1;
    items.push({ subject, outcome: before.outcome, change: 'gone', hereAmount: before.hereAmount, thereAmount: before.thereAmount });
  }
  for (const change of ['corrected', 'withdrawn'] as const) {
    for (const subject of findings[change] ?? []) items.push({ subject, outcome: 'matched', change, hereAmount: undefined, thereAmount: undefined });
  }
  await addItems(stores, run, items);
  return { ...tally, differences };
}

async function keepOne(stores: Stores, { run, ids, now }: Findings, finding: NewDifference, before: Difference | undefined): Promise<Difference> {
  if (!before) {
    const made: Difference = { ...finding, differenceNo: ids.next(), state: stateOfNew(finding.outcome), firstRunNo: run.runNo, lastRunNo: run.runNo, createdAt: now, version: 1 };
    await stores.reconciliation.addDifference(made);
    return made;
  }
  const stands = before.state !== 'cleared' && isSameDifference(before, finding);
  const changed: Difference = { ...before, ...finding, state: stands ? before.state : stateOfNew(finding.outcome), lastRunNo: run.runNo };
  await stores.reconciliation.putDifference(changed);
  return { ...changed, version: changed.version + 1 };
}

async function knownOf({ reconciliation }: Stores, channelMerchantId: string, subjects: readonly string[]): Promise<Map<string, Difference>> {
  const all = new Map<string, Difference>();
  for (let from = 0; from < subjects.length; from += atOnce) {
    for (const one of await reconciliation.differencesOn(channelMerchantId, subjects.slice(from, from + atOnce))) all.set(one.subject, one);
  }
  return all;
}

/** Items are numbered within their run in the order in which they were found. */
async function addItems({ reconciliation }: Stores, run: ReconcileRun, items: readonly Omit<RunItem, 'runNo' | 'itemNo'>[]): Promise<void> {
  if (items.length === 0) return;
  const before = itemsOf(run.changes);
  await reconciliation.addItems(items.map((item, index) => ({ ...item, runNo: run.runNo, itemNo: before + index + 1 })));
}
