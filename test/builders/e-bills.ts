import { busNoOf } from '../../domain/e-bills/bus-no.js';
import type { EBill, EBillItem, EBillPayer, IssuedEBill } from '../../domain/e-bills/e-bill.js';
import type { FoundEBill } from '../../domain/e-bills/e-bill-report.js';
import { fen } from '../../domain/kernel/money.js';
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
