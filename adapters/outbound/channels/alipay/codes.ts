/** Our calls to the gateway, as the tables name them. */
export type AlipayCall = 'pay' | 'query' | 'close' | 'cancel' | 'refund' | 'refund-query' | 'bill';

export const methodOf = {
  pay: 'alipay.trade.pay', query: 'alipay.trade.query', close: 'alipay.trade.close', cancel: 'alipay.trade.cancel',
  refund: 'alipay.trade.refund', 'refund-query': 'alipay.trade.fastpay.refund.query',
  bill: 'alipay.data.dataservice.bill.downloadurl.query',
} as const satisfies Record<AlipayCall, string>;

/** What a code says. The reports made of it are chosen by the capability that asked. */
export type CodeClass =
  | 'done' | 'waiting'
  /** Nobody knows, Alipay included: ask before anything else. */
  | 'unknown'
  /** Not executed: the entrance was too busy. */
  | 'limited'
  /** Not executed: our parameters, keys or contract are wrong. */
  | 'call-refused'
  | 'no-trade' | 'has-success' | 'trade-closed' | 'past-refund-period'
  /** The trade (or an earlier request) is in another state than we believe: ask and decide again. */
  | 'ask-again'
  | 'declined' | 'balance-short' | 'use-refund'
  /** Not made yet, or a day without any trade: the same words for both. */
  | 'no-bill';

/**
 * `outcomeKnown`: the answer says for certain what became of this request. `retryAllowed`: the same request may be sent again. The two
 * are independent (section 4): 20000 may be repeated and nothing is known, 40005 may be repeated and nothing happened.
 */
export interface CodeMeaning {
  readonly does: CodeClass;
  readonly retryAllowed: boolean;
  readonly outcomeKnown: boolean;
  /** A person has to look. */
  readonly alarm?: true;
  /** Said to the payer instead of Alipay's own text. */
  readonly payerText?: string;
}

const known = (does: CodeClass, more: Partial<CodeMeaning> = {}): CodeMeaning => ({ does, retryAllowed: false, outcomeKnown: true, ...more });
const open = (does: CodeClass, more: Partial<CodeMeaning> = {}): CodeMeaning => ({ does, retryAllowed: false, outcomeKnown: false, ...more });
const ours = known('call-refused', { alarm: true, payerText: '支付宝暂不可用，请更换支付方式' });

/** Gateway codes; 40004 is decided by its sub code. */
export const gatewayCodes: Readonly<Record<string, CodeMeaning>> = {
  '10000': known('done'),
  '10003': open('waiting'),
  '20000': open('unknown', { retryAllowed: true }),
  '20001': ours, '40001': ours, '40002': ours, '40003': ours, '40006': ours,
  '40005': known('limited', { retryAllowed: true, payerText: '支付宝繁忙，请稍后重新出示付款码' }),
};

const merchantSide = known('declined', { alarm: true, payerText: '收款商户暂不支持此笔支付宝付款，请更换支付方式' });
const tooLate = known('past-refund-period');
const tooBig = known('declined');
const byHand = known('declined', { alarm: true });
const askAgain = open('ask-again');
const noBill = known('no-bill', { retryAllowed: true });

const payRefusals = [
  'TRADE_BUYER_NOT_MATCH', 'BUYER_SELLER_EQUAL', 'EXIST_FORBIDDEN_WORD', 'TOTAL_FEE_EXCEED', 'BUYER_BALANCE_NOT_ENOUGH',
  'BUYER_BANKCARD_BALANCE_NOT_ENOUGH', 'ERROR_BALANCE_PAYMENT_DISABLE', 'BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR', 'NO_PAYMENT_INSTRUMENTS_AVAILABLE',
  'PAYMENT_REQUEST_HAS_RISK', 'PULL_MOBILE_CASHIER_FAIL', 'PAYMENT_FAIL', 'MOBILE_PAYMENT_SWITCH_OFF',
] as const;

const everywhere: Readonly<Record<string, CodeMeaning>> = { 'ACQ.SYSTEM_ERROR': open('unknown', { retryAllowed: true }) };

