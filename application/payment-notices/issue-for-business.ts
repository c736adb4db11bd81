import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import { businessDay, dayMs, minuteMs, type BusinessDay } from '../../domain/kernel/china-time.js';
import { fen, sumOf, zeroFen } from '../../domain/kernel/money.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isReservedNoticeNo, isSameContent, newNotice, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeContent, NoticePayer } from '../../domain/payment-notices/payment-notice.js';
import type { OrderItem } from '../../domain/payments/nontax-info.js';
import type { Vault } from '../ports/vault.js';
import { collectableItems, collectingPlace } from './collecting.js';
import { IssueNotice } from './issue-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { StepDesk } from './step-desk.js';

export interface NoticeToIssue {
  readonly developer: Developer; readonly merchantNo: string; readonly bizNoticeNo: string; readonly payer: NoticePayer; readonly items: readonly OrderItem[];
  readonly validUntil: BusinessDay | undefined;
}
export type BusinessNoticeRefusal =
  | { readonly code: 'no-permission' | 'reserved-number' | 'notice-exists' | 'notice-unknown' | 'too-many-notices' }
  | { readonly code: 'notice-bad'; readonly words: string };

export const badNotice = (words: string) => refuse({ code: 'notice-bad', words } as const);

const usualDays = 30;
const mostDays = 366;
/** By then the caller has its answer; the job finds out what became of an issue without one. */
const tidyAfterMs = minuteMs;

/** `epay-nontax.notice.issue`: a notice before there is an order (缴款书开具, 1.1.7.2.2-a). The same number with the same content is the same notice; one that is there costs nothing of the developer's pace. */
export class IssueForBusiness {
  readonly #parts: NoticeParts & { readonly vault: Pick<Vault, 'blindIndexes'> };
  readonly #issue: IssueNotice;

  constructor(parts: NoticeParts & { readonly vault: Pick<Vault, 'blindIndexes'> }) {
    this.#parts = parts;
    this.#issue = new IssueNotice(new StepDesk(parts), { ...parts.patience, workMs: parts.patience.askMs });
  }

