import { orderStates, refundStates } from '../../../contracts/gateway/codes.js';
import type { GatewayCallback } from '../../../contracts/sdk/callbacks.js';
import { GatewayFault } from '../../../contracts/sdk/errors.js';
import { withState, type AppMode, type AppOrder } from './app-order.js';
import type { AppWorld } from './world.js';

/** Takes a callback for one mode: verify, find, compare the money, store. Told twice it changes nothing more. False: not believed. */
export function takeCallback(world: AppWorld, mode: AppMode, body: string): boolean {
  const callback = verified(world, mode, body);
  if (callback === undefined) return false;
  return callback.kind === 'refund' ? takeRefund(world, mode, callback) : takePayment(world, mode, callback);
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
