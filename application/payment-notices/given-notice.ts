import { refuse, ok, type Result } from '../../domain/kernel/result.js';
import { mayBePaid } from '../../domain/payment-notices/judge-notice.js';
import { mayTakeOver, takingWords } from '../../domain/payment-notices/notice-for-order.js';
import { moneyBack } from '../../domain/payment-notices/money-back.js';
import { bizNoOfOrder, foundNotice, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { ChargingUnit, PaymentNotice } from '../../domain/payment-notices/payment-notice.js';
import { chargedAmount, type Order } from '../../domain/payments/order.js';
import { NoticeTaken, type NoticeHindrance, type NoticeOfOrder } from '../ports/order-notices.js';
import type { Province } from '../ports/province.js';
import type { Readers, Stores } from '../ports/unit-of-work.js';
import { addLog, keepChange, type Said } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { amountWords, noticeStateWords, payRefusalWords, wordOf } from './report-words.js';

const bad = (words: string) => refuse({ code: 'notice-bad', words } as const);

/** An order that brings the pay code of a notice: the province says what it is and whether it may be paid; until it has, there is no order. */
export class GivenNotice {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'patience' | 'ask'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'patience' | 'ask'>) {
    this.#parts = parts;
  }

  async run(order: Order, payCode: string, unit: ChargingUnit, province: Province): Promise<Result<NoticeOfOrder, NoticeHindrance>> {
    const { unitOfWork, patience, ask } = this.#parts;
    const { region } = province;
    const { hindered, isKnownHere } = await unitOfWork.read(async (readers) =>
      ({ hindered: await this.#whyNot(readers, order, region, payCode), isKnownHere: await readers.notices.byPayCode(region, payCode) !== undefined }));
    if (hindered !== undefined) return bad(hindered);
    const report = await ask.run(province, { payCode, devId: order.devId, isKnownHere, timeoutMs: patience.askMs });
    if (report === undefined) return refuse({ code: 'notice-unknown' });
    const said: Said = {
      subject: 'query', content: `下单前查询缴款书 ${payCode}`,
      ...(report.kind === 'unknown' ? wordOf(report) : { state: 'ok' as const, reply: report.kind === 'found' ? `${noticeStateWords[report.notice.state]} ${amountWords(report.notice.totalAmount)}` : '缴款书不存在' }),
    };
    const judged = report.kind === 'found' ? this.#judged(order, report.notice, unit) : report.kind === 'not-found' ? bad('缴款书不存在') : refuse({ code: 'notice-unknown' } as const);
    if (judged.ok) return ok({ store: (stores) => this.#take(stores, order, { ...judged.value, region }, said) });
    await unitOfWork.run(async (stores) => addLog(stores, this.#parts, { noticeNo: (await stores.notices.byPayCode(region, payCode))?.noticeNo, region, payCode }, said));
    return judged;
  }

  #judged(order: Order, notice: PaymentNotice, unit: ChargingUnit): Result<PaymentNotice, NoticeHindrance> {
    if (notice.unit.code !== unit.code) return bad('缴款书属于其他执收单位');
    const may = mayBePaid(notice, chargedAmount(order), this.#parts.clock.now());
    return may.ok ? ok(notice) : bad(payRefusalWords(may.refusal));
  }

  /** Why a notice that we know is not for this order. */
  async #whyNot({ notices, orders, refunds }: Pick<Readers, 'notices' | 'orders' | 'refunds'>, order: Order, region: string, payCode: string): Promise<string | undefined> {
    const known = await notices.byPayCode(region, payCode);
    if (known === undefined) return undefined;
    const holder = known.platformOrderNo === undefined ? undefined : await orders.byNo(known.platformOrderNo);
    const may = mayTakeOver(known, order.merchantNo, holder && { ...holder, back: moneyBack(known, holder, await refunds.ofOrder(holder.platformOrderNo)) });
    return may.ok ? undefined : takingWords[may.refusal];
  }

  async #take(stores: Stores, order: Order, notice: PaymentNotice, said: Said): Promise<void> {
    const { platformOrderNo } = order;
    const now = this.#parts.clock.now();
    const hindered = await this.#whyNot(stores, order, notice.region, notice.payCode);
    if (hindered !== undefined) throw new NoticeTaken(hindered);
    const known = await stores.notices.byPayCode(notice.region, notice.payCode);
    if (known === undefined) {
      await stores.notices.add(foundNotice(notice, {
        noticeNo: platformOrderNo, origin: 'given', devId: order.devId, merchantNo: order.merchantNo, bizNoticeNo: bizNoOfOrder(platformOrderNo), contentDigest: undefined, platformOrderNo, step: 'open', now,
      }));
      return addLog(stores, this.#parts, { noticeNo: platformOrderNo, region: notice.region, payCode: notice.payCode }, said);
    }
    await keepChange(stores, this.#parts, known, { ...takenOver(known, notice), platformOrderNo, changedAt: now }, {
      actor: { kind: 'developer', code: order.devId, address: undefined }, action: 'notice.order', description: '订单凭缴款书下单', said,
    });
  }
}

/** What the province says now counts: a late fee grows. */
const takenOver = (known: NoticeRecord, { items, totalAmount, lateFee, validUntil, state, checkCode }: PaymentNotice): NoticeRecord =>
  ({ ...known, items, totalAmount, lateFee, validUntil, state, checkCode: checkCode ?? known.checkCode });
