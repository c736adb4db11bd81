import { busNoOf } from '../../domain/e-bills/bus-no.js';
import type { EBillDayCheck } from '../../domain/e-bills/day-check.js';
import type { EBill, EBillItem, EBillPayer, IssuedEBill } from '../../domain/e-bills/e-bill.js';
import type { FoundEBill } from '../../domain/e-bills/e-bill-report.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import type { VerifiedEBill } from '../../domain/e-bills/verified-e-bill.js';
import { fen, sumOf } from '../../domain/kernel/money.js';
import { noon } from './moments.js';
import { orderNo } from './payments.js';

export const aPayer = (changes: Partial<EBillPayer> = {}): EBillPayer =>
  ({ payerType: 'person', name: '测试缴款人', certNo: undefined, mobile: undefined, email: undefined, ...changes });

export const anItem = (changes: Partial<EBillItem> = {}): EBillItem =>
  ({ itemCode: '103042501', itemName: '不动产登记费', price: fen(8_000), quantity: '1', unit: '件', amount: fen(8_000), ...changes });

export const noLinks = { pageUrl: undefined, internetPageUrl: undefined, qrImage: undefined } as const;

export const issuedBill = (changes: Partial<IssuedEBill> = {}): IssuedEBill =>
  ({ eBillCode: '35010126', eBillNo: '0000000001', checkCode: 'a1B2c3', issuedAt: noon, links: noLinks, ...changes });

export function aBill(changes: Partial<EBill> = {}): EBill {
  const { platformOrderNo = orderNo, round = 1, state = 'issuing' } = changes;
  const wasIssued = state === 'issued' || state === 'reversing' || state === 'reversed';
  return {
    platformOrderNo, round, busNo: busNoOf(platformOrderNo, round), state, amount: fen(8_000), payer: aPayer(), items: [anItem()], payCode: undefined,
    createdAt: noon, issued: wasIssued ? issuedBill() : undefined, reversal: undefined, failure: undefined, ...changes,
  };
}

export const foundBill = (changes: Partial<FoundEBill> = {}): FoundEBill =>
  ({ ...issuedBill(), busNo: orderNo, amount: fen(8_000), standing: 'normal', ...changes });

/** An e-bill of an order as it is kept: the first one, asked for and not issued yet unless `changes` say otherwise. */
export function anOrderBill(changes: Partial<OrderEBill> = {}): OrderEBill {
  const made = aBill(changes);
  return {
    ...made, devId: 'D1', merchantNo: 'M1', bizOrderNo: 'B1', eBillRegionCode: '35', paidAt: noon, base: made.items, isWhole: true, said: undefined, pageToken: `page-${made.busNo}`, tries: 0,
    lastTryAt: undefined, nextTryAt: noon, version: 1, ...changes,
  };
}

export const aVerifiedBill = (changes: Partial<VerifiedEBill> = {}): VerifiedEBill =>
  ({ ...issuedBill({ eBillNo: '0000009999' }), verifiedKey: `V${'a'.repeat(31)}`, eBillRegionCode: '35', state: 'issued', amount: fen(5_000), verifiedAt: noon, version: 1, ...changes });

export const aDayCheck = (changes: Partial<EBillDayCheck> = {}): EBillDayCheck => ({
  eBillRegionCode: '35', day: '20260508', state: 'waiting', ours: { count: 2, amount: sumOf([16_000n]) }, theirs: undefined, differences: [], walk: undefined, checkedAt: noon, version: 1, ...changes,
});