  async run(asked: NoticeToIssue): Promise<Result<NoticeRecord, BusinessNoticeRefusal>> {
    const payee = await this.#parts.directory.payee(asked.merchantNo);
    if (!payee?.enabled || !mayActFor(asked.developer, payee.merchantNo)) return refuse({ code: 'no-permission' });
    if (isReservedNoticeNo(asked.bizNoticeNo)) return refuse({ code: 'reserved-number' });
    const digests = this.#digestsOf(asked);
    const known = await this.#known(asked);
    if (known !== undefined) return isSameContent(known, digests) ? this.#again(known) : refuse({ code: 'notice-exists' });
    const place = await collectingPlace(this.#parts.directory, payee);
    if (!place.ok) return badNotice(place.refusal);
    const { unit, region } = place.value;
    if (this.#parts.provinces.get(region.nontaxRegionCode)?.issuing === undefined) return badNotice('该区域尚未接入缴款书开具');
    const items = await collectableItems(this.#parts.directory, region.regionCode, unit, asked.items);
    if (!items.ok) return badNotice(items.refusal);
    const days = this.#days(asked.validUntil);
    if (!days.ok) return badNotice(days.refusal);
    if (items.value.some(({ quantity, price, amount }) => price * BigInt(quantity) !== (amount as bigint))) return badNotice('收费项目金额应为单价乘以数量');
    const content = { unit, region: region.nontaxRegionCode, payer: asked.payer, items: items.value, totalAmount: fen(sumOf(items.value.map(({ amount }) => amount))), lateFee: zeroFen, ...days.value };
    if (!this.#parts.ask.mayIssue(asked.developer.devId)) return refuse({ code: 'too-many-notices' });
    const record = await this.#add(asked, content, digests[0]);
    return isSameContent(record, digests) ? this.#issued(record) : refuse({ code: 'notice-exists' });
  }

  /** Keyed: a bare digest would give the payer's phone away (ENC-03). Under every key there is, that of today first. */
  #digestsOf({ payer, items, validUntil }: NoticeToIssue): readonly string[] {
    const content = [payer.kind, payer.name, payer.certNo ?? null, payer.mobile ?? null, validUntil ?? null, items.map((item) => [item.itemCode, item.itemName, item.quantity, item.price.toString(), item.amount.toString()])];
    return this.#parts.vault.blindIndexes('payment_notice.content', JSON.stringify(content));
  }

  #known({ developer, merchantNo, bizNoticeNo }: NoticeToIssue): Promise<NoticeRecord | undefined> {
    return this.#parts.unitOfWork.read(({ notices }) => notices.byBizNo(developer.devId, merchantNo, bizNoticeNo));
  }

  #days(validUntil: BusinessDay | undefined): Result<Pick<NoticeContent, 'fillDay' | 'validUntil'>, string> {
    const now = this.#parts.clock.now();
    const fillDay = businessDay(now);
    const until = validUntil ?? businessDay(now + usualDays * dayMs);
    return until < fillDay || until > businessDay(now + mostDays * dayMs) ? refuse('缴款有效期应在今天至一年之内') : ok({ fillDay, validUntil: until });
  }

  /** Kept before the province is asked, so that its answer can be lost without the notice being lost. */
  #add({ developer, merchantNo, bizNoticeNo }: NoticeToIssue, content: Omit<NoticeContent, 'busNo'>, contentDigest: string | undefined): Promise<NoticeRecord> {
    const { unitOfWork, ids, clock } = this.#parts;
    const noticeNo = ids.next();
    return unitOfWork.run(async ({ notices, outbox, audit }) => {
      // Two at once: the second finds the first.
      const meanwhile = await notices.byBizNo(developer.devId, merchantNo, bizNoticeNo);
      if (meanwhile !== undefined) return meanwhile;
      const record = newNotice({ busNo: noticeNo, ...content }, { noticeNo, origin: 'issued', devId: developer.devId, merchantNo, bizNoticeNo, contentDigest, platformOrderNo: undefined, step: 'to-issue', now: clock.now() });
      await notices.add(record);
      await outbox.enqueue({ topic: 'work-notice', key: noticeNo, dueAt: clock.now() + tidyAfterMs, fresh: true });
      await audit.append({
        entryId: ids.next(), at: clock.now(), actor: { kind: 'developer', code: developer.devId, address: undefined }, action: 'notice.asked', objectKind: 'payment-notice', objectNo: noticeNo,
        description: '业务系统申请开具缴款书', before: undefined, after: { merchantNo, bizNoticeNo, amount: record.totalAmount.toString() }, requestId: undefined,
      });
      return record;
    });
  }

  /** One without a clear answer yet is asked about and issued again: that is a call like any other. */
  async #again(known: NoticeRecord): Promise<Result<NoticeRecord, BusinessNoticeRefusal>> {
    return known.step === 'to-issue' && !this.#parts.ask.mayIssue(known.devId) ? refuse({ code: 'too-many-notices' }) : this.#issued(known);
  }

  async #issued(record: NoticeRecord): Promise<Result<NoticeRecord, BusinessNoticeRefusal>> {
    const province = this.#parts.provinces.get(record.region);
    if (record.step === 'to-issue' && province !== undefined) await this.#issue.move({ record, order: undefined, refunds: [], province });
    const now = await this.#parts.unitOfWork.read(({ notices }) => notices.byNo(record.noticeNo));
    if (now === undefined) throw new Error(`notice ${record.noticeNo} is gone`);
    if (now.step === 'to-issue') return refuse({ code: 'notice-unknown' });
    return now.step === 'refused' ? badNotice(`省非税系统拒绝开具：${now.lastWord}`) : ok(now);
  }
}
