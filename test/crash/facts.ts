import type { CallbackEar, Heard } from './callback-ear.js';
import { alipayBook, unionpayBook, type ChannelBook } from './channel-books.js';
import type { Premises } from './premises.js';
import type { StoreView } from './store-view.js';
import type { AskedRefund, PlacedOrder, Till } from './till.js';
import type { Channel } from './wallet.js';

export interface OrderRow { readonly orderNo: string; readonly bizOrderNo: string; readonly state: string; readonly paidAttemptNo: string | undefined; readonly amountFen: bigint }
export interface AttemptRow {
  readonly attemptNo: string; readonly orderNo: string; readonly channel: Channel; readonly method: string; readonly state: string; readonly amountFen: bigint;
  readonly channelOrderNo: string | undefined; readonly cancelAsked: boolean;
}
export interface RefundRow {
  readonly refundNo: string; readonly bizRefundOrderNo: string; readonly orderNo: string; readonly attemptNo: string; readonly state: string; readonly origin: string;
  readonly amountFen: bigint; readonly tradeNo: string | undefined; readonly askedToBeTold: boolean;
}

export interface TradeRow { readonly key: string; readonly attemptNo: string; readonly channel: Channel; readonly amountFen: bigint }

/** Everything that the invariants compare: our rows, the channels' ledgers, what the business system asked, was told and heard. */
export interface Facts {
  readonly orders: readonly OrderRow[];
  readonly attempts: readonly AttemptRow[];
  readonly refunds: readonly RefundRow[];
  readonly trades: readonly TradeRow[];
  /** Attempt numbers with a record of repeat money, and `<kind>:<attemptNo>` of abnormal money. */
  readonly repeats: ReadonlySet<string>;
  readonly abnormal: ReadonlySet<string>;
  readonly deadJobs: readonly string[];
  readonly books: Readonly<Record<Channel, ChannelBook>>;
  readonly placed: readonly PlacedOrder[];
  readonly asked: readonly AskedRefund[];
  readonly heard: readonly Heard[];
}

const text = (value: unknown): string => String(value);
const maybe = (value: unknown): string | undefined => (value === null || value === undefined ? undefined : String(value));
const fen = (value: unknown): bigint => BigInt(Number(value));

export async function gatherFacts(premises: Premises, store: StoreView, till: Till, ear: CallbackEar): Promise<Facts> {
  const [alipay, unionpay] = await Promise.all([alipayBook(premises), unionpayBook(premises)]);
  const [orders, attempts, refunds, trades, repeats, abnormal, dead] = await Promise.all([
    store.all('pay_order'), store.all('pay_attempt'), store.all('pay_refund'), store.all('trade'), store.all('repeat_payment'), store.all('abnormal_order'),
    store.all('outbox', (query) => query.where({ state: 'DEAD' })),
  ]);
  return {
    orders: orders.map((row) => ({
      orderNo: text(row['platform_order_no']), bizOrderNo: text(row['biz_order_no']), state: text(row['state']), paidAttemptNo: maybe(row['paid_attempt_no']),
      amountFen: fen(row['order_amount']),
    })),
    attempts: attempts.map((row) => ({
      attemptNo: text(row['attempt_no']), orderNo: text(row['platform_order_no']), channel: text(row['pay_channel']) as Channel, method: text(row['pay_method']),
      state: text(row['state']), amountFen: fen(row['amount']), channelOrderNo: maybe(row['channel_order_no']), cancelAsked: row['cancel_asked_at'] !== null,
    })),
    refunds: refunds.map((row) => ({
      refundNo: text(row['platform_refund_order_no']), bizRefundOrderNo: text(row['biz_refund_order_no']), orderNo: text(row['platform_order_no']), attemptNo: text(row['attempt_no']),
      state: text(row['state']), origin: text(row['origin']), amountFen: fen(row['refund_amount']), tradeNo: maybe(row['refund_trade_no']), askedToBeTold: row['notify_url'] !== null,
    })),
    trades: trades.map((row) => ({ key: text(row['trade_key']), attemptNo: text(row['attempt_no']), channel: text(row['pay_channel']) as Channel, amountFen: fen(row['amount']) })),
    repeats: new Set(repeats.map((row) => text(row['attempt_no']))),
    abnormal: new Set(abnormal.map((row) => text(row['abnormal_id']))),
    deadJobs: dead.map((row) => `${text(row['topic'])} ${text(row['job_key'])} ${text(row['last_error'])}`),
    books: { alipay, unionpay }, placed: [...till.orders.values()], asked: [...till.refunds.values()], heard: ear.heard,
  };
}
