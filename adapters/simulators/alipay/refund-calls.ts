import { chinaTime } from './china-time.js';
import type { GatewayRequest } from './envelope.js';
import { namedTrade } from './find-trade.js';
import { invalid, isOptionalText, type Read } from './order-content.js';
import { businessRefusal, succeeded, type Reply } from './replies.js';
import { refundedFen, type Trade, type TradeRefund } from './trade.js';
import { numbersOf } from './trade-fields.js';
import type { World } from './world.js';
import { fenOfYuan, yuanOfFen } from './yuan.js';

interface RefundWish { readonly amountFen: bigint; readonly outRequestNo: string; readonly numbered: boolean; readonly reason?: string }

const requestNoShape = /^[0-9A-Za-z_-]{1,64}$/;

function readWish(request: GatewayRequest, trade: Trade): Read<RefundWish> {
  const { refund_amount: amount, out_request_no: outRequestNo, refund_reason: reason } = request.bizContent;
  const amountFen = fenOfYuan(amount);
  if (amountFen === undefined) return invalid('refund_amount');
  if (outRequestNo !== undefined && !(typeof outRequestNo === 'string' && requestNoShape.test(outRequestNo))) return invalid('out_request_no');
  if (!isOptionalText(reason, 256)) return invalid('refund_reason');
  const wish = { amountFen, outRequestNo: outRequestNo ?? trade.outTradeNo, numbered: outRequestNo !== undefined };
  return { ok: true, value: reason === undefined ? wish : { ...wish, reason } };
}

function refusalFor(trade: Trade, wish: RefundWish): Reply | undefined {
  const left = trade.totalFen - refundedFen(trade);
  if (trade.paidAt === undefined && trade.state === 'WAIT_BUYER_PAY') return businessRefusal('TRADE_STATUS_ERROR', '交易状态不合法');
  if (trade.state === 'TRADE_CLOSED') return businessRefusal('TRADE_HAS_CLOSE', '交易已经关闭');
  if (trade.state === 'TRADE_FINISHED') return businessRefusal('TRADE_HAS_FINISHED', '交易已完结');
  if (wish.amountFen > left) return businessRefusal('REASON_TRADE_REFUND_FEE_ERR', '退款金额超限');
  if (!wish.numbered && wish.amountFen !== trade.totalFen) return businessRefusal('INVALID_PARAMETER', '参数无效：部分退款必须传入 out_request_no');
  return undefined;
}

// refund_fee is the total of this trade so far, not this call's amount (section 6.4).
function refundAnswer(trade: Trade, refund: TradeRefund, fundChange: 'Y' | 'N'): Reply {
  return succeeded({
    buyer_logon_id: trade.buyerLogonId, buyer_user_id: trade.buyerId, fund_change: fundChange, gmt_refund_pay: chinaTime(refund.at),
    ...numbersOf(trade), refund_fee: yuanOfFen(refundedFen(trade)), send_back_fee: fundChange === 'Y' ? yuanOfFen(refund.amountFen) : '0.00',
  });
}

/** `alipay.trade.refund`: the same number refunds once. */
export function refundTrade(world: World, request: GatewayRequest): Reply {
  const found = namedTrade(world, request);
  if (!found.ok) return found.reply;
  const trade = found.value;
  const wish = readWish(request, trade);
  if (!wish.ok) return wish.reply;
  const { amountFen, outRequestNo, reason } = wish.value;
  const earlier = trade.refunds.find((refund) => refund.outRequestNo === outRequestNo);
  if (earlier !== undefined) {
    return earlier.amountFen === amountFen ? refundAnswer(trade, earlier, 'N') : businessRefusal('DISCORDANT_REPEAT_REQUEST', '不一致的请求：同一退款请求号金额不同');
  }
  const refusal = refusalFor(trade, wish.value);
  if (refusal !== undefined) return refusal;
  if (world.faults.take(request.method, ['seller-balance']) !== undefined) return businessRefusal('SELLER_BALANCE_NOT_ENOUGH', '商户的可用余额不足');
  const after = world.book.refund(trade, { outRequestNo, amountFen, ...(reason === undefined ? {} : { reason }) });
  const last = after.refunds.at(-1);
  if (last === undefined) throw new Error('the refund was not kept');
  return refundAnswer(after, last, world.faults.take(request.method, ['fund-change-n']) === undefined ? 'Y' : 'N');
}

function wantsOption(request: GatewayRequest, option: string): boolean {
  const options = request.bizContent['query_options'];
  return Array.isArray(options) && options.includes(option);
}

/** `alipay.trade.fastpay.refund.query`: without `refund_status` the refund was not received or failed (section 6.5). */
export function queryRefund(world: World, request: GatewayRequest): Reply {
  const found = namedTrade(world, request);
  if (!found.ok) return found.reply;
  const outRequestNo = request.bizContent['out_request_no'];
  if (typeof outRequestNo !== 'string' || outRequestNo === '') return businessRefusal('INVALID_PARAMETER', '参数无效：out_request_no');
  const refund = found.value.refunds.find((one) => one.outRequestNo === outRequestNo);
  if (refund === undefined || world.faults.take(request.method, ['refund-invisible']) !== undefined) return succeeded({});
  return succeeded({
    ...numbersOf(found.value), out_request_no: outRequestNo, ...(refund.reason === undefined ? {} : { refund_reason: refund.reason }),
    total_amount: yuanOfFen(found.value.totalFen), refund_amount: yuanOfFen(refund.amountFen), refund_status: 'REFUND_SUCCESS',
    ...(wantsOption(request, 'gmt_refund_pay') ? { gmt_refund_pay: chinaTime(refund.at) } : {}),
    ...(wantsOption(request, 'refund_detail_item_list') ? { refund_detail_item_list: [{ amount: yuanOfFen(refund.amountFen), fund_channel: 'ALIPAYACCOUNT' }] } : {}),
  });
}
