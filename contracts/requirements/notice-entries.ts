import type { MatrixEntry } from './matrix-entry.js';

/** Lists of payment notices (缴款书) as the requirement matrix has them. */
export const noticeEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.5.1.1', kind: 'list', sort: ['nontaxRegionCode', 'asc'], totals: [],
    columns: [
      { zh: '非税区划编码', en: 'nontaxRegionCode' }, { zh: '非税区划名称', en: 'nontaxRegionName' }, { zh: '票据区划编码', en: 'eBillRegionCode' }, { zh: '票据区划名称', en: 'eBillRegionName' },
      { zh: '区域名称', en: 'regionName', proposed: true },
    ],
    filters: [{ zh: '非税区划编码', en: 'nontaxRegionCode', control: 'text' }, { zh: '非税区划名称', en: 'nontaxRegionName', control: 'text' }],
  },
  {
    id: '1.1.5.2.1-a', kind: 'list', sort: ['payDate', 'desc'], totals: ['totalAmount'], defaultRange: ['payDate', 'last 7 days'],
    columns: [
      { zh: '缴款码', en: 'payCode', proposed: true }, { zh: '缴款金额合计', en: 'totalAmount', proposed: true }, { zh: '缴款日期', en: 'payDate', proposed: true }, { zh: '支付渠道', en: 'payChannel', proposed: true },
      { zh: '支付订单号', en: 'platformOrderNo', proposed: true }, { zh: '渠道订单号', en: 'channelOrderNo', proposed: true }, { zh: '收款单位', en: 'payeeName', proposed: true },
    ],
    filters: [{ zh: '缴款日期', en: 'payDate', control: 'dateRange' }, { zh: '缴款码', en: 'payCode', control: 'text' }, { zh: '支付渠道', en: 'payChannel', control: 'select' }],
  },
  {
    id: '1.1.5.2.1-b', kind: 'detail', filters: [],
    columns: [
      { zh: '缴款码', en: 'payCode', proposed: true }, { zh: '缴款金额合计', en: 'totalAmount', proposed: true }, { zh: '缴款日期', en: 'payDate', proposed: true }, { zh: '支付渠道', en: 'payChannel', proposed: true },
      { zh: '支付订单号', en: 'platformOrderNo', proposed: true }, { zh: '渠道订单号', en: 'channelOrderNo', proposed: true }, { zh: '收款单位', en: 'payeeName', proposed: true },
      { zh: '付款人手机号', en: 'payerMobile', proposed: true }, { zh: '交易时间', en: 'tradeTime', proposed: true },
    ],
  },
  {
    id: '1.1.5.2.1-c', kind: 'detail', filters: [],
    columns: [
      { zh: '通知时间', en: 'noticeTime', proposed: true }, { zh: '通知内容', en: 'noticeContent', proposed: true }, { zh: '通知状态', en: 'noticeState', proposed: true }, { zh: '返回信息', en: 'noticeReply', proposed: true },
    ],
  },
  {
    id: '1.1.5.2.2-a', kind: 'list', sort: ['payDate', 'desc'], totals: ['totalAmount', 'settledAmount'], defaultRange: ['payDate', 'last 30 days'],
    columns: [
      { zh: '缴款码', en: 'payCode', proposed: true }, { zh: '缴款金额合计', en: 'totalAmount', proposed: true }, { zh: '缴款日期', en: 'payDate', proposed: true }, { zh: '结算状态', en: 'settled', proposed: true },
      { zh: '结算日期', en: 'settleDate', proposed: true }, { zh: '结算金额', en: 'settledAmount', proposed: true }, { zh: '支付渠道', en: 'payChannel', proposed: true }, { zh: '支付订单号', en: 'platformOrderNo', proposed: true },
    ],
    filters: [
      { zh: '缴款日期', en: 'payDate', control: 'dateRange' }, { zh: '结算日期', en: 'settleDate', control: 'dateRange' }, { zh: '缴款码', en: 'payCode', control: 'text' }, { zh: '结算状态', en: 'settled', control: 'select' },
    ],
  },
  {
    id: '1.1.5.2.2-b', kind: 'detail', filters: [],
    columns: [
      { zh: '缴款码', en: 'payCode', proposed: true }, { zh: '缴款金额合计', en: 'totalAmount', proposed: true }, { zh: '缴款日期', en: 'payDate', proposed: true }, { zh: '结算状态', en: 'settled', proposed: true },
      { zh: '结算日期', en: 'settleDate', proposed: true }, { zh: '结算金额', en: 'settledAmount', proposed: true }, { zh: '手续费', en: 'feeAmount', proposed: true }, { zh: '支付渠道', en: 'payChannel', proposed: true },
      { zh: '支付订单号', en: 'platformOrderNo', proposed: true }, { zh: '渠道订单号', en: 'channelOrderNo', proposed: true },
    ],
  },
  {
    id: '1.1.5.2.3-a', kind: 'list', sort: ['payDate', 'desc'], totals: ['totalAmount'], defaultRange: ['payDate', 'last 30 days'],
    columns: [
      { zh: '序号', en: 'seqNo' }, { zh: '缴款金额合计', en: 'totalAmount' }, { zh: '缴款日期', en: 'payDate' }, { zh: '订单日期', en: 'orderDate' }, { zh: '缴款码', en: 'payCode' }, { zh: '订单号', en: 'platformOrderNo' },
      { zh: '异常类型', en: 'abnormalType' }, { zh: '处理状态', en: 'handleState' }, { zh: '交易流水号（支付渠道订单号）', en: 'channelOrderNo' }, { zh: '渠道商户', en: 'channelMerchantName' },
      { zh: '渠道商户应用标识', en: 'channelAppId' },
    ],
    filters: [{ zh: '缴款日期', en: 'payDate', control: 'dateRange' }, { zh: '缴款码', en: 'payCode', control: 'text' }, { zh: '处理状态', en: 'handleState', control: 'select' }],
  },
];
