import type { GatewayMethodName, RequestOf } from './methods.js';

const order = {
  merchantNo: 'M3504000001',
  bizOrderNo: 'BDC20261101000123',
  orderDate: '20261101',
  orderTime: '20261101093000',
  orderAmount: '9000',
  orderTitle: '不动产登记费（住宅）',
} as const;

const cashierOrder = {
  ...order,
  orderDescription: '三元区某小区 3 幢 502 室',
  returnUrl: 'https://bdc.example.gov.cn/pay/return',
  notifyUrl: 'https://bdc.example.gov.cn/pay/callbacks',
  orderExpiredTime: '120',
  payerName: '张三',
  payerMobile: '13800138000',
  passbackParams: 'window=03',
  nontaxInfo: {
    eBillWanted: '1', payerType: '1',
    items: [
      { itemCode: '103043211', itemName: '不动产登记费', quantity: '1', price: '8000', amount: '8000' },
      { itemCode: 'D350400001', itemName: '证书工本费', quantity: '1', price: '1000', amount: '1000' },
    ],
  },
} satisfies RequestOf<'epay-trade-core.wap.order.create'>;

/** The business data of one request for each method; every one passes its schema. */
export const gatewayExamples: { readonly [M in GatewayMethodName]: RequestOf<M> } = {
  'epay-trade-core.wap.order.create': cashierOrder,
  'epay-trade-core.pc.order.create': cashierOrder,
  'epay-trade-core.wappage.order.create': cashierOrder,
  'epay-trade-core.pcpage.order.create': cashierOrder,
  'epay-trade-core.bar.order.create': {
    ...order, bizOrderNo: 'BDC20261101000124', barContent: '281234567890123456', notifyUrl: 'https://bdc.example.gov.cn/pay/callbacks', orderExpiredTime: '5',
  },
  'epay-trade-core.order.query': { merchantNo: 'M3504000001', bizOrderNo: 'BDC20261101000123', orderDate: '20261101' },
  'epay-trade-core.order.close': { merchantNo: 'M3504000001', bizOrderNo: 'BDC20261101000123', orderDate: '20261101' },
  'epay-trade-core.refund.create': {
    merchantNo: 'M3504000001', bizRefundOrderNo: 'BDCTK20261102000001', refundOrderDate: '20261102', refundAmount: '1000', refundTitle: '证书工本费退款',
    platformOrderNo: '20261101093000123001000017', refundReason: '多收一本证书工本费', notifyUrl: 'https://bdc.example.gov.cn/pay/callbacks',
  },
  'epay-trade-core.refund.query': { merchantNo: 'M3504000001', bizRefundOrderNo: 'BDCTK20261102000001', refundOrderDate: '20261102' },
  'epay-trade-settle.api.getSettleFileUrl': { merchantNo: 'M3504000001', settleDate: '20261101' },
  'epay-trade-settle.api.getExSettleFileUrl': { merchantNo: 'M3504000001', settleDate: '20261101' },
  'epay-bill.ebill.query': { merchantNo: 'M3504000001', bizOrderNo: 'BDC20261101000123' },
  'epay-nontax.notice.issue': {
    merchantNo: 'M3504000001', bizNoticeNo: 'BDCJK20261101000123', payerName: '张三', payerType: '1', payerMobile: '13800138000',
    items: [{ itemCode: 'D350400001', itemName: '不动产登记费（住宅）', quantity: '1', price: '8000', amount: '8000' }], validUntil: '20261130',
  },
  'epay-nontax.notice.query': { merchantNo: 'M3504000001', payCode: '35040026300000000017' },
  'epay-nontax.notice.push': {
    merchantNo: 'M3504000001', bizNoticeNo: 'FK20261101000009', payCode: '35040026300000000025', payerName: '李四', payerType: '1',
    items: [{ itemCode: 'D350400014', itemName: '交通违法罚款', quantity: '1', price: '10000', amount: '10000' }], totalAmount: '10000', fillDate: '20261101', validUntil: '20261115',
  },
  'epay-user.order.list': { userId: 'esm-8800123', merchantNo: 'M3504000001', startDate: '20261001', endDate: '20261101', pageSize: '20' },
};
