import type { BillIssuer } from '../../../../application/ports/bill-issuer.js';
import type { OrderRequest } from '../../../../application/payments/register-order.js';
import type { OrderEBill } from '../../../../domain/e-bills/order-e-bill.js';
import { fen } from '../../../../domain/kernel/money.js';
import { paidOrder, requestedRefund } from '../requests.js';
import { openTown, type Town, type TownPlan } from '../town.js';
import { PlayedBillSystem } from './played-bill-system.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;

export interface Line { readonly code: string; readonly amount: number }
export const house: Line = { code: 'HOUSE', amount: 8_000 };
export const paper: Line = { code: 'PAPER', amount: 1_000 };
/** Its voucher is the payment notice itself. */
export const fine: Line = { code: 'FINE', amount: 3_000 };

/** What the business system sends for these lines. */
export const wishFor = (lines: readonly Line[], payerType: '1' | '2' = '1', eBillWanted: '0' | '1' = '1'): string => JSON.stringify({
  eBillWanted, payerType, items: lines.map(({ code, amount }) => ({ itemCode: code, itemName: `项目${code}`, quantity: '1', price: String(amount), amount: String(amount) })),
});

export interface BillTown { readonly town: Town; readonly system: PlayedBillSystem }

export async function openBillTown(plan: Omit<TownPlan, 'billIssuers'> & { readonly isConnected?: false } = {}): Promise<BillTown> {
  const system: PlayedBillSystem = new PlayedBillSystem(() => town.clock.at);
  const town: Town = await openTownOf(plan.isConnected === false ? new Map() : new Map([['35', system]]), plan);
  return { town, system };
}

/** A town whose region has these bill systems, with its catalogue. */
export async function openTownOf(billIssuers: ReadonlyMap<string, BillIssuer>, plan: Omit<TownPlan, 'billIssuers'> = {}): Promise<Town> {
  const town = await openTown({ ...plan, payee: { chargingUnit: { code: '350400101', name: '三明市不动产登记中心' }, ...plan.payee }, billIssuers });
  const { directoryEditor } = town.store;
  await directoryEditor.saveNontaxRegion({ regionCode: '350400', regionName: '三明市', nontaxRegionCode: '350400', nontaxRegionName: '市本级', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1 }, by);
  for (const { code } of [house, paper, fine]) {
    await directoryEditor.saveNontaxItem({
      regionCode: '350400', itemCode: code, itemName: `目录${code}`, nationalCode: undefined, measure: '件', fundNature: 'administrative-fee', lowestPrice: undefined, highestPrice: undefined,
      voucherKind: code === fine.code ? 'payment-notice' : 'e-bill', unitCodes: [], enabled: true, version: 1,
    }, by);
  }
  return town;
}

/** An order of these lines, paid, and everything that is due then done. */
export async function paidFor(town: Town, lines: readonly Line[], changes: Partial<OrderRequest['facts']> = {}): Promise<string> {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const { platformOrderNo } = await paidOrder(town, { orderAmount: fen(total), nontaxInfo: wishFor(lines), payer: { name: '张三', mobile: '13800138000', certNo: undefined }, ...changes });
  await town.pass(0);
  return platformOrderNo;
}

let refunds = 0;
export async function refunded(town: Town, amount: number): Promise<void> {
  await requestedRefund(town, { refundAmount: fen(amount), bizRefundOrderNo: `R-${++refunds}` });
  await town.pass(0);
}

export const billsOf = (town: Town): readonly OrderEBill[] => town.database.tables.eBills.all(false).sort((a, b) => a.round - b.round);
export const briefly = (town: Town): readonly string[] => billsOf(town).map(({ round, state, amount, failure }) => `${round} ${state} ${amount}${failure ? ` ${failure.code}` : ''}`);
export const eBillActions = (town: Town): readonly string[] => town.audited.filter((action) => action.startsWith('e-bill')).map((action) => action.slice('e-bill.'.length));
