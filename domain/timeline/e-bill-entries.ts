import type { EBillState } from '../e-bills/e-bill.js';
import type { OrderEBill } from '../e-bills/order-e-bill.js';
import type { TimelineEntry } from './timeline.js';

/** What is not over yet. */
const underWay: Readonly<Partial<Record<EBillState, readonly [tone: TimelineEntry['tone'], text: string]>>> = {
  pending: ['waiting', '电子票据待开具'], issuing: ['waiting', '电子票据开具中'], failed: ['problem', '电子票据尚未开具成功，平台正在处理'], reversing: ['waiting', '因退款，原电子票据冲红中'],
};

/** The life of one e-bill: wanted, issued, taken back. */
export function entriesOfEBill(bill: OrderEBill): readonly TimelineEntry[] {
  const { state, amount, issued, reversal, failure, busNo, createdAt, lastTryAt } = bill;
  const entry = (at: number, tone: TimelineEntry['tone'], text: string, detail: string | undefined): TimelineEntry => ({ at, subject: 'e-bill', tone, text, amount, detail });
  const entries: TimelineEntry[] = [];
  if (issued) entries.push(entry(Math.max(createdAt, issued.issuedAt), 'done', bill.round > 1 ? '已就剩余金额重新开具电子票据' : '电子票据已开具', `票据代码 ${issued.eBillCode}，票据号码 ${issued.eBillNo}`));
  const now = underWay[state];
  if (now) entries.push(entry(lastTryAt ?? createdAt, now[0], now[1], [`业务流水号 ${busNo}`, failure && `${failure.code} ${failure.text}`].filter(Boolean).join('，')));
  if (state === 'reversed') entries.push(entry(Math.max(lastTryAt ?? createdAt, reversal?.reversedAt ?? 0), 'done', '原电子票据已冲红', reversal && `红票号码 ${reversal.eBillNo}`));
  if (state === 'void') entries.push(entry(lastTryAt ?? createdAt, 'done', issued ? '电子票据已作废' : '款项已全部退回，不再开具电子票据', undefined));
  return entries;
}
