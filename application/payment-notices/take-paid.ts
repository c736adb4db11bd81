import type { Actor } from '../../domain/audit/audit-entry.js';
import { stepTo, withPayment, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticePaid } from '../../domain/payment-notices/province-report.js';
import type { Order } from '../../domain/payments/order.js';
import { paymentKey } from '../../domain/settlement/trade.js';
import type { Stores } from '../ports/unit-of-work.js';
import { addLog, alarmOf, keepChange, noteAbnormal, type Finding } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { amountWords } from './report-words.js';

/** That the province holds a notice for paid, by whichever way we heard of it. */
export type HeardPaid = Pick<NoticePaid, 'payCode' | 'serialNo' | 'amount' | 'paidAt'> & Partial<Pick<NoticePaid, 'paymentChannel'>> & { readonly confirmCode?: string };
export type PaidTaken = { readonly kind: 'taken' } | { readonly kind: 'unknown-notice' } | { readonly kind: 'amount-differs' };

const isBeingConfirmed = ({ step }: NoticeRecord): boolean => step === 'open' || step === 'confirm-pending';

const sources = { message: '省非税系统来信', query: '查询缴款书', statement: '非税对账单', confirm: '缴款确认应答' } as const;
const province: Actor = { kind: 'system', code: 'province', address: undefined };

/**
 * One door for the news that a notice is paid (province-nontax.md 5.5). Our own payment comes back to its confirmation; anybody else's closes our order,
 * asking the channels first, and a payment of ours that succeeds all the same is a second one (重复缴款). Repeating changes nothing.
 */
export class TakePaid {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'ids' | 'clock' | 'journal'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'ids' | 'clock' | 'journal'>) {
    this.#parts = parts;
  }

  async run(region: string, paid: HeardPaid, source: keyof typeof sources): Promise<PaidTaken> {
    const { unitOfWork, journal } = this.#parts;
    let found: Finding | undefined;
    let known: NoticeRecord | undefined;
    const taken = await unitOfWork.run(async (stores): Promise<PaidTaken> => {
      found = undefined;
      const seen = await stores.notices.byPayCode(region, paid.payCode);
      known = seen && await stores.notices.take(seen.noticeNo);
      const finding = known && await this.#judge(stores, known, paid);
      const kind = known === undefined ? 'unknown-notice' : finding?.kind === 'amount-differs' ? 'amount-differs' : 'taken';
      if (source === 'message') await this.#log(stores, known, region, paid, kind);
      if (known !== undefined && finding !== undefined && await noteAbnormal(stores, this.#parts, known, finding)) found = finding;
      if (known !== undefined && finding === undefined) await this.#take(stores, known, paid, source);
      return { kind };
    });
    if (known !== undefined && found !== undefined) alarmOf(journal, known, found.kind);
    if (taken.kind === 'unknown-notice') journal.warn('paid-notice-unknown', { region, payCode: paid.payCode });
    return taken;
  }

  /** What is wrong with the news, if anything: it is noted and changes nothing else. */
  async #judge(stores: Stores, record: NoticeRecord, { amount, serialNo }: HeardPaid): Promise<Finding | undefined> {
    const about = { serialNo, provinceAmount: amount };
    if (amount !== record.totalAmount) return { kind: 'amount-differs', note: `省非税系统缴款 ${amountWords(amount)}，缴款书 ${amountWords(record.totalAmount)}`, ...about };
    if (serialNo === record.platformOrderNo) {
      const order = await stores.orders.byNo(serialNo);
      if (order?.state !== 'paid') return { kind: 'confirmed-not-paid', note: '省非税系统已确认，本平台订单未收到款项', ...about };
      return record.step === 'voided' ? { kind: 'confirmed-not-paid', note: '款项已退回、缴款书已作废，省非税系统仍为已缴款', ...about } : undefined;
    }
    const isOther = record.confirmation !== undefined && record.confirmation.serialNo !== serialNo;
    if (isOther && ['confirmed', 'returned', 'paid-elsewhere'].includes(record.step)) return { kind: 'duplicate', note: '省非税系统告知同一缴款书的另一笔缴款', ...about };
    return ['voided', 'refused'].includes(record.step) ? { kind: 'only-at-province', note: '已作废的缴款书在省非税系统已缴款', ...about } : undefined;
  }

  async #take(stores: Stores, record: NoticeRecord, paid: HeardPaid, source: keyof typeof sources): Promise<void> {
    const now = this.#parts.clock.now();
    const order = record.platformOrderNo === undefined ? undefined : await stores.orders.byNo(record.platformOrderNo);
    if (order !== undefined && paid.serialNo === record.platformOrderNo) return this.#takeOurs(stores, record, order);
    if (record.step === 'confirmed' || record.step === 'paid-elsewhere') return;
    // A province may name a payment of ours by a number of its own: what it answers to our confirmation decides, before any money goes back as paid twice.
    if (order?.state === 'paid' && isBeingConfirmed(record) && this.#parts.provinces.get(record.region)?.confirming !== undefined) {
      return stores.outbox.enqueue({ topic: 'work-notice', key: order.platformOrderNo, dueAt: now });
    }
    const confirmation = { confirmCode: paid.confirmCode ?? '-', serialNo: paid.serialNo, at: paid.paidAt };
    await keepChange(stores, this.#parts, record, stepTo(record, 'paid-elsewhere', now, { state: 'paid', confirmation, lastWord: `${sources[source]}：已由其他缴款结清` }), {
      actor: province, action: 'notice.paid-elsewhere', description: `${sources[source]}：缴款书已在其他渠道缴款`,
    });
    if (order?.state === 'paid') await stores.outbox.enqueue({ topic: 'work-notice', key: order.platformOrderNo, dueAt: now });
    // Closing asks the channels first: what they have taken meanwhile is found there.
    else if (order !== undefined && order.state !== 'closed') await stores.outbox.enqueue({ topic: 'expire-order', key: order.platformOrderNo, dueAt: now });
  }

  /** Our own payment: the answer to its confirmation says the rest, also of one that was withdrawn because the money went back, and had arrived all the same. */
  async #takeOurs(stores: Stores, record: NoticeRecord, order: Order): Promise<void> {
    if (record.step === 'confirmed') return;
    const { paidAttemptNo, paidAt } = order;
    if ((record.step === 'open' || record.step === 'void-pending') && paidAttemptNo !== undefined) {
      const now = this.#parts.clock.now();
      await keepChange(stores, this.#parts, record, withPayment(record, { tradeKey: paymentKey(paidAttemptNo), paidAt: paidAt ?? now }, now), {
        actor: province, action: 'notice.paid', description: '省非税系统告知本平台的缴款',
      });
    }
    await stores.outbox.enqueue({ topic: 'work-notice', key: order.platformOrderNo, dueAt: this.#parts.clock.now() });
  }

  async #log(stores: Stores, known: NoticeRecord | undefined, region: string, paid: HeardPaid, kind: PaidTaken['kind']): Promise<void> {
    const reply = { taken: '已接收', 'unknown-notice': '拒绝：缴款书不存在', 'amount-differs': '拒绝：金额不符' }[kind];
    await addLog(stores, this.#parts, { noticeNo: known?.noticeNo, region, payCode: paid.payCode }, {
      subject: 'paid-message', content: `已缴款通知 ${amountWords(paid.amount)} 流水号 ${paid.serialNo}`, state: kind === 'taken' ? 'ok' : 'refused', reply,
    });
  }
}
