import type { ListAction } from './action-types.js';
import { auditActions } from './audit-actions.js';
import { abnormalOrderActions, differenceActions, legGapActions, merchantDayActions, reconcileLogActions, repeatOrderActions } from './case-actions.js';
import { grantActions } from './grant-actions.js';
import { operatorActions } from './operator-actions.js';
import { callbackActions, payOrderActions, refundOrderActions, refundReviewActions } from './order-actions.js';
import { roleActions } from './role-actions.js';

/** What can be done on the page of a list, by the list's name. */
const byList: Readonly<Record<string, readonly ListAction[]>> = {
  operators: operatorActions, 'operator-roles': roleActions, 'grant-requests': grantActions, 'audit-logs': auditActions,
  'pay-orders': payOrderActions, 'pay-order': payOrderActions, 'refund-orders': refundOrderActions, 'refund-order': refundOrderActions, 'refund-reviews': refundReviewActions,
  callbacks: callbackActions, 'order-callbacks': callbackActions, 'refund-callbacks': callbackActions,
  'repeat-orders': repeatOrderActions, 'repeat-order': repeatOrderActions, 'abnormal-orders': abnormalOrderActions, 'abnormal-order': abnormalOrderActions,
  differences: differenceActions, 'leg-gaps': legGapActions, 'reconcile-merchant-days': merchantDayActions, 'reconcile-log': reconcileLogActions,
};

export const actionsOf = (list: string): readonly ListAction[] => byList[list] ?? [];
