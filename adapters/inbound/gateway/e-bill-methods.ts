import type { EBillQueryRequest } from '../../../contracts/gateway/e-bill.js';
import { never } from '../../../domain/kernel/result.js';
import type { ShowEBills } from '../../../application/e-bills/show-e-bills.js';
import type { Handler } from './handler.js';
import { businessRefusal, refusal } from './refusal.js';
import { shownEBill } from './wire-words.js';

/** E-bills of one of the developer's own orders (1.1.7.2.3-b, -c). */
export const queryEBills = (show: Pick<ShowEBills, 'run'>): Handler => async (call) => {
  const data = call.data as EBillQueryRequest;
  const shown = await show.run(call.developer, {
    merchantNo: data.merchantNo, bizOrderNo: data.bizOrderNo, platformOrderNo: data.platformOrderNo, eBillCode: data.eBillCode, eBillNo: data.eBillNo,
  });
  if (shown.ok) return { eBills: shown.value.map(shownEBill) };
  switch (shown.refusal) {
    case 'no-permission': return refusal('40302');
    case 'order-unknown': return businessRefusal('ORDER_UNKNOWN');
    case 'bill-unknown': return businessRefusal('ORDER_UNKNOWN', '没有这张票据');
    case 'not-wanted': return businessRefusal('BILL_NOT_READY', '该订单未要求开具电子票据');
    case 'not-ready': return businessRefusal('BILL_NOT_READY');
    default: return never(shown.refusal);
  }
};
