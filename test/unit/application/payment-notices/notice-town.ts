import type { NontaxItem } from '../../../../domain/directory/nontax.js';
import { fen } from '../../../../domain/kernel/money.js';
import type { NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import type { PaymentNotice } from '../../../../domain/payment-notices/payment-notice.js';
import { aNoticeContent, aNoticeItem } from '../../../builders/payment-notices.js';
import { FakeProvince } from '../fake-province.js';
import { openTown, type Town, type TownPlan } from '../town.js';
import type { OrderRequest } from '../../../../application/payments/register-order.js';
import { orderRequest } from '../requests.js';
import type { HandClock } from '../../../contract/persistence/fakes.js';
import type { aPayee } from '../../../builders/directory.js';

export const unit = { code: '350400101', name: '三明市不动产登记中心' };
const system = { kind: 'system', code: 'test', address: undefined } as const;

export const aCatalogueItem = (changes: Partial<NontaxItem> = {}): NontaxItem => ({
  regionCode: '350400', itemCode: 'D350400001', itemName: '不动产登记费（住宅）', nationalCode: '103043211', measure: '件', fundNature: 'administrative-fee', lowestPrice: fen(1_000),
  highestPrice: fen(8_000), voucherKind: 'e-bill', unitCodes: [unit.code], enabled: true, version: 1, ...changes,
});

export interface NoticeTown { readonly town: Town; readonly province: FakeProvince }
export interface NoticePlan { readonly payee?: Parameters<typeof aPayee>[0]; readonly connected?: false; readonly change?: (province: FakeProvince) => void }

/** A town whose payee is a charging unit, with a catalogue and a province. */
export async function noticeTown({ payee, connected }: NoticePlan = {}): Promise<NoticeTown> {
  const its: { clock?: HandClock } = {};
  const province = new FakeProvince(() => its.clock?.now() ?? 0);
  const plan: TownPlan = { payee: { chargingUnit: unit, ...payee }, ...(connected === false ? {} : { provinces: [province] }) };
  const town = await openTown(plan);
  its.clock = town.clock;
  const { directoryEditor } = town.store;
  await directoryEditor.saveNontaxRegion({ regionCode: '350400', regionName: '三明市', nontaxRegionCode: '350400', nontaxRegionName: '三明市本级', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1 }, system);
  await directoryEditor.saveNontaxItem(aCatalogueItem(), system);
  await directoryEditor.saveNontaxItem(aCatalogueItem({ itemCode: 'D350400002', lowestPrice: undefined, highestPrice: undefined }), system);
  return { town, province };
}

export interface InfoPlan { readonly payCode?: string; readonly items?: readonly (readonly [itemCode: string, quantity: number, price: number])[] }

/** nontaxInfo as the gateway stores it; two flats by default, 120 yuan in all. */
export function infoText({ payCode, items = [['D350400001', 2, 6_000]] }: InfoPlan = {}): string {
  return JSON.stringify({
    ...(payCode !== undefined && { payCode }), eBillWanted: '1', payerType: '1',
    items: items.map(([itemCode, quantity, price]) => ({ itemCode, itemName: '登记费', quantity: String(quantity), price: String(price), amount: String(quantity * price) })),
  });
}

export const payer = { name: '张三', mobile: '13800138000', certNo: '350402199001011234' };
export const nontaxFacts = (info: InfoPlan = {}, more: Partial<OrderRequest['facts']> = {}): Partial<OrderRequest['facts']> => ({ nontaxInfo: infoText(info), payer, ...more });

/** Places an order with a notice; the refusal where there is one. */
export const place = (town: Town, info: InfoPlan = {}, more: Partial<OrderRequest['facts']> = {}) => town.placeOrder.run(orderRequest(town, nontaxFacts(info, more)));

/** A slip at the province that fits the usual order. */
export const slipFor = (province: FakeProvince, changes: Partial<PaymentNotice> = {}): PaymentNotice => {
  const made = province.make(aNoticeContent({ busNo: 'ELSEWHERE-1', unit, items: [aNoticeItem({ quantity: 2, price: fen(6_000), amount: fen(12_000) })], totalAmount: fen(12_000) }));
  return province.change(made.payCode, changes);
};

export const noticesOf = (town: Town): readonly NoticeRecord[] => town.database.tables.notices.all(false);
export const abnormalOf = (town: Town) => town.database.tables.abnormalNotices.all(false);
export const logOf = (town: Town) => town.database.tables.noticeLog.all(false).map(({ subject, state }) => `${subject}:${state}`);
