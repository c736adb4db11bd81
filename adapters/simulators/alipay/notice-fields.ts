import { chinaTime } from './china-time.js';
import { refundedFen, type Trade, type TradeRefund } from './trade.js';
import { yuanOfFen } from './yuan.js';

/** The body of one notification as it will be sent each time, without notify_time and signature (section 7). */
export function noticeFields(trade: Trade, refund: TradeRefund | undefined, notifyId: string): Map<string, string> {
  const yuan = yuanOfFen(trade.totalFen);
  const fields = new Map<string, string | undefined>([
    ['notify_type', 'trade_status_sync'], ['notify_id', notifyId], ['app_id', trade.appId], ['auth_app_id', trade.appId],
    ['charset', 'utf-8'], ['version', '1.0'], ['trade_no', trade.tradeNo], ['out_trade_no', trade.outTradeNo],
    ['buyer_id', trade.buyerId], ['buyer_logon_id', trade.buyerLogonId], ['seller_id', trade.sellerId], ['seller_email', 'seller@alipay.example'],
    ['trade_status', trade.state], ['total_amount', yuan], ['subject', trade.subject], ['body', trade.body],
    ['passback_params', trade.passbackParams], ['gmt_create', chinaTime(trade.createdAt)],
  ]);
  if (trade.paidAt !== undefined) {
    for (const name of ['receipt_amount', 'invoice_amount', 'buyer_pay_amount']) fields.set(name, yuan);
    fields.set('point_amount', '0.00');
    fields.set('gmt_payment', chinaTime(trade.paidAt));
    fields.set('fund_bill_list', JSON.stringify([{ amount: yuan, fundChannel: 'ALIPAYACCOUNT' }]));
  }
  if (trade.refunds.length > 0) fields.set('refund_fee', yuanOfFen(refundedFen(trade)));
  if (trade.closedAt !== undefined) fields.set('gmt_close', chinaTime(trade.closedAt));
  if (refund !== undefined) {
    fields.set('gmt_refund', `${chinaTime(refund.at)}.000`);
    fields.set('out_biz_no', refund.outRequestNo);
  }
  return new Map([...fields].filter((entry): entry is [string, string] => entry[1] !== undefined));
}
