import type { NoticeContent, NoticeItem, PaymentNotice } from '../../domain/payment-notices/payment-notice.js';
import { fen } from '../../domain/kernel/money.js';

export const aNoticeItem = (changes: Partial<NoticeItem> = {}): NoticeItem => ({
  itemCode: 'D350400001', nationalCode: '103043211', name: '不动产登记费（住宅）', quantity: 1, price: fen(8000), amount: fen(8000), measure: '件', ...changes,
});

export const aNoticeContent = (changes: Partial<NoticeContent> = {}): NoticeContent => ({
  busNo: '20260508120000000001000018', unit: { code: '350400001', name: '三明市不动产登记中心' }, region: '350400',
  payer: { name: '张三', kind: 'person', certNo: '350402199001011234', mobile: '13800138000' },
  items: [aNoticeItem()], totalAmount: fen(8000), lateFee: fen(0), fillDay: '20260508', validUntil: '20260607', ...changes,
});

export const aPaymentNotice = (changes: Partial<PaymentNotice> = {}): PaymentNotice => ({
  ...aNoticeContent(), payCode: '35040026300000000001', checkCode: undefined, state: 'unpaid', confirmation: undefined, ...changes,
});