/** Sub codes of 40004 per call. A code that stands in another call's table is unheard of here. */
export const subCodes: Readonly<Record<AlipayCall, Readonly<Record<string, CodeMeaning>>>> = {
  pay: {
    ...everywhere,
    ...Object.fromEntries(payRefusals.map((name) => [`ACQ.${name}`, known('declined')])),
    'ACQ.TRADE_HAS_SUCCESS': open('has-success'),
    'ACQ.TRADE_HAS_CLOSE': known('trade-closed'),
    // The same number with another amount or title: an earlier request of ours may have been paid.
    'ACQ.CONTEXT_INCONSISTENT': open('ask-again', { alarm: true }),
    'ACQ.INVALID_PARAMETER': ours, 'ACQ.ACCESS_FORBIDDEN': ours, 'ACQ.PARTNER_ERROR': ours,
    'ACQ.PAYMENT_AUTH_CODE_INVALID': known('declined', { payerText: '付款码无效、已过期或已使用，请刷新付款码后重新扫描' }),
    'ACQ.BEYOND_PAY_RESTRICTION': merchantSide,
  },
  query: { ...everywhere, 'ACQ.TRADE_NOT_EXIST': known('no-trade') },
  close: { ...everywhere, 'ACQ.TRADE_NOT_EXIST': known('no-trade'), 'ACQ.TRADE_HAS_SUCCESS': open('has-success'), 'ACQ.TRADE_STATUS_ERROR': askAgain },
  cancel: {
    ...everywhere, 'ACQ.TRADE_NOT_EXIST': known('no-trade'), 'ACQ.TRADE_HAS_FINISHED': tooLate,
    'ACQ.SELLER_BALANCE_NOT_ENOUGH': known('balance-short', { retryAllowed: true, alarm: true }),
    'ACQ.CANCEL_NOT_ALLOWED': known('use-refund'), 'ACQ.TRADE_CANCEL_TIME_OUT': known('use-refund'),
  },
  refund: {
    ...everywhere,
    'ACQ.TRADE_NOT_EXIST': known('no-trade', { alarm: true }), 'ACQ.TRADE_HAS_CLOSE': askAgain, 'ACQ.TRADE_STATUS_ERROR': askAgain,
    'ACQ.DISCORDANT_REPEAT_REQUEST': open('ask-again', { alarm: true }), 'ACQ.TRADE_HAS_FINISHED': tooLate,
    'ACQ.SELLER_BALANCE_NOT_ENOUGH': known('balance-short', { retryAllowed: true, alarm: true }),
    'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': tooBig, 'ACQ.REASON_TRADE_REFUND_FEE_ERR': tooBig, 'ACQ.REFUND_FEE_ERROR': tooBig,
    'ACQ.REASON_TRADE_BEEN_FREEZEN': byHand, 'ACQ.TRADE_NOT_ALLOW_REFUND': byHand, 'ACQ.BUYER_ERROR': byHand,
  },
  'refund-query': { ...everywhere, 'ACQ.TRADE_NOT_EXIST': known('no-trade') },
  bill: { ...everywhere, BILL_NOT_EXIST: noBill, 'isp.bill_not_exist': noBill },
};

/** Families of sub codes of trade.pay: limits and contract of the merchant. */
export const payPrefixes: readonly (readonly [string, CodeMeaning])[] = [['ACQ.BEYOND_PER_RECEIPT_', merchantSide], ['ACQ.MERCHANT_', merchantSide]];

/** Undefined: a word we have never met, which decides nothing. */
export function meaningOf(call: AlipayCall, code: string, subCode: string): CodeMeaning | undefined {
  if (code !== '40004') return Object.hasOwn(gatewayCodes, code) ? gatewayCodes[code] : undefined;
  const table = subCodes[call];
  if (Object.hasOwn(table, subCode)) return table[subCode];
  return call === 'pay' ? payPrefixes.find(([prefix]) => subCode.startsWith(prefix))?.[1] : undefined;
}
