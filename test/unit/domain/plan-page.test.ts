import { expect } from 'chai';
import { fen, type FenSum } from '../../../domain/kernel/money.js';
import type { BillLine, OddLine } from '../../../domain/reconciliation/bill-line.js';
import { inBill } from '../../../domain/reconciliation/in-bill.js';
import { planPage, type PageFacts } from '../../../domain/reconciliation/plan-page.js';
import { entriesOf } from '../../../domain/settlement/settlement-entry.js';
import type { Trade } from '../../../domain/settlement/trade.js';
import { no, noon } from '../../builders/moments.js';
import { attemptNo } from '../../builders/payments.js';
import { aBillLine, aTrade, runNo } from '../../builders/settlement.js';

const key = `P${attemptNo}`;
function facts(trades: readonly Trade[], changes: Partial<PageFacts> = {}): PageFacts {
  return {
    reading: { runNo, day: '20260508', contract: undefined }, account: { channelMerchantId: 'CM-ALI', payChannel: 'alipay' }, trades: new Map(trades.map((trade) => [trade.tradeKey, trade])),
    entries: new Map(), untraded: new Map(), settleDays: new Map([['M1', '20260508']]), now: noon, ...changes,
  };
}
const plan = (lines: readonly BillLine[], trades: readonly Trade[], changes: Partial<PageFacts> = {}, odd: readonly OddLine[] = []) => planPage(lines, odd, facts(trades, changes));
const found = (made: ReturnType<typeof plan>) => made.found.map(({ outcome, subject }) => `${outcome} ${subject}`);

