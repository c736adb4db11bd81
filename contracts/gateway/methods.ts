import type { Static, TObject } from '@sinclair/typebox';
import { barOrderCreateRequest, barOrderCreateResponse, orderCreateRequest, orderCreateResponse, orderPageResponse } from './order-create.js';
import { eBillQueryRequest, eBillQueryResponse } from './e-bill.js';
import { orderCloseRequest, orderCloseResponse, orderQueryRequest, orderQueryResponse } from './order-query.js';
import { noticeIssueRequest, noticeIssueResponse, noticePushRequest, noticePushResponse, noticeQueryRequest, noticeQueryResponse } from './payment-notices.js';
import { refundCreateRequest, refundCreateResponse, refundQueryRequest, refundQueryResponse } from './refund.js';
import { abnormalStatementResponse, statementRequest, statementResponse } from './statement.js';
import { userOrderListRequest, userOrderListResponse } from './user-orders.js';

export interface GatewayMethod {
  readonly title: string;
  readonly requestSchema: TObject;
  readonly responseSchema: TObject;
  /** A write answers a repeat from the store; a query runs again. */
  readonly kind: 'write' | 'query';
  /** Called by a browser's form post; answers text/html that goes to the cashier. */
  readonly page: boolean;
  /** Which cashier opens: forced PC, or by the browser that opens it. */
  readonly terminal?: 'pc' | 'any';
}

const created = { requestSchema: orderCreateRequest, responseSchema: orderCreateResponse, kind: 'write', page: false } as const;
const paged = { requestSchema: orderCreateRequest, responseSchema: orderPageResponse, kind: 'write', page: true } as const;

/** Every method of `POST /gateway` (design section 5). A new method is a line here: validation, types, OpenAPI and docs follow. */
export const gatewayMethods = {
  'epay-trade-core.wap.order.create': { title: '下单（后端接口，PC 与 H5 自适应）', ...created, terminal: 'any' },
  'epay-trade-core.pc.order.create': { title: '下单（后端接口，固定 PC 收银台）', ...created, terminal: 'pc' },
  'epay-trade-core.wappage.order.create': { title: '下单（页面跳转，PC 与 H5 自适应）', ...paged, terminal: 'any' },
  'epay-trade-core.pcpage.order.create': { title: '下单（页面跳转，固定 PC 收银台）', ...paged, terminal: 'pc' },
  'epay-trade-core.bar.order.create': {
    title: '条码付', requestSchema: barOrderCreateRequest, responseSchema: barOrderCreateResponse, kind: 'write', page: false,
  },
  'epay-trade-core.order.query': {
    title: '订单查询', requestSchema: orderQueryRequest, responseSchema: orderQueryResponse, kind: 'query', page: false,
  },
  'epay-trade-core.order.close': {
    title: '关闭订单', requestSchema: orderCloseRequest, responseSchema: orderCloseResponse, kind: 'write', page: false,
  },
  'epay-trade-core.refund.create': {
    title: '申请退款', requestSchema: refundCreateRequest, responseSchema: refundCreateResponse, kind: 'write', page: false,
  },
  'epay-trade-core.refund.query': {
    title: '退款查询', requestSchema: refundQueryRequest, responseSchema: refundQueryResponse, kind: 'query', page: false,
  },
  'epay-trade-settle.api.getSettleFileUrl': {
    title: '对账单', requestSchema: statementRequest, responseSchema: statementResponse, kind: 'query', page: false,
  },
  'epay-trade-settle.api.getExSettleFileUrl': {
    title: '异常对账单', requestSchema: statementRequest, responseSchema: abnormalStatementResponse, kind: 'query', page: false,
  },
  'epay-bill.ebill.query': {
    title: '电子票据查询', requestSchema: eBillQueryRequest, responseSchema: eBillQueryResponse, kind: 'query', page: false,
  },
  'epay-nontax.notice.issue': {
    title: '缴款书开具', requestSchema: noticeIssueRequest, responseSchema: noticeIssueResponse, kind: 'write', page: false,
  },
  'epay-nontax.notice.query': {
    title: '缴款书查询', requestSchema: noticeQueryRequest, responseSchema: noticeQueryResponse, kind: 'query', page: false,
  },
  'epay-nontax.notice.push': {
    title: '缴款书推送', requestSchema: noticePushRequest, responseSchema: noticePushResponse, kind: 'write', page: false,
  },
  'epay-user.order.list': {
    title: '用户订单列表', requestSchema: userOrderListRequest, responseSchema: userOrderListResponse, kind: 'query', page: false,
  },
} as const satisfies Readonly<Record<string, GatewayMethod>>;

export type GatewayMethodName = keyof typeof gatewayMethods;
export type RequestOf<M extends GatewayMethodName> = Static<(typeof gatewayMethods)[M]['requestSchema']>;
export type ResponseOf<M extends GatewayMethodName> = Static<(typeof gatewayMethods)[M]['responseSchema']>;
/** Methods that a browser calls by form post. */
export type PageMethodName = { [M in GatewayMethodName]: (typeof gatewayMethods)[M]['page'] extends true ? M : never }[GatewayMethodName];

export const isGatewayMethod = (name: string): name is GatewayMethodName => Object.hasOwn(gatewayMethods, name);
