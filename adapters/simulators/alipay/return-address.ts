import type { KeyObject } from 'node:crypto';
import { encodeForm } from '../shared/form-body.js';
import { chinaTime } from './china-time.js';
import { signedNotice } from './signing.js';
import type { Trade } from './trade.js';
import { yuanOfFen } from './yuan.js';

/** return_url with the signed parameters of section 5.3; they hold no trade_status. Undefined when the merchant gave no return_url. */
export function returnAddress(privateKey: KeyObject, trade: Trade, now: number): string | undefined {
  if (trade.returnUrl === undefined) return undefined;
  const fields = signedNotice(privateKey, [
    ['charset', 'utf-8'], ['out_trade_no', trade.outTradeNo], ['method', trade.product === 'wap' ? 'alipay.trade.wap.pay.return' : 'alipay.trade.page.pay.return'],
    ['total_amount', yuanOfFen(trade.totalFen)], ['trade_no', trade.tradeNo], ['auth_app_id', trade.appId], ['version', '1.0'],
    ['app_id', trade.appId], ['seller_id', trade.sellerId], ['timestamp', chinaTime(now)],
  ]);
  const url = new URL(trade.returnUrl);
  url.search = `${url.search === '' ? '?' : `${url.search}&`}${encodeForm(fields)}`;
  return url.href;
}
