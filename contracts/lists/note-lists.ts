import type { ListView } from './list-view.js';

/** Handling notes as a page shows them, in the order of time: every one stays. */
const columns = {
  noteTime: { label: '时间', type: 'time', own: true },
  noteAction: { label: '操作', type: 'code', codes: 'noteAction', own: true },
  noteText: { label: '处理说明', type: 'text', own: true },
  operatorName: { label: '操作员', type: 'text', own: true },
} as const satisfies ListView['columns'];

const inTime = { columns, requirements: [], kind: 'detail', rowScope: 'all', sortable: ['noteTime'], defaultSort: ['noteTime', 'asc'], totals: [] } as const;
const of = <L extends string>(label: L) => ({ label, control: 'text', match: 'whole', own: true, required: true }) as const;

/** 处理记录 of a repeat payment, an abnormal order (reading of 1.1.4.4.5-d), a difference and a gap of the four-way check. */
export const repeatNotes = { ...inTime, byPayee: true, name: 'repeat-notes', title: '重缴订单处理记录', permission: 'service-desk.repeat-orders.read', filters: { attemptNo: of('支付流水号') } } as const satisfies ListView;
export const abnormalNotes = { ...inTime, byPayee: true, name: 'abnormal-notes', title: '异常订单处理记录', permission: 'service-desk.abnormal-orders.read', filters: { abnormalId: of('异常标识') } } as const satisfies ListView;
export const differenceNotes = { ...inTime, name: 'difference-notes', title: '对账差异处理记录', permission: 'finance.reconciliation.read', filters: { differenceNo: of('差异编号') } } as const satisfies ListView;
export const legGapNotes = { ...inTime, name: 'leg-gap-notes', title: '四方核对差异处理记录', permission: 'finance.reconciliation.read', filters: { gapNo: of('差异编号') } } as const satisfies ListView;
