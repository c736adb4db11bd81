import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import type { DeskMode, DeskOrder } from '../shared/integrator/desk-order.js';
import { accountOf, newNumber, today, type Desk } from '../shared/integrator/desk.js';
import { draftOrder } from '../shared/integrator/send-order.js';
import type { FeeSheet } from './fee-sheet.js';

function requestOf(desk: Desk, merchantNo: string, sheet: FeeSheet): OrderCreateRequest {
  const { payerName, payerMobile } = sheet;
  return {
    merchantNo, bizOrderNo: newNumber(desk, 'BDC'), orderDate: today(desk), orderTime: chinaTimestamp(desk.clock.now()),
    orderAmount: sheet.amountFen, orderTitle: sheet.title, orderExpiredTime: sheet.validMinutes,
    returnUrl: `${desk.baseUrl}/return`, notifyUrl: `${desk.baseUrl}/callbacks`,
    ...(payerName === undefined ? {} : { payerName }), ...(payerMobile === undefined ? {} : { payerMobile }),
    ...(sheet.eBillWanted ? { nontaxInfo: { eBillWanted: '1', payerType: '1', items: [...sheet.lines] } } : {}),
  };
}

/** The order of a fee sheet, noted but not sent. */
export const draftSheetOrder = (desk: Desk, devId: string, mode: DeskMode, sheet: FeeSheet): DeskOrder =>
  draftOrder(desk, devId, mode, requestOf(desk, accountOf(desk, devId).merchantNo, sheet));
