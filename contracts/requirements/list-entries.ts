import { issueEntries } from './issue-entries.js';
import type { MatrixEntry } from './matrix-entry.js';
import { directoryEntries } from './directory-entries.js';
import { institutionEntries } from './institution-entries.js';
import { orderEntries } from './order-entries.js';
import { placeEntries } from './place-entries.js';
import { managementEntries } from './management-entries.js';
import { platformEntries } from './platform-entries.js';
import { noticeEntries } from './notice-entries.js';

/** Lists of reconciliation, settlement, repeat and abnormal orders, and payment notices as the requirement matrix has them: the measure for `contracts/lists`. */
export const listEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.3.3.1-a', kind: 'list', sort: ['orderDate', 'desc'], totals: ['tradeCount', 'tradeAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'], defaultRange: ['orderDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '订单日期', en: 'orderDate' }, { zh: '支付渠道', en: 'payChannel' }, { zh: '交易笔数', en: 'tradeCount' }, { zh: '交易金额', en: 'tradeAmount' },
      { zh: '已结笔数', en: 'settledCount' }, { zh: '已结金额', en: 'settledAmount' }, { zh: '入账金额', en: 'creditedAmount' }, { zh: '手续费', en: 'feeAmount' },
    ],
  },
  {
    id: '1.1.3.3.1-b', kind: 'detail', sort: ['tradeTime', 'desc'], totals: ['tradeAmount', 'settledAmount', 'creditedAmount', 'feeAmount'], filters: [],
    columns: [
      { zh: '结算日期', en: 'settleDate' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '交易金额', en: 'tradeAmount' }, { zh: '已结金额', en: 'settledAmount' },
      { zh: '入账金额', en: 'creditedAmount' }, { zh: '手续费', en: 'feeAmount' }, { zh: '收款单位', en: 'payeeName' }, { zh: '交易时间', en: 'tradeTime' },
      { zh: '订单类型', en: 'orderType' }, { zh: '支付渠道', en: 'payChannel' },
    ],
  },
  { id: '1.1.3.3.1-d', kind: 'filter', columns: [], filters: [{ zh: '订单日期', en: 'orderDate', control: 'dateRange' }] },
  { id: '1.1.3.3.1-e', kind: 'filter', columns: [], filters: [{ zh: '收款单位', en: 'payeeName', control: 'text' }] },
  {
    id: '1.1.3.3.2-a', kind: 'list', sort: ['orderDate', 'desc'], totals: ['tradeCount', 'tradeAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'], defaultRange: ['orderDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '订单日期', en: 'orderDate' }, { zh: '单位名称', en: 'payeeName' }, { zh: '支付渠道', en: 'payChannel' }, { zh: '交易笔数', en: 'tradeCount' },
      { zh: '交易金额', en: 'tradeAmount' }, { zh: '已结笔数', en: 'settledCount' }, { zh: '已结金额', en: 'settledAmount' },
      { zh: '入账金额', en: 'creditedAmount' }, { zh: '手续费', en: 'feeAmount' },
    ],
  },
  {
    id: '1.1.3.3.2-b', kind: 'detail', sort: ['tradeTime', 'desc'], totals: ['tradeAmount', 'settledAmount', 'creditedAmount', 'feeAmount'], filters: [],
    columns: [
      { zh: '订单日期', en: 'orderDate' }, { zh: '结算日期', en: 'settleDate' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '交易金额', en: 'tradeAmount' },
      { zh: '已结金额', en: 'settledAmount' }, { zh: '入账金额', en: 'creditedAmount' }, { zh: '手续费', en: 'feeAmount' }, { zh: '交易时间', en: 'tradeTime' },
      { zh: '订单类型', en: 'orderType' }, { zh: '支付渠道', en: 'payChannel' },
    ],
  },
  { id: '1.1.3.3.2-d', kind: 'filter', columns: [], filters: [{ zh: '订单日期', en: 'orderDate', control: 'dateRange' }] },
  {
    id: '1.1.3.3.3-a', kind: 'list', sort: ['tradeTime', 'desc'], totals: ['tradeAmount'], defaultRange: ['tradeDate', 'none: all unsettled'], filters: [],
    columns: [
      { zh: '交易时间', en: 'tradeTime' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '交易金额', en: 'tradeAmount' }, { zh: '收款单位', en: 'payeeName' },
      { zh: '订单类型', en: 'orderType' }, { zh: '支付渠道', en: 'payChannel' },
    ],
  },
  { id: '1.1.3.3.3-b', kind: 'filter', columns: [], filters: [{ zh: '交易日期', en: 'tradeDate', control: 'dateRange' }] },
  {
    id: '1.1.4.2.1-a', kind: 'list', sort: ['reconcileDate', 'desc'], totals: ['reconcileCount', 'reconcileAmount'], defaultRange: ['reconcileDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '对账日期', en: 'reconcileDate' }, { zh: '对账笔数', en: 'reconcileCount' }, { zh: '对账金额', en: 'reconcileAmount' },
    ],
  },
  {
    id: '1.1.4.2.1-b', kind: 'detail', sort: ['tradeTime', 'desc'], totals: ['tradeAmount', 'settledAmount', 'feeAmount'], filters: [],
    columns: [
      { zh: '交易时间', en: 'tradeTime' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '交易金额', en: 'tradeAmount' }, { zh: '结算时间', en: 'settleTime' },
      { zh: '结算金额', en: 'settledAmount' }, { zh: '手续费', en: 'feeAmount' }, { zh: '支付渠道', en: 'payChannel' },
      { zh: '渠道商户', en: 'channelMerchantName' },
    ],
  },
  { id: '1.1.4.2.1-c', kind: 'filter', columns: [], filters: [{ zh: '对账日期', en: 'reconcileDate', control: 'dateRange' }] },
  {
    id: '1.1.4.2.2-a', kind: 'list', sort: ['reconcileDate', 'desc'], totals: ['reconcileCount', 'reconcileAmount'], defaultRange: ['reconcileDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '对账日期', en: 'reconcileDate' }, { zh: '对账笔数', en: 'reconcileCount' }, { zh: '对账金额', en: 'reconcileAmount' },
      { zh: '支付渠道', en: 'payChannel', proposed: true }, { zh: '渠道商户名称', en: 'channelMerchantName', proposed: true },
    ],
  },
  {
    id: '1.1.4.2.2-c', kind: 'detail', sort: ['logTime', 'desc'], totals: [], filters: [],
    columns: [
      { zh: '时间', en: 'logTime' }, { zh: '商户结算时间', en: 'merchantSettleTime' }, { zh: '平台结算时间', en: 'platformSettleTime' },
      { zh: '备注', en: 'remark' },
    ],
  },
  { id: '1.1.4.2.2-e', kind: 'filter', columns: [], filters: [{ zh: '对账日期', en: 'reconcileDate', control: 'dateRange' }] },
  { id: '1.1.4.2.2-f', kind: 'filter', columns: [], filters: [{ zh: '支付渠道', en: 'payChannel', control: 'select' }] },
  { id: '1.1.4.2.2-g', kind: 'filter', columns: [], filters: [{ zh: '渠道商户名称', en: 'channelMerchantName', control: 'select' }] },
  {
    id: '1.1.4.3.1-a', kind: 'list', sort: ['orderDate', 'desc'], totals: ['dueCount', 'dueAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'], defaultRange: ['orderDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '订单日期', en: 'orderDate' }, { zh: '应结笔数', en: 'dueCount' }, { zh: '应结金额', en: 'dueAmount' }, { zh: '已结笔数', en: 'settledCount' },
      { zh: '已结金额', en: 'settledAmount' }, { zh: '实收金额', en: 'creditedAmount' }, { zh: '手续费', en: 'feeAmount' },
    ],
  },
  {
    id: '1.1.4.3.1-b', kind: 'detail', sort: ['tradeTime', 'desc'], totals: ['tradeAmount', 'settledAmount', 'feeAmount'], filters: [],
    columns: [
      { zh: '交易时间', en: 'tradeTime' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '交易金额', en: 'tradeAmount' }, { zh: '支付订单号', en: 'platformOrderNo' },
      { zh: '渠道订单号', en: 'channelOrderNo' }, { zh: '结算日期', en: 'settleDate' }, { zh: '结算金额', en: 'settledAmount' }, { zh: '手续费', en: 'feeAmount' },
      { zh: '支付渠道', en: 'payChannel' }, { zh: '渠道商户名称', en: 'channelMerchantName' }, { zh: '订单类型', en: 'orderType' },
    ],
  },
  { id: '1.1.4.3.1-d', kind: 'filter', columns: [], filters: [{ zh: '订单日期', en: 'orderDate', control: 'dateRange' }] },
  { id: '1.1.4.3.1-e', kind: 'filter', columns: [], filters: [{ zh: '支付渠道', en: 'payChannel', control: 'select' }] },
  { id: '1.1.4.3.1-f', kind: 'filter', columns: [], filters: [{ zh: '收单渠道', en: 'acquiringChannel', control: 'select' }] },
  { id: '1.1.4.3.1-g', kind: 'filter', columns: [], filters: [{ zh: '渠道商户名称', en: 'channelMerchantName', control: 'select' }] },
  {
    id: '1.1.4.3.2-a', kind: 'list', sort: ['tradeTime', 'desc'], totals: ['orderAmount'], defaultRange: ['tradeDate', 'none: all unsettled'], filters: [],
    columns: [
      { zh: '交易时间', en: 'tradeTime' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '订单金额', en: 'orderAmount' }, { zh: '支付渠道', en: 'payChannel' },
      { zh: '付款方式', en: 'payMethod' }, { zh: '支付/退款订单号', en: 'payOrRefundOrderNo' }, { zh: '分账模式', en: 'splitMode', proposed: true },
    ],
  },
  {
    id: '1.1.4.3.2-b', kind: 'detail', filters: [],
    columns: [
      { zh: '创建时间', en: 'createTime' }, { zh: '付款人手机', en: 'payerMobile' }, { zh: '交易金额', en: 'tradeAmount' }, { zh: '订单原金额', en: 'orderAmount' },
      { zh: '折扣金额', en: 'discountAmount' }, { zh: '支付渠道', en: 'payChannel' }, { zh: '支付方式', en: 'payMethod' },
    ],
  },
  { id: '1.1.4.3.2-c', kind: 'filter', columns: [], filters: [{ zh: '交易日期', en: 'tradeDate', control: 'dateRange' }] },
  { id: '1.1.4.3.2-d', kind: 'filter', columns: [], filters: [{ zh: '支付渠道', en: 'payChannel', control: 'select' }] },
  { id: '1.1.4.3.2-e', kind: 'filter', columns: [], filters: [{ zh: '收单渠道', en: 'acquiringChannel', control: 'select' }] },
  { id: '1.1.4.3.2-f', kind: 'filter', columns: [], filters: [{ zh: '商户订单号', en: 'bizOrderNo', control: 'text' }] },
  { id: '1.1.4.3.2-g', kind: 'filter', columns: [], filters: [{ zh: '付款方式', en: 'payMethod', control: 'select' }] },
  { id: '1.1.4.3.2-h', kind: 'filter', columns: [], filters: [{ zh: '支付/退款订单号', en: 'payOrRefundOrderNo', control: 'text' }] },
  {
    id: '1.1.4.3.3-a', kind: 'list', sort: ['payeeName', 'asc'], totals: ['dueCount', 'dueAmount', 'settledCount', 'settledAmount', 'feeAmount'], defaultRange: ['orderDate', 'this month'], filters: [],
    columns: [
      { zh: '单位名称', en: 'payeeName' }, { zh: '支付渠道', en: 'payChannel' }, { zh: '应结笔数', en: 'dueCount' }, { zh: '应结金额', en: 'dueAmount' },
      { zh: '已结笔数', en: 'settledCount' }, { zh: '已结金额', en: 'settledAmount' }, { zh: '手续费', en: 'feeAmount' },
    ],
  },
  { id: '1.1.4.3.3-c', kind: 'filter', columns: [], filters: [{ zh: '订单日期', en: 'orderDate', control: 'dateRange' }] },
  {
    id: '1.1.4.3.3-d', kind: 'detail', filters: [],
    columns: [
      { zh: '订单日期', en: 'orderDate', proposed: true }, { zh: '结算日期', en: 'settleDate', proposed: true },
      { zh: '商户订单号', en: 'bizOrderNo', proposed: true }, { zh: '交易金额', en: 'tradeAmount', proposed: true },
      { zh: '已结金额', en: 'settledAmount', proposed: true }, { zh: '入账金额', en: 'creditedAmount', proposed: true },
      { zh: '手续费', en: 'feeAmount', proposed: true }, { zh: '交易时间', en: 'tradeTime', proposed: true },
      { zh: '订单类型', en: 'orderType', proposed: true }, { zh: '支付渠道', en: 'payChannel', proposed: true },
    ],
  },
  {
    id: '1.1.4.4.4-a', kind: 'list', sort: ['createTime', 'desc'], totals: ['orderAmount'], defaultRange: ['createDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '创建时间', en: 'createTime' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '支付渠道', en: 'payChannel' }, { zh: '金额', en: 'orderAmount' },
      { zh: '支付订单号', en: 'platformOrderNo' }, { zh: '渠道订单号', en: 'channelOrderNo' }, { zh: '渠道商户', en: 'channelMerchantName' },
      { zh: '处理状态', en: 'handleState' }, { zh: '退款状态', en: 'refundState' },
    ],
  },
  {
    id: '1.1.4.4.4-b', kind: 'detail', filters: [],
    columns: [
      { zh: '订单状态', en: 'orderState', group: '订单状态' }, { zh: '创建时间', en: 'createTime', group: '付款信息' },
      { zh: '付款人手机号', en: 'payerMobile', group: '付款信息' }, { zh: '交易金额', en: 'tradeAmount', group: '付款信息' },
      { zh: '订单原金额', en: 'orderAmount', group: '付款信息' }, { zh: '支付渠道', en: 'payChannel', group: '付款信息' },
      { zh: '订单进度', en: 'orderProgress', group: '订单进度' }, { zh: '商户订单号', en: 'bizOrderNo', group: '订单信息' },
      { zh: '支付订单号', en: 'platformOrderNo', group: '订单信息' }, { zh: '订单标题', en: 'orderTitle', group: '订单信息' },
      { zh: '支付渠道订单号', en: 'channelOrderNo', group: '支付信息' }, { zh: '渠道商户', en: 'channelMerchantName', group: '支付信息' },
      { zh: '支付状态', en: 'payState', group: '支付信息' },
    ],
  },
  { id: '1.1.4.4.4-c', kind: 'filter', columns: [], filters: [{ zh: '日期', en: 'createDate', control: 'dateRange' }] },
  { id: '1.1.4.4.4-d', kind: 'filter', columns: [], filters: [{ zh: '商户订单号', en: 'bizOrderNo', control: 'text' }] },
  { id: '1.1.4.4.4-e', kind: 'filter', columns: [], filters: [{ zh: '支付订单号', en: 'platformOrderNo', control: 'text' }] },
  { id: '1.1.4.4.4-f', kind: 'filter', columns: [], filters: [{ zh: '渠道订单号', en: 'channelOrderNo', control: 'text' }] },
  { id: '1.1.4.4.4-g', kind: 'filter', columns: [], filters: [{ zh: '渠道商户名称', en: 'channelMerchantName', control: 'text' }] },
  { id: '1.1.4.4.4-h', kind: 'filter', columns: [], filters: [{ zh: '处理状态', en: 'handleState', control: 'select' }] },
  {
    id: '1.1.4.4.5-a', kind: 'list', sort: ['orderTime', 'desc'], totals: ['orderAmount'], defaultRange: ['createDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '订单时间', en: 'orderTime' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '支付渠道', en: 'payChannel' }, { zh: '金额', en: 'orderAmount' },
      { zh: '支付订单号', en: 'platformOrderNo' }, { zh: '渠道订单号', en: 'channelOrderNo' }, { zh: '渠道商户', en: 'channelMerchantName' },
      { zh: '处理状态', en: 'handleState' }, { zh: '异常状态', en: 'abnormalState' },
    ],
  },
  {
    id: '1.1.4.4.5-d', kind: 'detail', filters: [],
    columns: [
      { zh: '订单状态', en: 'orderState', group: '订单状态' }, { zh: '创建时间', en: 'createTime', group: '付款信息' },
      { zh: '付款人手机号', en: 'payerMobile', group: '付款信息' }, { zh: '交易金额', en: 'tradeAmount', group: '付款信息' },
      { zh: '订单原金额', en: 'orderAmount', group: '付款信息' }, { zh: '支付渠道', en: 'payChannel', group: '付款信息' },
      { zh: '订单进度', en: 'orderProgress', group: '订单进度' }, { zh: '商户订单号', en: 'bizOrderNo', group: '订单信息' },
      { zh: '支付订单号', en: 'platformOrderNo', group: '订单信息' }, { zh: '订单标题', en: 'orderTitle', group: '订单信息' },
      { zh: '支付渠道订单号', en: 'channelOrderNo', group: '支付信息' }, { zh: '渠道商户', en: 'channelMerchantName', group: '支付信息' },
      { zh: '支付状态', en: 'payState', group: '支付信息' },
    ],
  },
  { id: '1.1.4.4.5-e', kind: 'filter', columns: [], filters: [{ zh: '日期', en: 'createDate', control: 'dateRange' }] },
  { id: '1.1.4.4.5-f', kind: 'filter', columns: [], filters: [{ zh: '商户订单号', en: 'bizOrderNo', control: 'text' }] },
  { id: '1.1.4.4.5-g', kind: 'filter', columns: [], filters: [{ zh: '支付订单号', en: 'platformOrderNo', control: 'text' }] },
  { id: '1.1.4.4.5-h', kind: 'filter', columns: [], filters: [{ zh: '渠道订单号', en: 'channelOrderNo', control: 'text' }] },
  { id: '1.1.4.4.5-i', kind: 'filter', columns: [], filters: [{ zh: '渠道商户名称', en: 'channelMerchantName', control: 'text' }] },
  { id: '1.1.4.4.5-j', kind: 'filter', columns: [], filters: [{ zh: '处理状态', en: 'handleState', control: 'select' }] },
  { id: '1.1.5.3.1-a', kind: 'filter', columns: [], filters: [{ zh: '日期', en: 'billQueryDate', control: 'dateRange' }] },
  { id: '1.1.5.3.1-b', kind: 'filter', columns: [], filters: [{ zh: '商户订单号', en: 'bizOrderNo', control: 'text' }] },
  {
    id: '1.1.5.3.2-a', kind: 'list', sort: ['eBillTime', 'desc'], totals: ['eBillAmount'], defaultRange: ['billQueryDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '商户订单号', en: 'bizOrderNo', proposed: true }, { zh: '支付订单号', en: 'platformOrderNo', proposed: true }, { zh: '票据代码', en: 'eBillCode', proposed: true },
      { zh: '票据号码', en: 'eBillNo', proposed: true }, { zh: '开票金额', en: 'eBillAmount', proposed: true }, { zh: '开票时间', en: 'eBillTime', proposed: true },
      { zh: '开票状态', en: 'eBillState', proposed: true }, { zh: '票据来源', en: 'eBillSource', proposed: true },
    ],
  },
  {
    id: '1.1.5.3.2-b', kind: 'detail', filters: [],
    columns: [
      { zh: '商户订单号', en: 'bizOrderNo', proposed: true }, { zh: '支付订单号', en: 'platformOrderNo', proposed: true }, { zh: '票据代码', en: 'eBillCode', proposed: true },
      { zh: '票据号码', en: 'eBillNo', proposed: true }, { zh: '开票金额', en: 'eBillAmount', proposed: true }, { zh: '开票时间', en: 'eBillTime', proposed: true },
      { zh: '开票状态', en: 'eBillState', proposed: true }, { zh: '票据来源', en: 'eBillSource', proposed: true }, { zh: '校验码', en: 'eBillCheckCode', proposed: true },
    ],
  },
  ...noticeEntries, ...platformEntries, ...placeEntries, ...managementEntries, ...orderEntries, ...directoryEntries, ...issueEntries, ...institutionEntries,
];

