import type { MatrixEntry } from './matrix-entry.js';

const proposed = true;

/** Institutions as the requirement matrix has them. */
export const institutionEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.4.1.5-a', kind: 'list', sort: ['createTime', 'desc'], totals: [], filters: [],
    columns: [
      { zh: '机构编号', en: 'institutionNo', proposed }, { zh: '机构名称', en: 'institutionName', proposed }, { zh: '机构管理员账号', en: 'adminAccount', proposed },
      { zh: '联系人', en: 'contactName', proposed }, { zh: '联系人手机', en: 'contactMobile', proposed }, { zh: '关联收款单位数', en: 'payeeCount', proposed },
      { zh: '启用状态', en: 'enabled', proposed }, { zh: '创建时间', en: 'createTime', proposed },
    ],
  },
];
