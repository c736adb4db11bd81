import type { NontaxRegion } from '../../domain/directory/nontax.js';
import type { Payee } from '../../domain/directory/payee.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { itemRefusalWords, noticeItems } from '../../domain/payment-notices/notice-for-order.js';
import type { ChargingUnit, NoticeItem } from '../../domain/payment-notices/payment-notice.js';
import type { OrderItem } from '../../domain/payments/nontax-info.js';
import type { NoticeParts } from './notice-parts.js';

type Catalogue = Pick<NoticeParts['directory'], 'nontaxRegion' | 'nontaxItem'>;

/** Where a payee collects non-tax revenue: its charging unit and its region; words where it does not. */
export async function collectingPlace(directory: Catalogue, payee: Payee): Promise<Result<{ readonly unit: ChargingUnit; readonly region: NontaxRegion }, string>> {
  const unit = payee.chargingUnit;
  if (unit === undefined) return refuse('该收款单位未登记执收单位，不能收取非税收入');
  const region = payee.regionCode === undefined ? undefined : await directory.nontaxRegion(payee.regionCode);
  return region === undefined ? refuse('该收款单位所在区域未配置非税信息') : ok({ unit, region });
}

/** Items as the region's catalogue has them; words for the first that this unit may not collect at this price. */
export async function collectableItems(directory: Catalogue, regionCode: string, unit: ChargingUnit, asked: readonly OrderItem[]): Promise<Result<readonly NoticeItem[], string>> {
  const lines = await Promise.all(asked.map(async (one) => ({ asked: one, item: await directory.nontaxItem(regionCode, one.itemCode) })));
  const items = noticeItems(lines, unit);
  return items.ok ? items : refuse(itemRefusalWords(items.refusal));
}