/** Enums of the matrix that these lists show, by code. */
export const listEnums: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  payChannel: { 'ALIPAY': '支付宝', 'UNIONPAY': '银联' },
  acquiringChannel: { 'ALIPAY': '支付宝直连', 'UNIONPAY': '银联' },
  payMethod: { 'PC': 'PC网关支付', 'H5': 'H5支付', 'BAR': '条码付' },
  orderType: { 'PAY': '支付', 'REFUND': '退款' },
  orderState: { '0': '待支付', '1': '支付中', '2': '支付成功', '3': '支付失败', '4': '已关闭', '5': '重缴' },
  payState: { '0': '待支付', '1': '支付中', '2': '支付成功', '3': '支付失败' },
  refundState: { '0': '待退款', '1': '退款中', '2': '退款成功', '3': '退款失败' },
  approvalState: { '0': '待审批', '1': '已同意', '2': '已驳回', '9': '无需审批' },
  handleState: { '0': '待处理', '1': '跟踪中', '2': '已处理' },
  abnormalState: { 'PAID_AFTER_CLOSE': '关闭后支付', 'AMOUNT_MISMATCH': '金额不符', 'CHANNEL_ERROR': '渠道错误', 'UNKNOWN_ORDER': '平台无此订单' },
  eBillState: { '0': '待开票', '1': '开票中', '2': '已开票', '3': '开票失败', '4': '冲红中', '5': '已冲红', '6': '已作废' },
  eBillSource: { 'ISSUED': '平台开具', 'VERIFIED': '平台查验' },
  issueState: { '0': '待解决', '1': '已解决' },
  issueType: { 'PAY': '支付问题', 'REFUND': '退款问题', 'NOTICE': '通知问题', 'BILL': '票据问题', 'OTHER': '其他' },
  noticeState: { '0': '待通知', '1': '通知成功', '2': '通知失败' },
  splitMode: { 'NONE': '不分账', 'SUB_MERCHANT': '子商户分账' },
};
