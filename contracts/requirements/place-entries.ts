import type { MatrixEntry } from './matrix-entry.js';

const proposed = true;
const createTime = { zh: '创建时间', en: 'createTime', proposed } as const;
const remark = { zh: '备注', en: 'remark', proposed } as const;
const enabled = { zh: '启用状态', en: 'enabled', proposed } as const;
const enabledFilter = { zh: '启用状态', en: 'enabled', control: 'select' } as const;

const region = [
  { zh: '区域编码', en: 'regionCode', proposed }, { zh: '区域名称', en: 'regionName', proposed }, { zh: '上级区域', en: 'parentRegionName', proposed }, { zh: '区域管理员', en: 'regionAdmin', proposed }, enabled,
] as const;
const industry = [{ zh: '行业编码', en: 'industryCode', proposed }, { zh: '行业名称', en: 'industryName', proposed }, enabled] as const;

/** Payment channels, regions and industries as the requirement matrix has them. */
export const placeEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.4.1.2-a', kind: 'list', sort: ['channelNo', 'asc'], totals: [], filters: [],
    columns: [
      { zh: '渠道编号', en: 'channelNo', proposed }, { zh: '渠道名称', en: 'channelName', proposed }, { zh: '支付属性', en: 'payEnabled', proposed }, { zh: '对账属性', en: 'reconcileEnabled', proposed },
      { zh: '分账属性', en: 'splitEnabled', proposed }, enabled, remark,
    ],
  },
  { id: '1.1.4.1.2-e', kind: 'filter', columns: [], filters: [{ zh: '渠道名称', en: 'channelName', control: 'text' }, enabledFilter] },
  { id: '1.1.6.1.2-a', kind: 'list', sort: ['regionCode', 'asc'], totals: [], filters: [], columns: [...region, createTime] },
  { id: '1.1.6.1.2-e', kind: 'detail', filters: [], columns: [...region, remark] },
  { id: '1.1.6.1.2-h', kind: 'filter', columns: [], filters: [{ zh: '区域编码', en: 'regionCode', control: 'text' }, { zh: '区域名称', en: 'regionName', control: 'text' }, enabledFilter] },
  { id: '1.1.6.1.3-a', kind: 'list', sort: ['industryCode', 'asc'], totals: [], filters: [], columns: [...industry, createTime, remark] },
  { id: '1.1.6.1.3-e', kind: 'detail', filters: [], columns: [...industry, remark] },
  { id: '1.1.6.1.3-h', kind: 'filter', columns: [], filters: [{ zh: '行业编码', en: 'industryCode', control: 'text' }, { zh: '行业名称', en: 'industryName', control: 'text' }, enabledFilter] },
];
