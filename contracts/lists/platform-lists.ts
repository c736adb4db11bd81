import type { ListView } from './list-view.js';

/** 操作员管理 (1.1.6.3.2). Numbers are masked here, in the file and in the detail; the whole one is asked for by itself, with a right of its own (ENC-04). */
export const operators = {
  name: 'operators', title: '操作员管理', permission: 'platform.operators.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.3.2-a'],
  columns: {
    operatorNo: { label: '操作员编码', type: 'text' },
    operatorName: { label: '操作员名称', type: 'text' },
    operatorAccount: { label: '登录账号', type: 'text' },
    // Names of all roles, or of the office.
    roleName: { label: '角色名称', type: 'text' },
    operatorMobile: { label: '手机号', type: 'mobile' },
    regionName: { label: '所属区域', type: 'text' },
    enabled: { label: '启用状态', type: 'code', codes: 'operatorState' },
    createTime: { label: '创建时间', type: 'time' },
    remark: { label: '备注', type: 'text', own: true, hidden: true },
    // Of what a form shows: whoever saves it changes this one and no later one.
    version: { label: '版本', type: 'count', own: true, hidden: true },
    // What the account holds: codes of roles with commas between them, or the office.
    roleCodes: { label: '角色编码', type: 'text', own: true, hidden: true },
    officer: { label: '三员', type: 'text', own: true, hidden: true },
    // Of the data that it sees: `all`, `region` or `institution`, and which region.
    scopeKind: { label: '数据范围', type: 'text', own: true, hidden: true },
    regionCode: { label: '区域编码', type: 'text', own: true, hidden: true },
  },
  filters: {
    operatorName: { label: '操作员名称', control: 'text', match: 'part' },
    operatorAccount: { label: '登录账号', control: 'text', match: 'part' },
    enabled: { label: '启用状态', control: 'select', codes: 'operatorState', own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 操作员角色管理 (1.1.6.3.1). */
export const operatorRoles = {
  name: 'operator-roles', title: '操作员角色管理', permission: 'platform.operator-roles.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.3.1-a', '1.1.6.3.1-e'],
  columns: {
    roleCode: { label: '角色编码', type: 'text' },
    roleName: { label: '角色名称', type: 'text' },
    remark: { label: '备注', type: 'text' },
    createTime: { label: '创建时间', type: 'time' },
  },
  filters: { roleName: { label: '角色名称', control: 'text', match: 'part' } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 权限变更审批: what rights were asked for whom, and what became of it (RBAC-03; ours). */
export const grantRequests = {
  name: 'grant-requests', title: '权限变更审批', permission: 'platform.grants.read', kind: 'list', rowScope: 'all', requirements: [],
  columns: {
    askTime: { label: '申请时间', type: 'time', own: true },
    operatorName: { label: '操作员名称', type: 'text', own: true },
    operatorAccount: { label: '登录账号', type: 'text', own: true },
    askedRights: { label: '申请的角色或三员', type: 'text', own: true },
    askedScope: { label: '申请的数据范围', type: 'text', own: true },
    askerName: { label: '申请人', type: 'text', own: true },
    grantState: { label: '状态', type: 'code', codes: 'grantState', own: true },
    deciderName: { label: '审批人', type: 'text', own: true },
    decideTime: { label: '审批时间', type: 'time', own: true },
    remark: { label: '申请说明', type: 'text', own: true },
    opinion: { label: '审批意见', type: 'text', own: true },
    requestNo: { label: '申请编号', type: 'text', own: true, hidden: true },
  },
  filters: { grantState: { label: '状态', control: 'select', codes: 'grantState', own: true } },
  sortable: ['askTime'], defaultSort: ['askTime', 'desc'], totals: [],
} as const satisfies ListView;

/** UKey 管理: keys of accounts, whether each counts, and what is asked about it (AUTH-03; ours). */
export const operatorKeys = {
  name: 'operator-keys', title: 'UKey 管理', permission: 'platform.operator-keys.read', kind: 'list', rowScope: 'all', requirements: [],
  columns: {
    askTime: { label: '申请时间', type: 'time', own: true },
    operatorName: { label: '操作员名称', type: 'text', own: true },
    operatorAccount: { label: '登录账号', type: 'text', own: true },
    // Its beginning and its end, as much as people compare.
    keyPrint: { label: '公钥指纹（SM3）', type: 'text', own: true },
    keyState: { label: '状态', type: 'code', codes: 'keyState', own: true },
    askerName: { label: '申请人', type: 'text', own: true },
    deciderName: { label: '审批人', type: 'text', own: true },
    decideTime: { label: '审批时间', type: 'time', own: true },
    remark: { label: '备注', type: 'text', own: true },
    keyNo: { label: 'UKey 编号', type: 'text', own: true, hidden: true },
  },
  filters: { keyState: { label: '状态', control: 'select', codes: 'keyState', own: true } },
  sortable: ['askTime'], defaultSort: ['askTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 操作日志 (1.1.6.4): what operators did, and what business systems, payers, channels and the platform itself caused. */
export const auditLogs = {
  name: 'audit-logs', title: '操作日志', permission: 'platform.audit.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.4.1', '1.1.6.4.2', '1.1.6.4.3'],
  columns: {
    operateTime: { label: '操作时间', type: 'time' },
    operatorNo: { label: '操作员编码', type: 'text' },
    operatorName: { label: '操作员名称', type: 'text' },
    loginIp: { label: '登录IP', type: 'text' },
    operationDesc: { label: '操作说明', type: 'text' },
    // What it was done to: whose data was read, which order was touched.
    objectKind: { label: '操作对象', type: 'code', codes: 'auditObject', own: true },
    objectNo: { label: '对象编号', type: 'text', own: true },
    // The facts before and after as they stand in the entry; a list shows their beginning.
    sourceData: { label: '源数据', type: 'text' },
    entryId: { label: '日志编号', type: 'text', own: true, hidden: true },
  },
  filters: {
    operationDesc: { label: '操作说明', control: 'text', match: 'part' },
    operateTime: { label: '操作时间', control: 'dateRange' },
    objectNo: { label: '对象编号', control: 'text', match: 'whole', own: true, anyDay: true },
  },
  sortable: ['operateTime'], defaultSort: ['operateTime', 'desc'], totals: [], defaultRange: { filter: 'operateTime', rule: 'last-7-days' },
} as const satisfies ListView;
