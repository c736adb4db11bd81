import { orderStates, refundStates } from '../../../contracts/gateway/codes.js';
import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import type { RefundCreateRequest } from '../../../contracts/gateway/refund.js';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { GatewayFault, GatewayRefusal } from '../../../contracts/sdk/errors.js';
import { isOpen, withState, type AppOrder, type AppRefund } from './app-order.js';
import type { Due } from './dues.js';
import { newNumber, today, type AppWorld } from './world.js';

/** What the business app of mode 1 charges, by the items of its unit. */
export const papers = [
  { key: 'passport', itemCode: 'D350400012', name: '普通护照工本费', fen: '12000' },
  { key: 'identity', itemCode: 'D350400011', name: '居民身份证工本费', fen: '2000' },
] as const;

/** An unsuccessful call: refused, or unknown. Never "failed" because nothing was heard. */
function asNews(error: unknown): { readonly state: 'unknown' | 'refused'; readonly stateMsg: string } {
  if (error instanceof GatewayRefusal) return { state: 'refused', stateMsg: error.message };
  if (error instanceof GatewayFault) return { state: 'unknown', stateMsg: error.message };
  throw error;
}

/** Mode 1: the business app orders with its user's id and the page that shows the bill's detail. */
export async function payPaper(world: AppWorld, paper: (typeof papers)[number]): Promise<AppOrder> {
  const bizOrderNo = newNumber(world, 'ZZ');
  return placed(world, {
    mode: 'business', ...fresh(world),
    request: {
      ...common(world), merchantNo: world.accounts.business.merchantNo, bizOrderNo, orderAmount: paper.fen, orderTitle: '证照工本费', userId: world.user.userId,
      payerName: world.user.name, payerMobile: world.user.mobile,
      personBillDetailUrl: `${world.baseUrl}/business/orders/${bizOrderNo}`, returnUrl: `${world.baseUrl}/business/return`,
      notifyUrl: `${world.baseUrl}/business/callbacks`, nontaxInfo: oneItem(paper.itemCode, paper.name, paper.fen),
    },
  });
}

/** Mode 2: the city app orders for the unit that is owed; the business system's number goes along for people. An order that can still be paid is used again. */
export async function payDue(world: AppWorld, due: Due): Promise<AppOrder> {
  const known = due.bizOrderNo === undefined ? undefined : world.orders.find('zone', due.bizOrderNo);
  if (known && isOpen(known)) return known.cashierUrl === undefined ? sent(world, known) : known;
  const bizOrderNo = newNumber(world, 'ESM');
  world.dues.payBy(due.dueNo, bizOrderNo);
  return placed(world, {
    mode: 'zone', dueNo: due.dueNo, ...fresh(world),
    request: {
      ...common(world), merchantNo: due.merchantNo, bizOrderNo, orderAmount: due.fen, orderTitle: due.title, orderDescription: `${due.system} ${due.businessNo}`,
      userId: due.userId, returnUrl: `${world.baseUrl}/zone/return`, notifyUrl: `${world.baseUrl}/zone/callbacks`,
      nontaxInfo: oneItem(due.itemCode, due.itemName, due.fen),
    },
  });
}

const oneItem = (itemCode: string, itemName: string, fen: string): NonNullable<OrderCreateRequest['nontaxInfo']> =>
  ({ eBillWanted: '1', payerType: '1', items: [{ itemCode, itemName, quantity: '1', price: fen, amount: fen }] });
const common = (world: AppWorld): Pick<OrderCreateRequest, 'orderDate' | 'orderTime'> =>
  ({ orderDate: today(world), orderTime: chinaTimestamp(world.clock.now()) });
const fresh = (world: AppWorld) => ({ createdAt: world.clock.now(), state: 'unknown' as const, stateMsg: '尚未得到平台应答', callbacks: 0, refunds: [], platformRefunds: [] });

/** Stored before it is sent: whatever happens then, the number is known. */
function placed(world: AppWorld, order: AppOrder): Promise<AppOrder> {
  world.orders.add(order);
  return sent(world, order);
}

async function sent(world: AppWorld, { mode, request }: AppOrder): Promise<AppOrder> {
  try {
    const { platformOrderNo, cashierUrl } = await world.accounts[mode].client.createOrder(request);
    world.orders.change(request.bizOrderNo, (now) => ({
      ...now, ...(now.state === 'unknown' ? { state: '0' as const, stateMsg: orderStates['0'] } : {}), platformOrderNo, cashierUrl,
    }));
  } catch (error) {
    const news = asNews(error);
    world.orders.change(request.bizOrderNo, (now) => (now.platformOrderNo === undefined ? { ...now, ...news } : now));
  }
  return world.orders.find(mode, request.bizOrderNo) as AppOrder;
}

/** Asks the platform: what a browser brings back is no proof. */
export async function askState(world: AppWorld, { mode, request }: AppOrder): Promise<void> {
  const { merchantNo, bizOrderNo, orderDate, orderAmount } = request;
  try {
    const answer = await world.accounts[mode].client.queryOrder({ merchantNo, bizOrderNo, orderDate });
    if (answer.orderAmount !== orderAmount) return;
    world.orders.change(bizOrderNo, (now) => ({ ...withState(now, answer.orderState, orderStates[answer.orderState]), platformOrderNo: answer.platformOrderNo }));
  } catch (error) {
    asNews(error);
  }
}

/** Asks for money back: noted first, then sent. */
export async function askRefund(world: AppWorld, { mode, request, platformOrderNo }: AppOrder, refundAmount: string): Promise<void> {
  const wish: RefundCreateRequest = {
    merchantNo: request.merchantNo, bizRefundOrderNo: newNumber(world, 'TK'), refundOrderDate: today(world), refundAmount, refundTitle: `${request.orderTitle}退款`,
    platformOrderNo: platformOrderNo ?? '', notifyUrl: `${world.baseUrl}/${mode}/callbacks`,
  };
  const change = (refund: Partial<AppRefund>): void => world.orders.change(request.bizOrderNo, (now) => ({
    ...now, refunds: now.refunds.map((one) => (one.request.bizRefundOrderNo === wish.bizRefundOrderNo ? { ...one, ...refund } : one)),
  }));
  world.orders.change(request.bizOrderNo, (now) => ({ ...now, refunds: [...now.refunds, { request: wish, state: 'unknown', stateMsg: '尚未得到平台应答' }] }));
  try {
    const { refundState } = await world.accounts[mode].client.createRefund(wish);
    change({ state: refundState, stateMsg: refundStates[refundState] });
  } catch (error) {
    change(asNews(error));
  }
}
