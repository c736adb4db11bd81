import { allLists } from '../lists/all-lists.js';

/** Every permission to read a list, named by it. Institutions' own lists belong to their portal. */
export const listPermissions: readonly string[] = [...new Set(allLists.filter(({ rowScope }) => rowScope === 'all').map(({ permission }) => permission))].sort();

/** To do something, or to open a page that is no list: where it stands in the form of a role, and in which words. */
export const actionPermissions: Readonly<Record<string, { readonly group: string; readonly title: string }>> = {
  'service-desk.personal-data.read': { group: 'service-desk', title: '查看完整个人信息' },
  'service-desk.pay-orders.confirm': { group: 'service-desk', title: '确认支付（向渠道查询）' },
  'service-desk.callbacks.resend': { group: 'service-desk', title: '通知收款单位（重新发送通知）' },
  'service-desk.refund-orders.review': { group: 'service-desk', title: '审批退款' },
  'service-desk.repeat-orders.handle': { group: 'service-desk', title: '处理重缴订单' },
  'service-desk.abnormal-orders.handle': { group: 'service-desk', title: '处理异常订单' },
  'service-desk.issues.edit': { group: 'service-desk', title: '登记、跟踪、解决问题' },
  'finance.differences.handle': { group: 'reconciliation', title: '处理、跟踪对账差异和四方核对差异' },
  'finance.reconciliation.run': { group: 'reconciliation', title: '重新对账、取消对账' },
  'config.channel-merchants.edit': { group: 'config', title: '维护渠道商户' },
  'config.channels.edit': { group: 'config', title: '维护支付渠道' },
  'config.payees.edit': { group: 'config', title: '维护收款单位' },
  'config.payee-channels.edit': { group: 'config', title: '维护收款单位渠道商户' },
  'config.institutions.edit': { group: 'config', title: '维护收款机构' },
  'config.institutions.reset': { group: 'config', title: '重置机构管理员密码' },
  'config.institutions.contact': { group: 'config', title: '查看机构联系人的完整手机号' },
  'platform.menus.edit': { group: 'platform', title: '维护菜单' },
  'platform.regions.edit': { group: 'platform', title: '维护区域数据' },
  'platform.industries.edit': { group: 'platform', title: '维护行业数据' },
  'platform.developers.edit': { group: 'platform', title: '维护开发者' },
  'platform.developers.keys': { group: 'platform', title: '设置开发者密钥与回调来源' },
  'platform.developers.contact': { group: 'platform', title: '查看开发者联系人的完整手机号' },
  'platform.developer-roles.edit': { group: 'platform', title: '维护开发者角色' },
  'platform.workbench.use': { group: 'platform', title: '使用签名工作台' },
  'platform.alerts.handle': { group: 'platform', title: '处理提醒' },
};

/** Everything that a role may hold, beside what belongs to officers alone. */
export const allPermissions: readonly string[] = [...listPermissions, ...Object.keys(actionPermissions)];
