import { listNamed } from '../lists/all-lists.js';

/** A page of the console: it draws one list, or is one of its own that asks for a permission. */
export type MenuPage = { readonly key: string; readonly title: string } & ({ readonly list: string } | { readonly list?: never; readonly permission: string; /** Entries of the requirement matrix that it fulfils. */ readonly requirements?: readonly string[] });
export interface MenuGroup { readonly key: string; readonly title: string; readonly pages: readonly MenuPage[] }

const page = (list: string, title: string): MenuPage => ({ key: list, title, list });

/** Whoever has it sees the page. A list that there is not is for nobody. */
export const permissionOf = (entry: MenuPage): string => (entry.list === undefined ? entry.permission : listNamed(entry.list)?.permission ?? '');
export const pathOf = (entry: MenuPage): string => (entry.list === undefined ? `/pages/${entry.key}` : `/lists/${entry.list}`);

/** The menu as it is delivered (1.1.6.1.1). Who sees a page is decided by the permission of its list alone. */
export const consoleMenu: readonly MenuGroup[] = [
  { key: 'service-desk', title: '客户服务', pages: [page('pay-orders', '支付订单'), page('refund-orders', '退款订单'), page('refund-reviews', '退款审批'), page('repeat-orders', '重缴订单'), page('abnormal-orders', '异常订单'), page('issues', '问题管理'), { key: 'callback-desk', title: '通知监控', permission: 'service-desk.callbacks.resend' }, page('callbacks', '业务系统通知'), page('text-messages', '短信记录'), page('inbound-texts', '上行短信'), page('personal-bill-pushes', '个人账单推送')] },
  { key: 'config', title: '交易配置', pages: [page('channel-merchants', '渠道商户'), page('channels', '支付渠道'), page('payees', '收款单位'), page('payee-channels', '收款单位渠道商户'), page('institutions', '收款机构')] },
  { key: 'reconciliation', title: '对账管理', pages: [page('reconcile-days', '日对账'), page('reconcile-merchant-days', '商户对账'), page('differences', '对账差异'), page('leg-checks', '四方核对'), page('leg-gaps', '四方核对差异')] },
  { key: 'settlement', title: '结算管理', pages: [page('settlements', '交易结算'), page('unsettled-trades', '未结算交易'), page('payee-settlements', '收款单位结算')] },
  { key: 'nontax', title: '非税管理', pages: [page('nontax-regions', '区域非税配置'), page('notice-trades', '缴款书交易'), page('notice-settlements', '缴款书结算'), page('abnormal-notices', '缴款书异常情况'), page('e-bills', '电子票据')] },
  { key: 'platform', title: '平台管理', pages: [page('menus', '菜单管理'), page('alerts', '统一提醒'), page('platform-logs', '统一日志'), page('regions', '区域数据'), page('industries', '行业数据'), page('developers', '开发者管理'), page('developer-roles', '开发者角色管理'), { key: 'signature-workbench', title: '签名工作台', permission: 'platform.workbench.use' }, page('operators', '操作员管理'), page('operator-roles', '操作员角色管理'), page('grant-requests', '权限变更审批'), page('operator-keys', 'UKey 管理'), page('audit-logs', '审计日志'), page('share-log', '数据共享日志')] },
];
