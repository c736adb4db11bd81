import type { ListView } from './list-view.js';

const enabled = { label: '启用状态', type: 'code', codes: 'enabledState' } as const;
const enabledFilter = { label: '启用状态', control: 'select', codes: 'enabledState' } as const;
/** For the forms of the row's actions: as it was when the row was read. */
const version = { label: '版本', type: 'count', own: true, hidden: true } as const;

/** 支付渠道管理 (1.1.4.1.2): how the platform uses its installed adapters. */
export const channels = {
  name: 'channels', title: '支付渠道管理', permission: 'config.channels.read', kind: 'list', rowScope: 'all', requirements: ['1.1.4.1.2-a', '1.1.4.1.2-e'],
  columns: {
    channelNo: { label: '渠道编号', type: 'text' },
    channelName: { label: '渠道名称', type: 'text' },
    // With the methods that it pays by.
    payEnabled: { label: '支付属性', type: 'text' },
    // With where its bills come from, and when.
    reconcileEnabled: { label: '对账属性', type: 'text' },
    splitEnabled: { label: '分账属性', type: 'text' },
    enabled,
    remark: { label: '备注', type: 'text' },
    payChannel: { label: '接入程序', type: 'code', codes: 'payChannel', own: true },
    createTime: { label: '创建时间', type: 'time', own: true },
    paysFlag: { label: '启用支付', type: 'count', own: true, hidden: true },
    payMethods: { label: '支付方式', type: 'text', own: true, hidden: true },
    reconcilesFlag: { label: '启用对账', type: 'count', own: true, hidden: true },
    billSource: { label: '账单来源', type: 'text', own: true, hidden: true },
    billTime: { label: '账单获取时间', type: 'text', own: true, hidden: true },
    splitsFlag: { label: '启用分账', type: 'count', own: true, hidden: true },
    version,
  },
  filters: { channelName: { label: '渠道名称', control: 'text', match: 'part' }, enabled: enabledFilter },
  sortable: ['channelNo'], defaultSort: ['channelNo', 'asc'], totals: [],
} as const satisfies ListView;

/** 区域数据管理 (1.1.6.1.2). */
export const regions = {
  name: 'regions', title: '区域数据管理', permission: 'platform.regions.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.1.2-a', '1.1.6.1.2-h'],
  columns: {
    regionCode: { label: '区域编码', type: 'text' },
    regionName: { label: '区域名称', type: 'text' },
    parentRegionName: { label: '上级区域', type: 'text' },
    regionAdmin: { label: '区域管理员', type: 'text' },
    enabled,
    createTime: { label: '创建时间', type: 'time' },
    remark: { label: '备注', type: 'text', own: true },
    parentRegionCode: { label: '上级区域编码', type: 'text', own: true, hidden: true },
    adminOperatorNo: { label: '区域管理员编码', type: 'text', own: true, hidden: true },
    version,
  },
  filters: {
    regionCode: { label: '区域编码', control: 'text', match: 'whole' },
    regionName: { label: '区域名称', control: 'text', match: 'part' },
    enabled: enabledFilter,
  },
  sortable: ['regionCode'], defaultSort: ['regionCode', 'asc'], totals: [],
} as const satisfies ListView;

/** 区域详情 (1.1.6.1.2-e). */
export const region = {
  name: 'region', title: '区域详情', permission: 'platform.regions.read', kind: 'record', rowScope: 'all', requirements: ['1.1.6.1.2-e'],
  columns: {
    regionCode: { label: '区域编码', type: 'text' },
    regionName: { label: '区域名称', type: 'text' },
    parentRegionName: { label: '上级区域', type: 'text' },
    regionAdmin: { label: '区域管理员', type: 'text' },
    enabled,
    remark: { label: '备注', type: 'text' },
    createTime: { label: '创建时间', type: 'time', own: true },
  },
  filters: { regionCode: { label: '区域编码', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['regionCode'], defaultSort: ['regionCode', 'asc'], totals: [],
} as const satisfies ListView;

/** 行业数据管理 (1.1.6.1.3). */
export const industries = {
  name: 'industries', title: '行业数据管理', permission: 'platform.industries.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.1.3-a', '1.1.6.1.3-h'],
  columns: {
    industryCode: { label: '行业编码', type: 'text' },
    industryName: { label: '行业名称', type: 'text' },
    enabled,
    createTime: { label: '创建时间', type: 'time' },
    remark: { label: '备注', type: 'text' },
    version,
  },
  filters: {
    industryCode: { label: '行业编码', control: 'text', match: 'whole' },
    industryName: { label: '行业名称', control: 'text', match: 'part' },
    enabled: enabledFilter,
  },
  sortable: ['industryCode'], defaultSort: ['industryCode', 'asc'], totals: [],
} as const satisfies ListView;

/** 行业详情 (1.1.6.1.3-e). */
export const industry = {
  name: 'industry', title: '行业详情', permission: 'platform.industries.read', kind: 'record', rowScope: 'all', requirements: ['1.1.6.1.3-e'],
  columns: {
    industryCode: { label: '行业编码', type: 'text' },
    industryName: { label: '行业名称', type: 'text' },
    enabled,
    remark: { label: '备注', type: 'text' },
    createTime: { label: '创建时间', type: 'time', own: true },
  },
  filters: { industryCode: { label: '行业编码', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['industryCode'], defaultSort: ['industryCode', 'asc'], totals: [],
} as const satisfies ListView;
