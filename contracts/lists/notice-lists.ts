import type { ListView } from './list-view.js';

/** 区域非税配置. */
export const nontaxRegions = {
  name: 'nontax-regions', title: '区域非税配置', permission: 'nontax.regions.read', kind: 'list', rowScope: 'all', requirements: ['1.1.5.1.1'],
  columns: {
    nontaxRegionCode: { label: '非税区划编码', type: 'text' },
    nontaxRegionName: { label: '非税区划名称', type: 'text' },
    eBillRegionCode: { label: '票据区划编码', type: 'text' },
    eBillRegionName: { label: '票据区划名称', type: 'text' },
    regionName: { label: '区域名称', type: 'text' },
    regionCode: { label: '区域编码', type: 'text', own: true, hidden: true },
  },
  filters: {
    nontaxRegionCode: { label: '非税区划编码', control: 'text', match: 'whole' },
    nontaxRegionName: { label: '非税区划名称', control: 'text', match: 'part' },
  },
  sortable: ['nontaxRegionCode'], defaultSort: ['nontaxRegionCode', 'asc'], totals: [],
} as const satisfies ListView;

const paid = {
  payCode: { label: '缴款码', type: 'text' },
  totalAmount: { label: '缴款金额合计', type: 'money' },
  payDate: { label: '缴款日期', type: 'day' },
} as const satisfies ListView['columns'];
const channel = { payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' } } as const satisfies ListView['columns'];
const order = { platformOrderNo: { label: '支付订单号', type: 'text' } } as const satisfies ListView['columns'];
const atChannel = { channelOrderNo: { label: '渠道订单号', type: 'text' } } as const satisfies ListView['columns'];
const settled = {
  settled: { label: '结算状态', type: 'code', codes: 'settledState' },
  settleDate: { label: '结算日期', type: 'day' },
  settledAmount: { label: '结算金额', type: 'money' },
} as const satisfies ListView['columns'];
const number = { noticeNo: { label: '缴款书标识', type: 'text', own: true, hidden: true } } as const satisfies ListView['columns'];
const oneNotice = { noticeNo: { label: '缴款书标识', control: 'text', match: 'whole', own: true, required: true } } as const satisfies ListView['filters'];
const payDate = { payDate: { label: '缴款日期', control: 'dateRange' } } as const satisfies ListView['filters'];
const payCode = { payCode: { label: '缴款码', control: 'text', match: 'whole', anyDay: true } } as const satisfies ListView['filters'];

/** 缴款书交易情况: notices that were paid here; one that is not known is shown as not paid by having no row. */
export const noticeTrades = {
  name: 'notice-trades', title: '缴款书交易情况', permission: 'nontax.notices.read', kind: 'list', rowScope: 'all', byPayee: true, requirements: ['1.1.5.2.1-a'],
  columns: { ...paid, ...channel, ...order, ...atChannel, payeeName: { label: '收款单位', type: 'text' }, ...number },
  filters: { ...payDate, ...payCode, payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' } },
  sortable: ['payDate'], defaultSort: ['payDate', 'desc'], totals: ['totalAmount'], defaultRange: { filter: 'payDate', rule: 'last-7-days' },
} as const satisfies ListView;

/** 缴款书交易详情. Its items and its e-bill are read beside it. */
export const noticeTrade = {
  name: 'notice-trade', title: '缴款书交易详情', permission: 'nontax.notices.read', kind: 'record', rowScope: 'all', byPayee: true, requirements: ['1.1.5.2.1-b'],
  columns: {
    ...paid, ...channel, ...order, ...atChannel, payeeName: { label: '收款单位', type: 'text' }, payerMobile: { label: '付款人手机号', type: 'mobile' }, tradeTime: { label: '交易时间', type: 'time' },
    noticeStep: { label: '缴款书进度', type: 'code', codes: 'noticeStep', own: true },
  },
  filters: oneNotice, sortable: ['payDate'], defaultSort: ['payDate', 'desc'], totals: [],
} as const satisfies ListView;

/** 缴款书通知日志: what was said to and by the province about one notice, and the callbacks of its order. */
export const noticeLog = {
  name: 'notice-log', title: '缴款书通知日志', permission: 'nontax.notices.read', kind: 'detail', rowScope: 'all', byPayee: true, requirements: ['1.1.5.2.1-c'],
  columns: {
    noticeTime: { label: '通知时间', type: 'time' },
    noticeContent: { label: '通知内容', type: 'text' },
    noticeState: { label: '通知状态', type: 'code', codes: 'noticeState' },
    noticeReply: { label: '返回信息', type: 'text' },
  },
  filters: oneNotice, sortable: ['noticeTime'], defaultSort: ['noticeTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 缴款书结算情况. */
export const noticeSettlements = {
  name: 'notice-settlements', title: '缴款书结算情况', permission: 'nontax.notices.read', kind: 'list', rowScope: 'all', byPayee: true, requirements: ['1.1.5.2.2-a'],
  columns: { ...paid, ...settled, ...channel, ...order, ...number },
  filters: { ...payDate, settleDate: { label: '结算日期', control: 'dateRange' }, ...payCode, settled: { label: '结算状态', control: 'select', codes: 'settledState' } },
  sortable: ['payDate'], defaultSort: ['payDate', 'desc'], totals: ['totalAmount', 'settledAmount'], defaultRange: { filter: 'payDate', rule: 'last-30-days' },
} as const satisfies ListView;

export const noticeSettlement = {
  name: 'notice-settlement', title: '缴款书结算详情', permission: 'nontax.notices.read', kind: 'record', rowScope: 'all', byPayee: true, requirements: ['1.1.5.2.2-b'],
  columns: { ...paid, ...settled, feeAmount: { label: '手续费', type: 'money' }, ...channel, ...order, ...atChannel },
  filters: oneNotice, sortable: ['payDate'], defaultSort: ['payDate', 'desc'], totals: [],
} as const satisfies ListView;

/** 缴款书异常情况. 序号 counts all of them by the day they are about. */
export const abnormalNotices = {
  name: 'abnormal-notices', title: '缴款书异常情况', permission: 'nontax.abnormal-notices.read', kind: 'list', rowScope: 'all', requirements: ['1.1.5.2.3-a'],
  columns: {
    seqNo: { label: '序号', type: 'count' },
    totalAmount: { label: '缴款金额合计', type: 'money' },
    payDate: { label: '缴款日期', type: 'day' },
    orderDate: { label: '订单日期', type: 'day' },
    payCode: { label: '缴款码', type: 'text' },
    platformOrderNo: { label: '订单号', type: 'text' },
    abnormalType: { label: '异常类型', type: 'code', codes: 'abnormalNoticeType' },
    handleState: { label: '处理状态', type: 'code', codes: 'handleState' },
    channelOrderNo: { label: '交易流水号（支付渠道订单号）', type: 'text' },
    channelMerchantName: { label: '渠道商户', type: 'text' },
    channelAppId: { label: '渠道商户应用标识', type: 'text' },
    bizOrderNo: { label: '商户订单号', type: 'text', own: true },
    explanation: { label: '说明', type: 'text', own: true },
    abnormalNo: { label: '异常标识', type: 'text', own: true, hidden: true },
  },
  filters: { ...payDate, payCode: { label: '缴款码', control: 'text', match: 'whole' }, handleState: { label: '处理状态', control: 'select', codes: 'handleState' } },
  sortable: ['payDate'], defaultSort: ['payDate', 'desc'], totals: ['totalAmount'], defaultRange: { filter: 'payDate', rule: 'last-30-days' },
} as const satisfies ListView;
