import type { MatrixEntry } from './matrix-entry.js';

/** Operators, their roles and the operation log as the requirement matrix has them. */
export const platformEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.6.3.1-a', kind: 'list', sort: ['createTime', 'desc'], totals: [], filters: [],
    columns: [
      { zh: '角色编码', en: 'roleCode', proposed: true }, { zh: '角色名称', en: 'roleName', proposed: true }, { zh: '备注', en: 'remark', proposed: true },
      { zh: '创建时间', en: 'createTime', proposed: true },
    ],
  },
  { id: '1.1.6.3.1-e', kind: 'filter', columns: [], filters: [{ zh: '角色名称', en: 'roleName', control: 'text' }] },
  {
    id: '1.1.6.3.2-a', kind: 'list', sort: ['createTime', 'desc'], totals: [],
    columns: [
      { zh: '操作员编码', en: 'operatorNo', proposed: true }, { zh: '操作员名称', en: 'operatorName', proposed: true }, { zh: '登录账号', en: 'operatorAccount', proposed: true },
      { zh: '角色名称', en: 'roleName', proposed: true }, { zh: '手机号', en: 'operatorMobile', proposed: true }, { zh: '所属区域', en: 'regionName', proposed: true },
      { zh: '启用状态', en: 'enabled', proposed: true }, { zh: '创建时间', en: 'createTime', proposed: true },
    ],
    filters: [{ zh: '操作员名称', en: 'operatorName', control: 'text' }, { zh: '登录账号', en: 'operatorAccount', control: 'text' }],
  },
  {
    id: '1.1.6.4.1', kind: 'list', sort: ['operateTime', 'desc'], totals: [], defaultRange: ['operateTime', 'last 7 days'], filters: [],
    // The document filters by a time that it does not show; it is shown first, because rows are sorted by it.
    columns: [
      { zh: '操作时间', en: 'operateTime', proposed: true }, { zh: '操作员编码', en: 'operatorNo' }, { zh: '操作员名称', en: 'operatorName' }, { zh: '登录IP', en: 'loginIp' },
      { zh: '操作说明', en: 'operationDesc' }, { zh: '源数据', en: 'sourceData' },
    ],
  },
  { id: '1.1.6.4.2', kind: 'filter', columns: [], filters: [{ zh: '操作说明', en: 'operationDesc', control: 'text' }] },
  { id: '1.1.6.4.3', kind: 'filter', columns: [], filters: [{ zh: '操作时间', en: 'operateTime', control: 'dateRange' }] },
];
