import type { Actor } from '../../domain/audit/audit-entry.js';
import type { AbnormalNotice } from '../../domain/payment-notices/abnormal-notice.js';
import { abnormalNo, type AbnormalNoticeKind } from '../../domain/payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../../domain/payment-notices/notice-log.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';
import { paymentKey } from '../../domain/settlement/trade.js';
import type { Journal } from '../ports/journal.js';
import type { Stores } from '../ports/unit-of-work.js';
import { openAbnormal, type CaseStores, type Occasion, type Writing } from './open-abnormal.js';

export type Said = Pick<NoticeLogEntry, 'subject' | 'content' | 'state' | 'reply'>;

const longestReply = 300;

/** One message to or from the province goes into the log of its notice. */
export async function addLog(stores: Pick<Stores, 'notices'>, { ids, clock }: Writing, about: Pick<NoticeLogEntry, 'noticeNo' | 'region' | 'payCode'>, said: Said): Promise<void> {
  await stores.notices.addLog({ logNo: ids.next(), ...about, ...said, reply: Array.from(said.reply).slice(0, longestReply).join(''), at: clock.now() });
}

export interface Change { readonly actor: Actor; readonly action: string; readonly description: string; readonly said?: Said }

/** Stores a changed notice with its audit entry, and what was said to or by the province. `before` as it was read in this unit. */
export async function keepChange(stores: Stores, writing: Writing, before: NoticeRecord, after: NoticeRecord, change: Change): Promise<void> {
  await stores.notices.put(after);
  if (change.said) await addLog(stores, writing, after, change.said);
  await stores.audit.append({
    entryId: writing.ids.next(), at: writing.clock.now(), actor: change.actor, action: change.action, objectKind: 'payment-notice', objectNo: after.noticeNo, description: change.description,
    before: { step: before.step }, after: { step: after.step, payCode: after.payCode ?? '', orderNo: after.platformOrderNo ?? '', amount: after.totalAmount.toString() }, requestId: undefined,
  });
}

export interface Finding { readonly kind: AbnormalNoticeKind; readonly note: string; readonly serialNo?: string; readonly provinceAmount?: Fen; readonly occasion?: Occasion }

/** Notes that something is abnormal about a notice of ours, in one case for each kind; whether it is news. */
export async function noteAbnormal(stores: CaseStores & Pick<Stores, 'orders'>, writing: Writing, record: NoticeRecord, found: Finding): Promise<boolean> {
  const now = writing.clock.now();
  const order = record.platformOrderNo === undefined ? undefined : await stores.orders.byNo(record.platformOrderNo);
  return openAbnormal(stores, writing, {
    abnormalNo: abnormalNo(found.kind, record.region, record.payCode ?? record.noticeNo), kind: found.kind, region: record.region, payCode: record.payCode, noticeNo: record.noticeNo,
    platformOrderNo: record.platformOrderNo, merchantNo: record.merchantNo, tradeKey: record.tradeKey ?? (order?.paidAttemptNo === undefined ? undefined : paymentKey(order.paidAttemptNo)),
    amount: record.totalAmount, provinceAmount: found.provinceAmount, serialNo: found.serialNo, payDay: record.payDay ?? businessDay(order?.paidAt ?? record.confirmation?.at ?? now),
    orderDate: order?.orderDate, note: found.note, handleState: 'pending', createdAt: now, version: 1,
  }, found.occasion);
}

/** Ends what the cure of its cause has made good; people's own decisions stay as they are. */
export async function endAbnormal(stores: Stores, { ids, clock }: Writing, record: NoticeRecord, kinds: readonly AbnormalNoticeKind[], note: string): Promise<void> {
  const open = (await stores.notices.abnormalOf(record.noticeNo)).filter((one) => kinds.includes(one.kind) && one.handleState !== 'handled');
  for (const one of open) await endOne(stores, { ids, clock }, one, note);
}

async function endOne(stores: Stores, { ids, clock }: Writing, one: AbnormalNotice, note: string): Promise<void> {
  const [at, operator] = [clock.now(), 'system'];
  await stores.notices.putAbnormal({ ...one, handleState: 'handled' });
  await stores.reconciliation.addNote({ noteNo: ids.next(), objectKind: 'notice', objectNo: one.abnormalNo, action: 'handle', note, operator, at });
  await stores.audit.append({
    entryId: ids.next(), at, actor: { kind: 'system', code: 'work-notice', address: undefined }, action: 'case.handle', objectKind: 'notice', objectNo: one.abnormalNo, description: note,
    before: undefined, after: { kind: one.kind }, requestId: undefined,
  });
}

/** Abnormal things are also told to whoever watches the log. */
export const alarmOf = (journal: Journal, record: Pick<NoticeRecord, 'noticeNo' | 'payCode' | 'platformOrderNo'>, kind: AbnormalNoticeKind): void => {
  journal.alarm('payment-notice-abnormal', { kind, noticeNo: record.noticeNo, payCode: record.payCode, orderNo: record.platformOrderNo });
};
