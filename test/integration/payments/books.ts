import { expect } from 'chai';
import type { Life } from './life.js';

interface AlipayTrade { readonly outTradeNo: string; readonly totalFen: string; readonly refundedFen: string; readonly paidAt: number | null }
interface UnionPayTrade { readonly orderId: string; readonly txnType: string; readonly state: string; readonly amountFen: string; readonly refundedFen: string }

/** What each payment has left at the channels, by our attempt number; only what is not zero. */
async function channelNets(life: Life): Promise<ReadonlyMap<string, bigint>> {
  const [alipay, unionpay] = [await life.sim('alipay', 'GET', 'books'), await life.sim('unionpay', 'GET', 'books')];
  const nets = new Map<string, bigint>();
  for (const trade of alipay['trades'] as readonly AlipayTrade[]) {
    if (trade.paidAt !== null) nets.set(trade.outTradeNo, BigInt(trade.totalFen) - BigInt(trade.refundedFen));
  }
  for (const trade of unionpay['trades'] as readonly UnionPayTrade[]) {
    if (trade.txnType === '01' && trade.state === 'success') nets.set(trade.orderId, BigInt(trade.amountFen) - BigInt(trade.refundedFen));
  }
  return nets;
}

/** The same by our own records: money that came with an attempt less what certainly went back. */
async function ownNets(life: Life): Promise<ReadonlyMap<string, bigint>> {
  const nets = new Map<string, bigint>();
  for (const row of await life.rows('pay_attempt')) {
    if (['paid', 'repeat', 'late', 'stray'].includes(String(row['state']))) nets.set(String(row['attempt_no']), BigInt(String(row['amount'])));
  }
  for (const row of await life.rows('pay_refund', { state: 'refunded' })) {
    const attemptNo = String(row['attempt_no']);
    nets.set(attemptNo, (nets.get(attemptNo) ?? 0n) - BigInt(String(row['refund_amount'])));
  }
  return nets;
}

const lines = (nets: ReadonlyMap<string, bigint>): readonly string[] => [...nets].filter(([, net]) => net !== 0n).map(([no, net]) => `${no} ${net}`).sort();

/** Both ledgers agree payment by payment, to the fen. `except`: attempts that a person still has to settle. */
export async function expectBooksToAgree(life: Life, except: readonly string[] = []): Promise<void> {
  await life.quiet();
  const [theirs, ours] = [await channelNets(life), await ownNets(life)];
  const kept = (all: readonly string[]): readonly string[] => all.filter((line) => !except.some((no) => line.startsWith(no)));
  expect(kept(lines(ours))).to.deep.equal(kept(lines(theirs)));
}
