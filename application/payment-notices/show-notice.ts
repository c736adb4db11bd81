import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { foundNotice, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { Order } from '../../domain/payments/order.js';
import { collectingPlace } from './collecting.js';
import type { NoticeParts } from './notice-parts.js';

export interface NoticeName { readonly merchantNo: string; readonly bizOrderNo: string | undefined; readonly platformOrderNo: string | undefined; readonly payCode: string | undefined; readonly bizNoticeNo: string | undefined }
export interface ShownNotice { readonly record: NoticeRecord; readonly order: Order | undefined }
export type ShowRefusal = 'no-permission' | 'not-found' | 'not-known';

/**
 * `epay-nontax.notice.query`: a notice of the caller's own, as the province shows it now where it can still be paid. A pay code that is new here is asked of
 * the province, and shown when it belongs to the payee's own charging unit (1.1.7.2.2-b). Changes nothing.
 */
export class ShowNotice {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'directory' | 'provinces' | 'clock' | 'patience' | 'ask'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'directory' | 'provinces' | 'clock' | 'patience' | 'ask'>) {
    this.#parts = parts;
  }

  async run(developer: Developer, name: NoticeName): Promise<Result<ShownNotice, ShowRefusal>> {
    const payee = await this.#parts.directory.payee(name.merchantNo);
    if (!payee || !mayActFor(developer, payee.merchantNo)) return refuse('no-permission');
    const place = await collectingPlace(this.#parts.directory, payee);
    const region = place.ok ? place.value.region.nontaxRegionCode : undefined;
    const kept = await this.#kept(developer, name, region);
    if (kept !== undefined) return this.#owns(developer, name, kept) ? this.#freshened(developer, kept) : refuse('not-found');
    if (!place.ok || name.payCode === undefined || region === undefined || [name.bizOrderNo, name.platformOrderNo, name.bizNoticeNo].some((no) => no !== undefined)) return refuse('not-found');
    return this.#atProvince(developer, name, { payCode: name.payCode, region, unitCode: place.value.unit.code });
  }

  async #kept(developer: Developer, name: NoticeName, region: string | undefined): Promise<ShownNotice | undefined> {
    return this.#parts.unitOfWork.read(async ({ notices, orders }) => {
      const { merchantNo, bizOrderNo, platformOrderNo, payCode, bizNoticeNo } = name;
      const named = bizOrderNo === undefined ? undefined : await orders.byBizNo(developer.devId, merchantNo, bizOrderNo);
      const orderNo = platformOrderNo ?? named?.platformOrderNo;
      const record = orderNo !== undefined ? await notices.byOrder(orderNo)
        : payCode !== undefined && region !== undefined ? await notices.byPayCode(region, payCode)
        : bizNoticeNo !== undefined ? await notices.byBizNo(developer.devId, merchantNo, bizNoticeNo) : undefined;
      return record && { record, order: record.platformOrderNo === undefined ? undefined : await orders.byNo(record.platformOrderNo) };
    });
  }

  /** Made by the caller, or paid by an order of the caller's; and every number that was named is its own. */
  #owns({ devId }: Developer, name: NoticeName, { record, order }: ShownNotice): boolean {
    if (record.merchantNo !== name.merchantNo || (record.devId !== devId && order?.devId !== devId)) return false;
    return (name.payCode === undefined || name.payCode === record.payCode) && (name.bizNoticeNo === undefined || name.bizNoticeNo === record.bizNoticeNo)
      && (name.bizOrderNo === undefined || (order?.devId === devId && name.bizOrderNo === order.bizOrderNo)) && (name.platformOrderNo === undefined || name.platformOrderNo === record.platformOrderNo);
  }

  async #freshened({ devId }: Developer, kept: ShownNotice): Promise<Result<ShownNotice, ShowRefusal>> {
    const { record } = kept;
    const province = this.#parts.provinces.get(record.region);
    if (record.step !== 'open' || record.payCode === undefined || province === undefined) return ok(kept);
    const report = await this.#parts.ask.run(province, { payCode: record.payCode, devId, isKnownHere: true, timeoutMs: this.#parts.patience.askMs });
    if (report?.kind !== 'found') return ok(kept);
    // What the province holds under this number is another unit's: whoever claimed the number here does not read it.
    if (report.notice.unit.code !== record.unit.code) return refuse('not-found');
    const { state, totalAmount, lateFee, validUntil } = report.notice;
    return ok({ ...kept, record: { ...record, state, totalAmount, lateFee, validUntil } });
  }

  async #atProvince({ devId }: Developer, { merchantNo }: NoticeName, asked: { readonly payCode: string; readonly region: string; readonly unitCode: string }): Promise<Result<ShownNotice, ShowRefusal>> {
    const { provinces, ask, patience } = this.#parts;
    const province = provinces.get(asked.region);
    if (province === undefined) return refuse('not-found');
    const report = await ask.run(province, { payCode: asked.payCode, devId, isKnownHere: false, timeoutMs: patience.askMs });
    if (report === undefined || report.kind === 'unknown') return refuse('not-known');
    if (report.kind !== 'found' || report.notice.unit.code !== asked.unitCode) return refuse('not-found');
    const record = foundNotice(report.notice, { noticeNo: '', origin: 'given', devId, merchantNo, bizNoticeNo: '', contentDigest: undefined, platformOrderNo: undefined, step: 'open', now: this.#parts.clock.now() });
    return ok({ record, order: undefined });
  }
}
