import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { dayLines, differenceLines, refusalWords } from '../../../bootstrap/cli/reconcile-words.js';
import type { BillRefusal } from '../../../domain/reconciliation/bill-line.js';
import { differenceKinds, type Difference, type DifferenceKind } from '../../../domain/reconciliation/difference.js';
import type { DayState, ReconcileDay } from '../../../domain/reconciliation/run.js';

const guide = readFileSync('docs/finance/README.md', 'utf8');
const formats = readFileSync('docs/finance/file-formats.md', 'utf8');
const dayStates = { 'awaiting-bill': true, running: true, balanced: true, differs: true, 'no-bill': true, 'not-reconciled': true } as const satisfies Record<DayState, true>;
const refusals = {
  'not-a-bill': true, 'too-big': true, 'zip-bomb': true, truncated: true, damaged: true, charset: true, 'wrong-day': true, 'wrong-merchant': true, 'totals-disagree': true, 'too-many-lines': true,
} as const satisfies Record<BillRefusal, true>;

/** Only what the lines print matters. */
const difference = (outcome: DifferenceKind): Difference => ({
  differenceNo: '1', channelMerchantId: 'CM', payChannel: 'alipay', subject: 'P1', outcome, state: 'open', clearingDay: '20261127', kind: 'payment', merchantNo: undefined, platformOrderNo: undefined,
  bizOrderNo: undefined, ownNo: '', channelNo: '', hereAmount: undefined, thereAmount: undefined, hereFee: undefined, thereFee: undefined, thereSettled: undefined, suggestedKey: undefined,
  happenedAt: undefined, detail: '', firstRunNo: '1', lastRunNo: '1', createdAt: 0, version: 1,
});
const wordOf = (outcome: DifferenceKind): string => differenceLines([difference(outcome)])[0]?.split('，')[1] ?? '';
const day = (state: DayState): ReconcileDay => ({ clearingDay: '20261127', channelMerchantId: 'CM', state, reconcileCount: 0, reconcileAmount: 0n, feeAmount: 0n, openCount: 0, waitingCount: 0, lastWord: '' } as unknown as ReconcileDay);

describe('words of the finance guide', () => {
  it('have a section for every kind of difference, under the name the command prints', () => {
    for (const kind of differenceKinds) expect(guide, kind).to.include(`\n### ${wordOf(kind)}\n`);
  });

  it('name every state of a day as the command prints it', () => {
    for (const state of Object.keys(dayStates) as DayState[]) {
      const word = dayLines('20261127', [day(state)], undefined)[0]?.split('，')[1] ?? '';
      expect(guide, state).to.include(`\n| ${word} |`);
    }
  });

  it('list every reason for which a file is refused', () => {
    for (const why of [...Object.keys(refusals) as BillRefusal[], 'cut-off' as const]) {
      const said = refusalWords({ code: 'bill-refused', refused: { why, detail: '', fileNo: undefined } }).replace('账单未被接受：', '');
      expect(formats, why).to.include(`\n| ${said} |`);
    }
  });
});
