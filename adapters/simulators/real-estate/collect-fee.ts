import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { askNotice } from '../shared/integrator/ask-documents.js';
import { shortLifeMinutes } from '../shared/integrator/desk-faults.js';
import { isOpen, type DeskMode, type DeskOrder } from '../shared/integrator/desk-order.js';
import { onlyAccount, today } from '../shared/integrator/desk.js';
import { closeOrder } from '../shared/integrator/follow-order.js';
import { chargeBarcode, draftOrder, sendOrder } from '../shared/integrator/send-order.js';
import { feeLines, sentItems, totalOf, type Accepted } from './fee-sheet.js';
import { ordersOf, standingOf, type Centre, type Registration } from './registration.js';

const usualMinutes = '120';

function requestOf({ desk }: Centre, registration: Registration): OrderCreateRequest {
  const lines = feeLines(registration.accepted);
  return {
    merchantNo: onlyAccount(desk).merchantNo, bizOrderNo: `${registration.caseNo}-${(registration.orderNos.length + 1).toString().padStart(2, '0')}`,
    orderDate: today(desk), orderTime: chinaTimestamp(desk.clock.now()), orderAmount: totalOf(lines).toString(), orderTitle: '不动产登记费',
    orderExpiredTime: desk.faults.take('order', ['short-life']) === undefined ? usualMinutes : shortLifeMinutes,
    returnUrl: `${desk.baseUrl}/return`, notifyUrl: `${desk.baseUrl}/callbacks`, payerName: registration.owner,
    nontaxInfo: { payerType: registration.payerType, eBillWanted: '1', items: [...sentItems(lines)] },
  };
}

function draft(centre: Centre, registration: Registration, mode: DeskMode): DeskOrder {
  const order = draftOrder(centre.desk, onlyAccount(centre.desk).devId, mode, requestOf(centre, registration), registration.operator);
  centre.registrations.change(registration.caseNo, (now) => ({ ...now, orderNos: [...now.orderNos, order.request.bizOrderNo] }));
  return order;
}

/** Why no order can be placed, if so. */
function obstacle(registration: Registration, orders: readonly DeskOrder[]): string | undefined {
  const standing = standingOf(registration, orders);
  if (standing === 'nothing-due') return '应缴金额为零，无需下单';
  return standing === 'paid' ? '本件已经缴费' : undefined;
}

/** Places the order that is paid online; one that is open already is used again. Gives its number, or why there is none. */
export async function orderOnline(centre: Centre, registration: Registration): Promise<{ readonly bizOrderNo: string } | string> {
  const { desk } = centre;
  const orders = ordersOf(desk, registration);
  const problem = obstacle(registration, orders);
  if (problem !== undefined) return problem;
  const order = orders.find(isOpen) ?? draft(centre, registration, 'interface');
  const { bizOrderNo } = order.request;
  if (order.cashierUrl === undefined && order.mode !== 'bar') await sendOrder(desk, order);
  const sent = desk.book.find(bizOrderNo);
  // The pay code may come later, when the slip is issued by job; then the clerk asks again.
  if (sent?.platformOrderNo !== undefined) await askNotice(desk, sent);
  return { bizOrderNo };
}

/** An order that waits online is ended before its fee is taken from a code: two ways to pay one fee must not be open at once. */
async function freeForCode({ desk }: Centre, orders: readonly DeskOrder[]): Promise<DeskOrder | string | undefined> {
  const open = orders.find(isOpen);
  if (open === undefined) return undefined;
  if (open.mode === 'bar') return open;
  const said = await closeOrder(desk, open);
  return desk.book.find(open.request.bizOrderNo)?.state === '4' ? undefined : `在线订单没有关闭，不能改用扫码收款。${said}`;
}

/** Takes the fee from the payer's code. After a refused code the same order is charged from another one. */
export async function collectByCode(centre: Centre, registration: Registration, barContent: string): Promise<{ readonly bizOrderNo: string } | string> {
  const { desk, registrations } = centre;
  const orders = ordersOf(desk, registration);
  const problem = obstacle(registration, orders) ?? (barContent === '' ? '请扫入付款码' : undefined);
  if (problem !== undefined) return problem;
  const going = await freeForCode(centre, orders);
  if (typeof going === 'string') return going;
  if (going !== undefined && going.state !== '3') return '上一次扫码的结果还不确定，请先查询';
  const order = going ?? draft(centre, registrations.find(registration.caseNo) ?? registration, 'bar');
  await chargeBarcode(desk, order, barContent);
  return { bizOrderNo: order.request.bizOrderNo };
}

/** Changes the fee sheet, as long as no pay code and no open or paid order stands on it. Gives the refusal. */
export function correctFee({ desk, registrations }: Centre, registration: Registration, accepted: Accepted): string | undefined {
  const orders = ordersOf(desk, registration);
  const open = orders.find(isOpen);
  if (open !== undefined) return open.notice?.payCode === undefined ? '已下单，不能修改费用；请先关闭订单，再修改' : `已取得缴款码 ${open.notice.payCode}，不能修改费用；请先关闭订单，再修改`;
  if (standingOf(registration, orders) === 'paid') return '已缴费，不能修改费用；请先退款';
  registrations.change(registration.caseNo, (now) => ({ ...now, accepted }));
  return undefined;
}
