/** Result of the gateway, field `code` of an answer (design section 5). `msg` is what is sent, `advice` is for the reader. */
export const gatewayCodes = {
  '10000': { msg: '成功', advice: '业务数据在 data 中。' },
  '20000': { msg: '系统繁忙或结果未知，请用相同内容重试', advice: '不代表失败。用相同的业务单号和相同内容重新发起，或先查询。' },
  '40001': { msg: '缺少必填参数', advice: 'subMsg 指出缺少的字段。' },
  '40002': { msg: '参数格式不正确', advice: '格式、长度或字符集不符，subMsg 指出字段。' },
  '40003': { msg: '验签失败', advice: '签名错误、开发者不存在或已停用，对外不区分。' },
  '40004': { msg: '业务处理被拒绝', advice: '原因见 subCode、subMsg。' },
  '40005': { msg: '请求时间超出允许范围', advice: '校准时钟（北京时间），重新生成 timestamp 并签名。' },
  '40006': { msg: '重复的请求', advice: '保留。' },
  '40007': { msg: '接口版本或接口名称不存在', advice: 'version 固定 1.0.0，method 见接口清单。' },
  '40301': { msg: '来源地址不在允许范围', advice: '请联系平台登记出口地址。' },
  '40302': { msg: '无此接口或商户的权限', advice: '开发者只能操作已授权的商户与接口。' },
  '42900': { msg: '请求过于频繁', advice: '按 Retry-After 秒数等待后重试。' },
} as const satisfies Record<string, CodeText>;

interface CodeText { readonly msg: string; readonly advice: string }

export type GatewayCode = keyof typeof gatewayCodes;

/** Why the business refused, field `subCode` (at most 14 characters) with the text of `subMsg` (at most 64 by the wire's count). */
export const subCodes = {
  FIELD_MISSING: '缺少字段',
  FIELD_BAD: '字段格式不正确',
  ORDER_EXISTS: '业务系统订单号已存在且内容不同',
  ORDER_UNKNOWN: '订单不存在',
  ORDER_PAID: '订单已支付',
  ORDER_CLOSED: '订单已关闭',
  NO_CHANNEL: '收款单位没有可用的支付渠道',
  AMOUNT_BAD: '金额不正确或明细合计与订单金额不符',
  BARCODE_BAD: '付款码无法识别或已失效',
  URL_BAD: '地址不合规或不在登记的来源内',
  NOTIFY_MISSING: '未提供后台通知地址且商户未配置',
  EXPIRY_BAD: '订单过期时间不在允许范围',
  DATE_BAD: '日期或时间不正确',
  SPLIT_BAD: '子商户明细不正确',
  MERCHANT_OFF: '收款单位未启用',
  REFUND_EXISTS: '业务系统退款订单号已存在且内容不同',
  REFUND_UNKNOWN: '退款订单不存在',
  REFUND_TOO_BIG: '退款金额超过可退金额',
  NOT_REFUNDABLE: '订单当前不可退款',
  PAGE_TOKEN_BAD: '分页标记无效或已过期',
  NOTICE_BAD: '缴款书不可用或信息不符',
  NOTICE_EXISTS: '业务系统缴款书编号已存在且内容不同',
  NOTICE_UNKNOWN: '缴款书不存在',
  FILE_NOT_READY: '对账单尚未生成',
  FILE_TOO_OLD: '对账日期过早，不再生成对账单',
  BILL_NOT_READY: '电子票据尚未开具',
} as const;

export type SubCode = keyof typeof subCodes;

/** State of a payment order on the wire. 5 appears only in the callback of a further payment of a paid order. */
export const orderStates = {
  '0': '待支付', '1': '支付中', '2': '支付成功', '3': '支付失败', '4': '已关闭', '5': '重缴',
} as const;
export type OrderStateCode = keyof typeof orderStates;

/** State of a refund order on the wire (table 7-12). */
export const refundStates = { '0': '待退款', '1': '退款中', '2': '退款成功', '3': '退款失败' } as const;
export type RefundStateCode = keyof typeof refundStates;

/** State of a payment notice (缴款书) on the wire; numbers as in the province's own table, 4 is ours. */
export const paymentNoticeStates = { '0': '待缴款', '1': '已缴款', '2': '已作废', '3': '已过期', '4': '缴款中', '5': '已退付' } as const;
export type PaymentNoticeStateCode = keyof typeof paymentNoticeStates;

export const payChannels = { ALIPAY: '支付宝', UNIONPAY: '银联' } as const;
export type PayChannelCode = keyof typeof payChannels;

export const payMethods = { PC: 'PC网关支付', H5: 'H5支付', BAR: '条码付' } as const;
export type PayMethodCode = keyof typeof payMethods;

/** State of an e-bill on the wire; what the platform does in between is none of the business system's affair. */
export const eBillStates = { '0': '待开票', '1': '开票中', '2': '已开票', '3': '开票失败', '4': '冲红中', '5': '已冲红', '6': '已作废' } as const;
export type EBillStateCode = keyof typeof eBillStates;

export const eBillSources = { ISSUED: '平台开具', VERIFIED: '平台查验' } as const;

export const payerTypes = { '1': '个人', '2': '单位' } as const;
export const yesNo = { '0': '否', '1': '是' } as const;
