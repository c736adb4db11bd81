import type { ListView } from './list-view.js';

const permission = 'service-desk.issues.read';

/** 问题管理 (1.1.4.4.3). What was written stands on the page of an issue and not in the list: people write names and numbers into it, and lists are exported. */
export const issues = {
  name: 'issues', title: '问题管理', permission, kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.4.3-a', '1.1.4.4.3-f', '1.1.4.4.3-g', '1.1.4.4.3-h', '1.1.4.4.3-i'],
  columns: {
    issueType: { label: '问题类型', type: 'code', codes: 'issueType' },
    // The number that it was registered with.
    relatedOrderNo: { label: '关联订单号', type: 'text' },
    registeredBy: { label: '登记人', type: 'text' },
    registerTime: { label: '登记时间', type: 'time' },
    issueState: { label: '状态', type: 'code', codes: 'issueState' },
    solvedTime: { label: '解决时间', type: 'time', own: true },
    issueNo: { label: '问题编号', type: 'text', own: true, hidden: true },
  },
  filters: {
    registerDate: { label: '登记日期', control: 'dateRange' },
    issueState: { label: '问题状态', control: 'select', codes: 'issueState' },
    issueType: { label: '问题类型', control: 'select', codes: 'issueType' },
    // Finds an issue of a refund by its order too, and one of an order by the business system's number.
    relatedOrderNo: { label: '关联订单号', control: 'text', match: 'whole', anyDay: true },
  },
  sortable: ['registerTime'], defaultSort: ['registerTime', 'desc'], totals: [], defaultRange: { filter: 'registerDate', rule: 'last-30-days' },
} as const satisfies ListView;

/** 问题详情; its timeline and files are read beside it. */
export const issue = {
  name: 'issue', title: '问题详情', permission, requirements: ['1.1.4.4.3-z'], kind: 'record', rowScope: 'all', byPayee: true,
  columns: {
    issueType: { label: '问题类型', type: 'code', codes: 'issueType' },
    relatedOrderNo: { label: '关联订单号', type: 'text' },
    registeredBy: { label: '登记人', type: 'text' },
    registerTime: { label: '登记时间', type: 'time' },
    issueState: { label: '状态', type: 'code', codes: 'issueState' },
    issueDescription: { label: '问题描述信息', type: 'text' },
    // How many there are.
    attachments: { label: '上传附件', type: 'count' },
    issueNo: { label: '问题编号', type: 'text', own: true, hidden: true },
  },
  filters: { issueNo: { label: '问题编号', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['registerTime'], defaultSort: ['registerTime', 'desc'], totals: [],
} as const satisfies ListView;

/** What was asked about one order (1.1.4.4.1-b: linked issues), about its refunds too; the page of each issue is a link away. */
const linkedColumns = {
  registerTime: { label: '登记时间', type: 'time', own: true },
  issueType: { label: '问题类型', type: 'code', codes: 'issueType', own: true },
  relatedOrderNo: { label: '关联订单号', type: 'text', own: true },
  issueState: { label: '状态', type: 'code', codes: 'issueState', own: true },
  registeredBy: { label: '登记人', type: 'text', own: true },
  issueNo: { label: '问题编号', type: 'text', own: true, link: { list: 'issue', as: 'issueNo' } },
} as const satisfies ListView['columns'];
const linked = { permission, requirements: [], kind: 'detail', rowScope: 'all', byPayee: true, columns: linkedColumns, sortable: ['registerTime'], defaultSort: ['registerTime', 'desc'], totals: [] } as const;
const named = <L extends string>(label: L) => ({ label, control: 'text', match: 'whole', own: true, required: true }) as const;

export const orderIssues = { ...linked, name: 'order-issues', title: '支付订单的问题', filters: { platformOrderNo: named('支付订单号') } } as const satisfies ListView;
/** Of one refund. */
export const refundIssues = { ...linked, name: 'refund-issues', title: '退款订单的问题', filters: { platformRefundOrderNo: named('退款订单号') } } as const satisfies ListView;
