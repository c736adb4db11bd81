import type { Fields } from '../crypto/signing.js';
import { respMsg } from '../rules/response-codes.js';
import { chinaTime } from '../wire/china-calendar.js';
import type { Trade } from './trade.js';

/** The money facts of a decided trade, as notification, front return and query answer tell them (protocol section 7). */
export function settlementFields(trade: Trade): Fields {
  if (trade.decidedAtMs === undefined || trade.settleDay === undefined) return {};
  return {
    settleAmt: trade.amountFen.toString(), settleCurrencyCode: '156',
    settleDate: trade.settleDay.slice(4),
    traceNo: trade.traceNo, traceTime: chinaTime(trade.decidedAtMs).slice(4),
  };
}

/** Who and what a trade is. Empty fields are left out when the message is signed. */
export function identityFields(trade: Trade): Fields {
  return {
    accessType: '0', bizType: trade.bizType, merId: trade.merId, orderId: trade.orderId, txnTime: trade.txnTime,
    txnType: trade.txnType, txnSubType: trade.txnSubType, txnAmt: trade.amountFen.toString(), currencyCode: '156',
    queryId: trade.queryId, origQryId: trade.original?.queryId ?? '', reqReserved: trade.reqReserved,
  };
}

/** Content of a notification and of the form that takes the payer back, before signing. */
export function tradeMessage(trade: Trade): Fields {
  return {
    ...identityFields(trade), ...settlementFields(trade),
    accNo: '621700******0001', payCardType: '01', payType: '0201',
    respCode: trade.code, respMsg: respMsg(trade.code),
  };
}
