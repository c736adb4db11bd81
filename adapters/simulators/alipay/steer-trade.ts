import { refundedFen, type Trade } from './trade.js';
import type { World } from './world.js';
import { fenOfYuan } from './yuan.js';

type Steered = { readonly status: number } & Readonly<Record<string, unknown>>;

// The page may have been opened long ago; signing in now creates the trade.
function signIn(world: World, outTradeNo: string): Trade | undefined {
  const known = world.book.findAnywhere(outTradeNo);
  const order = world.sessions.latest(outTradeNo);
  if (known !== undefined || order === undefined || world.clock.now() >= order.expiresAt) return known;
  return world.book.create(order);
}

function refundByHand(world: World, trade: Trade, body: Readonly<Record<string, unknown>>): boolean {
  const left = trade.totalFen - refundedFen(trade);
  const amountFen = body['amount'] === undefined ? left : fenOfYuan(body['amount']) ?? 0n;
  if (trade.state !== 'TRADE_SUCCESS' || amountFen < 1n || amountFen > left) return false;
  world.book.refund(trade, { outRequestNo: `HAND${trade.refunds.length + 1}`, amountFen, reason: '商户后台退款' });
  return true;
}

function perform(world: World, trade: Trade, step: string, body: Readonly<Record<string, unknown>>): boolean | undefined {
  switch (step) {
    case 'sign-in': return true;
    case 'pay': return world.book.pay(trade);
    case 'cancel': return world.book.close(trade);
    case 'finish': return world.book.finish(trade);
    // A refund that the merchant made in Alipay's own console, without the platform.
    case 'refund': return refundByHand(world, trade, body);
    case 'notify': world.notifier.announce(trade, trade.refunds.at(-1)); return true;
    default: return undefined;
  }
}

/** `POST /sim/trades/:outTradeNo/:step` with step sign-in, pay, cancel, finish, refund (`{amount?: yuan}`) or notify. 404 unknown, 409 not possible now. */
export function steerTrade(world: World, outTradeNo: string, step: string, body: Readonly<Record<string, unknown>>): Steered {
  const trade = ['sign-in', 'pay'].includes(step) ? signIn(world, outTradeNo) : world.book.findAnywhere(outTradeNo);
  if (trade === undefined) return { status: 404, error: 'no such trade and no open cashier page' };
  const done = perform(world, trade, step, body);
  if (done === undefined) return { status: 404, error: 'unknown step' };
  const after = world.book.find(trade.sellerId, trade.outTradeNo) ?? trade;
  return { status: done ? 200 : 409, outTradeNo, tradeNo: after.tradeNo, state: after.state };
}
