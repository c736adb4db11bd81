import type { NewTrade, Trade, TradeKind } from '../books/trade.js';
import type { Fields } from '../crypto/signing.js';
import { readChinaTime } from '../wire/china-calendar.js';

/** `{commodityName=缴费&...}` → `缴费`. */
function commodityName(riskRateInfo: string): string {
  return /(?:^\{|&)commodityName=([^&}]*)/.exec(riskRateInfo)?.[1] ?? '';
}

/** A trade from checked fields; it is going to end with 00 unless `change` says otherwise. */
export function newTrade(kind: TradeKind, fields: Fields, original: Trade | undefined, change: Partial<NewTrade> = {}): NewTrade {
  const text = (name: string): string => fields[name] ?? '';
  return {
    kind, original, outcome: undefined, code: '00', hiddenQueries: 0, pendingQueries: 0,
    merId: text('merId'), orderId: text('orderId'), txnTime: text('txnTime'),
    txnType: text('txnType'), txnSubType: text('txnSubType'), bizType: text('bizType'), channelType: text('channelType'),
    amountFen: BigInt(text('txnAmt')), backUrl: text('backUrl'), frontUrl: text('frontUrl'), frontFailUrl: text('frontFailUrl'),
    reqReserved: text('reqReserved'), commodityName: commodityName(text('riskRateInfo')), termId: text('termId'),
    payTimeoutMs: readChinaTime(fields['payTimeout']),
    ...change,
  };
}
