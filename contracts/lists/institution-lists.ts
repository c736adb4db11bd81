import type { ListView } from './list-view.js';

/** 收款机构管理 (1.1.4.1.5). The contact's number is masked; the whole one is asked for by itself (ENC-04). */
export const institutions = {
  name: 'institutions', title: '收款机构管理', permission: 'config.institutions.read', kind: 'list', rowScope: 'all', requirements: ['1.1.4.1.5-a'],
  columns: {
    institutionNo: { label: '机构编号', type: 'text' },
    institutionName: { label: '机构名称', type: 'text' },
    adminAccount: { label: '机构管理员账号', type: 'text' },
    contactName: { label: '联系人', type: 'text' },
    contactMobile: { label: '联系人手机', type: 'mobile' },
    payeeCount: { label: '关联收款单位数', type: 'count' },
    enabled: { label: '启用状态', type: 'code', codes: 'enabledState' },
    createTime: { label: '创建时间', type: 'time' },
    remark: { label: '备注', type: 'text', own: true },
    // Of the row that somebody saw who does something to it.
    version: { label: '版本', type: 'count', own: true, hidden: true },
  },
  filters: {
    institutionNo: { label: '机构编号', control: 'text', match: 'whole', own: true },
    institutionName: { label: '机构名称', control: 'text', match: 'part', own: true },
    enabled: { label: '启用状态', control: 'select', codes: 'enabledState', own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;
