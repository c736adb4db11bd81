import { businessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import { abnormalNo, type AbnormalNoticeKind } from '../../domain/payment-notices/abnormal-notice.js';
import { judgeLine, type LineJudgement } from '../../domain/payment-notices/compare-statement.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeLine } from '../../domain/payment-notices/province-report.js';
import { chargedAmount } from '../../domain/payments/order.js';
import { maxNoticesAtOnce } from '../ports/notice-books.js';
import type { Stores } from '../ports/unit-of-work.js';
import { alarmOf, endAbnormal, noteAbnormal } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { openAbnormal } from './open-abnormal.js';
import type { TakePaid } from './take-paid.js';

export interface Compared { readonly agreed: number; readonly differing: number }
export interface CompareParts extends Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'journal'> { readonly takePaid: Pick<TakePaid, 'run'> }

const pageOf = <T>(list: readonly T[], from: number): readonly T[] => list.slice(from, from + maxNoticesAtOnce);
const nameOf = ({ payCode, serialNo }: { readonly payCode: string | undefined; readonly serialNo: string | undefined }): string => JSON.stringify([payCode, serialNo]);

/**
 * The province's statement of a day against our notices of that day, page by page: lines first, then what it does not have. Every difference becomes an
 * abnormal notice, once; running again changes nothing that is still so, not even where people have ended it, and ends what is not.
 */
export class CompareStatement {
  readonly #parts: CompareParts;

  constructor(parts: CompareParts) {
    this.#parts = parts;
  }

  async run(region: string, day: BusinessDay, lines: readonly NoticeLine[], isRepeated: boolean): Promise<Compared> {
    let [agreed, differing] = [0, 0];
    for (let from = 0; from < lines.length; from += maxNoticesAtOnce) {
      const page = await this.#page(region, pageOf(lines, from), isRepeated);
      [agreed, differing] = [agreed + page.agreed, differing + page.differing];
    }
    return { agreed, differing: differing + await this.#missing(region, day, new Set(lines.map(nameOf))) };
  }

  async #page(region: string, lines: readonly NoticeLine[], isRepeated: boolean): Promise<Compared> {
    const { unitOfWork, takePaid } = this.#parts;
    const judged = await unitOfWork.run(async (stores) => {
      const known = new Map((await stores.notices.byPayCodes(region, lines.map(({ payCode }) => payCode))).map((record) => [record.payCode, record]));
      const all: JudgedLine[] = [];
      for (const line of lines) {
        const record = known.get(line.payCode);
        const judgement = judgeLine(line, record, await hasMoney(stores, record));
        const isNews = await this.#keep(stores, region, line, record, judgement, isRepeated);
        all.push({ line, judgement, isNews });
      }
      return all;
    });
    for (const { line, judgement, isNews } of judged) {
      if (judgement.kind === 'differs' && isNews) alarmOf(this.#parts.journal, { noticeNo: '', payCode: line.payCode, platformOrderNo: undefined }, judgement.abnormal);
      if (judgement.kind === 'paid-elsewhere') await takePaid.run(region, { payCode: line.payCode, serialNo: line.serialNo, amount: line.amount, paidAt: line.confirmedAt }, 'statement');
    }
    const differing = judged.filter(({ judgement }) => judgement.kind === 'differs').length;
    return { agreed: judged.length - differing, differing };
  }

  async #keep(stores: Stores, region: string, line: NoticeLine, record: NoticeRecord | undefined, judgement: LineJudgement, isRepeated: boolean): Promise<boolean> {
    if (judgement.kind === 'catch-up' && record?.platformOrderNo !== undefined) await stores.outbox.enqueue({ topic: 'work-notice', key: record.platformOrderNo, dueAt: this.#parts.clock.now() });
    if (judgement.kind === 'agrees' && record !== undefined && isRepeated) await endAbnormal(stores, this.#parts, record, ['only-here', 'only-at-province'], '再次核对对账单一致');
    if (judgement.kind !== 'differs') return false;
    const { abnormal: kind, note } = judgement;
    if (record === undefined) return this.#keepStranger(stores, region, line, note);
    return noteAbnormal(stores, this.#parts, record, { kind, note, serialNo: line.serialNo, provinceAmount: line.amount });
  }

  async #keepStranger(stores: Stores, region: string, { payCode, amount, serialNo, confirmedAt }: NoticeLine, note: string): Promise<boolean> {
    return openAbnormal(stores, this.#parts, {
      abnormalNo: abnormalNo('only-at-province', region, payCode), kind: 'only-at-province', region, payCode, noticeNo: undefined, platformOrderNo: undefined, merchantNo: undefined,
      tradeKey: undefined, amount, provinceAmount: amount, serialNo, payDay: businessDay(confirmedAt), orderDate: undefined, note, handleState: 'pending', createdAt: this.#parts.clock.now(), version: 1,
    }, undefined);
  }

  /** Our confirmed payments of the day that the statement does not have, and those whose order does not bear them out. */
  async #missing(region: string, day: BusinessDay, told: ReadonlySet<string>): Promise<number> {
    const { unitOfWork } = this.#parts;
    let differing = 0;
    for (let after: string | undefined; ;) {
      const page: readonly NoticeRecord[] = await unitOfWork.read(({ notices }) => notices.confirmedOn({ region, day, after, limit: maxNoticesAtOnce }));
      const found = await unitOfWork.run(async (stores) => {
        const all: Missing[] = [];
        for (const record of page) if (record.step === 'confirmed' || record.step === 'returned') all.push(...await this.#findMissing(stores, record, told));
        return all;
      });
      for (const { record, kind, isNews } of found) if (isNews) alarmOf(this.#parts.journal, record, kind);
      differing += found.length;
      after = page.at(-1)?.noticeNo;
      if (page.length < maxNoticesAtOnce) return differing;
    }
  }

  async #findMissing(stores: Stores, record: NoticeRecord, told: ReadonlySet<string>): Promise<readonly Missing[]> {
    const order = record.platformOrderNo === undefined ? undefined : await stores.orders.byNo(record.platformOrderNo);
    const isBorneOut = order?.state === 'paid' && chargedAmount(order) === record.totalAmount;
    const isTold = told.has(nameOf({ payCode: record.payCode, serialNo: record.confirmation?.serialNo }));
    if (isBorneOut && isTold) return [];
    const finding = isBorneOut ? { kind: 'only-here', note: '本平台已确认的缴款，对账单没有' } as const : { kind: 'confirmed-not-paid', note: '已确认的缴款书与订单不符' } as const;
    return [{ record, kind: finding.kind, isNews: await noteAbnormal(stores, this.#parts, record, finding) }];
  }
}

interface JudgedLine { readonly line: NoticeLine; readonly judgement: LineJudgement; readonly isNews: boolean }
interface Missing { readonly record: NoticeRecord; readonly kind: AbnormalNoticeKind; readonly isNews: boolean }

async function hasMoney({ orders }: Stores, record: NoticeRecord | undefined): Promise<boolean> {
  // Of what is settled the line alone decides.
  if (record?.platformOrderNo === undefined || record.step === 'confirmed' || record.step === 'paid-elsewhere') return false;
  return (await orders.byNo(record.platformOrderNo))?.state === 'paid';
}
