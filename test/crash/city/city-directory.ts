import type { NontaxItem, NontaxRegion } from '../../../domain/directory/nontax.js';

/** What the city run adds to the demo city: a payee whose notices come before its payments, and one whose province speaks the national norm. */
export const noticeFirstPayee = {
  merchantNo: 'M35040000091', payeeName: '三明市道路管养中心', chargingUnit: { code: '350400102', name: '三明市行政服务中心' }, isNoticeFirst: true, slipRefundPolicy: 'direct', version: 1,
} as const;
export const linePayee = {
  merchantNo: 'M35040000092', payeeName: '三元区不动产登记中心', regionCode: '350404', chargingUnit: { code: '350404101', name: '三元区不动产登记中心' }, slipRefundPolicy: 'direct', version: 1,
} as const;

export const lineRegion: NontaxRegion = {
  regionCode: '350404', regionName: '三元区', nontaxRegionCode: '350404', nontaxRegionName: '三元区', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1,
};
export const lineItem: NontaxItem = {
  regionCode: '350404', itemCode: 'D350404001', itemName: '不动产登记费', nationalCode: '103043211', measure: '件', fundNature: 'administrative-fee', lowestPrice: undefined, highestPrice: undefined,
  voucherKind: 'e-bill', unitCodes: [], enabled: true, version: 1,
};

/** One thing that people pay for: who collects it, and what stands in the order. */
export interface Due { readonly owner: 'rsa2' | 'app' | 'unit'; readonly merchantNo: string; readonly items: (amountFen: bigint) => readonly Line[]; /** Undefined: any. */ readonly price?: bigint; readonly hasEBill: boolean }
export interface Line { readonly itemCode: string; readonly itemName: string; readonly quantity: string; readonly price: string; readonly amount: string }

const line = (itemCode: string, itemName: string, price: bigint, quantity = 1n): Line =>
  ({ itemCode, itemName, quantity: quantity.toString(), price: price.toString(), amount: (price * quantity).toString() });

/** Notice by job, notice first, notice on the line; with the city app; with two items; and an item whose voucher is the notice itself. */
export const dues: Readonly<Record<'byJob' | 'twoItems' | 'noticeFirst' | 'onTheLine' | 'inTheApp' | 'fine', Due>> = {
  byJob: { owner: 'rsa2', merchantNo: 'M35040000001', price: 8_000n, items: () => [line('D350400001', '不动产登记费（住宅）', 8_000n)], hasEBill: true },
  twoItems: { owner: 'rsa2', merchantNo: 'M35040000001', price: 10_000n, items: () => [line('D350400001', '不动产登记费（住宅）', 8_000n), line('D350400003', '不动产权属证书工本费', 1_000n, 2n)], hasEBill: true },
  noticeFirst: { owner: 'unit', merchantNo: noticeFirstPayee.merchantNo, items: (amount) => [line('D350400013', '城市道路占用挖掘修复费', amount)], hasEBill: true },
  onTheLine: { owner: 'unit', merchantNo: linePayee.merchantNo, items: (amount) => [line('D350404001', '不动产登记费', amount)], hasEBill: true },
  inTheApp: { owner: 'app', merchantNo: 'M35040000002', items: (amount) => [line('D350400013', '城市道路占用挖掘修复费', amount)], hasEBill: true },
  fine: { owner: 'app', merchantNo: 'M35040000002', price: 15_000n, items: () => [line('D350400014', '交通违法罚款', 15_000n)], hasEBill: false },
};
