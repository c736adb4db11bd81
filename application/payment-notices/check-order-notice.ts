import type { Payee } from '../../domain/directory/payee.js';
import { refuse, ok, type Result } from '../../domain/kernel/result.js';
import { contentForOrder } from '../../domain/payment-notices/notice-for-order.js';
import type { ChargingUnit, NoticeContent } from '../../domain/payment-notices/payment-notice.js';
import { nontaxInfoOf, type NontaxInfo } from '../../domain/payments/nontax-info.js';
import type { Order } from '../../domain/payments/order.js';
import type { NoticeHindrance, NoticeObstacle, NoticeOfOrder, OrderNotices } from '../ports/order-notices.js';
import type { Province } from '../ports/province.js';
import { collectableItems, collectingPlace } from './collecting.js';
import type { GivenNotice } from './given-notice.js';
import type { LookBeforePaying } from './look-before-paying.js';
import { noticeLater, type NoticeFirst } from './notice-of-order.js';
import type { NoticeParts } from './notice-parts.js';

export interface CheckParts extends Pick<NoticeParts, 'directory' | 'provinces' | 'clock'> {
  readonly given: Pick<GivenNotice, 'run'>;
  readonly first: Pick<NoticeFirst, 'run'>;
  readonly look: Pick<LookBeforePaying, 'run'>;
}

const bad = (words: string) => refuse({ code: 'notice-bad', words } as const);
/** A region without a connection keeps no notices: its orders may ask for e-bills all the same. */
const nothing: NoticeOfOrder = { store: async () => undefined };

/** What orders with nontaxInfo are held against before anybody pays (design 4.9, province-nontax.md 5.1 and 5.2). */
export class CheckOrderNotice implements OrderNotices {
  readonly #parts: CheckParts;

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  async check(order: Order, payee: Payee): Promise<Result<NoticeOfOrder, NoticeHindrance>> {
    const info = nontaxInfoOf(order);
    if (info === undefined) return ok(nothing);
    const place = await collectingPlace(this.#parts.directory, payee);
    if (!place.ok) return bad(place.refusal);
    if (order.subOrders.length > 1) return bad('多个子商户的合并支付不能附带非税信息');
    const { unit, region } = place.value;
    const items = await collectableItems(this.#parts.directory, region.regionCode, unit, info.items);
    if (!items.ok) return bad(items.refusal);
    const province = this.#parts.provinces.get(region.nontaxRegionCode);
    const content = contentForOrder(order, { unit, region: region.nontaxRegionCode, items: items.value, payerKind: info.payerKind, now: this.#parts.clock.now() });
    return this.#withProvince({ order, payee, info, unit, province, content });
  }

  mayPay(order: Order): Promise<Result<undefined, NoticeObstacle>> { return this.#parts.look.run(order); }

  async #withProvince({ order, payee, info, unit, province, content }: Checked): Promise<Result<NoticeOfOrder, NoticeHindrance>> {
    if (province === undefined) return info.payCode === undefined && !payee.isNoticeFirst ? ok(nothing) : bad('该区域尚未接入省非税系统');
    if (order.bizDiscountAmount > 0n) return bad('凭缴款书缴款的订单不能有业务优惠');
    if (info.payCode !== undefined) return this.#parts.given.run(order, info.payCode, unit, province);
    if (province.issuing === undefined) return payee.isNoticeFirst ? bad('省非税系统不提供缴款书开具') : ok(nothing);
    if (content.payer.name.trim() === '') return bad('单位缴款须提供缴款人名称 payerName');
    return payee.isNoticeFirst ? this.#parts.first.run(order, content, province.issuing) : ok(noticeLater(order, content, this.#parts.clock.now()));
  }
}

interface Checked {
  readonly order: Order; readonly payee: Payee; readonly info: NontaxInfo; readonly unit: ChargingUnit; readonly province: Province | undefined; readonly content: NoticeContent;
}
