import type { ListView } from './list-view.js';

const enabled = { label: '启用状态', type: 'code', codes: 'enabledState' } as const;
const enabledFilter = { label: '启用状态', control: 'select', codes: 'enabledState' } as const;

/** 渠道商户管理 (1.1.4.1.1). Neither the name of a key nor a setting is a column; the detail of one asks for them by itself. */
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
    regionName: { label: '所属区域', control: 'select', names: 'regions' },
    industryName: { label: '所属行业', control: 'select', names: 'industries' },
    enabled: { ...enabledFilter, own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
  record: { list: 'payee', with: { merchantNo: 'merchantNo' } },
} as const satisfies ListView;

/** Everything that was said of a payee (详情 of 1.1.4.1.3-a), and beneath it the accounts that its money may go to. */
export const payee = {
  name: 'payee', title: '收款单位详情', permission: 'config.payees.read', kind: 'record', rowScope: 'all', byPayee: true, requirements: [],
  columns: {
    merchantNo: { label: '收款单位编号', type: 'text', group: '收款单位', own: true },
    payeeName: { label: '收款单位名称', type: 'text', group: '收款单位', own: true },
    regionName: { label: '所属区域', type: 'text', group: '收款单位', own: true },
    industryName: { label: '所属行业', type: 'text', group: '收款单位', own: true },
    institutionNo: { label: '收款机构编号', type: 'text', group: '收款单位', own: true },
    enabled: { ...enabled, group: '收款单位', own: true },
    createTime: { label: '创建时间', type: 'time', group: '收款单位', own: true },
    remark: { label: '备注', type: 'text', group: '收款单位', own: true },
    payNotifyUrl: { label: '支付后台通知地址', type: 'text', group: '通知与返回', own: true },
    refundNotifyUrl: { label: '退款后台通知地址', type: 'text', group: '通知与返回', own: true },
    defaultReturnUrl: { label: '默认返回地址', type: 'text', group: '通知与返回', own: true },
    callbackOnFailedOrClosed: { label: '支付失败和订单关闭也通知', type: 'code', codes: 'yesNo', group: '通知与返回', own: true },
    refundReviewRequired: { label: '退款需审核', type: 'code', codes: 'yesNo', group: '退款', own: true },
    refundReviewAbove: { label: '超过此金额的退款须审核', type: 'money', group: '退款', own: true },
    repeatRefundByRule: { label: '重缴自动退款', type: 'code', codes: 'yesNo', group: '退款', own: true },
    // Each with its number, and whether it is switched off.
    subMerchants: { label: '合单支付的子商户', type: 'text', group: '子商户', own: true },
    chargingUnit: { label: '执收单位', type: 'text', group: '缴款书', own: true },
    isNoticeFirst: { label: '先开缴款书再支付', type: 'code', codes: 'yesNo', group: '缴款书', own: true },
    slipRefundPolicy: { label: '财政已确认缴款书的退款', type: 'code', codes: 'slipRefundPolicy', group: '缴款书', own: true },
    version: { label: '版本', type: 'count', own: true, hidden: true },
  },
  filters: { merchantNo: { label: '收款单位编号', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
  related: [{ list: 'payee-accounts', with: { merchantNo: 'merchantNo' } }],
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
  record: { list: 'payee-channel', with: { merchantNo: 'merchantNo', channelMerchantId: 'channelMerchantId' } },
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

/** The links of one payee, for its page. */
export const payeeAccounts = {
  name: 'payee-accounts', title: '收款单位的渠道商户', permission: 'config.payee-channels.read', kind: 'detail', rowScope: 'all', byPayee: true, requirements: [],
  columns: {
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel', own: true },
    channelMerchantName: { label: '渠道商户名称', type: 'text', own: true },
    payMethod: { label: '支付方式', type: 'text', own: true },
    enabled: { ...enabled, own: true },
    createTime: { label: '创建时间', type: 'time', own: true },
    remark: { label: '备注', type: 'text', own: true },
  },
  filters: { merchantNo: { label: '收款单位编号', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
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

/** 开发者角色管理 (1.1.6.2.2). What a role grants is no column: the detail of one asks for it. */
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
