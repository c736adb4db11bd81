import { yuan, type Fen } from '../kernel/money.js';
import type { EpochMs } from '../kernel/china-time.js';
import { chargedAmount, type Order } from '../payments/order.js';
import type { BusinessNode } from './business-node.js';
import { roundedToDay, type ClearValues } from './map-row.js';
import type { SharedAccount } from './shared-account.js';

export interface AccountOptions { readonly roundsLoginDay: boolean }

const deleted = (isGone: boolean): string => (isGone ? '1' : '0');

/** Tables 7-15 and 7-17. post_id, photo, qrcode, sign and remarks have no source; nor has password, ever. */
export const accountValues = (account: SharedAccount, { roundsLoginDay }: AccountOptions): ClearValues => ({
  company_id: account.institutionNo, create_by: account.createdBy, create_date: account.createdAt, del_flag: deleted(account.isGone), email: account.email,
  id: account.accountId, login_flag: account.mayLogin ? '1' : '0', login_ip: account.lastLoginAddress, login_name: account.loginName, mobile: account.mobile,
  login_date: account.lastLoginAt === undefined || !roundsLoginDay ? account.lastLoginAt : roundedToDay(account.lastLoginAt),
  name: account.personName, no: account.jobNo, office_id: account.merchantNo, phone: account.phone, update_by: account.changedBy, update_date: account.changedAt,
});

/** Table 7-16. */
export const orderValues = ({ userId, platformOrderNo, payer }: Order): ClearValues =>
  ({ menu_id: userId, Phone: payer.mobile, Ddh: platformOrderNo, Sfzh: payer.certNo, Name: payer.name });

/** Table 7-18. */
export const nodeValues = (node: BusinessNode): ClearValues => ({
  create_date: node.createdAt, createorgid: node.orgId, del_flag: node.isGone ? 1 : 0, grade: String(node.grade), id: node.nodeId, is_child: node.grade === 1 ? 1 : 0,
  name: node.nodeName, orgid: node.orgId, parent_id: node.parentId, parent_ids: node.parentIds, update_date: node.changedAt,
});

export interface BillFacts { readonly order: Order; readonly payeeName: string | undefined; readonly refunded: Fen; readonly changedAt: EpochMs }

/** Our extension: what the document calls bills. */
export const billValues = ({ order, payeeName, refunded, changedAt }: BillFacts): ClearValues => ({
  id: order.platformOrderNo, biz_order_no: order.bizOrderNo, merchant_no: order.merchantNo, merchant_name: payeeName, amount: yuan(chargedAmount(order)),
  refunded_amount: yuan(refunded), pay_channel: order.payChannel, pay_date: order.paidAt, del_flag: '0', update_date: changedAt,
});
