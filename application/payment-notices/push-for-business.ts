import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import { businessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import { sumOf, type Fen } from '../../domain/kernel/money.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isReservedNoticeNo, isSameContent, newNotice, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import { checkContent, type NoticeContent, type NoticeItem, type NoticePayer } from '../../domain/payment-notices/payment-notice.js';
import type { OrderItem } from '../../domain/payments/nontax-info.js';
import type { Province } from '../ports/province.js';
import type { Vault } from '../ports/vault.js';
import { collectableItems, collectingPlace } from './collecting.js';
import { badNotice, type BusinessNoticeRefusal } from './issue-for-business.js';
import type { NoticeParts } from './notice-parts.js';

export interface NoticeToPush {
  readonly developer: Developer; readonly merchantNo: string; readonly bizNoticeNo: string; readonly payCode: string; readonly checkCode: string | undefined; readonly payer: NoticePayer;
  readonly items: readonly OrderItem[]; readonly totalAmount: Fen; readonly lateFee: Fen; readonly fillDay: BusinessDay; readonly validUntil: BusinessDay;
}

export type PushParts = Pick<NoticeParts, 'unitOfWork' | 'directory' | 'provinces' | 'ids' | 'clock' | 'patience' | 'ask'> & { readonly vault: Pick<Vault, 'blindIndexes'> };

/** `epay-nontax.notice.push`: a whole notice of another system is kept here, handed to the province by job, and collected with our cashier (1.1.7.2.2-c). */
export class PushForBusiness {
  readonly #parts: PushParts;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  async run(pushed: NoticeToPush): Promise<Result<NoticeRecord, BusinessNoticeRefusal>> {
    const { directory, provinces, clock } = this.#parts;
    const payee = await directory.payee(pushed.merchantNo);
    if (!payee?.enabled || !mayActFor(pushed.developer, payee.merchantNo)) return refuse({ code: 'no-permission' });
    if (isReservedNoticeNo(pushed.bizNoticeNo)) return refuse({ code: 'reserved-number' });
    const digests = this.#digestsOf(pushed);
    const known = await this.#parts.unitOfWork.read(({ notices }) => notices.byBizNo(pushed.developer.devId, pushed.merchantNo, pushed.bizNoticeNo));
    if (known !== undefined) return isSameContent(known, digests) ? ok(known) : refuse({ code: 'notice-exists' });
    const place = await collectingPlace(directory, payee);
    if (!place.ok) return badNotice(place.refusal);
    const { unit, region } = place.value;
    const province = provinces.get(region.nontaxRegionCode);
    if (province === undefined) return badNotice('该区域尚未接入省非税系统');
    const items = await collectableItems(directory, region.regionCode, unit, pushed.items);
    if (!items.ok) return badNotice(items.refusal);
    const content = contentOf(pushed, { unit, region: region.nontaxRegionCode, items: items.value });
    if (!checkContent(content).ok) return badNotice('缴款书明细与合计不符');
    if (businessDay(clock.now()) > pushed.validUntil) return badNotice('缴款书已过期');
    const hindered = await this.#whyNot(province, pushed, content);
    return hindered ?? this.#keep(pushed, content, digests[0]);
  }

  /** A number is nobody's for having named it: its form is checked, and what the province holds under it must be this notice. One it does not know comes from elsewhere. */
  async #whyNot(province: Province, { developer, payCode }: NoticeToPush, content: NoticeContent): Promise<Result<never, BusinessNoticeRefusal> | undefined> {
    const { unitOfWork, patience, ask } = this.#parts;
    if (!province.isPayCodeFromElsewhere(payCode)) return badNotice('缴款码不符合该区域的编码规则');
    if (await unitOfWork.read(({ notices }) => notices.byPayCode(content.region, payCode)) !== undefined) return badNotice(isRegistered);
    const report = await ask.run(province, { payCode, devId: developer.devId, isKnownHere: false, timeoutMs: patience.askMs });
    if (report === undefined || report.kind === 'unknown') return refuse({ code: 'notice-unknown' });
    if (report.kind === 'not-found') return undefined;
    const { unit, totalAmount, items } = report.notice;
    if (unit.code !== content.unit.code) return badNotice('缴款书属于其他执收单位');
    const agrees = totalAmount === content.totalAmount && itemsSum(items) === itemsSum(content.items);
    return agrees ? undefined : badNotice('缴款书金额与省非税系统不符');
  }

  /** Under every key there is, that of today first. */
  #digestsOf({ payCode, checkCode, payer, items, totalAmount, lateFee, fillDay, validUntil }: NoticeToPush): readonly string[] {
    const content = [payCode, checkCode ?? null, payer.kind, payer.name, payer.certNo ?? null, payer.mobile ?? null, totalAmount.toString(), lateFee.toString(), fillDay, validUntil,
      items.map((item) => [item.itemCode, item.itemName, item.quantity, item.price.toString(), item.amount.toString()])];
    return this.#parts.vault.blindIndexes('payment_notice.content', JSON.stringify(content));
  }

  #keep({ developer, merchantNo, bizNoticeNo, payCode, checkCode }: NoticeToPush, content: NoticeContent, contentDigest: string | undefined): Promise<Result<NoticeRecord, BusinessNoticeRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    const noticeNo = ids.next();
    return unitOfWork.run(async ({ notices, outbox, audit }): Promise<Result<NoticeRecord, BusinessNoticeRefusal>> => {
      if (await notices.byPayCode(content.region, payCode) !== undefined) return badNotice(isRegistered);
      const made = newNotice({ ...content, busNo: noticeNo }, { noticeNo, origin: 'pushed', devId: developer.devId, merchantNo, bizNoticeNo, contentDigest, platformOrderNo: undefined, step: 'to-push', now: clock.now() });
      const record = { ...made, payCode, checkCode };
      await notices.add(record);
      await outbox.enqueue({ topic: 'work-notice', key: noticeNo, dueAt: clock.now(), fresh: true });
      await audit.append({
        entryId: ids.next(), at: clock.now(), actor: { kind: 'developer', code: developer.devId, address: undefined }, action: 'notice.taken-in', objectKind: 'payment-notice', objectNo: noticeNo,
        description: '业务系统推送缴款书', before: undefined, after: { merchantNo, bizNoticeNo, payCode, amount: record.totalAmount.toString() }, requestId: undefined,
      });
      return ok(record);
    });
  }
}

const isRegistered = '该缴款码已在平台登记';
const itemsSum = (items: readonly NoticeItem[]): bigint => sumOf(items.map(({ amount }) => amount));

const contentOf = ({ payer, totalAmount, lateFee, fillDay, validUntil }: NoticeToPush, { unit, region, items }: Pick<NoticeContent, 'unit' | 'region'> & { readonly items: readonly NoticeItem[] }): NoticeContent =>
  ({ busNo: '', unit, region, payer, items, totalAmount, lateFee, fillDay, validUntil });
