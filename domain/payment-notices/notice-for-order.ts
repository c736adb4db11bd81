import type { NontaxItem } from '../directory/nontax.js';
import { mayCollect, type ItemRefusal } from '../directory/nontax.js';
import { businessDay, dayMs, type EpochMs } from '../kernel/china-time.js';
import { yuan, zeroFen } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { OrderItem } from '../payments/nontax-info.js';
import { chargedAmount, type Order } from '../payments/order.js';
import type { MoneyBack } from './notice-move.js';
import type { NoticeRecord } from './notice-record.js';
import type { ChargingUnit, NoticeContent, NoticeItem, NoticePayer } from './payment-notice.js';

/** An item that was asked for, beside its entry in the region's catalogue. */
export interface ItemBeside { readonly asked: OrderItem; readonly item: NontaxItem | undefined }

/** The lines of a notice, named as the catalogue names them; the first item that this unit may not collect at this price refuses all of them. */
export function noticeItems(lines: readonly ItemBeside[], unit: ChargingUnit): Result<readonly NoticeItem[], ItemRefusal> {
  const items: NoticeItem[] = [];
  for (const { asked, item } of lines) {
    const may = mayCollect(item, asked, unit.code);
    if (!may.ok) return may;
    const { itemCode, nationalCode, itemName, measure } = may.value;
    items.push({ itemCode, nationalCode, name: itemName, quantity: asked.quantity, price: asked.price, amount: asked.amount, measure });
  }
  return ok(items);
}

/** Why an item cannot be collected, short enough for subMsg. */
export function itemRefusalWords(refusal: ItemRefusal): string {
  switch (refusal.code) {
    case 'item-unknown': return `收费项目 ${refusal.itemCode} 不存在`;
    case 'item-off': return `收费项目 ${refusal.itemCode} 已停用`;
    case 'unit-may-not-collect': return `单位无权执收项目 ${refusal.itemCode}`;
    case 'price-out-of-range':
      return `${refusal.itemCode} 单价应为 ${refusal.lowest === undefined ? '0' : yuan(refusal.lowest)} 至 ${refusal.highest === undefined ? '不限' : yuan(refusal.highest)} 元`;
  }
}

export interface ForOrder { readonly unit: ChargingUnit; readonly region: string; readonly items: readonly NoticeItem[]; readonly payerKind: NoticePayer['kind']; readonly now: EpochMs }

/** The province takes no notice without a name; of a person who gave none it says the same as an e-bill does. */
const somebody = '个人';

/** What a notice says that is issued for an order. It may be paid a day longer than the order: money on its way over midnight is not overdue. */
export function contentForOrder(order: Order, { unit, region, items, payerKind, now }: ForOrder): NoticeContent {
  const { name, mobile, certNo } = order.payer;
  return {
    busNo: order.platformOrderNo, unit, region, items, payer: { name: name ?? (payerKind === 'person' ? somebody : ''), kind: payerKind, certNo, mobile }, totalAmount: chargedAmount(order), lateFee: zeroFen,
    fillDay: businessDay(now), validUntil: businessDay(order.expiresAt + dayMs),
  };
}

export type TakingRefusal = 'held' | 'other-payee' | 'settled' | 'going-away';

/** Whether a further order may take a notice that we know: its order was closed, its money went back, or it had none. `holder`: the order that has it now. */
export function mayTakeOver(record: NoticeRecord, merchantNo: string, holder: (Pick<Order, 'state'> & { readonly back: MoneyBack }) | undefined): Result<undefined, TakingRefusal> {
  if (record.merchantNo !== merchantNo) return refuse('other-payee');
  if (record.step !== 'open') return refuse(record.step === 'void-pending' || record.step === 'voided' ? 'going-away' : 'settled');
  if (holder !== undefined && holder.state !== 'closed' && holder.back !== 'all') return refuse('held');
  return record.origin === 'order' ? refuse('going-away') : ok(undefined);
}

export const takingWords: Readonly<Record<TakingRefusal, string>> = {
  held: '缴款码已有待支付或已支付的订单', 'other-payee': '缴款码属于其他收款单位', settled: '缴款书已缴款或尚未开具', 'going-away': '缴款书已作废或随原订单作废',
};
