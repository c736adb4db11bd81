/** How a field of a table of the requirement document is asked for (symbols of table 7-1). */
export interface MatrixField {
  readonly name: string;
  readonly zh: string;
  readonly need: 'M' | 'C' | 'O' | '→';
  /** Characters by the two-byte rule; absent where the document gives none. */
  readonly length?: number;
  /** Not in the document: our addition. */
  readonly proposed?: true;
}

export interface MatrixTable {
  readonly id: string;
  readonly tableNo: string;
  readonly method?: string;
  readonly request: readonly MatrixField[];
  readonly response: readonly MatrixField[];
}

const statementTable = (id: string, tableNo: string, method: string): MatrixTable => ({
  id, tableNo, method,
  request: [{ name: 'merchantNo', zh: '平台商户编码', need: 'M', length: 20 }, { name: 'settleDate', zh: '对账日期', need: 'M', length: 8 }],
  response: [
    { name: 'fileUrl', zh: '对账单地址', need: 'M', length: 512, proposed: true }, { name: 'fileName', zh: '文件名', need: 'O', length: 128, proposed: true },
    { name: 'fileDigest', zh: '文件摘要', need: 'O', length: 128, proposed: true },
  ],
});

/** Tables 7-2 to 7-14 as the requirement matrix has them: the measure for the schemas in `contracts/gateway`. */
export const gatewayTables: readonly MatrixTable[] = [
  {
    id: '1.1.7.1.1-c', tableNo: '7-2',
    request: [
      { name: 'version', zh: '接口版本号', need: 'M', length: 50 },
      { name: 'method', zh: '接口名称', need: 'M', length: 100 },
      { name: 'timestamp', zh: '时间戳', need: 'M', length: 14 },
      { name: 'sign', zh: '签名信息', need: 'M' },
      { name: 'data', zh: '业务数据', need: 'M' },
      { name: 'devId', zh: '开发者编码', need: 'M', length: 64 },
    ],
    response: [],
  },
  {
    id: '1.1.7.1.1-d', tableNo: '7-3',
    request: [],
    response: [
      { name: 'code', zh: '网关返回码', need: 'M', length: 50 },
      { name: 'msg', zh: '网关返回码描述', need: 'M', length: 100 },
      { name: 'subCode', zh: '业务返回码', need: 'C', length: 14 },
      { name: 'subMsg', zh: '业务返回码描述', need: 'C', length: 64 },
      { name: 'sign', zh: '签名信息', need: 'M' },
      { name: 'data', zh: '业务数据', need: 'M' },
    ],
  },
  {
    id: '1.1.7.1.2-a', tableNo: '7-4', method: 'epay-trade-core.wap.order.create',
    request: [
      { name: 'merchantNo', zh: '平台商户编码', need: 'M', length: 20 },
      { name: 'subMerchantOrder', zh: '子商户订单明细', need: 'C', length: 20 },
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128 },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8 },
      { name: 'orderTime', zh: '订单申请时间', need: 'M', length: 14 },
      { name: 'orderAmount', zh: '订单金额', need: 'M', length: 11 },
      { name: 'orderTitle', zh: '订单标题', need: 'M', length: 64 },
      { name: 'orderDescription', zh: '订单描述', need: 'O', length: 128 },
      { name: 'returnUrl', zh: '支付成功返回地址', need: 'O', length: 256 },
      { name: 'notifyUrl', zh: '后台通知地址', need: 'C', length: 256 },
      { name: 'personBillDetailUrl', zh: '个人账单详情页', need: 'C', length: 256 },
      { name: 'orderExpiredTime', zh: '订单过期时间', need: 'C' },
      { name: 'bizDiscountAmount', zh: '业务优惠金额', need: 'O', length: 11, proposed: true },
      { name: 'payerName', zh: '缴款人姓名', need: 'O', length: 100, proposed: true },
      { name: 'payerMobile', zh: '缴款人手机号', need: 'O', length: 11, proposed: true },
      { name: 'payerCertNo', zh: '缴款人证件号', need: 'O', length: 30, proposed: true },
      { name: 'nontaxInfo', zh: '非税信息', need: 'O', proposed: true },
      { name: 'passbackParams', zh: '回传参数', need: 'O', length: 1024, proposed: true },
      { name: 'userId', zh: '用户id', need: 'O', proposed: true },
    ],
    response: [
      { name: 'cashierUrl', zh: '收银台地址', need: 'M', proposed: true },
      { name: 'platformOrderNo', zh: '平台订单号', need: 'M', length: 128, proposed: true },
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128, proposed: true },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8, proposed: true },
      { name: 'orderExpiredTime', zh: '订单过期时间', need: 'O', proposed: true },
    ],
  },
  {
    id: '1.1.7.1.2-b', tableNo: '7-5', method: 'epay-trade-core.wappage.order.create',
    request: [
      { name: 'merchantNo', zh: '平台商户编码', need: 'M', length: 20 },
      { name: 'subMerchantOrder', zh: '子商户订单明细', need: 'C', length: 20 },
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128 },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8 },
      { name: 'orderTime', zh: '订单申请时间', need: 'M', length: 14 },
      { name: 'orderAmount', zh: '订单金额', need: 'M', length: 11 },
      { name: 'orderTitle', zh: '订单标题', need: 'M', length: 64 },
      { name: 'orderDescription', zh: '订单描述', need: 'O', length: 128 },
      { name: 'returnUrl', zh: '支付成功返回地址', need: 'O', length: 256 },
      { name: 'notifyUrl', zh: '后台通知地址', need: 'C', length: 256 },
      { name: 'personBillDetailUrl', zh: '个人账单详情页', need: 'C', length: 256 },
      { name: 'orderExpiredTime', zh: '订单过期时间', need: 'C' },
      { name: 'bizDiscountAmount', zh: '业务优惠金额', need: 'O', length: 11, proposed: true },
      { name: 'payerName', zh: '缴款人姓名', need: 'O', length: 100, proposed: true },
      { name: 'payerMobile', zh: '缴款人手机号', need: 'O', length: 11, proposed: true },
      { name: 'payerCertNo', zh: '缴款人证件号', need: 'O', length: 30, proposed: true },
      { name: 'nontaxInfo', zh: '非税信息', need: 'O', proposed: true },
      { name: 'passbackParams', zh: '回传参数', need: 'O', length: 1024, proposed: true },
      { name: 'userId', zh: '用户id', need: 'O', proposed: true },
    ],
    response: [
      { name: 'redirectScript', zh: '重定向脚本', need: 'M', proposed: true },
    ],
  },
  {
    id: '1.1.7.1.2-c', tableNo: '7-6', method: 'epay-trade-core.bar.order.create',
    request: [
      { name: 'merchantNo', zh: '平台商户编码', need: 'M', length: 20 },
      { name: 'subMerchantOrder', zh: '子商户订单明细', need: 'C', length: 20 },
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128 },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8 },
      { name: 'orderTime', zh: '订单申请时间', need: 'M', length: 14 },
      { name: 'orderAmount', zh: '订单金额', need: 'M', length: 11 },
      { name: 'orderTitle', zh: '订单标题', need: 'M', length: 64 },
      { name: 'barContent', zh: '付款码', need: 'M', length: 1024 },
      { name: 'returnUrl', zh: '支付成功返回地址', need: 'O', length: 256 },
      { name: 'notifyUrl', zh: '后台通知地址', need: 'C', length: 256 },
      { name: 'personBillDetailUrl', zh: '个人账单详情页', need: 'C', length: 256 },
      { name: 'orderExpiredTime', zh: '订单过期时间', need: 'C' },
      { name: 'bizDiscountAmount', zh: '业务优惠金额', need: 'O', length: 11, proposed: true },
      { name: 'payerName', zh: '缴款人姓名', need: 'O', length: 100, proposed: true },
      { name: 'payerMobile', zh: '缴款人手机号', need: 'O', length: 11, proposed: true },
      { name: 'payerCertNo', zh: '缴款人证件号', need: 'O', length: 30, proposed: true },
      { name: 'nontaxInfo', zh: '非税信息', need: 'O', proposed: true },
      { name: 'passbackParams', zh: '回传参数', need: 'O', length: 1024, proposed: true },
      { name: 'userId', zh: '用户id', need: 'O', proposed: true },
    ],
    response: [
      { name: 'platformOrderNo', zh: '平台订单号', need: 'M', length: 128, proposed: true },
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128, proposed: true },
      { name: 'orderState', zh: '订单状态', need: 'M', length: 2, proposed: true },
      { name: 'orderStateMsg', zh: '订单状态描述', need: 'C', length: 512, proposed: true },
    ],
  },
  {
    id: '1.1.7.1.2-d', tableNo: '7-7', method: 'epay-trade-core.order.query',
    request: [
      { name: 'merchantNo', zh: '平台商户编码', need: 'M', length: 20 },
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'C', length: 128 },
      { name: 'platformOrderNo', zh: '平台订单号', need: 'C', length: 128 },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8 },
    ],
    response: [
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128, proposed: true },
      { name: 'platformOrderNo', zh: '平台订单号', need: 'M', length: 128, proposed: true },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8, proposed: true },
      { name: 'orderState', zh: '订单状态', need: 'M', length: 2, proposed: true },
      { name: 'orderStateMsg', zh: '订单状态描述', need: 'C', length: 512, proposed: true },
      { name: 'orderAmount', zh: '订单金额', need: 'M', length: 11, proposed: true },
      { name: 'receivedAmount', zh: '实收金额', need: 'C', length: 11, proposed: true },
      { name: 'payChannel', zh: '支付渠道', need: 'C', proposed: true },
      { name: 'channelOrderNo', zh: '渠道订单号', need: 'C', proposed: true },
      { name: 'tradeTime', zh: '交易时间', need: 'C', length: 14, proposed: true },
      { name: 'passbackParams', zh: '回传参数', need: '→', length: 1024, proposed: true },
      { name: 'userId', zh: '用户id', need: 'C', proposed: true },
    ],
  },
  {
    id: '1.1.7.1.2-e', tableNo: '7-8',
    request: [
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128 },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8 },
      { name: 'platformOrderNo', zh: '平台订单号', need: 'M', length: 128 },
      { name: 'orderState', zh: '订单状态', need: 'M', length: 2 },
      { name: 'orderStateMsg', zh: '订单状态描述', need: 'M', length: 512 },
      { name: 'orderAmount', zh: '订单金额', need: 'M' },
      { name: 'userId', zh: '用户id', need: 'C' },
    ],
    response: [],
  },
  {
    id: '1.1.7.1.2-f', tableNo: '7-9',
    request: [
      { name: 'bizOrderNo', zh: '业务系统订单号', need: 'M', length: 128 },
      { name: 'orderDate', zh: '订单日期', need: 'M', length: 8 },
      { name: 'platformOrderNo', zh: '平台订单号', need: 'M', length: 128 },
      { name: 'orderState', zh: '订单状态', need: 'M', length: 2 },
      { name: 'orderStateMsg', zh: '订单状态描述', need: 'M', length: 512 },
      { name: 'orderAmount', zh: '订单金额', need: 'M' },
      { name: 'passbackParams', zh: '回传参数', need: '→', length: 1024 },
      { name: 'userId', zh: '用户id', need: 'C' },
    ],
    response: [],
  },
  {
    id: '1.1.7.1.3-a', tableNo: '7-10', method: 'epay-trade-core.refund.create',
    request: [
      { name: 'merchantNo', zh: '平台主商户编码', need: 'M', length: 20 },
      { name: 'subMerchantRefund', zh: '子商户退款明细', need: 'O', length: 20 },
      { name: 'bizRefundOrderNo', zh: '业务系统退款订单号', need: 'M', length: 128 },
      { name: 'refundOrderDate', zh: '退款订单日期', need: 'M', length: 8 },
      { name: 'notifyUrl', zh: '后台通知地址', need: 'C', length: 256 },
      { name: 'refundAmount', zh: '退款金额', need: 'M', length: 11 },
      { name: 'refundTitle', zh: '退款标题', need: 'M', length: 512 },
      { name: 'platformOrderNo', zh: '原订单平台支付订单号', need: 'M', length: 128 },
      { name: 'refundReason', zh: '退款原因', need: 'O', length: 256, proposed: true },
      { name: 'passbackParams', zh: '回传参数', need: 'O', length: 1024, proposed: true },
    ],
    response: [
      { name: 'platformRefundOrderNo', zh: '平台退款订单号', need: 'M', length: 128, proposed: true },
      { name: 'bizRefundOrderNo', zh: '业务系统退款订单号', need: 'M', length: 128, proposed: true },
      { name: 'refundState', zh: '退款状态', need: 'M', length: 2, proposed: true },
      { name: 'refundStateMsg', zh: '退款状态描述', need: 'C', length: 512, proposed: true },
    ],
  },
  {
    id: '1.1.7.1.3-b', tableNo: '7-11', method: 'epay-trade-core.refund.query',
    request: [
      { name: 'merchantNo', zh: '平台商户编码', need: 'M', length: 20 },
      { name: 'bizRefundOrderNo', zh: '业务系统退款订单号', need: 'C', length: 128 },
      { name: 'platformRefundOrderNo', zh: '平台退款订单号', need: 'C', length: 128 },
      { name: 'refundOrderDate', zh: '退款日期', need: 'M', length: 8 },
    ],
    response: [
      { name: 'bizRefundOrderNo', zh: '业务系统退款订单号', need: 'M', length: 128, proposed: true },
      { name: 'platformRefundOrderNo', zh: '平台退款订单号', need: 'M', length: 128, proposed: true },
      { name: 'platformRefundTradeNo', zh: '平台退款交易流水号', need: 'C', length: 128, proposed: true },
      { name: 'refundOrderDate', zh: '退款日期', need: 'M', length: 8, proposed: true },
      { name: 'refundState', zh: '退款状态', need: 'M', length: 2, proposed: true },
      { name: 'refundStateMsg', zh: '退款状态描述', need: 'C', length: 512, proposed: true },
      { name: 'refundAmount', zh: '退款金额', need: 'M', length: 11, proposed: true },
      { name: 'platformOrderNo', zh: '平台订单号', need: 'M', length: 128, proposed: true },
    ],
  },
  {
    id: '1.1.7.1.3-c', tableNo: '7-12',
    request: [
      { name: 'bizRefundOrderNo', zh: '业务系统退款订单号', need: 'M', length: 128 },
      { name: 'refundOrderDate', zh: '退款日期', need: 'M', length: 8 },
      { name: 'platformRefundOrderNo', zh: '平台退款订单号', need: 'M', length: 128 },
      { name: 'platformRefundTradeNo', zh: '平台退款交易流水号', need: 'M', length: 128 },
      { name: 'refundState', zh: '退款状态', need: 'M', length: 2 },
      { name: 'refundStateMsg', zh: '退款状态描述', need: 'M', length: 512 },
      { name: 'refundAmount', zh: '退款金额', need: 'M' },
      { name: 'passbackParams', zh: '回传参数', need: '→', length: 1024 },
    ],
    response: [],
  },
  statementTable('1.1.7.1.4-a', '7-13', 'epay-trade-settle.api.getSettleFileUrl'),
  statementTable('1.1.7.1.4-b', '7-14', 'epay-trade-settle.api.getExSettleFileUrl'),
];
