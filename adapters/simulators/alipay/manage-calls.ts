import { chinaTime } from './china-time.js';
import { isAuthCode } from './barcode-rules.js';
import type { Executed } from './barcode-desk.js';
import type { CallMethod, GatewayRequest } from './envelope.js';
import { conflictWith, namedTrade } from './find-trade.js';
import { readOrder } from './order-content.js';
import { refundTrade, queryRefund } from './refund-calls.js';
import { businessRefusal, succeeded, type Reply } from './replies.js';
import { refundedFen, type Trade } from './trade.js';
import { numbersOf, queryFields, unheardStatus } from './trade-fields.js';
import type { World } from './world.js';

const cancelPeriodMs = 24 * 3_600_000;

function payByCode(world: World, request: GatewayRequest): Executed {
  const no = (reply: Reply): Executed => ({ reply, dropped: false });
  const { scene, auth_code: authCode } = request.bizContent;
  const order = readOrder(request, 'barcode', world.clock.now());
  if (!order.ok) return no(order.reply);
  if (scene !== 'bar_code') return no(businessRefusal('INVALID_PARAMETER', '参数无效：scene'));
  if (!isAuthCode(authCode)) return no(businessRefusal('PAYMENT_AUTH_CODE_INVALID', '付款码格式错误'));
  const conflict = conflictWith(world.book.find(order.value.sellerId, order.value.outTradeNo), order.value);
  return conflict === undefined ? world.barcodes.charge(order.value, authCode) : no(conflict);
}

function query(world: World, request: GatewayRequest): Reply {
  const first = namedTrade(world, request);
  if (!first.ok) return first.reply;
  world.barcodes.queried(first.value);
  const trade = world.book.find(first.value.sellerId, first.value.outTradeNo) ?? first.value;
  const strange = world.faults.take(request.method, ['unknown-status']) !== undefined;
  return succeeded({ ...queryFields(trade), ...(strange ? { trade_status: unheardStatus } : {}) });
}

function close(world: World, request: GatewayRequest): Reply {
  const found = namedTrade(world, request);
  if (!found.ok) return found.reply;
  const wrongState = businessRefusal('TRADE_STATUS_ERROR', '交易状态不合法');
  if (world.faults.take(request.method, ['status-error']) !== undefined) return wrongState;
  if (world.book.close(found.value)) return succeeded(numbersOf(found.value));
  return found.value.paidAt !== undefined && found.value.state !== 'TRADE_CLOSED' ? businessRefusal('TRADE_HAS_SUCCESS', '交易已被支付') : wrongState;
}

function cancelPaid(world: World, trade: Trade): Reply {
  if (trade.refunds.length > 0 && trade.state !== 'TRADE_CLOSED') return businessRefusal('CANCEL_NOT_ALLOWED', '交易已部分退款，不能撤销');
  if (trade.state === 'TRADE_FINISHED') return businessRefusal('TRADE_HAS_FINISHED', '交易已完结');
  if (world.clock.now() - trade.createdAt > cancelPeriodMs) return businessRefusal('TRADE_CANCEL_TIME_OUT', '超过撤销时间范围');
  const left = trade.totalFen - refundedFen(trade);
  const after = left === 0n ? trade : world.book.refund(trade, { outRequestNo: trade.outTradeNo, amountFen: left, reason: '撤销' });
  return succeeded({ ...numbersOf(trade), retry_flag: 'N', action: 'refund', gmt_refund_pay: chinaTime(after.refunds.at(-1)?.at ?? world.clock.now()) });
}

function cancel(world: World, request: GatewayRequest): Reply {
  const { out_trade_no: outTradeNo } = request.bizContent;
  const found = namedTrade(world, request);
  // Code 10000 and yet nothing was cancelled: only retry_flag says so.
  if (world.faults.take(request.method, ['retry-flag']) !== undefined) return succeeded({ out_trade_no: outTradeNo, retry_flag: 'Y' });
  if (world.faults.take(request.method, ['seller-balance']) !== undefined) return businessRefusal('SELLER_BALANCE_NOT_ENOUGH', '商户的可用余额不足', { retry_flag: 'N' });
  // A number that Alipay never saw still answers success, without action (section 6.3).
  if (!found.ok) return found.reply.subCode === 'ACQ.TRADE_NOT_EXIST' ? succeeded({ out_trade_no: outTradeNo, retry_flag: 'N' }) : found.reply;
  if (found.value.paidAt !== undefined) return cancelPaid(world, found.value);
  world.book.close(found.value);
  return succeeded({ ...numbersOf(found.value), retry_flag: 'N', action: 'close' });
}

/** Executes a server call whose envelope was good. */
export function execute(world: World, method: CallMethod, request: GatewayRequest): Executed {
  const answered = (reply: Reply): Executed => ({ reply, dropped: false });
  switch (method) {
    case 'alipay.trade.pay': return payByCode(world, request);
    case 'alipay.trade.query': return answered(query(world, request));
    case 'alipay.trade.close': return answered(close(world, request));
    case 'alipay.trade.cancel': return answered(cancel(world, request));
    case 'alipay.trade.refund': return answered(refundTrade(world, request));
    case 'alipay.trade.fastpay.refund.query': return answered(queryRefund(world, request));
    case 'alipay.data.dataservice.bill.downloadurl.query': return answered(world.bills.addressOf(request));
  }
}
