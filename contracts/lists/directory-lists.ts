import type { ListView } from './list-view.js';

const enabled = { label: '启用状态', type: 'code', codes: 'enabledState' } as const;
const enabledFilter = { label: '启用状态', control: 'select', codes: 'enabledState' } as const;

/** 渠道商户管理 (1.1.4.1.1). Neither the name of a key nor a setting is a column. */
export const channelMerchants = {
  name: 'channel-merchants', title: '渠道商户管理', permission: 'config.channel-merchants.read', kind: 'list', rowScope: 'all', requirements: ['1.1.4.1.1-a', '1.1.4.1.1-g'],
  columns: {
    channelMerchantNo: { label: '渠道商户编号', type: 'text' },
    channelMerchantName: { label: '渠道商户名称', type: 'text' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    channelAppId: { label: '渠道商户应用标识', type: 'text' },
    enabled,
    createTime: { label: '创建时间', type: 'time' },
    remark: { label: '备注', type: 'text' },
    environment: { label: '环境', type: 'code', codes: 'environment', own: true },
    channelMerchantId: { label: '平台内标识', type: 'text', own: true },
    version: { label: '版本', type: 'count', own: true, hidden: true },
  },
  filters: {
    channelMerchantName: { label: '渠道商户名称', control: 'text', match: 'part' },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' },
    enabled: enabledFilter,
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 收款单位管理 (1.1.4.1.3). Of an address only origin and path. */
export const payees = {
  name: 'payees', title: '收款单位管理', permission: 'config.payees.read', kind: 'list', rowScope: 'all', byPayee: true, requirements: ['1.1.4.1.3-a', '1.1.4.1.3-e'],
  columns: {
    merchantNo: { label: '收款单位编号', type: 'text' },
    payeeName: { label: '收款单位名称', type: 'text' },
    regionName: { label: '所属区域', type: 'text' },
    industryName: { label: '所属行业', type: 'text' },
    remark: { label: '备注', type: 'text' },
    refundReviewRequired: { label: '退款需审核', type: 'code', codes: 'yesNo' },
    payNotifyUrl: { label: '支付后台通知地址', type: 'text' },
    refundNotifyUrl: { label: '退款后台通知地址', type: 'text' },
    enabled,
    createTime: { label: '创建时间', type: 'time' },
    institutionNo: { label: '收款机构编号', type: 'text', own: true },
    // Of the row that somebody saw who does something to it.
    version: { label: '版本', type: 'count', own: true, hidden: true },
  },
  filters: {
    merchantNo: { label: '收款单位编号', control: 'text', match: 'whole' },
    payeeName: { label: '收款单位名称', control: 'text', match: 'part' },
    regionName: { label: '所属区域', control: 'select' },
    industryName: { label: '所属行业', control: 'select' },
    enabled: { ...enabledFilter, own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

const linkColumns = {
  merchantNo: { label: '收款单位编号', type: 'text' },
  payeeName: { label: '收款单位名称', type: 'text' },
  payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
  channelMerchantName: { label: '渠道商户名称', type: 'text' },
  // All methods of the link.
  payMethod: { label: '支付方式', type: 'text' },
  enabled,
  createTime: { label: '创建时间', type: 'time' },
} as const satisfies ListView['columns'];

/** Names the row, as somebody saw it, for what is done to it. */
const linkedAccount = { channelMerchantId: { label: '渠道商户标识', type: 'text', own: true, hidden: true }, version: { label: '版本', type: 'count', own: true, hidden: true } } as const satisfies ListView['columns'];

/** 收款单位-渠道商户管理 (1.1.4.1.4): which accounts a payee's money may go to. */
export const payeeChannels = {
  name: 'payee-channels', title: '收款单位-渠道商户管理', permission: 'config.payee-channels.read', kind: 'list', rowScope: 'all', byPayee: true, requirements: ['1.1.4.1.4-a', '1.1.4.1.4-f'],
  columns: { ...linkColumns, ...linkedAccount, remark: { label: '备注', type: 'text', own: true } },
  filters: {
    payeeName: { label: '收款单位', control: 'text', match: 'part' },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' },
    channelMerchantName: { label: '渠道商户名称', control: 'text', match: 'part' },
    enabled: { ...enabledFilter, own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

export const payeeChannel = {
  name: 'payee-channel', title: '收款单位渠道商户详情', permission: 'config.payee-channels.read', kind: 'record', rowScope: 'all', byPayee: true, requirements: ['1.1.4.1.4-e'],
  columns: { ...linkColumns, remark: { label: '备注', type: 'text' }, ...linkedAccount },
  filters: {
    merchantNo: { label: '收款单位编号', control: 'text', match: 'whole', own: true, required: true },
    channelMerchantId: { label: '渠道商户标识', control: 'text', match: 'whole', own: true, required: true },
  },
  sortable: ['merchantNo'], defaultSort: ['merchantNo', 'asc'], totals: [],
} as const satisfies ListView;

/** 开发者管理 (1.1.6.2.1). Keys are read where they are set, never here. */
export const developers = {
  name: 'developers', title: '开发者管理', permission: 'platform.developers.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.2.1-a'],
  columns: {
    devId: { label: '开发者编号', type: 'text' },
    developerName: { label: '开发者名称', type: 'text' },
    contactName: { label: '联系人', type: 'text' },
    contactMobile: { label: '联系人手机', type: 'mobile' },
    signAlgorithm: { label: '签名算法', type: 'code', codes: 'signAlgorithm' },
    enabled,
    // Nothing for those from before it was noted.
    createTime: { label: '创建时间', type: 'time' },
    // Names of all roles.
    roleName: { label: '开发者角色', type: 'text', own: true },
  },
  filters: {
    devId: { label: '开发者编号', control: 'text', match: 'whole' },
    developerName: { label: '开发者名称', control: 'text', match: 'part' },
    enabled: enabledFilter,
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 开发者角色管理 (1.1.6.2.2). What a role grants is read where it is set. */
export const developerRoles = {
  name: 'developer-roles', title: '开发者角色管理', permission: 'platform.developer-roles.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.2.2-a', '1.1.6.2.2-e'],
  columns: {
    roleCode: { label: '角色编码', type: 'text' },
    roleName: { label: '角色名称', type: 'text' },
    remark: { label: '备注', type: 'text' },
    createTime: { label: '创建时间', type: 'time' },
  },
  filters: { roleName: { label: '角色名称', control: 'text', match: 'part' } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;
