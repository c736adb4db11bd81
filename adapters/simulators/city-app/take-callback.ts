import { orderStates, refundStates } from '../../../contracts/gateway/codes.js';
import type { GatewayCallback } from '../../../contracts/sdk/callbacks.js';
import { GatewayFault, GatewayRefusal } from '../../../contracts/sdk/errors.js';
import { withState, type AppMode, type AppOrder } from './app-order.js';
import type { AppWorld } from './world.js';

/** Takes a callback for one mode: verify, find, compare the money, store. Told twice it changes nothing more. False: not believed. */
export async function takeCallback(world: AppWorld, mode: AppMode, body: string): Promise<boolean> {
  const callback = verified(world, mode, body);
  if (callback === undefined) return false;
  if (callback.kind !== 'refund') return takePayment(world, mode, callback);
  return /^(RULE|CANCEL)-/.test(callback.data.bizRefundOrderNo) ? takePlatformRefund(world, mode, callback) : takeRefund(world, mode, callback);
}

function verified(world: AppWorld, mode: AppMode, body: string): GatewayCallback | undefined {
  try {
    return world.accounts[mode].client.parseCallback(body);
  } catch (error) {
    if (error instanceof GatewayFault) return undefined;
    throw error;
  }
}

function takePayment(world: AppWorld, mode: AppMode, { data }: Exclude<GatewayCallback, { kind: 'refund' }>): boolean {
  const order = world.orders.find(mode, data.bizOrderNo);
  if (order?.request.orderAmount !== data.orderAmount) return false;
  world.orders.change(data.bizOrderNo, (now) => toldOn(world, {
    ...withState(now, data.orderState, orderStates[data.orderState]), platformOrderNo: data.platformOrderNo, callbacks: now.callbacks + 1,
  }));
  return true;
}

/** Mode 2: the city app, not the platform, tells the business system that its due is paid; once. */
const toldOn = (world: AppWorld, order: AppOrder): AppOrder =>
  (order.dueNo !== undefined && order.state === '2' && order.toldBusinessAt === undefined ? { ...order, toldBusinessAt: world.clock.now() } : order);

function takeRefund(world: AppWorld, mode: AppMode, { data }: Extract<GatewayCallback, { kind: 'refund' }>): boolean {
  const order = world.orders.findByRefund(mode, data.bizRefundOrderNo);
  const isOurs = order?.refunds.some(({ request }) => request.bizRefundOrderNo === data.bizRefundOrderNo && request.refundAmount === data.refundAmount) === true;
  if (!order || !isOurs) return false;
  const news = { state: data.refundState, stateMsg: refundStates[data.refundState] };
  world.orders.change(order.request.bizOrderNo, (now) => ({
    ...now, callbacks: now.callbacks + 1, refunds: now.refunds.map((one) => (one.request.bizRefundOrderNo === data.bizRefundOrderNo ? { ...one, ...news } : one)),
  }));
  return true;
}

/** Money that the platform sent back by a rule of its own. The callback names no order: the platform is asked by its own number. */
async function takePlatformRefund(world: AppWorld, mode: AppMode, { data }: Extract<GatewayCallback, { kind: 'refund' }>): Promise<boolean> {
  const { client, merchantNo: usual } = world.accounts[mode];
  const { bizRefundOrderNo, platformRefundOrderNo, refundOrderDate, refundAmount, refundState: state } = data;
  // The zone collects for several payees and the callback does not say for which.
  for (const merchantNo of new Set([usual, ...world.orders.newestFirst(mode).map(({ request }) => request.merchantNo)])) {
    const shown = await client.queryRefund({ merchantNo, platformRefundOrderNo, refundOrderDate }).catch(notShown);
    const order = shown && world.orders.newestFirst(mode).find(({ platformOrderNo }) => platformOrderNo === shown.platformOrderNo);
    if (!order || shown.refundAmount !== refundAmount) continue;
    const made = { bizRefundOrderNo, refundAmount, state };
    world.orders.change(order.request.bizOrderNo, (now) => ({
      ...now, callbacks: now.callbacks + 1, platformRefunds: [...now.platformRefunds.filter((one) => one.bizRefundOrderNo !== bizRefundOrderNo), made],
    }));
    return true;
  }
  return false;
}

function notShown(error: unknown): undefined {
  if (!(error instanceof GatewayFault || error instanceof GatewayRefusal)) throw error;
}
