import type { ListView } from './list-view.js';

/** 短信记录: every text that was made, whatever became of it. Numbers are masked; one is found whole, by its index. */
export const textMessageLog = {
  name: 'text-messages', title: '短信记录', permission: 'service-desk.text-messages.read', kind: 'list', rowScope: 'all', requirements: [],
  columns: {
    createTime: { label: '生成时间', type: 'time', own: true },
    scene: { label: '场景', type: 'code', codes: 'textScene', own: true },
    phone: { label: '手机号', type: 'text', own: true },
    template: { label: '模板', type: 'text', own: true },
    textState: { label: '状态', type: 'code', codes: 'textState', own: true },
    resultCode: { label: '返回码', type: 'text', own: true },
    tries: { label: '发送次数', type: 'count', own: true },
    groupNo: { label: '短信平台批次号', type: 'text', own: true },
    bizKey: { label: '订单号或业务编号', type: 'text', own: true },
    submitTime: { label: '提交时间', type: 'time', own: true },
    endTime: { label: '结束时间', type: 'time', own: true },
    messageId: { label: '短信编号', type: 'text', own: true },
  },
  filters: {
    createDate: { label: '日期', control: 'dateRange', own: true },
    scene: { label: '场景', control: 'select', codes: 'textScene', own: true },
    textState: { label: '状态', control: 'select', codes: 'textState', own: true },
    phone: { label: '手机号', control: 'text', match: 'whole', anyDay: true, own: true },
    bizKey: { label: '订单号或业务编号', control: 'text', match: 'whole', own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [], defaultRange: { filter: 'createDate', rule: 'last-30-days' },
} as const satisfies ListView;

/** 上行短信: what phones wrote to us. */
export const inboundTexts = {
  name: 'inbound-texts', title: '上行短信', permission: 'service-desk.text-messages.read', kind: 'list', rowScope: 'all', requirements: [],
  columns: {
    receiveTime: { label: '接收时间', type: 'time', own: true },
    phone: { label: '手机号', type: 'text', own: true },
    content: { label: '内容', type: 'text', own: true },
    meaning: { label: '处理', type: 'code', codes: 'inboundMeaning', own: true },
    extension: { label: '扩展号', type: 'text', own: true },
    sendTime: { label: '发送时间', type: 'time', own: true },
    inboundNo: { label: '上行编号', type: 'text', own: true },
  },
  filters: {
    receiveDate: { label: '日期', control: 'dateRange', own: true },
    phone: { label: '手机号', control: 'text', match: 'whole', own: true },
    meaning: { label: '处理', control: 'select', codes: 'inboundMeaning', own: true },
  },
  sortable: ['receiveTime'], defaultSort: ['receiveTime', 'desc'], totals: [], defaultRange: { filter: 'receiveDate', rule: 'last-30-days' },
} as const satisfies ListView;