describe('a page of a bill beside our books', () => {
  it('settles a line that agrees: gross, fee, day and numbers', () => {
    const made = plan([aBillLine()], [aTrade()]);
    expect(made.settled).to.deep.equal([key]);
    expect(made.entries).to.have.length(1);
    expect(made.entries[0]).to.include({ tradeKey: key, entryNo: 0, cause: 'matched', tradeCount: 1, tradeAmount: 12_000n, settledAmount: 12_000n, feeAmount: 72n, settleDay: '20260508', channelOrderNo: 'TRADE-1' });
    expect(made.found).to.deep.equal([]);
    expect(made.figures.matched).to.deep.equal({ count: 1, amount: 12_000n, settled: 12_000n, fee: 72n });
  });

  it('books a refund with minus, and the fee that came back', () => {
    const refund = aTrade({ tradeKey: `R${no(9501)}`, kind: 'refund', amount: fen(1_000), channelOrderNo: undefined });
    const made = plan([aBillLine({ kind: 'refund', ownNo: no(9501), amount: fen(1_000), settled: -1_000n as FenSum, fee: -6n as FenSum })], [refund]);
    expect(made.entries[0]).to.include({ tradeAmount: -1_000n, settledAmount: -1_000n, feeAmount: -6n, tradeCount: 1 });
    expect(made.figures.matched.amount).to.equal(-1_000n);
  });

  it('shares a combined order over its sub-merchants and counts it once', () => {
    const shares = [{ subMerchantNo: 'S1', amount: fen(8_000) }, { subMerchantNo: 'S2', amount: fen(4_000) }];
    const { entries } = plan([aBillLine({ fee: 73n as FenSum })], [aTrade({ shares })]);
    expect(entries.map((one) => [one.subMerchantNo, one.tradeCount, one.settledAmount, one.feeAmount])).to.deep.equal([['S1', 1, 8_000n, 49n], ['S2', 0, 4_000n, 24n]]);
  });

  it('does not book another amount, and says both', () => {
    const made = plan([aBillLine({ amount: fen(12_001) })], [aTrade()]);
    expect(made.entries).to.deep.equal([]);
    expect(made.settled).to.deep.equal([]);
    expect(made.found[0]).to.include({ outcome: 'amount-differs', subject: key, hereAmount: 12_000n, thereAmount: 12_001n, platformOrderNo: aTrade().platformOrderNo });
  });

  it('books a line with another fee than agreed as the channel took it, and lists it', () => {
    const contract = { ratePer100000: 600n, atLeast: fen(0), atMost: fen(99_999), onRefund: undefined };
    const made = plan([aBillLine({ fee: 73n as FenSum })], [aTrade()], { reading: { runNo, day: '20260508', contract } });
    expect(made.entries[0]).to.include({ feeAmount: 73n });
    expect(made.found[0]).to.include({ outcome: 'fee-differs', hereFee: 72n, thereFee: 73n });
    expect(plan([aBillLine()], [aTrade()], { reading: { runNo, day: '20260508', contract } }).found).to.deep.equal([]);
  });

  it('finds a line that stands twice, in one page, in one run, and in two days', () => {
    expect(found(plan([aBillLine(), aBillLine({ lineNo: 2 })], [aTrade()]))).to.deep.equal(['duplicate-line D20260508-2']);
    expect(found(plan([aBillLine()], [aTrade({ settleState: 'settled', settledDay: '20260508', seenRunNo: runNo })]))).to.deep.equal(['duplicate-line D20260508-1']);
    const made = plan([aBillLine()], [aTrade({ settleState: 'settled', settledDay: '20260507', seenRunNo: no(1) })]);
    expect(made.found[0]).to.include({ outcome: 'duplicate-line', detail: '同一笔交易已在 20260507 的账单中对平' });
    expect(made.entries).to.deep.equal([]);
  });

  it('tells a foreign line from one of ours that was never booked', () => {
    const stranger = aBillLine({ ownNo: 'OTHER-SYSTEM-1', channelNo: 'T9' });
    expect(found(plan([stranger], []))).to.deep.equal(['only-there CPT9:OTHER-SYSTEM-1']);
    const own = { platformOrderNo: no(1), merchantNo: 'M1', bizOrderNo: 'B1', amount: fen(12_000) };
    expect(found(plan([aBillLine()], [], { untraded: new Map([[key, own]]) }))).to.deep.equal([`state-differs ${key}`]);
    expect(found(plan([aBillLine()], [], { untraded: new Map([[key, { ...own, amount: fen(1) }]]) }))).to.deep.equal([`amount-differs ${key}`]);
  });

  it('does not take another movement under our number for the one we booked', () => {
    expect(found(plan([aBillLine({ channelNo: 'TRADE-2' })], [aTrade()]))).to.deep.equal([`state-differs ${key}`]);
  });

  it('keeps a line without any number, and one with Chinese in its number, by its place', () => {
    expect(found(plan([aBillLine({ ownNo: '', channelNo: '' }), aBillLine({ ownNo: '订单一', channelNo: '交易', lineNo: 7 })], []))).to.deep.equal(['only-there L20260508-1', 'only-there L20260508-7']);
  });

  it('keeps lines nobody could read', () => {
    const made = plan([], [], {}, [{ lineNo: 4, why: 'amount', text: 'x,y' }]);
    expect(made.found[0]).to.include({ outcome: 'odd-line', subject: 'O20260508-4', detail: 'amount：x,y' });
    expect(inBill(made.figures).count).to.equal(0);
  });

  it('counts every readable line once, so that the figures are the bill\'s', () => {
    const lines = [aBillLine(), aBillLine({ lineNo: 2 }), aBillLine({ lineNo: 3, ownNo: 'X', channelNo: 'T3', amount: fen(5), settled: 5n as FenSum, fee: 0n as FenSum })];
    expect(inBill(plan(lines, [aTrade()]).figures)).to.deep.equal({ count: 3, amount: 24_005n, settled: 24_005n, fee: 144n });
  });
});

describe('the same day once more with another bill', () => {
  const movement = { settled: 12_000n as FenSum, fee: 72n as FenSum, channelNo: 'TRADE-1', lineNo: 1, runNo: no(1), clearingDay: '20260508', settleDay: '20260508', now: noon };
  const settled = aTrade({ settleState: 'settled', settledDay: '20260508', seenRunNo: no(1) });
  const entries = new Map([[key, entriesOf(settled, movement, 0)]]);

  it('writes nothing where the line says the same', () => {
    const made = plan([aBillLine()], [settled], { entries });
    expect(made.entries).to.deep.equal([]);
    expect(made.settled).to.deep.equal([key]);
    expect(made.corrected).to.deep.equal([]);
  });

  it('adds the difference where the line says something else', () => {
    const made = plan([aBillLine({ fee: 60n as FenSum })], [settled], { entries, settleDays: new Map([['M1', '20260510']]) });
    expect(made.corrected).to.deep.equal([key]);
    expect(made.entries).to.have.length(1);
    expect(made.entries[0]).to.include({ entryNo: 1, cause: 'corrected', tradeCount: 0, tradeAmount: 0n, settledAmount: 0n, feeAmount: -12n, settleDay: '20260510', clearingDay: '20260508' });
  });
});
