import type { MatrixEntry, MatrixFilter } from './matrix-entry.js';

const filter = (id: string, zh: string, en: string, control: MatrixFilter['control']): MatrixEntry => ({ id, kind: 'filter', columns: [], filters: [{ zh, en, control }] });

/** Payment and refund orders of customer service as the requirement matrix has them. */
export const orderEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.4.4.1-a', kind: 'list', sort: ['tradeTime', 'desc'], totals: ['orderAmount'], defaultRange: ['tradeDate', 'today'], filters: [],
    columns: [
      { zh: '交易时间', en: 'tradeTime' }, { zh: '支付订单号', en: 'platformOrderNo' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '金额', en: 'orderAmount' },
      { zh: '订单状态', en: 'orderState' },
    ],
  },
  {
    id: '1.1.4.4.1-b', kind: 'detail', filters: [],
    columns: [
      { zh: '订单状态', en: 'orderState' }, { zh: '付款信息', en: 'paymentInfo', block: true }, { zh: '订单进度', en: 'orderProgress' }, { zh: '交易时间', en: 'tradeTime' },
      { zh: '支付订单号', en: 'platformOrderNo' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '金额', en: 'orderAmount' },
    ],
  },
  filter('1.1.4.4.1-f', '交易日期', 'tradeDate', 'dateRange'),
  filter('1.1.4.4.1-g', '商户订单号', 'bizOrderNo', 'text'),
  filter('1.1.4.4.1-h', '支付订单号', 'platformOrderNo', 'text'),
  filter('1.1.4.4.1-i', '渠道订单号', 'channelOrderNo', 'text'),
  filter('1.1.4.4.1-j', '用户手机号', 'payerMobile', 'text'),
  filter('1.1.4.4.1-k', '开发者编号', 'devId', 'text'),
  filter('1.1.4.4.1-l', '支付渠道', 'payChannel', 'select'),
  filter('1.1.4.4.1-m', '订单状态', 'orderState', 'select'),
  {
    id: '1.1.4.4.2-a', kind: 'list', sort: ['refundApplyTime', 'desc'], totals: ['refundAmount'], defaultRange: ['refundApplyDate', 'today'], filters: [],
    columns: [
      { zh: '退款时间', en: 'refundApplyTime' }, { zh: '退款订单号', en: 'platformRefundOrderNo' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '金额', en: 'refundAmount' },
      { zh: '退款状态', en: 'refundState' },
    ],
  },
  {
    id: '1.1.4.4.2-b', kind: 'detail', filters: [],
    columns: [
      { zh: '退款状态', en: 'refundState' }, { zh: '退款信息', en: 'refundInfo', block: true }, { zh: '退款进度', en: 'refundProgress' }, { zh: '退款时间', en: 'refundApplyTime' },
      { zh: '退款订单号', en: 'platformRefundOrderNo' }, { zh: '商户订单号', en: 'bizOrderNo' }, { zh: '金额', en: 'refundAmount' },
    ],
  },
  filter('1.1.4.4.2-e', '退款日期', 'refundApplyDate', 'dateRange'),
  filter('1.1.4.4.2-f', '商户订单号', 'bizOrderNo', 'text'),
  filter('1.1.4.4.2-g', '原支付订单号', 'platformOrderNo', 'text'),
  filter('1.1.4.4.2-h', '渠道订单号', 'channelOrderNo', 'text'),
  filter('1.1.4.4.2-i', '用户手机号', 'payerMobile', 'text'),
  filter('1.1.4.4.2-j', '退款状态', 'refundState', 'select'),
  filter('1.1.4.4.2-k', '退款订单号', 'platformRefundOrderNo', 'text'),
];
