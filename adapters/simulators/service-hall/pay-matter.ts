import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { isOpen, refundableFen, type DeskMode, type DeskOrder } from '../shared/integrator/desk-order.js';
import { shortLifeMinutes } from '../shared/integrator/desk-faults.js';
import { askOwnNotice, issueNotice, withNotices } from '../shared/integrator/ask-documents.js';
import { onlyAccount, today } from '../shared/integrator/desk.js';
import { askRefund } from '../shared/integrator/follow-order.js';
import { draftOrder, sendOrder } from '../shared/integrator/send-order.js';
import type { Hall } from './hall.js';
import { feeOf } from './matter-kinds.js';
import { ordersOf, standingOf, type Matter } from './matter.js';

/** What the applicant filled in before paying. */
export interface PayWish { readonly mode: DeskMode; readonly payerMobile: string | undefined; readonly eBillWanted: boolean }

const usualMinutes = '120';

const slipNo = ({ matterNo }: Matter): string => `${matterNo}-JKS`;
const itemsOf = ({ kind }: Matter): NonNullable<OrderCreateRequest['nontaxInfo']>['items'] => kind.fees.map(({ itemCode, itemName, quantity, priceFen }) => (
  { itemCode, itemName, quantity: quantity.toString(), price: priceFen.toString(), amount: (quantity * priceFen).toString() }));

function requestOf({ desk }: Hall, matter: Matter, wish: PayWish): OrderCreateRequest {
  const isShort = desk.faults.take('order', ['short-life']) !== undefined;
  return {
    merchantNo: onlyAccount(desk).merchantNo, bizOrderNo: `${matter.matterNo}-${(matter.orderNos.length + 1).toString().padStart(2, '0')}`,
    orderDate: today(desk), orderTime: chinaTimestamp(desk.clock.now()), orderAmount: feeOf(matter.kind).toString(), orderTitle: matter.kind.name,
    orderExpiredTime: isShort ? shortLifeMinutes : usualMinutes, returnUrl: `${desk.baseUrl}/return`, notifyUrl: `${desk.baseUrl}/callbacks`,
    payerName: matter.applicant, ...(wish.payerMobile === undefined ? {} : { payerMobile: wish.payerMobile }),
    nontaxInfo: {
      ...(matter.slip?.payCode === undefined ? {} : { payCode: matter.slip.payCode }), payerType: matter.payerType,
      eBillWanted: wish.eBillWanted && matter.kind.slipFirst !== true ? '1' : '0', items: itemsOf(matter),
    },
  };
}

/** The order that a second click, or a second tab, goes on with; undefined when a new one is due. */
function openOrder({ desk }: Hall, orders: readonly DeskOrder[]): DeskOrder | undefined {
  const open = orders.find(isOpen);
  return open !== undefined && desk.faults.take('order', ['forget-open']) === undefined ? open : undefined;
}

/** Has the payment notice issued that belongs to the decision; repeated with the same content after no answer. A string says why there is none. */
export async function issueSlip({ desk, matters }: Hall, matter: Matter): Promise<string | undefined> {
  const { devId, merchantNo } = onlyAccount(desk);
  const issued = await issueNotice(desk, devId, { merchantNo, bizNoticeNo: slipNo(matter), payerName: matter.applicant, payerType: matter.payerType, items: itemsOf(matter) });
  if (typeof issued === 'string') return `缴款书没有开具。${issued}`;
  matters.change(matter.matterNo, (now) => ({ ...now, slip: issued }));
  return undefined;
}

/** A page that waits for its payer loads itself again and again; the province is not asked each time. */
const askAgainAfterMs = 30_000;

/** The matter with its payment notices as they stand now: that of the decision, and those of its orders. `isDeciding`: something hangs on it. */
export async function freshMatter({ desk, matters }: Hall, matter: Matter, isDeciding = false): Promise<Matter> {
  const now = desk.clock.now();
  if (matter.slip !== undefined && (isDeciding || now >= (matter.slipAskedAt ?? 0) + askAgainAfterMs)) {
    const slip = await askOwnNotice(desk, onlyAccount(desk).devId, slipNo(matter)) ?? matter.slip;
    matters.change(matter.matterNo, (one) => ({ ...one, slip, slipAskedAt: now }));
  }
  await withNotices(desk, ordersOf(desk, matter));
  return matters.find(matter.matterNo) ?? matter;
}

/** Gives the order with which the applicant goes to the cashier, or a sentence that says why none is needed. One open order at a time. */
export async function payMatter(hall: Hall, matter: Matter, wish: PayWish): Promise<DeskOrder | string> {
  const { desk, matters } = hall;
  const orders = ordersOf(desk, matter);
  const standing = standingOf(matter, orders);
  if (standing === 'in-progress') return '办件还在审批中，尚不需要缴费';
  if (standing === 'paid') return '本办件已经缴费，请勿重复缴纳';
  if (matter.kind.slipFirst === true && matter.slip === undefined) return '请先开具缴款书';
  const going = openOrder(hall, orders);
  if (going?.cashierUrl !== undefined) return going;
  const order = going ?? draftOrder(desk, onlyAccount(desk).devId, wish.mode, requestOf(hall, matter, wish));
  if (going === undefined) matters.change(matter.matterNo, (now) => ({ ...now, orderNos: [...now.orderNos, order.request.bizOrderNo] }));
  // An order without an answer is sent again as it was: the platform finds the same one.
  await sendOrder(desk, order);
  return desk.book.find(order.request.bizOrderNo) ?? order;
}

/** A matter is paid once: money that comes for a second order of it goes back without anybody asking. */
export async function giveBackSecond({ desk, matters }: Hall, paid: DeskOrder): Promise<void> {
  const matter = matters.ofOrder(paid.request.bizOrderNo);
  const earlier = matter && ordersOf(desk, matter).filter(({ request, state }) => state === '2' && request.bizOrderNo !== paid.request.bizOrderNo);
  const left = refundableFen(paid);
  if (!earlier?.some((order) => refundableFen(order) > 0n) || left === 0n) return;
  await askRefund(desk, paid, left.toString(), '同一办件重复缴费，原路退回');
}
