import { askJson } from '../../bootstrap/profiles/embedded/outside-link.js';
import type { Premises } from './premises.js';

/** A payment as the channel's own ledger has it. */
export interface BookedPayment {
  readonly attemptNo: string;
  readonly amountFen: bigint;
  /** `reversed`: taken back as if it had never been (UnionPay 99/01). */
  readonly state: 'open' | 'paid' | 'unpaid' | 'reversed';
}
/** Money that went back. `byCancel`: Alipay's cancel of a paid scan, under the payment's own number. */
export interface BookedRefund { readonly refundNo: string; readonly attemptNo: string; readonly amountFen: bigint; readonly byCancel: boolean }
export interface ChannelBook { readonly payments: readonly BookedPayment[]; readonly refunds: readonly BookedRefund[]; readonly paidFen: bigint; readonly refundedFen: bigint }

interface Totals { readonly paidFen: string; readonly refundedFen: string }
interface AlipayRow {
  readonly outTradeNo: string; readonly state: string; readonly totalFen: string; readonly paidAt: number | null;
  readonly refunds: readonly { readonly outRequestNo: string; readonly amountFen: string }[];
}
interface UnionPayRow { readonly orderId: string; readonly queryId: string; readonly txnType: string; readonly state: string; readonly amountFen: string; readonly origQryId?: string }

export async function alipayBook(premises: Premises): Promise<ChannelBook> {
  const { trades, paidFen, refundedFen } = await askJson<Totals & { readonly trades: readonly AlipayRow[] }>('GET', `${premises.alipayUrl}/sim/books`);
  return {
    paidFen: BigInt(paidFen), refundedFen: BigInt(refundedFen),
    payments: trades.map((trade) => ({
      attemptNo: trade.outTradeNo, amountFen: BigInt(trade.totalFen), state: trade.paidAt !== null ? 'paid' : trade.state === 'WAIT_BUYER_PAY' ? 'open' : 'unpaid',
    })),
    refunds: trades.flatMap((trade) => trade.refunds.map(({ outRequestNo, amountFen }) => ({
      refundNo: outRequestNo, attemptNo: trade.outTradeNo, amountFen: BigInt(amountFen), byCancel: outRequestNo === trade.outTradeNo,
    }))),
  };
}

const unionpayStates: Readonly<Record<string, BookedPayment['state']>> = { open: 'open', success: 'paid', undone: 'paid', failed: 'unpaid', reversed: 'reversed' };

export async function unionpayBook(premises: Premises): Promise<ChannelBook> {
  const { trades, paidFen, refundedFen } = await askJson<Totals & { readonly trades: readonly UnionPayRow[] }>('GET', `${premises.unionpayUrl}/sim/books`);
  const numberOf = new Map(trades.map((trade) => [trade.queryId, trade.orderId]));
  return {
    paidFen: BigInt(paidFen), refundedFen: BigInt(refundedFen),
    payments: trades.filter((trade) => trade.txnType === '01').map((trade) => ({
      attemptNo: trade.orderId, amountFen: BigInt(trade.amountFen), state: unionpayStates[trade.state] ?? 'open',
    })),
    refunds: trades.filter((trade) => trade.txnType !== '01' && trade.state === 'success').map((trade) => ({
      refundNo: trade.orderId, attemptNo: numberOf.get(trade.origQryId ?? '') ?? '', amountFen: BigInt(trade.amountFen), byCancel: false,
    })),
  };
}
