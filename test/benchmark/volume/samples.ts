import { attemptTable } from '../../../adapters/outbound/persistence/sql/attempt-repository.js';
import { auditTable } from '../../../adapters/outbound/persistence/sql/audit-repository.js';
import { callbackTable } from '../../../adapters/outbound/persistence/sql/callback-repository.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { orderTable } from '../../../adapters/outbound/persistence/sql/order-columns.js';
import { refundTable } from '../../../adapters/outbound/persistence/sql/refund-repository.js';
import type { Sample } from './operations.js';
import { dayMs, endAt, monthMs, payeesOfDeveloper, startAt } from './shares.js';

export type Age = 'recent' | 'old';
/** The last month (without its newest days, of whose few rows each would be asked often), and the first six. */
const spans: Readonly<Record<Age, readonly [from: number, to: number]>> = { recent: [endAt - monthMs, endAt - 3 * dayMs], old: [startAt, startAt + 6 * monthMs] };

/** As order numbers begin: `yyyyMMddHHmmssSSS` of China. */
export const stampOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().replace(/\D/g, '');

/** The same sequence on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Paid orders of a span with what belongs to them, found by their keys alone. */
export async function samplesOf(engine: SqlEngine, age: Age, count: number): Promise<readonly Sample[]> {
  const random = seeded(age === 'recent' ? 1 : 2);
  const [from, to] = spans[age];
  const samples: Sample[] = [];
  while (samples.length < count) {
    const from17 = stampOf(from + random() * (to - from));
    const order = await firstBehind(engine, orderTable.name, 'platform_order_no', from17, 4);
    const refund = await firstBehind(engine, refundTable.name, 'platform_refund_order_no', from17, 1);
    const entry = await firstBehind(engine, auditTable.name, 'entry_id', from17, 1);
    if (order['state'] !== 'paid') continue;
    const no = text(order['platform_order_no']);
    const [attempt] = await of(engine, attemptTable.name, no);
    const [callback] = await of(engine, callbackTable.name, no);
    samples.push({
      platformOrderNo: no, devId: text(order['dev_id']), merchantNo: text(order['merchant_no']), bizOrderNo: text(order['biz_order_no']), cashierToken: text(order['cashier_token']),
      createdAt: Number(order['created_at']), userId: text(order['user_id'] ?? 'nobody'), attemptNo: text(attempt?.['attempt_no']), callbackId: text(callback?.['callback_id']),
      refund: {
        platformRefundOrderNo: text(refund['platform_refund_order_no']), devId: text(refund['dev_id']), merchantNo: text(refund['merchant_no']), bizRefundOrderNo: text(refund['biz_refund_order_no']),
        refundTradeNo: text(refund['refund_trade_no']), platformOrderNo: text(refund['platform_order_no']),
      },
      audit: { seq: Number(entry['seq']), entryId: text(entry['entry_id']) },
      busyUser: { userId: 'busy-0', devId: 'DEV-0', merchantNos: Array.from({ length: payeesOfDeveloper }, (_, index) => `3504000${index}`) },
    });
  }
  return samples;
}

type Row = Readonly<Record<string, unknown>>;

/** The last of the next few rows behind a moment: so that samples do not all fall on the same residue. */
async function firstBehind(engine: SqlEngine, table: string, key: string, from: string, few: number): Promise<Row> {
  const rows: unknown = await engine.writer(table).where(key, '>', from).orderBy(key).limit(few);
  const last = (rows as readonly Row[]).at(-1);
  if (last === undefined) throw new Error(`${table} holds nothing behind ${from}`);
  return last;
}

const of = async (engine: SqlEngine, table: string, platformOrderNo: string): Promise<readonly Row[]> => await engine.writer(table).where({ platform_order_no: platformOrderNo }).limit(1) as readonly Row[];

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error('a sample lacks a value: the rows are not as they should have been made');
  return value;
}
