import type { MatrixEntry } from './matrix-entry.js';

const proposed = true;
/** Rows of channel merchants and developers carry neither yet. */
const enabled = { zh: '启用状态', en: 'enabled', proposed } as const;

const link = [
  { zh: '收款单位编号', en: 'merchantNo', proposed }, { zh: '收款单位名称', en: 'payeeName', proposed }, { zh: '支付渠道', en: 'payChannel', proposed },
  { zh: '渠道商户名称', en: 'channelMerchantName', proposed }, { zh: '支付方式', en: 'payMethod', proposed }, enabled, { zh: '创建时间', en: 'createTime', proposed },
] as const;

/** Channel merchants, payees, their links and developers as the requirement matrix has them. */
export const directoryEntries: readonly MatrixEntry[] = [
  {
    id: '1.1.4.1.1-a', kind: 'list', sort: ['createTime', 'desc'], totals: [], filters: [],
    columns: [
      { zh: '渠道商户编号', en: 'channelMerchantNo', proposed }, { zh: '渠道商户名称', en: 'channelMerchantName', proposed }, { zh: '支付渠道', en: 'payChannel', proposed },
      { zh: '渠道商户应用标识', en: 'channelAppId', proposed }, enabled, { zh: '创建时间', en: 'createTime', proposed }, { zh: '备注', en: 'remark', proposed },
    ],
  },
  {
    id: '1.1.4.1.1-g', kind: 'filter', columns: [],
    filters: [{ zh: '渠道商户名称', en: 'channelMerchantName', control: 'text' }, { zh: '支付渠道', en: 'payChannel', control: 'select' }, { zh: '启用状态', en: 'enabled', control: 'select' }],
  },
  {
    id: '1.1.4.1.3-a', kind: 'list', sort: ['createTime', 'desc'], totals: [], filters: [],
    columns: [
      { zh: '收款单位编号', en: 'merchantNo' }, { zh: '收款单位名称', en: 'payeeName' }, { zh: '所属区域', en: 'regionName' }, { zh: '所属行业', en: 'industryName' },
      { zh: '备注', en: 'remark' }, { zh: '退款需审核', en: 'refundReviewRequired', proposed }, { zh: '支付后台通知地址', en: 'payNotifyUrl', proposed },
      { zh: '退款后台通知地址', en: 'refundNotifyUrl', proposed }, enabled, { zh: '创建时间', en: 'createTime', proposed },
    ],
  },
  {
    id: '1.1.4.1.3-e', kind: 'filter', columns: [],
    filters: [
      { zh: '收款单位编号', en: 'merchantNo', control: 'text' }, { zh: '收款单位名称', en: 'payeeName', control: 'text' }, { zh: '所属区域', en: 'regionName', control: 'select' },
      { zh: '所属行业', en: 'industryName', control: 'select' },
    ],
  },
  { id: '1.1.4.1.4-a', kind: 'list', sort: ['createTime', 'desc'], totals: [], filters: [], columns: link },
  { id: '1.1.4.1.4-e', kind: 'detail', filters: [], columns: [...link, { zh: '备注', en: 'remark', proposed }] },
  {
    id: '1.1.4.1.4-f', kind: 'filter', columns: [],
    filters: [{ zh: '收款单位', en: 'payeeName', control: 'text' }, { zh: '支付渠道', en: 'payChannel', control: 'select' }, { zh: '渠道商户名称', en: 'channelMerchantName', control: 'text' }],
  },
  {
    id: '1.1.6.2.1-a', kind: 'list', sort: ['createTime', 'desc'], totals: [],
    columns: [
      { zh: '开发者编号', en: 'devId', proposed }, { zh: '开发者名称', en: 'developerName', proposed }, { zh: '联系人', en: 'contactName', proposed },
      { zh: '联系人手机', en: 'contactMobile', proposed }, { zh: '签名算法', en: 'signAlgorithm', proposed }, enabled, { zh: '创建时间', en: 'createTime', proposed },
    ],
    filters: [{ zh: '开发者编号', en: 'devId', control: 'text' }, { zh: '开发者名称', en: 'developerName', control: 'text' }, { zh: '启用状态', en: 'enabled', control: 'select' }],
  },
  {
    id: '1.1.6.2.2-a', kind: 'list', sort: ['createTime', 'desc'], totals: [], filters: [],
    columns: [
      { zh: '角色编码', en: 'roleCode', proposed }, { zh: '角色名称', en: 'roleName', proposed }, { zh: '备注', en: 'remark', proposed }, { zh: '创建时间', en: 'createTime', proposed },
    ],
  },
  { id: '1.1.6.2.2-e', kind: 'filter', columns: [], filters: [{ zh: '角色名称', en: 'roleName', control: 'text' }] },
];
