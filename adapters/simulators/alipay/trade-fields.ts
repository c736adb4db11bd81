import { chinaTime } from './china-time.js';
import type { Trade } from './trade.js';
import { yuanOfFen } from './yuan.js';

type Fields = Readonly<Record<string, unknown>>;

/** The word that nobody has met before (fault `unknown-status`). */
export const unheardStatus = 'TRADE_UNDER_REVIEW';

export function numbersOf(trade: Trade): Fields {
  return { out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo };
}

/** Body of a 10003 answer. */
export function waitingFields(trade: Trade): Fields {
  return { ...numbersOf(trade), buyer_logon_id: trade.buyerLogonId, buyer_user_id: trade.buyerId, total_amount: yuanOfFen(trade.totalFen) };
}

function amountFields(trade: Trade): Fields {
  const yuan = trade.paidAt === undefined ? '0.00' : yuanOfFen(trade.totalFen);
  return { total_amount: yuanOfFen(trade.totalFen), receipt_amount: yuan, buyer_pay_amount: yuan, invoice_amount: yuan, point_amount: '0.00' };
}

/** Body of a trade.pay answer with code 10000 (section 5.2). */
export function paidFields(trade: Trade): Fields {
  return {
    buyer_logon_id: trade.buyerLogonId, buyer_user_id: trade.buyerId,
    fund_bill_list: [{ amount: yuanOfFen(trade.totalFen), fund_channel: 'ALIPAYACCOUNT' }],
    gmt_payment: chinaTime(trade.paidAt ?? trade.createdAt), ...amountFields(trade), ...numbersOf(trade),
  };
}

/** Body of a query answer (section 6.1). `ext_infos` holds a slash and the word sign, which careless readers of the envelope stumble over. */
export function queryFields(trade: Trade): Fields {
  return {
    buyer_logon_id: trade.buyerLogonId, buyer_user_id: trade.buyerId, buyer_user_type: 'PRIVATE', ...amountFields(trade), ...numbersOf(trade),
    trade_status: trade.state, ...(trade.paidAt === undefined ? {} : { send_pay_date: chinaTime(trade.paidAt) }),
    ext_infos: '{"scene":"sim/alipay","sign":"none"}',
  };
}
