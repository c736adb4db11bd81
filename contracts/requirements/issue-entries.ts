import type { MatrixEntry } from './matrix-entry.js';

/** Issues of customer service (1.1.4.4.3). */
export const issueEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.4.4.3-a', kind: 'list', sort: ['registerTime', 'desc'], totals: [], defaultRange: ['registerDate', 'last 30 days'], filters: [],
    columns: [
      { zh: '问题类型', en: 'issueType' }, { zh: '关联订单号', en: 'relatedOrderNo' }, { zh: '登记人', en: 'registeredBy' }, { zh: '登记时间', en: 'registerTime' },
      { zh: '状态', en: 'issueState' },
    ],
  },
  { id: '1.1.4.4.3-f', kind: 'filter', columns: [], filters: [{ zh: '登记日期', en: 'registerDate', control: 'dateRange' }] },
  { id: '1.1.4.4.3-g', kind: 'filter', columns: [], filters: [{ zh: '问题状态', en: 'issueState', control: 'select' }] },
  { id: '1.1.4.4.3-h', kind: 'filter', columns: [], filters: [{ zh: '问题类型', en: 'issueType', control: 'select' }] },
  { id: '1.1.4.4.3-i', kind: 'filter', columns: [], filters: [{ zh: '关联订单号', en: 'relatedOrderNo', control: 'text' }] },
  {
    id: '1.1.4.4.3-z', kind: 'detail', filters: [],
    columns: [
      { zh: '问题类型', en: 'issueType', proposed: true }, { zh: '关联订单号', en: 'relatedOrderNo', proposed: true }, { zh: '登记人', en: 'registeredBy', proposed: true },
      { zh: '登记时间', en: 'registerTime', proposed: true }, { zh: '状态', en: 'issueState', proposed: true }, { zh: '问题描述信息', en: 'issueDescription', proposed: true },
      { zh: '上传附件', en: 'attachments', proposed: true },
    ],
  },
];
