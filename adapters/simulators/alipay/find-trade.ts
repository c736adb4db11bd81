import type { GatewayRequest } from './envelope.js';
import { invalid, isOutTradeNo, type Read } from './order-content.js';
import { businessRefusal, type Reply } from './replies.js';
import { sameOrder, type Trade, type TradeOrder } from './trade.js';
import { numbersOf } from './trade-fields.js';
import type { World } from './world.js';

/** The trade named by trade_no (which wins) or out_trade_no; its absence is ACQ.TRADE_NOT_EXIST. */
export function namedTrade(world: World, request: GatewayRequest): Read<Trade> {
  const { trade_no: tradeNo, out_trade_no: outTradeNo } = request.bizContent;
  const { sellerId } = request.app;
  if (tradeNo === undefined && !isOutTradeNo(outTradeNo)) return invalid('out_trade_no 与 trade_no 不能同时为空');
  const trade = tradeNo === undefined ? world.book.find(sellerId, String(outTradeNo)) : world.book.findByTradeNo(sellerId, String(tradeNo));
  return trade === undefined ? { ok: false, reply: businessRefusal('TRADE_NOT_EXIST', '交易不存在') } : { ok: true, value: trade };
}

/** Why an order cannot be opened although its fields are good: an earlier trade with the same number stands in the way. */
export function conflictWith(known: Trade | undefined, order: TradeOrder): Reply | undefined {
  if (known === undefined) return undefined;
  if (!sameOrder(known, order)) return businessRefusal('CONTEXT_INCONSISTENT', '交易信息被篡改');
  if (known.paidAt !== undefined) return businessRefusal('TRADE_HAS_SUCCESS', '交易已被支付', numbersOf(known));
  return known.state === 'TRADE_CLOSED' ? businessRefusal('TRADE_HAS_CLOSE', '交易已经关闭', numbersOf(known)) : undefined;
}
